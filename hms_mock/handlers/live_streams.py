"""Live streams of rooms over HLS."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hms_mock import jobs
from hms_mock.clock import format_milliseconds
from hms_mock.errors import forbidden
from hms_mock.handlers import _jobs
from hms_mock.job_settings import live_stream_settings
from hms_mock.model.jobs import Kind
from hms_mock.registry import HandlerTable, Reply, Request

if TYPE_CHECKING:
    from hms_mock.model.jobs import Job

handler = HandlerTable()

_TEXTS_KEPT = 1000
"""How many texts the mock remembers of a live stream."""


@handler("startLiveStream")
def start_live_stream(request: Request) -> Reply:
    """Send a bot into a room to stream it to viewers."""
    return Reply(_jobs.start(request, Kind.LIVE_STREAM, live_stream_settings).live_stream_json())


@handler("stopRoomLiveStreams")
def stop_room_live_streams(request: Request) -> Reply:
    """Tell all live streams of a room to stop."""
    stopped = _jobs.stop_all(request, Kind.LIVE_STREAM)
    return Reply({"error": ""} | _jobs.page(stopped, [job.live_stream_json() for job in stopped]))


@handler("listLiveStreams")
def list_live_streams(request: Request) -> Reply:
    """One page of live streams, without their assets."""
    return Reply(_jobs.listed(request, Kind.LIVE_STREAM, lambda job: job.live_stream_json(listed=True)))


@handler("getLiveStream")
def get_live_stream(request: Request) -> Reply:
    """One live stream with its assets."""
    return Reply(_find(request).live_stream_json())


@handler("stopLiveStream")
def stop_live_stream(request: Request) -> Reply:
    """Tell one live stream to stop."""
    job = _find(request)
    jobs.stop(request.state, request.workspace, job)
    return Reply(job.live_stream_json())


@handler("sendTimedMetadata")
def send_timed_metadata(request: Request) -> Reply:
    """Put a text into a live stream."""
    job, body = _find(request), request.members
    jobs.check_running(job)
    if not job.settings.takes_metadata:
        raise forbidden("Timed metadata is disabled", "the template says so for this destination")
    sent_at = format_milliseconds(request.state.clock.now())
    job.timed_metadata.append({"payload": body["payload"], "duration": body["duration"], "sent_at": sent_at})
    del job.timed_metadata[:-_TEXTS_KEPT]
    return Reply(job.live_stream_json())


@handler("pauseLiveStreamRecording")
def pause_live_stream_recording(request: Request) -> Reply:
    """Pause the recording of a live stream."""
    job = _find(request)
    jobs.pause(request.state, job)
    return Reply(job.live_stream_json())


@handler("resumeLiveStreamRecording")
def resume_live_stream_recording(request: Request) -> Reply:
    """Go on with the recording of a live stream."""
    job = _find(request)
    jobs.resume(request.state, job)
    return Reply(job.live_stream_json())


def _find(request: Request) -> Job:
    return jobs.find(request.workspace, Kind.LIVE_STREAM, request.path["stream_id"])
