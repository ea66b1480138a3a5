"""Region."""

from __future__ import annotations

from ..types import OpenEnum


class Region(OpenEnum):
    """Where the media servers of a call stand. Participants have the shortest delay when it is near to
    them.

    * `eu`: European Union.
    * `in`: India.
    * `us`: United States.
    * `auto`: left to 100ms. A room takes the region of its template; a template has it chosen
      automatically.
    """

    EU = "eu"
    IN = "in"
    US = "us"
    AUTO = "auto"
