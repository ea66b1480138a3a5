"""Peers come and go: sessions open with the first peer of a room and close with the last."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from hms_mock.auth import CLIENT, verify
from hms_mock.errors import bad_body, forbidden, not_found, unauthorized
from hms_mock.model.rooms import LARGEST_ORDINARY_ROOM, Room
from hms_mock.model.sessions import Peer, Session, Track

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hms_mock.state import State, Workspace


def join(
    state: State,
    room_id: str,
    *,
    role: str | None = None,
    token: str | None = None,
    code: str | None = None,
    name: str = "",
    user_id: str | None = None,
    metadata: str = "",
) -> Peer:
    """Let a peer join a room, as a client SDK would.

    Args:
        state: the mock's state.
        room_id: the room.
        role: the role to join in. Give this or `token` or `code`.
        token: a client token, which is verified; it says room, role and user.
        code: a room code; it says room and role.
        name: the name that others see.
        user_id: your identifier of the user; made up when left out, ignored with a token.
        metadata: any text about the peer.

    Raises:
        ApiError: 400 unless exactly one of role, token and code is given; 401 for a bad token; 403 when the
            room, the code or the limits of room and role do not let anybody in; 404 for an unknown room,
            role or code.
    """
    if sum(given is not None for given in (role, token, code)) != 1:
        raise bad_body("give exactly one of role, token and code")
    workspace = state.workspace_of_room(room_id)
    room = workspace.rooms[room_id]
    if token is not None:
        claims = verify(token, CLIENT, state).claims
        if claims["room_id"] != room_id:
            raise unauthorized("Token validation error: wrong room", f"the token is for {claims['room_id']}")
        role, user_id = claims["role"], claims["user_id"]
    elif code is not None:
        role = _role_of_code(workspace, room_id, code)
    if role is None or role not in workspace.template_of(room).roles:
        raise not_found("Role", str(role))
    if not room.enabled:
        raise forbidden("Room is disabled")
    session = workspace.running.get(room_id)
    _check_capacity(workspace, room, role, session.connected() if session else [])
    now = state.clock.now()
    if session is None:
        session = Session(id=state.ids.object_id(), room_id=room_id, created_at=now, updated_at=now)
        workspace.sessions[session.id] = workspace.running[room_id] = session
    peer = Peer(
        id=state.ids.uuid(),
        session_id=session.id,
        name=name,
        role=role,
        user_id=state.ids.uuid() if user_id is None else user_id,
        joined_at=now,
        metadata=metadata,
    )
    session.peers[peer.id] = peer
    session.updated_at = now
    publish(state, workspace, room, peer)
    return peer


def publish(state: State, workspace: Workspace, room: Room, peer: Peer) -> None:
    """Give a peer the tracks of its role: missing ones start, those that it may not have any more end."""
    kinds = workspace.template_of(room).may_publish(peer.role)
    kept = {track.type: track for track in peer.tracks.values() if track.type in kinds}
    stream_id = next((track.stream_id for track in kept.values()), None) or state.ids.uuid()
    for kind in kinds:
        if kind not in kept:
            kept[kind] = Track(
                id=state.ids.uuid(), stream_id=stream_id, type=kind, started_at=state.clock.now()
            )
    peer.tracks = {track.id: track for track in kept.values()}


def leave(
    state: State, workspace: Workspace, session: Session, peers: Iterable[Peer], reason: str = ""
) -> None:
    """Let connected peers leave. The session closes when nobody is left.

    Args:
        state: the mock's state.
        workspace: the workspace of the session.
        session: a running session.
        peers: who leaves.
        reason: why, if they did not choose to.
    """
    _leave_at(state.clock.now(), workspace, session, peers, reason)


def end(state: State, workspace: Workspace, session: Session, reason: str = "") -> None:
    """Close a running session; everybody leaves."""
    leave(state, workspace, session, session.connected(), reason)


def settle(state: State) -> None:
    """Close the sessions that reached their longest duration, at the time when they did."""
    now = state.clock.now()
    for workspace, session in state.running_sessions():
        limit = workspace.rooms[session.room_id].longest_session
        deadline = session.created_at + timedelta(seconds=limit)
        if deadline <= now:
            _leave_at(deadline, workspace, session, session.connected(), "maximum duration reached")


def running_session(workspace: Workspace, room_id: str) -> Session:
    """The running session of a room, or 404 when the room is unknown or nobody is in it."""
    room = workspace.room(room_id)
    if room.id not in workspace.running:
        raise not_found("Active room", room_id)
    return workspace.running[room_id]


def connected_peer(workspace: Workspace, room_id: str, peer_id: str) -> Peer:
    """A connected peer of a room, or 404."""
    peer = running_session(workspace, room_id).peers.get(peer_id)
    if peer is None or peer.left_at is not None:
        raise not_found("Peer", peer_id)
    return peer


def _role_of_code(workspace: Workspace, room_id: str, code: str) -> str:
    found = workspace.room_codes.get(code)
    if found is None or found.room_id != room_id:
        raise not_found("Code", code)
    if not found.enabled:
        raise forbidden("Code is disabled")
    return found.role


def _check_capacity(workspace: Workspace, room: Room, role: str, connected: list[Peer]) -> None:
    # A size of 0 is documented as allowed but not explained; a room that admits nobody would be of no use.
    size = room.size or (None if room.large_room else LARGEST_ORDINARY_ROOM)
    if size is not None and len(connected) >= size:
        raise forbidden("Room is full", f"the room is for {size} peers")
    limit = workspace.template_of(room).roles[role]["maxPeerCount"]
    if limit < 0 or (limit and sum(peer.role == role for peer in connected) >= limit):
        raise forbidden("Role is full", f"the role {role} is for {max(limit, 0)} peers")


def _leave_at(
    moment: datetime, workspace: Workspace, session: Session, peers: Iterable[Peer], reason: str
) -> None:
    for peer in peers:
        peer.left_at = moment
        peer.reason = reason
        peer.tracks = {}
    session.updated_at = moment
    if not session.connected():
        session.active = False
        del workspace.running[session.room_id]
