"""SessionPeer."""

from __future__ import annotations

import datetime

import attrs

from ..model import Model
from ..types import UNSET, Unset


@attrs.define(kw_only=True)
class SessionPeer(Model):
    """One participant's presence in a session, from joining to leaving."""

    id: str
    """Identifies the peer. Every time somebody joins they get a new one."""
    session_id: str
    """Identifies the session."""
    name: str
    """The name that the peer joined under."""
    role: str
    """The role of the peer, by its name in the room's template."""
    user_id: str
    """Who the peer is in your system: the `user_id` of the client token that it joined with."""
    user: str | Unset = UNSET
    """An identifier of the peer made by 100ms. Use `user_id`. Deprecated."""
    joined_at: datetime.datetime
    """When the peer joined."""
    left_at: datetime.datetime | None | Unset = UNSET
    """When the peer left. Left out while it is still in the session."""
