"""LiveStream."""

from __future__ import annotations

import datetime

import attrs

from ..model import Model
from .job_status import JobStatus
from .live_stream_playback import LiveStreamPlayback
from .live_stream_recording import LiveStreamRecording
from .recording_asset import RecordingAsset


@attrs.define(kw_only=True)
class LiveStream(Model):
    """One stream of a room over HLS (HTTP Live Streaming), for any number of viewers who need not join the
    room.
    """

    id: str
    """Identifies the live stream. Its assets have it as `job_id`."""
    room_id: str
    """Identifies the room that is or was streamed."""
    session_id: str
    """Identifies the session that is or was streamed."""
    status: JobStatus
    """How far a recording, a live stream or an external stream has come. It moves through these from top
    to bottom, may skip some, and can fail at any point before the end.

    * `starting`: the server is setting it up. It runs a few moments later.
    * `running`: it records or streams. A recording that is paused is `running` too.
    * `stopping`: it was told to stop.
    * `post_processing`: it has ended; its recording is being worked on and uploaded.
    * `completed`: it is over, and the files that it was to leave behind are there.
    * `failed`: it went wrong, and no more will come of it.
    """
    meeting_url: str
    """The address that the browser opened to get into the room, as it was given or as the server made it."""
    playback: LiveStreamPlayback
    """Where a live stream is watched."""
    recording: LiveStreamRecording
    """What is recorded of the stream."""
    destination: str
    """The destination of the template that the settings came from, by its name."""
    created_at: datetime.datetime
    """When the stream was asked for."""
    started_at: datetime.datetime | None
    """When the stream began to run. Null before that."""
    updated_at: datetime.datetime
    """When the stream last changed."""
    started_by: str
    """Identifies the peer who started the stream. An empty string when it was started over this API."""
    stopped_at: datetime.datetime | None
    """When the stream ended. Null until then."""
    stopped_by: str
    """Identifies the peer who stopped the stream. An empty string when it was stopped over this API, and
    while it has not been stopped.
    """
    recording_assets: list[RecordingAsset] | None
    """The files that were recorded of the stream. Null while there are none, and in lists."""
