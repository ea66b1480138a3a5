"""Session."""

from __future__ import annotations

import datetime

import attrs

from ..model import Model
from .session_peer import SessionPeer


@attrs.define(kw_only=True)
class Session(Model):
    """One continuous call in a room. It begins when the first peer joins, ends when the last one has left,
    and lasts twelve hours at most.
    """

    id: str
    """Identifies the session."""
    room_id: str
    """Identifies the room that the session takes or took place in."""
    customer_id: str
    """Identifies the account."""
    active: bool
    """Whether the session is still running."""
    peers: dict[str, SessionPeer]
    """Everyone who took part, by peer `id`: those who are in the session and those who have left. Somebody
    who left and came back is there once for each visit, under another `id` and with the same `user_id`.
    """
    created_at: datetime.datetime
    """When the session began."""
    updated_at: datetime.datetime
    """When the session last changed. Once it is over, that is when it ended: the time since `created_at`
    is how long it lasted.
    """
