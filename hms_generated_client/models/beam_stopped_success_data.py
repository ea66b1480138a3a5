"""BeamStoppedSuccessData."""

from __future__ import annotations

import datetime

import attrs

from ..model import Model
from ..types import UNSET, Unset
from .beam_rtmp_target import BeamRtmpTarget


@attrs.define(kw_only=True)
class BeamStoppedSuccessData(Model):
    """The beam that stopped, and why."""

    beam_id: str
    """Identifies the beam: the browser that 100ms sends into the call to record or stream it."""
    job_id: str
    """Identifies the job that the beam does."""
    room_id: str
    """Identifies the room."""
    session_id: str
    """Identifies the session, which is one continuous call in the room."""
    template_id: str
    """Identifies the template that the room follows."""
    peer_id: str
    """Identifies the peer that the beam is in the session."""
    recording_enabled: bool
    """Whether the call is recorded to a file, beside or in place of being streamed."""
    rtmp: list[BeamRtmpTarget] | None | Unset = UNSET
    """The servers that the call is streamed to, as the start asked for them. Empty, null or left out when
    it is only recorded.
    """
    meeting_url: str | Unset = UNSET
    """The page through which the beam takes part in the call: the one that the start asked for, or the
    standard one.
    """
    max_width: int
    """The width of the picture, in pixels."""
    max_height: int
    """The height of the picture, in pixels."""
    duration: int
    """How long the beam recorded or streamed, in seconds."""
    reason: str
    """Why the recording or the stream ended.

    * `client request`: somebody asked for it, in the room or through the API, or the room was ended.
    * `max duration reached`: it ran for the `maxDuration` of the template, 4 hours by default.
    * `room ended`: the room was found to be over, without a request to stop. It takes up to a minute.
      This happens when the page that the beam opened was of another room.
    * `last peer left`: nobody but the beam was in the room for 5 minutes.
    * `failure: ` and an error type, for example `failure: MAX_RETRIES_REACHED`: it failed. The error
      types are those of the events `beam.failure` and `hls.failure`.
    """
    metadata_id: str
    """Identifies this notification inside 100ms. To recognise an event, use the `id` of the event."""
    metadata_timestamp: datetime.datetime
    """When this notification was made."""
    state_name: str | Unset = UNSET
    """The state of the beam, `Stopped` here. It says no more than the type of the event does. Deprecated."""
    state_timestamp: datetime.datetime | Unset = UNSET
    """When the state of the beam changed. Use the `timestamp` of the event. Deprecated."""
    state_message: str | Unset = UNSET
    """A text about the state of the beam. Use the type of the event, and `error_message` for failures.
    Deprecated.
    """
    session_started_at: datetime.datetime
    """When the session was opened."""
