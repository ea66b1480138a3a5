"""PeerLeaveSuccessData."""

from __future__ import annotations

import datetime

import attrs

from ..model import Model
from ..types import UNSET, Unset
from .peer_leave_reason import PeerLeaveReason
from .peer_type import PeerType


@attrs.define(kw_only=True)
class PeerLeaveSuccessData(Model):
    """The peer who left, when and why."""

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
    role: str
    """The role of the peer, by its name in the room's template."""
    type: PeerType | Unset = UNSET
    """How a peer takes part.

    * `regular`: through an app or a browser.
    * `sip`: by telephone or other equipment, over the Session Initiation Protocol.
    """
    joined_at: datetime.datetime
    """When the peer joined."""
    left_at: datetime.datetime
    """When the peer left. After a lost connection, the moment at which the server gave the peer up."""
    duration: int
    """How long the peer was in the room this time, in seconds."""
    reason: PeerLeaveReason
    """Why a peer left a room.

    * `client request`: the peer hung up, or reloaded or closed the page.
    * `peer kicked`: somebody in the room, or a backend through the API, removed the peer. `message` has
      the reason they gave.
    * `websocket closed`: the connection was lost, or the app was killed, and the peer did not come back
      for 60 seconds.
    * `ice connection state closed`: no sound or picture came through, because of a firewall, another
      network or an overload, and that did not change for 60 seconds.
    * `server removed peer`: a server of 100ms failed. This is rare.
    """
    message: str | Unset = UNSET
    """What was given as the reason when the peer was removed. Left out or an empty string in all other
    cases.
    """
    session_started_at: datetime.datetime | Unset = UNSET
    """When the session was opened."""
