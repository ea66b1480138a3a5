"""AnalyticsTrackRemoveSuccessEvent."""

from __future__ import annotations

import datetime
from typing import Literal

import attrs

from ..model import Model
from .analytics_track_remove_success_data import AnalyticsTrackRemoveSuccessData


@attrs.define(kw_only=True)
class AnalyticsTrackRemoveSuccessEvent(Model):
    """A track ended: the peer removed it, or left."""

    version: str
    """The version of the form that events have, `2.0` at present."""
    id: str
    """Identifies the event."""
    timestamp: datetime.datetime
    """When the event took place, to the nanosecond."""
    type: Literal["track.remove.success"]
    """Tells this kind of event from the others."""
    data: AnalyticsTrackRemoveSuccessData
    """The track that ended, and whose it was."""
