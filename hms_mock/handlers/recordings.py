"""Recordings of rooms by a bot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hms_mock import jobs
from hms_mock.errors import not_found
from hms_mock.handlers import _jobs
from hms_mock.job_settings import recording_settings
from hms_mock.model.jobs import ACTIVE, Kind
from hms_mock.registry import HandlerTable, Reply, Request

if TYPE_CHECKING:
    from hms_mock.model.jobs import Job

handler = HandlerTable()


@handler("startRecording")
def start_recording(request: Request) -> Reply:
    """Send a bot into a room to record it."""
    job = _jobs.start(request, Kind.RECORDING, recording_settings)
    return Reply(job.recording_json(changed=True))


@handler("stopRoomRecordings")
def stop_room_recordings(request: Request) -> Reply:
    """Tell all recordings of a room to stop."""
    stopped = _jobs.stop_all(request, Kind.RECORDING)
    return Reply(_jobs.page(stopped, [job.recording_json() for job in stopped]))


@handler("pauseRoomRecording")
def pause_room_recording(request: Request) -> Reply:
    """Pause the recording of a room."""
    job = _active(request)
    jobs.pause(request.state, job)
    return Reply(job.recording_json(paused=True))


@handler("resumeRoomRecording")
def resume_room_recording(request: Request) -> Reply:
    """Go on with the recording of a room."""
    job = _active(request)
    jobs.resume(request.state, job)
    return Reply(job.recording_json(paused=True))


@handler("listRecordings")
def list_recordings(request: Request) -> Reply:
    """One page of recordings, without their assets."""
    return Reply(_jobs.listed(request, Kind.RECORDING, lambda job: job.recording_json(listed=True)))


@handler("getRecording")
def get_recording(request: Request) -> Reply:
    """One recording with its assets."""
    return Reply(_find(request).recording_json())


@handler("stopRecording")
def stop_recording(request: Request) -> Reply:
    """Tell one recording to stop."""
    job = _find(request)
    jobs.stop(request.state, request.workspace, job)
    return Reply(job.recording_json())


def _find(request: Request) -> Job:
    return jobs.find(request.workspace, Kind.RECORDING, request.path["recording_id"])


def _active(request: Request) -> Job:
    """The recording that starts or runs in a room, or 404."""
    room = request.workspace.room(request.path["room_id"])
    for job in request.workspace.live_jobs.values():
        if job.kind is Kind.RECORDING and job.room_id == room.id and job.status in ACTIVE:
            return job
    raise not_found("Active recording", room.id)
