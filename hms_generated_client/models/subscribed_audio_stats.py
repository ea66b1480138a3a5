"""SubscribedAudioStats."""

from __future__ import annotations

import attrs

from ..model import Model
from .subscribed_audio_series import SubscribedAudioSeries


@attrs.define(kw_only=True)
class SubscribedAudioStats(Model):
    """The quality of an audio track that the peer received."""

    track_id: str
    """Identifies the track."""
    time_series: SubscribedAudioSeries
    """How receiving an audio track went over time. A list is empty when there is no data for it."""
