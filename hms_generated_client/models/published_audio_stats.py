"""PublishedAudioStats."""

from __future__ import annotations

import attrs

from ..model import Model
from .published_audio_series import PublishedAudioSeries


@attrs.define(kw_only=True)
class PublishedAudioStats(Model):
    """The quality of an audio track that the peer sent."""

    track_id: str
    """Identifies the track."""
    time_series: PublishedAudioSeries
    """How sending an audio track went over time. A list is empty when there is no data for it."""
