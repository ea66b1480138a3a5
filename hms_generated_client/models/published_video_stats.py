"""PublishedVideoStats."""

from __future__ import annotations

import attrs

from ..model import Model
from .published_video_series import PublishedVideoSeries
from .simulcast_quality import SimulcastQuality
from .track_source import TrackSource


@attrs.define(kw_only=True)
class PublishedVideoStats(Model):
    """The quality of a video track that the peer sent, or of one simulcast layer of it."""

    track_id: str
    """Identifies the track."""
    type: TrackSource
    """Where a track comes from.

    * `regular`: a microphone or a camera.
    * `screen`: a shared screen.
    """
    rid: SimulcastQuality | None
    """The simulcast layer. A track that is sent in several layers is listed once for each, under the same
    `track_id`. Null for a track that is sent once.
    """
    time_series: PublishedVideoSeries
    """How sending a video track went over time. A list is empty when there is no data for it."""
