"""Active rooms: what can be done to a session while it runs."""

from __future__ import annotations

from hms_mock import messaging, presence, presence_events
from hms_mock.clock import format_nanoseconds
from hms_mock.errors import bad_body
from hms_mock.registry import HandlerTable, Reply, Request

handler = HandlerTable()


@handler("getActiveRoom")
def get_active_room(request: Request) -> Reply:
    """The running session of a room."""
    workspace = request.workspace
    session = presence.running_session(workspace, request.path["room_id"])
    room = workspace.rooms[session.room_id]
    return Reply(
        {
            "id": room.id,
            "name": room.name,
            "customer_id": workspace.customer_id,
            "session": {
                "id": session.id,
                "created_at": format_nanoseconds(session.created_at),
                "peers": [peer.id for peer in session.connected()],
            },
        }
    )


@handler("listPeers")
def list_peers(request: Request) -> Reply:
    """The connected peers, all of them or those of a user or role."""
    query = request.query
    session = presence.running_session(request.workspace, request.path["room_id"])
    peers = [
        peer
        for peer in session.connected()
        if query.get("user_id", peer.user_id) == peer.user_id and query.get("role", peer.role) == peer.role
    ]
    return Reply({"peers": {peer.id: peer.to_active_json(tracks=False) for peer in peers}})


@handler("getPeer")
def get_peer(request: Request) -> Reply:
    """One connected peer with its tracks."""
    peer = presence.connected_peer(request.workspace, request.path["room_id"], request.path["peer_id"])
    return Reply(peer.to_active_json(tracks=True))


@handler("updatePeer")
def update_peer(request: Request) -> Reply:
    """Change name, role or metadata of a connected peer."""
    workspace, body = request.workspace, request.members
    peer = presence.connected_peer(workspace, request.path["room_id"], request.path["peer_id"])
    room = workspace.rooms[request.path["room_id"]]
    if body.get("role"):
        presence.change_role(request.state, workspace, room, peer, body["role"])
    peer.name = body.get("name", peer.name)
    peer.metadata = body.get("metadata", peer.metadata)
    return Reply(peer.to_active_json(tracks=True))


@handler("sendMessage")
def send_message(request: Request) -> Reply:
    """Record a message for a peer, for the peers of a role, or for all."""
    workspace, state, body = request.workspace, request.state, request.members
    session = presence.running_session(workspace, request.path["room_id"])
    messaging.send(
        state,
        workspace,
        session,
        body["message"],
        type=body.get("type"),
        role=body.get("role"),
        peer_id=body.get("peer_id"),
    )
    return Reply({"message": "message sent"})


@handler("removePeers")
def remove_peers(request: Request) -> Reply:
    """Disconnect one peer, or all peers of a role."""
    body = request.members
    session = presence.running_session(request.workspace, request.path["room_id"])
    if not body.get("peer_id") and not body.get("role"):
        raise bad_body("peer_id or role is required")
    peers = presence.addressed(request.workspace, session, peer_id=body.get("peer_id"), role=body.get("role"))
    if peers:
        presence.leave(request.state, request.workspace, session, peers, body.get("reason", ""), removed=True)
    return Reply({"message": "peer remove request submitted"})


@handler("endRoom")
def end_room(request: Request) -> Reply:
    """End the running session, and on demand disable the room."""
    workspace, state, body = request.workspace, request.state, request.members
    lock, reason = bool(body.get("lock")), body.get("reason", "")
    room = workspace.room(request.path["room_id"])
    if room.id not in workspace.running:
        presence_events.room_not_ended(state, workspace, room, lock=lock, reason=reason)
    session = presence.running_session(workspace, room.id)
    presence.end(state, workspace, session, reason, lock=lock)
    return Reply({"message": "session is ending"})
