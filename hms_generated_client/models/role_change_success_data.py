"""RoleChangeSuccessData."""

from __future__ import annotations

import datetime

import attrs

from ..model import Model
from ..types import UNSET, Unset


@attrs.define(kw_only=True)
class RoleChangeSuccessData(Model):
    """The peer whose role changed."""

    room_id: str
    """Identifies the room."""
    room_name: str
    """The name of the room. Workspaces under HIPAA get a hash of it."""
    session_id: str
    """Identifies the session, which is one continuous call in the room."""
    template_id: str
    """Identifies the template that the room follows."""
    peer_id: str
    """Identifies the peer. Every time somebody joins they get a new one."""
    user_id: str
    """Who the peer is in your system: the `user_id` of the client token that it joined with."""
    user_name: str
    """The name that the peer goes by in the room. Workspaces under HIPAA get a hash of it."""
    user_data: str | Unset = UNSET
    """What your application keeps with the peer, a raised hand for example: by custom a JSON text. An
    empty string when there is none.
    """
    previous_role: str
    """The role that the peer had before."""
    role: str
    """The role that the peer has now, by its name in the room's template."""
    role_change_requested_by: str | Unset = UNSET
    """Identifies the peer who asked for the change. Left out when it was asked for through the API."""
    role_changed_at: datetime.datetime
    """When the role changed."""
    joined_at: datetime.datetime
    """When the peer joined."""
    session_started_at: datetime.datetime
    """When the session was opened."""
