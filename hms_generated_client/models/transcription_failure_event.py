"""TranscriptionFailureEvent."""

from __future__ import annotations

import datetime
from typing import Literal

import attrs

from ..model import Model
from ..types import UNSET, Unset
from .transcription_result_data import TranscriptionResultData


@attrs.define(kw_only=True)
class TranscriptionFailureEvent(Model):
    """The event `transcription.failure` as it is delivered: the transcription of a recording failed."""

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
    type: Literal["transcription.failure"]
    """What happened: always `transcription.failure`."""
    is_replay: bool | Unset = UNSET
    """True when the event is sent again because a replay was asked for. Left out otherwise."""
    data: TranscriptionResultData
    """The files that a transcription made. After a failure only some of them may be there."""
