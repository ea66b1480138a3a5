"""PeerLeaveFailureData."""

from __future__ import annotations

import datetime

import attrs

from ..model import Model
from ..types import UNSET, Unset
from .peer_type import PeerType


@attrs.define(kw_only=True)
class PeerLeaveFailureData(Model):
    """The peer who could not leave, and why."""

    room_id: str
    """Identifies the room."""
    room_name: str
    """The name of the room. Workspaces under HIPAA get a hash of it."""
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
    role: str
    """The role of the peer, by its name in the room's template."""
    type: PeerType | Unset = UNSET
    """How a peer takes part.

    * `regular`: through an app or a browser.
    * `sip`: by telephone or other equipment, over the Session Initiation Protocol.
    """
    joined_at: datetime.datetime
    """When the peer joined. `0001-01-01T00:00:00Z` if it never did."""
    left_at: datetime.datetime
    """When the peer left. `0001-01-01T00:00:00Z` if that was never noted."""
    duration: int
    """How long the peer was in the room, in seconds. 0 when it is not known."""
    error_message: str
    """Why leaving failed. The one known reason is that the peer was not in the room, written `Peer not
    joined` or `peer not joined`.
    """
