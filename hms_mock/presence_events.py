"""What webhooks and analytics tell about sessions, peers, roles and tracks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hms_mock.clock import format_nanoseconds
from hms_mock.events import emit

if TYPE_CHECKING:
    from datetime import datetime

    from hms_mock.model.rooms import Room
    from hms_mock.model.sessions import Peer, Session, Track
    from hms_mock.state import State, Workspace

Json = dict[str, Any]

HUNG_UP = "client request"
REMOVED = "peer kicked"
NEVER = "0001-01-01T00:00:00Z"
"""How events write a time of something that did not happen."""


def session_opened(state: State, workspace: Workspace, session: Session) -> None:
    """The first peer of a room has come."""
    emit(state, workspace, "session.open.success", _of_session(workspace, session), at=session.created_at)


def session_closed(state: State, workspace: Workspace, session: Session) -> None:
    """The last peer of a room has left."""
    stopped = session.updated_at
    data = _of_session(workspace, session) | {
        "session_stopped_at": format_nanoseconds(stopped),
        "session_duration": int((stopped - session.created_at).total_seconds()),
    }
    emit(state, workspace, "session.close.success", data, at=stopped)


def peer_joined(state: State, workspace: Workspace, session: Session, peer: Peer) -> None:
    """A peer has come."""
    data = _of_session(workspace, session) | _of_peer(peer)
    emit(state, workspace, "peer.join.success", data, at=peer.joined_at)


def peer_refused(
    state: State, workspace: Workspace, room: Room, *, name: str, user_id: str, role: str, cause: str
) -> None:
    """Somebody was not let in.

    Args:
        state: the mock's state.
        workspace: where it happened.
        room: the room.
        name: the name that the peer gave.
        user_id: who it is, "" when that is not known.
        role: the role that it asked for.
        cause: why, in the words of the event.
    """
    data = _of_room(room) | {
        "peer_id": state.ids.uuid(),
        "user_id": user_id,
        "user_name": name,
        "user_data": "",
        "role": role,
        "joined_at": NEVER,
        "error_message": cause,
    }
    emit(state, workspace, "peer.join.failure", data)


def peer_left(
    state: State, workspace: Workspace, session: Session, peer: Peer, *, left_at: datetime, reason: str
) -> None:
    """A peer has left.

    Args:
        state: the mock's state.
        workspace: where it happened.
        session: the session.
        peer: who left. Its own `reason` is what was said when it was removed.
        left_at: when.
        reason: one of the documented reasons.
    """
    data = _of_session(workspace, session) | _of_peer(peer)
    data |= {
        "left_at": format_nanoseconds(left_at),
        "duration": int((left_at - peer.joined_at).total_seconds()),
        "reason": reason,
    }
    if peer.reason:
        data["message"] = peer.reason
    emit(state, workspace, "peer.leave.success", data, at=left_at)


def peer_gone_already(state: State, workspace: Workspace, room: Room, peer: Peer) -> None:
    """A peer was to leave that had left before."""
    data = _of_room(room) | _of_peer(peer)
    data |= {"left_at": NEVER, "duration": 0, "error_message": "peer not joined"}
    emit(state, workspace, "peer.leave.failure", data)


def room_ended(state: State, workspace: Workspace, session: Session, *, lock: bool, reason: str) -> None:
    """A running session was ended through the API."""
    data = _of_session(workspace, session) | {"lock_room": lock, "reason": reason, "source": "api"}
    emit(state, workspace, "room.end.success", data)


def room_not_ended(state: State, workspace: Workspace, room: Room, *, lock: bool, reason: str) -> None:
    """A room was to be ended through the API that nobody is in."""
    data = _of_room(room) | {
        "lock_room": lock,
        "reason": reason,
        "source": "api",
        "error_code": 404,
        "error_message": "session not found",
    }
    emit(state, workspace, "room.end.failure", data)


def role_changed(state: State, workspace: Workspace, session: Session, peer: Peer, previous: str) -> None:
    """A peer has got another role through the API."""
    data = _of_session(workspace, session) | _of_peer(peer) | {"previous_role": previous}
    data["role_changed_at"] = format_nanoseconds(state.clock.now())
    del data["type"]
    emit(state, workspace, "role.change.success", data)


def role_not_changed(
    state: State, workspace: Workspace, session: Session, peer: Peer, *, role: str, cause: str
) -> None:
    """A peer was to get a role through the API, and did not."""
    data = _of_session(workspace, session) | _of_peer(peer) | {"role": role, "error_message": cause}
    del data["type"]
    emit(state, workspace, "role.change.failure", data)


def track_added(state: State, workspace: Workspace, room: Room, peer: Peer, track: Track) -> None:
    """A peer publishes a track."""
    data = _of_track(room, peer, track)
    emit(state, workspace, "track.add.success", data, at=track.started_at)


def track_muted(state: State, workspace: Workspace, room: Room, peer: Peer, track: Track) -> None:
    """A peer muted or unmuted a track."""
    emit(state, workspace, "track.update.success", _of_track(room, peer, track))


def track_removed(
    state: State, workspace: Workspace, room: Room, peer: Peer, track: Track, *, stopped_at: datetime
) -> None:
    """A track ended."""
    data = _of_track(room, peer, track) | {"stopped_at": format_nanoseconds(stopped_at)}
    emit(state, workspace, "track.remove.success", data, at=stopped_at)


def _of_room(room: Room) -> Json:
    return {"room_id": room.id, "room_name": room.name, "template_id": room.template_id}


def _of_session(workspace: Workspace, session: Session) -> Json:
    return _of_room(workspace.rooms[session.room_id]) | {
        "session_id": session.id,
        "session_started_at": format_nanoseconds(session.created_at),
    }


def _of_peer(peer: Peer) -> Json:
    return {
        "peer_id": peer.id,
        "user_id": peer.user_id,
        "user_name": peer.name,
        "user_data": peer.metadata,
        "role": peer.role,
        "type": peer.type,
        "joined_at": format_nanoseconds(peer.joined_at),
    }


def _of_track(room: Room, peer: Peer, track: Track) -> Json:
    return {
        "room_id": room.id,
        "session_id": peer.session_id,
        "room_name": room.name,
        "peer_id": peer.id,
        "user_id": peer.user_id,
        "user_name": peer.name,
        "joined_at": format_nanoseconds(peer.joined_at),
        "role": peer.role,
        "track_id": track.id,
        "stream_id": track.stream_id,
        "type": track.type,
        "source": track.source,
        "mute": track.mute,
        "started_at": format_nanoseconds(track.started_at),
    }
