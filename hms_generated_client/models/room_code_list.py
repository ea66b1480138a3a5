"""RoomCodeList."""

from __future__ import annotations

import attrs

from ..model import Model
from .room_code import RoomCode


@attrs.define(kw_only=True)
class RoomCodeList(Model):
    """One page of the codes of a room."""

    limit: int
    """How many codes the page could hold."""
    data: list[RoomCode]
    """The codes of this page."""
    last: str
    """Names the last code of the page. Send it as `start` to get the next page. Empty when there is none."""
