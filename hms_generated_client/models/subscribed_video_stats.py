"""SubscribedVideoStats."""

from __future__ import annotations

import attrs

from ..model import Model
from .subscribed_video_series import SubscribedVideoSeries
from .track_source import TrackSource


@attrs.define(kw_only=True)
class SubscribedVideoStats(Model):
    """The quality of a video track that the peer received."""

    track_id: str
    """Identifies the track."""
    type: TrackSource
    """Where a track comes from.

    * `regular`: a microphone or a camera.
    * `screen`: a shared screen.
    """
    time_series: SubscribedVideoSeries
    """How receiving a video track went over time. A list is empty when there is no data for it."""
