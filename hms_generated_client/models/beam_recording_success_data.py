"""BeamRecordingSuccessData."""

from __future__ import annotations

import datetime

import attrs

from ..model import Model
from ..types import UNSET, Unset
from .beam_rtmp_target import BeamRtmpTarget


@attrs.define(kw_only=True)
class BeamRecordingSuccessData(Model):
    """The recording, and where its files are."""

    beam_id: str
    """Identifies the beam: the browser that 100ms sends into the call to record or stream it."""
    room_id: str
    """Identifies the room."""
    session_id: str
    """Identifies the session, which is one continuous call in the room."""
    template_id: str
    """Identifies the template that the room follows."""
    peer_id: str
    """Identifies the peer that the beam is in the session."""
    recording_id: str
    """Identifies the recording."""
    created_at: datetime.datetime
    """When the file of the recording was made."""
    started_at: datetime.datetime
    """When the recording started."""
    stopped_at: datetime.datetime
    """When the recording stopped."""
    duration: int
    """How long the recording plays, in seconds."""
    size: int
    """The size of the video, in bytes."""
    recording_path: str
    """Where the file was uploaded to: the storage, the bucket and the path in it."""
    recording_presigned_url: str | Unset = attrs.field(default=UNSET, repr=False)
    """A signed link to download the file from. Whoever has it can download, until it expires."""
    chat_recording_path: str | Unset = UNSET
    """Where the messages that were sent in the call were uploaded to, as a CSV file. Left out when the
    chat was not recorded.
    """
    chat_recording_presigned_url: str | Unset = attrs.field(default=UNSET, repr=False)
    """A signed link to download the file with the messages from. Whoever has it can download, until it
    expires.
    """
    location: str | Unset = attrs.field(default=UNSET, repr=False)
    """A signed link to download the video from. Use `recording_presigned_url`. Deprecated."""
    max_width: int
    """The width of the picture, in pixels."""
    max_height: int
    """The height of the picture, in pixels."""
    meeting_url: str | Unset = UNSET
    """The page through which the beam takes part in the call: the one that the start asked for, or the
    standard one.
    """
    rtmp: list[BeamRtmpTarget] | None | Unset = UNSET
    """The servers that the call is streamed to, as the start asked for them. Empty, null or left out when
    it is only recorded.
    """
    metadata_id: str
    """Identifies this notification inside 100ms. To recognise an event, use the `id` of the event."""
    metadata_timestamp: datetime.datetime
    """When this notification was made."""
    session_started_at: datetime.datetime
    """When the session was opened."""
