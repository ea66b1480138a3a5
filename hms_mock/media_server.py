"""Recordings that start by themselves with the first peer of a room, as its template says.

A recording by a bot is a job as any other from then on. What the media server records (single tracks, a
file for each peer, or the older form of the whole room in one) ends with the session, and its files are
there `PROCESSING_SECONDS` later.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from hms_mock import job_assets, jobs, media_events
from hms_mock.errors import ApiError, bad_body
from hms_mock.job_settings import automatic_recording, recording_settings, storage_of
from hms_mock.model.jobs import Kind, Size
from hms_mock.model.server_recordings import Form, ServerRecording

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from hms_mock.model.sessions import Peer, Session, Track
    from hms_mock.model.templates import Template
    from hms_mock.state import State, Workspace

Json = dict[str, Any]

PROCESSING_SECONDS = 60
FAILURES = (
    "INPUT_ERROR",
    "CLOUD_ACCESS_ERROR",
    "CONFIG_ERROR",
    "MEMORY_ERROR",
    "PROCESSING_CMD_ERROR",
    "API_ERROR",
)
"""Why the media server fails to record."""


def begin(state: State) -> bool:
    """Start what the templates want recorded, in the sessions whose first peer has come since.

    Returns:
        Whether anything started.
    """
    begun = False
    for workspace, session in state.running_sessions():
        first = next((peer for peer in session.peers.values() if not peer.bot), None)
        if first is not None and not session.recording_begun:
            session.recording_begun = begun = True
            _begin(state, workspace, session, first.joined_at)
    for workspace in state.workspaces.values():
        for recording in workspace.server_recordings.values():
            if recording.ended_at is None:
                begun |= _announce(state, workspace, recording)
    return begun


def settle(state: State) -> bool:
    """Let what the media server records catch up with the clock.

    Returns:
        Whether any of it ended or was completed.
    """
    now, moved = state.clock.now(), False
    for workspace in state.workspaces.values():
        for recording in list(workspace.server_recordings.values()):
            session = workspace.sessions[recording.session_id]
            if recording.ended_at is None and not session.active:
                _announce(state, workspace, recording)
                recording.ended_at = session.updated_at
                moved = True
            if recording.ended_at is None:
                continue
            ready = recording.ended_at + timedelta(seconds=PROCESSING_SECONDS)
            if ready <= now:
                _complete(state, workspace, recording, ready)
                moved = True
    return moved


def finish(state: State, workspace: Workspace, recording: ServerRecording, error: str | None = None) -> None:
    """Let the files of a recording be there at once, or never.

    Args:
        state: the mock's state.
        workspace: the workspace of the recording.
        recording: a recording of a session that is over.
        error: one of `FAILURES`; None for success.

    Raises:
        ApiError: 400, its session still runs, or there is no such failure.
    """
    if error is not None and error not in FAILURES:
        raise bad_body(f"reason: must be one of {', '.join(FAILURES)}")
    if recording.ended_at is None:
        raise bad_body(f"{recording.id} ends with its session, which is still running")
    _complete(state, workspace, recording, state.clock.now(), error)


def _begin(state: State, workspace: Workspace, session: Session, moment: datetime) -> None:
    room = workspace.rooms[session.room_id]
    template = workspace.template_of(room)
    if (destination := automatic_recording(template)) is not None:
        # The page that the bot opens is needed only where a caller can give it.
        page = {} if template.subdomain else {"meeting_url": "https://mock.app.example.com/automatic"}
        settings = recording_settings(workspace, room, {"destination": destination} | page)
        # Somebody may have started a recording before the first peer came.
        with suppress(ApiError):
            jobs.start(state, workspace, room, Kind.RECORDING, settings, at=moment)
    storage = storage_of(workspace, room)
    for form, size in _forms(template, room.recording_info):
        recording = ServerRecording(
            id=state.ids.object_id(),
            form=form,
            room_id=room.id,
            session_id=session.id,
            storage=storage,
            size=size,
            started_at=moment,
        )
        workspace.server_recordings[recording.id] = recording


def _forms(template: Template, room_info: Json | None) -> Iterator[tuple[Form, Size]]:
    info = template.recording_info() if room_info is None else room_info
    config: Json = template.recordings[0] if template.recordings else {}
    stream: Json = config.get("streamRecording", {})
    size = Size(stream.get("width") or 1280, stream.get("height") or 720)
    if config.get("trackRecording", {}).get("enabled"):
        yield Form.TRACK, size
    if stream.get("enabled"):
        yield Form.STREAM, size
    if info.get("enabled") or config.get("compositeRecording", {}).get("customComposite", {}).get("enabled"):
        yield Form.COMPOSITE, size


def _announce(state: State, workspace: Workspace, recording: ServerRecording) -> bool:
    """Tell of the tracks whose recording has started since, and return whether there were any."""
    announced = False
    if recording.form is not Form.TRACK:
        return announced
    for peer, track in tracks_of(workspace, recording):
        if track.id not in recording.announced:
            recording.announced.add(track.id)
            media_events.track_started(state, workspace, recording, peer, track)
            announced = True
    return announced


def tracks_of(workspace: Workspace, recording: ServerRecording) -> Iterator[tuple[Peer, Track]]:
    """All tracks of a session, those that ended included, with the peers who published them."""
    for peer in workspace.sessions[recording.session_id].peers.values():
        for track in (*peer.ended_tracks, *peer.tracks.values()):
            yield peer, track


def _complete(
    state: State,
    workspace: Workspace,
    recording: ServerRecording,
    moment: datetime,
    error: str | None = None,
) -> None:
    del workspace.server_recordings[recording.id]
    maker = job_assets.Maker(
        state, workspace, recording, recording.storage, moment=moment, failed=error is not None
    )
    if recording.form is Form.COMPOSITE:
        assets = job_assets.legacy_files(maker, recording)
        media_events.composed(state, workspace, recording, assets=assets, moment=moment, error=error)
        return
    by_stream: dict[str, tuple[Peer, list[Track]]] = {}
    for peer, track in tracks_of(workspace, recording):
        by_stream.setdefault(track.stream_id, (peer, []))[1].append(track)
        if recording.form is Form.TRACK:
            asset = job_assets.track_file(maker, recording, peer, track)
            media_events.track_ended(
                state, workspace, recording, peer=peer, track=track, asset=asset, moment=moment, error=error
            )
    if recording.form is Form.STREAM:
        for peer, tracks in by_stream.values():
            asset = job_assets.stream_file(maker, recording, peer, tracks)
            media_events.stream_ended(
                state, workspace, recording, peer=peer, asset=asset, moment=moment, error=error
            )
