"""AnalyticsClientSubscribeFailedEvent."""

from __future__ import annotations

import datetime
from typing import Literal

import attrs

from ..model import Model
from .analytics_client_subscribe_failed_data import AnalyticsClientSubscribeFailedData


@attrs.define(kw_only=True)
class AnalyticsClientSubscribeFailedEvent(Model):
    """A peer could not receive the audio or video of others."""

    version: str
    """The version of the form that events have, `2.0` at present."""
    id: str
    """Identifies the event."""
    timestamp: datetime.datetime
    """When the event took place, to the nanosecond."""
    type: Literal["client.subscribe.failed"]
    """Tells this kind of event from the others."""
    data: AnalyticsClientSubscribeFailedData
    """What failed when the peer received the audio or video of others."""
