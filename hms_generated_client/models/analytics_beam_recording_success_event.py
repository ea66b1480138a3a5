"""AnalyticsBeamRecordingSuccessEvent."""

from __future__ import annotations

import datetime
from typing import Literal

import attrs

from ..model import Model
from .analytics_beam_recording_success_data import AnalyticsBeamRecordingSuccessData


@attrs.define(kw_only=True)
class AnalyticsBeamRecordingSuccessEvent(Model):
    """The browser that recorded a room has finished, and the recording has been uploaded. The webhook of
    the same type tells the same.
    """

    version: str
    """The version of the form that events have, `2.0` at present."""
    id: str
    """Identifies the event."""
    timestamp: datetime.datetime
    """When the event took place, to the nanosecond."""
    type: Literal["beam.recording.success"]
    """Tells this kind of event from the others."""
    data: AnalyticsBeamRecordingSuccessData
    """What was recorded, from when to when, and where the file is."""
