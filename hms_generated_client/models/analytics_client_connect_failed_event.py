"""AnalyticsClientConnectFailedEvent."""

from __future__ import annotations

import datetime
from typing import Literal

import attrs

from ..model import Model
from .analytics_client_connect_failed_data import AnalyticsClientConnectFailedData


@attrs.define(kw_only=True)
class AnalyticsClientConnectFailedEvent(Model):
    """A peer could not connect to 100ms at all."""

    version: str
    """The version of the form that events have, `2.0` at present."""
    id: str
    """Identifies the event."""
    timestamp: datetime.datetime
    """When the event took place, to the nanosecond."""
    type: Literal["client.connect.failed"]
    """Tells this kind of event from the others."""
    data: AnalyticsClientConnectFailedData
    """What failed when the peer connected to 100ms. It may not have got as far as a session, or its role."""
