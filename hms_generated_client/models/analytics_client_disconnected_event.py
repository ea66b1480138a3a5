"""AnalyticsClientDisconnectedEvent."""

from __future__ import annotations

import datetime
from typing import Literal

import attrs

from ..model import Model
from .analytics_client_disconnected_data import AnalyticsClientDisconnectedData


@attrs.define(kw_only=True)
class AnalyticsClientDisconnectedEvent(Model):
    """A peer lost its connection to a room because of the network, for a while or for good: see
    `is_terminal` in `data`.
    """

    version: str
    """The version of the form that events have, `2.0` at present."""
    id: str
    """Identifies the event."""
    timestamp: datetime.datetime
    """When the event took place, to the nanosecond."""
    type: Literal["client.disconnected"]
    """Tells this kind of event from the others."""
    data: AnalyticsClientDisconnectedData
    """How the peer lost its connection."""
