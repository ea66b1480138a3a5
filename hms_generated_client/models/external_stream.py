"""ExternalStream."""

from __future__ import annotations

import datetime

import attrs

from ..model import Model
from .job_status import JobStatus
from .recording_asset import RecordingAsset
from .video_resolution import VideoResolution


@attrs.define(kw_only=True)
class ExternalStream(Model):
    """One stream of a room to other platforms over RTMP, such as YouTube or Twitch."""

    id: str
    """Identifies the external stream. Its asset has it as `job_id`."""
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
    destination: str
    """The destination of the template that the settings came from, by its name."""
    rtmp_urls: list[str] = attrs.field(repr=False)
    """Where the stream is sent. The URLs end in stream keys, so treat them as secrets."""
    meeting_url: str
    """The address that the browser opened to get into the room, as it was given or as the server made it."""
    recording: bool
    """Whether the stream is recorded, too."""
    resolution: VideoResolution
    """The size of the streamed picture."""
    created_at: datetime.datetime
    """When the stream was asked for."""
    started_at: datetime.datetime | None
    """When the stream began to run."""
    stopped_at: datetime.datetime | None
    """When the stream ended. In a stream that has not ended, go by `status`: the documentation shows times
    here even for one that is about to start.
    """
    updated_at: datetime.datetime
    """When the stream last changed."""
    started_by: str
    """Identifies the peer who started the stream. An empty string when it was started over this API."""
    stopped_by: str
    """Identifies the peer who stopped the stream. An empty string when it was stopped over this API."""
    recording_assets: list[RecordingAsset] | None
    """The files that were recorded of the stream: one of the type `room-composite`, if `recording` is true
    and the stream is over. Null or empty otherwise.
    """
