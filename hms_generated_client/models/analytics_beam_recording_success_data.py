"""AnalyticsBeamRecordingSuccessData."""

from __future__ import annotations

import datetime

import attrs

from ..model import Model
from ..types import UNSET, Unset
from .analytics_rtmp_target import AnalyticsRtmpTarget


@attrs.define(kw_only=True)
class AnalyticsBeamRecordingSuccessData(Model):
    """What was recorded, from when to when, and where the file is."""

    beam_id: str
    """Identifies the run of the recording browser. Events can be filtered by it."""
    room_id: str
    """Identifies the room."""
    session_id: str
    """Identifies the session that was recorded."""
    peer_id: str
    """Identifies the peer as which the recording browser joined."""
    template_id: str
    """Identifies the template of the room."""
    created_at: datetime.datetime
    """When the recording was created: uploaded and ready."""
    started_at: datetime.datetime
    """When recording began."""
    stopped_at: datetime.datetime
    """When recording ended."""
    session_started_at: datetime.datetime
    """When the session began."""
    duration: int
    """How long the recording plays, in seconds."""
    size: int
    """How large the file is, in bytes."""
    max_width: int
    """The greatest width that the recording can have, in pixels."""
    max_height: int
    """The greatest height that the recording can have, in pixels."""
    recording_path: str
    """Where the file lies in its bucket, as a URI of the storage."""
    recording_presigned_url: str
    """Where to download the file. Whoever has this URL can download it until it expires; ask for a new one
    at the recording asset then.
    """
    location: str | Unset = UNSET
    """Where the file lies, as an HTTPS URL. Use `recording_presigned_url`. Deprecated."""
    meeting_url: str
    """The page that the browser opened to record the room, as given at the start."""
    rtmp: list[AnalyticsRtmpTarget] | None | Unset = UNSET
    """The RTMP servers that the browser streamed to meanwhile, as given at the start. Null, empty or left
    out when it only recorded.
    """
