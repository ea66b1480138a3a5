"""PeerLeaveReason."""

from __future__ import annotations

from ..types import OpenEnum


class PeerLeaveReason(OpenEnum):
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

    CLIENT_REQUEST = "client request"
    PEER_KICKED = "peer kicked"
    WEBSOCKET_CLOSED = "websocket closed"
    ICE_CONNECTION_STATE_CLOSED = "ice connection state closed"
    SERVER_REMOVED_PEER = "server removed peer"
