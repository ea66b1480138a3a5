"""ActiveRoom."""

from __future__ import annotations

import attrs

from ..model import Model
from .active_session import ActiveSession


@attrs.define(kw_only=True)
class ActiveRoom(Model):
    """A room with a running session, and who is in it."""

    id: str
    """Identifies the room."""
    name: str
    """The name of the room."""
    customer_id: str
    """Identifies the account."""
    session: ActiveSession
    """The session that is running in a room."""
