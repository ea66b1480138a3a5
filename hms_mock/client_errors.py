"""Errors that client SDKs report to the analytics."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hms_mock.errors import bad_body, not_found
from hms_mock.events import emit
from hms_mock.model.events import ERRORS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hms_mock.model.sessions import Peer
    from hms_mock.state import State, Workspace

Json = dict[str, Any]

_NO_CONNECTION = "local candidate - candidate:1 1 udp 2130706431 192.0.2.1 50000 typ host"
_TYPICAL: dict[str, Json] = {
    "client.publish.failed": {
        "error_code": 4006,
        "error_name": "ICEDisconnected",
        "error_message": "[PUBLISH]: Ice connection state DISCONNECTED",
        "error_description": _NO_CONNECTION,
        "action": "PUBLISH",
        "domain": "CUSTOM",
        "audio": {"maxBitrate": 32, "deviceId": "default", "volume": 1, "codec": "opus"},
        "video": {
            "deviceId": "default",
            "maxFramerate": 25,
            "maxBitrate": 256,
            "codec": "vp8",
            "height": 180,
            "width": 320,
        },
        "devices": {"videoInput": [], "audioInput": [], "audioOutput": []},
    },
    "client.subscribe.failed": {
        "error_code": 4006,
        "error_name": "ICEDisconnected",
        "error_message": "[SUBSCRIBE]: Ice connection state DISCONNECTED",
        "error_description": _NO_CONNECTION,
        "action": "SUBSCRIBE",
    },
    "client.join.failed": {
        "error_code": 500,
        "error_name": "ServerErrors",
        "error_message": "sfu join failed",
        "error_description": "sfu join failed",
        "action": "JOIN",
        "domain": "CUSTOM",
        "retries_join": 0,
    },
    "client.disconnected": {
        "error_code": 1003,
        "error_name": "WebSocketConnectionLost",
        "error_message": "Network connection lost",
        "error_description": "ping pong failure",
        "action": "RECONNECT_SIGNAL",
        "transport_state": "Joined",
    },
    "client.connect.failed": {
        "error_code": 2003,
        "error_name": "EndpointUnreachable",
        "error_message": "Endpoint is not reachable - Failed to fetch",
        "error_description": "Failed to fetch",
        "action": "INIT",
        "endpoint": "",
        "transport_state": "Connecting",
    },
}
_AGENT: Json = {
    "sdk": "web",
    "sdk_version": "0.12.15",
    "os": "web_Linux",
    "os_version": "unknown",
    "device_model": "Chrome_125.0.0.0",
    "framework": "react-web",
    "framework_version": "18.2.0",
    "framework_sdk_version": "0.10.15",
    "is_prebuilt": False,
    "domain": "CUSTOM",
}


def report(
    state: State,
    event_type: str,
    room_id: str,
    *,
    peer_id: str | None,
    person: Mapping[str, str],
    details: Json,
    terminal: bool,
) -> None:
    """Take down an error of a client.

    Args:
        state: the mock's state.
        event_type: what kind of error it is.
        room_id: the room.
        peer_id: a peer that is or was in the room. None: somebody who did not get that far.
        person: `user_id`, `user_name` and `role` of that somebody.
        details: what the error is, where it is not the typical one.
        terminal: whether the client has given up.

    Raises:
        ApiError: 400, there is no such type; 404, no such room or peer.
    """
    if event_type not in _TYPICAL:
        raise bad_body(f"type: must be one of {', '.join(sorted(ERRORS))}")
    workspace = state.workspace_of_room(room_id)
    room = workspace.rooms[room_id]
    data: Json = {"account_id": workspace.customer_id, "room_id": room.id, "room_name": room.name}
    data |= {"template_id": room.template_id}
    if peer_id is None:
        data |= {"peer_id": state.ids.uuid(), **person}
    else:
        peer = _peer(workspace, room_id, peer_id)
        data |= {
            "peer_id": peer.id,
            "session_id": peer.session_id,
            "user_id": peer.user_id,
            "user_name": peer.name,
            "role": peer.role,
        }
    line = ",".join(f"{name}:{value}" for name, value in _AGENT.items())
    data |= _TYPICAL[event_type] | details
    data |= {"is_terminal": terminal, "agent": _AGENT | {"string": line}}
    emit(state, workspace, event_type, data)


def _peer(workspace: Workspace, room_id: str, peer_id: str) -> Peer:
    for session in workspace.sessions.values():
        if session.room_id == room_id and peer_id in session.peers:
            return session.peers[peer_id]
    raise not_found("Peer", peer_id)
