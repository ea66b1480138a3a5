"""External streams: rooms that are streamed to other platforms over RTMP."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hms_mock import jobs
from hms_mock.handlers import _jobs
from hms_mock.job_settings import external_stream_settings
from hms_mock.model.jobs import Kind
from hms_mock.registry import HandlerTable, Reply, Request

if TYPE_CHECKING:
    from hms_mock.model.jobs import Job

handler = HandlerTable()


@handler("startExternalStream")
def start_external_stream(request: Request) -> Reply:
    """Send a bot into a room to stream it to other platforms."""
    return Reply(_jobs.start(request, Kind.EXTERNAL_STREAM, external_stream_settings).external_stream_json())


@handler("stopRoomExternalStreams")
def stop_room_external_streams(request: Request) -> Reply:
    """Tell all external streams of a room to stop."""
    stopped = _jobs.stop_all(request, Kind.EXTERNAL_STREAM)
    return Reply({"error": ""} | _jobs.page(stopped, [job.external_stream_json() for job in stopped]))


@handler("listExternalStreams")
def list_external_streams(request: Request) -> Reply:
    """One page of external streams."""
    return Reply(_jobs.listed(request, Kind.EXTERNAL_STREAM, lambda job: job.external_stream_json()))


@handler("getExternalStream")
def get_external_stream(request: Request) -> Reply:
    """One external stream."""
    return Reply(_find(request).external_stream_json())


@handler("stopExternalStream")
def stop_external_stream(request: Request) -> Reply:
    """Tell one external stream to stop."""
    job = _find(request)
    jobs.stop(request.state, request.workspace, job)
    return Reply(job.external_stream_json())


def _find(request: Request) -> Job:
    return jobs.find(request.workspace, Kind.EXTERNAL_STREAM, request.path["stream_id"])
