"""Recording."""

from __future__ import annotations

import datetime

import attrs

from ..model import Model
from ..types import UNSET, Unset
from .job_status import JobStatus
from .recording_asset import RecordingAsset
from .recording_asset_type import RecordingAssetType


@attrs.define(kw_only=True)
class Recording(Model):
    """One recording job: a bot that joins a room with a browser and records picture and sound. The files
    that come of it are its recording assets.
    """

    id: str
    """Identifies the recording. Its assets have it as `job_id`."""
    room_id: str
    """Identifies the room that is or was recorded."""
    session_id: str
    """Identifies the session that is or was recorded."""
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
    created_at: datetime.datetime
    """When the recording was asked for."""
    started_at: datetime.datetime | None
    """When the recording began to run. Null before that."""
    updated_at: datetime.datetime
    """When the recording last changed."""
    stopped_at: datetime.datetime | None
    """When the recording ended. Null while it runs, and still null right after it was told to stop."""
    meeting_url: str
    """The address that the browser opened to get into the room, as it was given or as the server made it."""
    destination: str | Unset = UNSET
    """The destination of the template that the settings came from, by its name. Told when a recording is
    started, paused or resumed; left out otherwise.
    """
    started_by: str
    """Identifies the peer who started the recording. An empty string when it was started over this API."""
    stopped_by: str
    """Identifies the peer who stopped the recording. An empty string when it was stopped over this API,
    and while it has not been stopped.
    """
    asset_types: list[RecordingAssetType] | None
    """The kinds of assets that the recording makes. `room-composite`, `chat`, `transcript` and `summary`
    are the documented ones. Null in the answers to pausing and resuming.
    """
    recording_assets: list[RecordingAsset] | None | Unset = UNSET
    """The assets that the recording has made. Null while there are none; left out in lists, which would
    get too long with them.
    """
