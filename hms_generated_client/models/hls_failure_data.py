"""HlsFailureData."""

from __future__ import annotations

import datetime

import attrs

from ..model import Model
from ..types import UNSET, Unset
from .beam_error_type import BeamErrorType


@attrs.define(kw_only=True)
class HlsFailureData(Model):
    """The live stream that failed, and why."""

    beam_id: str
    """Identifies the beam: the browser that 100ms sends into the call to record or stream it."""
    job_id: str
    """Identifies the job that the beam does."""
    room_id: str
    """Identifies the room."""
    session_id: str | Unset = UNSET
    """Identifies the session, which is one continuous call in the room."""
    template_id: str | Unset = UNSET
    """Identifies the template that the room follows."""
    peer_id: str | Unset = UNSET
    """Identifies the peer that the beam is in the session. It may be missing when the stream comes from an
    encoder over RTMP.
    """
    error_type: BeamErrorType
    """Why a beam failed, the browser that records or streams a call.

    * `INTERNAL_ERROR`: a failure inside 100ms.
    * `MAX_RETRIES_REACHED`: the page of the call could not be joined, however often it was tried. Check
      the meeting URL.
    * `UPLOAD_ERROR`: the recording could not be uploaded. Most often the settings of the bucket are
      wrong.
    * `BEAM_STOPPED`: a request to stop came within the few seconds that the beam takes to start.
    """
    error_message: str
    """What went wrong, in a sentence for people to read. `error_type` is the part for programs."""
    error_code: int | Unset = UNSET
    """A number for the failure. It has always been 1; use `error_type`. Deprecated."""
    recording_single_file_per_layer_enabled: bool | Unset = UNSET
    """Whether the stream is recorded as one MP4 file for each layer, which is a size of the picture."""
    recording_vod_playlist_enabled: bool | Unset = UNSET
    """Whether the stream is recorded for playing on demand, as an HLS playlist with its chunks."""
    meeting_url: str | Unset = UNSET
    """The page through which the beam takes part in the call: the one that the start asked for, or the
    standard one. It may be missing when the stream comes from an encoder over RTMP.
    """
    max_width: int | Unset = UNSET
    """The width of the picture, in pixels."""
    max_height: int | Unset = UNSET
    """The height of the picture, in pixels."""
    duration: int | Unset = UNSET
    """How long the stream had run when it failed, in seconds."""
    metadata_id: str
    """Identifies this notification inside 100ms. To recognise an event, use the `id` of the event."""
    metadata_timestamp: datetime.datetime
    """When this notification was made."""
    state_name: str | Unset = UNSET
    """The state of the beam, `HLSFailed` here. It says no more than the type of the event does.
    Deprecated.
    """
    state_timestamp: datetime.datetime | Unset = UNSET
    """When the state of the beam changed. Use the `timestamp` of the event. Deprecated."""
    state_message: str | Unset = UNSET
    """A text about the state of the beam. Use the type of the event, and `error_message` for failures.
    Deprecated.
    """
    session_started_at: datetime.datetime | Unset = UNSET
    """When the session was opened."""
