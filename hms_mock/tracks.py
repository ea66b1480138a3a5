"""Audio, video and shared screens: peers publish them, mute them, and stop to publish them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hms_mock import presence_events as events
from hms_mock.errors import bad_body, forbidden, not_found
from hms_mock.model.sessions import SCREEN, Peer, Track

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from hms_mock.model.rooms import Room
    from hms_mock.state import State, Workspace

KINDS = ("audio", "video", SCREEN)


def publish_for_role(state: State, workspace: Workspace, room: Room, peer: Peer) -> None:
    """Give a peer the tracks of its role: missing ones start, those that it may not have any more end.

    A screen is shared when somebody wants to, see `publish`.
    """
    allowed = workspace.template_of(room).may_publish(peer.role)
    not_allowed = [track for track in peer.tracks.values() if track.kind not in allowed]
    end(state, workspace, room, peer, not_allowed, at=state.clock.now())
    published = {track.kind for track in peer.tracks.values()}
    missing = [kind for kind in peer.media if kind in allowed and kind not in published]
    for track in [_start(state, peer, kind) for kind in missing]:
        events.track_added(state, workspace, room, peer, track)


def publish(state: State, workspace: Workspace, peer: Peer, kind: str) -> None:
    """Let a connected peer publish a track. Does nothing when it publishes one of the kind already.

    Args:
        state: the mock's state.
        workspace: the workspace of the peer.
        peer: the peer.
        kind: one of `KINDS`.

    Raises:
        ApiError: 400, there is no such kind; 403, the role of the peer does not publish it.
    """
    if kind not in KINDS:
        raise bad_body(f"track: must be one of {', '.join(KINDS)}")
    room = _room_of(workspace, peer)
    if kind not in workspace.template_of(room).may_publish(peer.role):
        raise forbidden("Track not allowed", f"the role {peer.role} does not publish {kind}")
    if all(track.kind != kind for track in peer.tracks.values()):
        events.track_added(state, workspace, room, peer, _start(state, peer, kind))


def unpublish(state: State, workspace: Workspace, peer: Peer, kind: str) -> None:
    """Let a connected peer stop to publish a track.

    Raises:
        ApiError: 404, it publishes none of the kind.
    """
    end(state, workspace, _room_of(workspace, peer), peer, [_track(peer, kind)], at=state.clock.now())


def mute(state: State, workspace: Workspace, peer: Peer, kind: str, *, muted: bool) -> None:
    """Mute or unmute a track of a connected peer. It is an event only if it changes something.

    Raises:
        ApiError: 404, the peer publishes none of the kind.
    """
    track = _track(peer, kind)
    if track.mute != muted:
        track.mute = muted
        events.track_muted(state, workspace, _room_of(workspace, peer), peer, track)


def end(
    state: State, workspace: Workspace, room: Room, peer: Peer, tracks: Iterable[Track], *, at: datetime
) -> None:
    """Let tracks of a peer end.

    Args:
        state: the mock's state.
        workspace: the workspace of the room.
        room: the room of the peer.
        peer: the peer.
        tracks: some of its tracks.
        at: when.
    """
    for track in list(tracks):
        track.stopped_at = at
        del peer.tracks[track.id]
        peer.ended_tracks.append(track)
        events.track_removed(state, workspace, room, peer, track, stopped_at=at)


def _start(state: State, peer: Peer, kind: str) -> Track:
    source, form = (SCREEN, "video") if kind == SCREEN else ("regular", kind)
    # Audio and video of one camera share a stream.
    streams = (track.stream_id for track in peer.tracks.values() if track.source == source)
    track = Track(
        stream_id=next(streams, None) or state.ids.uuid(),
        id=state.ids.uuid(),
        type=form,
        source=source,
        started_at=state.clock.now(),
    )
    peer.tracks[track.id] = track
    return track


def _track(peer: Peer, kind: str) -> Track:
    for track in peer.tracks.values():
        if track.kind == kind:
            return track
    raise not_found("Track", kind)


def _room_of(workspace: Workspace, peer: Peer) -> Room:
    return workspace.rooms[workspace.sessions[peer.session_id].room_id]
