"""RoomEndFailureData."""

from __future__ import annotations

import datetime

import attrs

from ..model import Model
from ..types import UNSET, Unset


@attrs.define(kw_only=True)
class RoomEndFailureData(Model):
    """The room that could not be ended, and why."""

    room_id: str
    """Identifies the room."""
    room_name: str
    """The name of the room. Workspaces under HIPAA get a hash of it."""
    session_id: str | Unset = UNSET
    """Identifies the session that was to be ended. It may be missing when there was none."""
    template_id: str
    """Identifies the template that the room follows."""
    peer_id: str | Unset = UNSET
    """Identifies the peer who ended the room. Left out or an empty string when it was ended through the
    API.
    """
    user_id: str | Unset = UNSET
    """Who ended the room, in your system: the `user_id` of that peer. Left out or an empty string when it
    was ended through the API.
    """
    user_name: str | Unset = UNSET
    """The name of the peer who ended the room. Left out or an empty string when it was ended through the
    API. Workspaces under HIPAA get a hash of it.
    """
    role: str | Unset = UNSET
    """The role of the peer who ended the room. Left out or an empty string when it was ended through the
    API.
    """
    lock_room: bool
    """Whether the room was to be disabled along with it, so that nobody can join again."""
    reason: str | Unset = UNSET
    """What was given as the reason for ending the room. Left out or an empty string when none was given."""
    source: str
    """Where the request came from: `peer` when somebody in the room asked. No other value is documented."""
    session_started_at: datetime.datetime | Unset = UNSET
    """When the session was opened. It may be missing when there was none."""
    error_code: int
    """The HTTP status that says what kind of failure it was."""
    error_message: str
    """What went wrong, in a few words and for people to read."""
