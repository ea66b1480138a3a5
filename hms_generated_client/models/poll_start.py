"""PollStart."""

from __future__ import annotations

from ..types import OpenEnum


class PollStart(OpenEnum):
    """What starts a poll in the rooms it is linked to.

    * `auto`: the start of a session. The poll starts with each session of the room.
    * `manual`: a participant, through a client SDK and with the `id` of the poll.
    """

    AUTO = "auto"
    MANUAL = "manual"
