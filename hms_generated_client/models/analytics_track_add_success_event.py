"""AnalyticsTrackAddSuccessEvent."""

from __future__ import annotations

import datetime
from typing import Literal

import attrs

from ..model import Model
from .analytics_track_add_success_data import AnalyticsTrackAddSuccessData


@attrs.define(kw_only=True)
class AnalyticsTrackAddSuccessEvent(Model):
    """A peer added a track: it turned on its microphone or camera, or shared its screen."""

    version: str
    """The version of the form that events have, `2.0` at present."""
    id: str
    """Identifies the event."""
    timestamp: datetime.datetime
    """When the event took place, to the nanosecond."""
    type: Literal["track.add.success"]
    """Tells this kind of event from the others."""
    data: AnalyticsTrackAddSuccessData
    """The track that was added, and whose it is."""
