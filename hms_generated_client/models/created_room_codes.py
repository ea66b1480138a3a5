"""CreatedRoomCodes."""

from __future__ import annotations

import attrs

from ..model import Model
from .room_code import RoomCode


@attrs.define(kw_only=True)
class CreatedRoomCodes(Model):
    """The codes of a room, for each of its roles."""

    data: list[RoomCode]
    """All the codes. There is no further page."""
