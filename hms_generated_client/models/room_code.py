"""RoomCode."""

from __future__ import annotations

import datetime

import attrs

from ..model import Model


@attrs.define(kw_only=True)
class RoomCode(Model):
    """A short code that stands for one role in one room. Participants join with it, directly or through a
    link made from it. It never expires; disable it to shut out those who have it.
    """

    code: str
    """The code itself: ten characters in groups of three, four and three, with hyphens between."""
    room_id: str
    """Identifies the room that the code opens."""
    role: str
    """The role that whoever joins with the code gets, by its name in the room's template."""
    enabled: bool
    """Whether anyone can join with the code at present."""
    created_at: datetime.datetime
    """When the code was made."""
    updated_at: datetime.datetime
    """When the code was last enabled or disabled."""
