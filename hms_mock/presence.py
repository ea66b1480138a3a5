"""Peers come and go: sessions open with the first peer of a room and close with the last."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from hms_mock import polling, tracks
from hms_mock import presence_events as events
from hms_mock.auth import CLIENT, verify
from hms_mock.errors import ApiError, bad_body, forbidden, not_found, unauthorized
from hms_mock.model.rooms import LARGEST_ORDINARY_ROOM, Room
from hms_mock.model.sessions import Peer, Session

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hms_mock.state import State, Workspace

_NOT_FOUND = 404


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
    type: str = "regular",
    media: tuple[str, ...] = ("audio", "video"),
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
        type: `regular`, or `sip` for somebody on the telephone.
        media: the kinds of tracks that the device of the peer can publish.

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
    session = workspace.running.get(room_id)
    role = role or ""
    people = [peer for peer in session.connected() if not peer.bot] if session else []
    try:
        _check_admission(workspace, room, role, people)
    except ApiError as refusal:
        cause = "role not allowed" if refusal.status == _NOT_FOUND else refusal.message.lower()
        events.peer_refused(state, workspace, room, name=name, user_id=user_id or "", role=role, cause=cause)
        raise
    now = state.clock.now()
    session = session or _open(state, workspace, room, now)
    peer = Peer(
        id=state.ids.uuid(),
        session_id=session.id,
        name=name,
        role=role,
        user_id=state.ids.uuid() if user_id is None else user_id,
        joined_at=now,
        metadata=metadata,
        type=type,
        media=media,
    )
    session.peers[peer.id] = peer
    session.updated_at = now
    events.peer_joined(state, workspace, session, peer)
    tracks.publish_for_role(state, workspace, room, peer)
    return peer


def join_as_bot(state: State, workspace: Workspace, room: Room, role: str, *, at: datetime) -> Peer:
    """Let the bot of a recording or a stream join a room. It takes nobody's place and publishes nothing.

    That it comes and goes is told by the events of the recording or the stream, not by those of peers.

    Args:
        state: the mock's state.
        workspace: the workspace of the room.
        room: the room. A session opens when none is running.
        role: the role of the bot, which the template need not have.
        at: when it joins.
    """
    session = workspace.running.get(room.id) or _open(state, workspace, room, at)
    bot = Peer(
        id=state.ids.uuid(),
        session_id=session.id,
        name="Beam",
        role=role,
        user_id="beam",
        joined_at=at,
        media=(),
        bot=True,
    )
    session.peers[bot.id] = bot
    session.updated_at = max(session.updated_at, at)
    return bot


def change_role(state: State, workspace: Workspace, room: Room, peer: Peer, role: str) -> None:
    """Give a connected peer another role, and the tracks that go with it.

    Raises:
        ApiError: 404, the template has no such role.
    """
    session = workspace.running[room.id]
    if role not in workspace.template_of(room).roles:
        events.role_not_changed(state, workspace, session, peer, role=role, cause="role not found")
        raise not_found("Role", role)
    previous, peer.role = peer.role, role
    if previous != role:
        events.role_changed(state, workspace, session, peer, previous)
    tracks.publish_for_role(state, workspace, room, peer)


def leave(
    state: State,
    workspace: Workspace,
    session: Session,
    peers: Iterable[Peer],
    reason: str = "",
    *,
    removed: bool = False,
    at: datetime | None = None,
) -> None:
    """Let connected peers leave. The session closes when nobody is left.

    Args:
        state: the mock's state.
        workspace: the workspace of the session.
        session: a running session.
        peers: who leaves.
        reason: why, if they did not choose to.
        removed: whether they did not choose to.
        at: when. Left out: now.
    """
    _leave_at(state, at or state.clock.now(), workspace, session, peers, reason=reason, removed=removed)


def hang_up(state: State, room_id: str, peer_id: str) -> None:
    """Let a peer leave of its own accord.

    Raises:
        ApiError: 404, the room has no running session or the peer is not in it.
    """
    workspace = state.workspace_of_room(room_id)
    session = running_session(workspace, room_id)
    peer = session.peers.get(peer_id)
    if peer is not None and peer.left_at is not None:
        events.peer_gone_already(state, workspace, workspace.rooms[room_id], peer)
    leave(state, workspace, session, [connected_peer(workspace, room_id, peer_id)])


def end(
    state: State, workspace: Workspace, session: Session, reason: str = "", *, lock: bool = False
) -> None:
    """Close a running session through the API; everybody is removed.

    Args:
        state: the mock's state.
        workspace: the workspace of the session.
        session: a running session.
        reason: why.
        lock: disable the room as well.
    """
    events.room_ended(state, workspace, session, lock=lock, reason=reason)
    leave(state, workspace, session, session.connected(), reason, removed=True)
    if lock:
        workspace.rooms[session.room_id].enabled = False


def settle(state: State) -> bool:
    """Close the sessions that reached their longest duration, at the time when they did.

    Returns:
        Whether any did.
    """
    now, ended = state.clock.now(), False
    for workspace, session in state.running_sessions():
        limit = workspace.rooms[session.room_id].longest_session
        deadline = session.created_at + timedelta(seconds=limit)
        if deadline <= now:
            reason = "maximum duration reached"
            _leave_at(state, deadline, workspace, session, session.connected(), reason=reason, removed=True)
            ended = True
    return ended


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


def addressed(workspace: Workspace, session: Session, *, peer_id: str | None, role: str | None) -> list[Peer]:
    """The connected peers that are meant, all of them when nobody is named. "" is as good as None.

    Args:
        workspace: the workspace of the session.
        session: a running session.
        peer_id: one peer; it counts before a role.
        role: the peers with this role.

    Raises:
        ApiError: 404, there is no such peer or role.
    """
    if peer_id:
        return [connected_peer(workspace, session.room_id, peer_id)]
    if not role:
        return session.connected()
    if role not in workspace.template_of(workspace.rooms[session.room_id]).roles:
        raise not_found("Role", role)
    return [peer for peer in session.connected() if peer.role == role]


def find_peer(state: State, peer_id: str) -> tuple[Workspace, Session, Peer]:
    """A connected peer of any room with its session and workspace, or 404."""
    for workspace, session in state.running_sessions():
        peer = session.peers.get(peer_id)
        if peer is not None and peer.left_at is None:
            return workspace, session, peer
    raise not_found("Peer", peer_id)


def _open(state: State, workspace: Workspace, room: Room, moment: datetime) -> Session:
    session = Session(id=state.ids.object_id(), room_id=room.id, created_at=moment, updated_at=moment)
    workspace.sessions[session.id] = workspace.running[room.id] = session
    events.session_opened(state, workspace, session)
    polling.start_linked(state, workspace, room, session)
    return session


def _role_of_code(workspace: Workspace, room_id: str, code: str) -> str:
    found = workspace.room_codes.get(code)
    if found is None or found.room_id != room_id:
        raise not_found("Code", code)
    if not found.enabled:
        raise forbidden("Code is disabled")
    return found.role


def _check_admission(workspace: Workspace, room: Room, role: str, connected: list[Peer]) -> None:
    if role not in workspace.template_of(room).roles:
        raise not_found("Role", role)
    if not room.enabled:
        raise forbidden("Room is disabled")
    # A size of 0 is documented as allowed but not explained; a room that admits nobody would be of no use.
    size = room.size or (None if room.large_room else LARGEST_ORDINARY_ROOM)
    if size is not None and len(connected) >= size:
        raise forbidden("Room is full", f"the room is for {size} peers")
    limit = workspace.template_of(room).roles[role]["maxPeerCount"]
    if limit < 0 or (limit and sum(peer.role == role for peer in connected) >= limit):
        raise forbidden("Role is full", f"the role {role} is for {max(limit, 0)} peers")


def _leave_at(
    state: State,
    moment: datetime,
    workspace: Workspace,
    session: Session,
    peers: Iterable[Peer],
    *,
    reason: str,
    removed: bool,
) -> None:
    room = workspace.rooms[session.room_id]
    session.updated_at = moment
    for peer in peers:
        tracks.end(state, workspace, room, peer, peer.tracks.values(), at=moment)
        peer.left_at = moment
        peer.reason = reason
        cause = events.REMOVED if removed else events.HUNG_UP
        if not peer.bot:
            events.peer_left(state, workspace, session, peer, left_at=moment, reason=cause)
    if not session.connected():
        session.active = False
        del workspace.running[session.room_id]
        events.session_closed(state, workspace, session)
