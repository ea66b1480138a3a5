"""Encoders connect with a stream key, are cut off, come back and stop.

An ingestion lives and ends with the live stream that shows it. The end is told where the live stream ends,
in `hms_mock.jobs`, so that time, the API and the control plane all end it in one way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hms_mock import ingest_events, jobs
from hms_mock.errors import ApiError, bad_body, forbidden, not_found
from hms_mock.job_settings import ingest_settings
from hms_mock.model.ingests import ERRORS, REASONS, STREAM_CLOSED, Ingest
from hms_mock.model.jobs import ACTIVE, Job, Kind

if TYPE_CHECKING:
    from hms_mock.model.rooms import Room
    from hms_mock.state import State, Workspace

_NO_DESTINATIONS = "no hls destinations"


def start(state: State, key: str, error: str | None = None) -> Ingest:
    """Let an encoder connect, or connect again.

    Args:
        state: the mock's state.
        key: the stream key.
        error: refuse it for this reason, one of `ERRORS`.

    Raises:
        ApiError: 400, there is no such reason; 403, it is refused, which an event tells; 404, no room ever
            had this key.
    """
    if error is not None and error not in ERRORS:
        raise bad_body(f"error: must be one of {', '.join(ERRORS)}")
    workspace, room, enabled = _room_of_key(state, key)
    running = _live_stream(workspace, room)
    error = error or _obstacle(workspace, room, running, enabled=enabled)
    if error is None and running is not None and running.ingest is not None:
        running.ingest.disconnected_at = None
        return running.ingest
    if error is None:
        try:
            settings = ingest_settings(workspace, room)
            ingest = Ingest(id=state.ids.object_id(), room_id=room.id, started_at=state.clock.now())
            job = jobs.start(state, workspace, room, Kind.LIVE_STREAM, settings, ingest=ingest)
        except ApiError:
            error = "beam start error"
        else:
            ingest.stream_id = job.id
            ingest_events.started(state, workspace, room, ingest)
            return ingest
    ingest_events.refused(state, workspace, room, error)
    details = ["an event has told so: ingest.start.failure"]
    if error == _NO_DESTINATIONS:
        details.insert(0, "give the template of the room one with updateDestinations")
    raise forbidden(error, *details)


def disconnect(state: State, ingest_id: str) -> Ingest:
    """Cut an encoder off. The live stream waits for it to come back.

    Raises:
        ApiError: 400, it is not connected; 404, there is no such ingestion.
    """
    _, _, ingest = _find_running(state, ingest_id)
    if ingest.disconnected_at is not None:
        raise bad_body(f"{ingest_id} is disconnected already")
    ingest.disconnected_at = state.clock.now()
    return ingest


def end(state: State, ingest_id: str, reason: str = STREAM_CLOSED) -> Ingest:
    """End an ingestion and its live stream now.

    Raises:
        ApiError: 400, it is over, or there is no such reason; 404, there is no such ingestion.
    """
    if reason not in REASONS:
        raise bad_body(f"reason: must be one of {', '.join(REASONS)}")
    workspace, job, ingest = _find_running(state, ingest_id)
    ingest.reason = reason
    jobs.stop(state, workspace, job)
    return ingest


def fail(state: State, ingest_id: str, error: str) -> Ingest:
    """Let an ingestion fail now, and its live stream with it.

    Raises:
        ApiError: 400, it is over, or there is no such error; 404, there is no such ingestion.
    """
    if error not in ERRORS:
        raise bad_body(f"error: must be one of {', '.join(ERRORS)}")
    workspace, job, ingest = _find_running(state, ingest_id)
    ingest.error = error
    jobs.fail(state, workspace, job)
    return ingest


def _room_of_key(state: State, key: str) -> tuple[Workspace, Room, bool]:
    for workspace in state.workspaces.values():
        for stream_key in workspace.stream_keys.values():
            if stream_key.key == key:
                room = workspace.rooms[stream_key.room_id]
                return workspace, room, room.enabled
        if key in workspace.disabled_stream_keys:
            return workspace, workspace.rooms[workspace.disabled_stream_keys[key]], False
    # The key may be a real one, sent here by mistake, so it is not repeated.
    raise ApiError(404, "Stream key not found", ["no room ever had this stream key"])


def _obstacle(workspace: Workspace, room: Room, running: Job | None, *, enabled: bool) -> str | None:
    """Why an encoder is not let in, or None."""
    if not enabled:
        return "stream key disabled"
    if running is not None:
        if running.ingest is None:
            return "remote session active"
        return "already connected" if running.ingest.disconnected_at is None else None
    if not workspace.template_of(room).destinations.get("hlsDestinations"):
        return _NO_DESTINATIONS
    return None


def _live_stream(workspace: Workspace, room: Room) -> Job | None:
    for job in workspace.live_jobs.values():
        if job.kind is Kind.LIVE_STREAM and job.room_id == room.id and job.status in ACTIVE:
            return job
    return None


def _find_running(state: State, ingest_id: str) -> tuple[Workspace, Job, Ingest]:
    for workspace in state.workspaces.values():
        for job in workspace.jobs[Kind.LIVE_STREAM].values():
            if job.ingest is not None and job.ingest.id == ingest_id:
                if job.ingest.completed_at is not None:
                    raise bad_body(f"{ingest_id} is over already")
                return workspace, job, job.ingest
    raise not_found("Ingest", ingest_id)
