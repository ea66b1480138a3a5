"""AnalyticsClientJoinFailedEvent."""

from __future__ import annotations

import datetime
from typing import Literal

import attrs

from ..model import Model
from .analytics_client_join_failed_data import AnalyticsClientJoinFailedData


@attrs.define(kw_only=True)
class AnalyticsClientJoinFailedEvent(Model):
    """A peer could not join a room."""

    version: str
    """The version of the form that events have, `2.0` at present."""
    id: str
    """Identifies the event."""
    timestamp: datetime.datetime
    """When the event took place, to the nanosecond."""
    type: Literal["client.join.failed"]
    """Tells this kind of event from the others."""
    data: AnalyticsClientJoinFailedData
    """What failed when the peer joined."""
