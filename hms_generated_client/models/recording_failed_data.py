"""RecordingFailedData."""

from __future__ import annotations

import datetime

import attrs

from ..model import Model
from .recording_error_type import RecordingErrorType


@attrs.define(kw_only=True)
class RecordingFailedData(Model):
    """The session whose recording failed, and why."""

    room_id: str
    """Identifies the room."""
    room_name: str
    """The name of the room. Workspaces under HIPAA get a hash of it."""
    session_id: str
    """Identifies the session, which is one continuous call in the room."""
    template_id: str
    """Identifies the template that the room follows."""
    error: str
    """What went wrong, in words. `INTERNAL_ERROR` when the cause lies inside 100ms. `error_type` is the
    part for programs.
    """
    error_type: RecordingErrorType
    """Why the composite recording of the media server failed.

    * `INPUT_ERROR`: nothing was published in the session, so there was nothing to record.
    * `CLOUD_ACCESS_ERROR`: your bucket could not be read or written. Check its settings.
    * `CONFIG_ERROR`: a failure inside 100ms.
    * `MEMORY_ERROR`: a failure inside 100ms.
    * `PROCESSING_CMD_ERROR`: a failure inside 100ms.
    * `API_ERROR`: a failure inside 100ms.
    """
    session_started_at: datetime.datetime
    """When the session was opened."""
    session_stopped_at: datetime.datetime
    """When the session was closed."""
