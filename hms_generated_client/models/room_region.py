"""RoomRegion."""

from __future__ import annotations

from ..types import OpenEnum


class RoomRegion(OpenEnum):
    """The region of a room, as answers give it.

    * `eu`: European Union.
    * `in`: India.
    * `us`: United States.
    * `auto`: the region of the template.
    * An empty string: no region was set, or the answer does not tell it.
    """

    EU = "eu"
    IN = "in"
    US = "us"
    AUTO = "auto"
    NOT_SET = ""
