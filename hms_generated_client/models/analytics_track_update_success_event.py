"""AnalyticsTrackUpdateSuccessEvent."""

from __future__ import annotations

import datetime
from typing import Literal

import attrs

from ..model import Model
from .analytics_track_update_success_data import AnalyticsTrackUpdateSuccessData


@attrs.define(kw_only=True)
class AnalyticsTrackUpdateSuccessEvent(Model):
    """A peer muted or unmuted a track that it had added."""

    version: str
    """The version of the form that events have, `2.0` at present."""
    id: str
    """Identifies the event."""
    timestamp: datetime.datetime
    """When the event took place, to the nanosecond."""
    type: Literal["track.update.success"]
    """Tells this kind of event from the others."""
    data: AnalyticsTrackUpdateSuccessData
    """The track that was muted or unmuted, and whose it is."""
