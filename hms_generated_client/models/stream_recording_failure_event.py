"""StreamRecordingFailureEvent."""

from __future__ import annotations

import datetime
from typing import Literal

import attrs

from ..model import Model
from ..types import UNSET, Unset
from .stream_recording_failure_data import StreamRecordingFailureData


@attrs.define(kw_only=True)
class StreamRecordingFailureEvent(Model):
    """The event `stream.recording.failure` as it is delivered: the recording of a stream failed."""

    version: str
    """The version of the format of the event."""
    id: str
    """Identifies the event, not its delivery. Keep it to recognise an event that arrives again."""
    account_id: str
    """Identifies the account that the event belongs to: the `customer_id` of its rooms."""
    app_id: str | Unset = UNSET
    """Identifies the app (workspace) of the account. Not sent with every event."""
    template_id: str | Unset = UNSET
    """Identifies the template that the room follows. Most deliveries leave it out; `data` has it for most
    events.
    """
    timestamp: datetime.datetime
    """When the event happened."""
    type: Literal["stream.recording.failure"]
    """What happened: always `stream.recording.failure`."""
    is_replay: bool | Unset = UNSET
    """True when the event is sent again because a replay was asked for. Left out otherwise."""
    data: StreamRecordingFailureData
    """The stream that could not be recorded, and why."""
