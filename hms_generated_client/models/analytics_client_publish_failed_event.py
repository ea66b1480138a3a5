"""AnalyticsClientPublishFailedEvent."""

from __future__ import annotations

import datetime
from typing import Literal

import attrs

from ..model import Model
from .analytics_client_publish_failed_data import AnalyticsClientPublishFailedData


@attrs.define(kw_only=True)
class AnalyticsClientPublishFailedEvent(Model):
    """A peer could not send its audio or video."""

    version: str
    """The version of the form that events have, `2.0` at present."""
    id: str
    """Identifies the event."""
    timestamp: datetime.datetime
    """When the event took place, to the nanosecond."""
    type: Literal["client.publish.failed"]
    """Tells this kind of event from the others."""
    data: AnalyticsClientPublishFailedData
    """What failed when the peer sent its audio or video, and with what settings and devices."""
