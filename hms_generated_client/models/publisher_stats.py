"""PublisherStats."""

from __future__ import annotations

import attrs

from ..model import Model
from .published_audio_stats import PublishedAudioStats
from .published_video_stats import PublishedVideoStats


@attrs.define(kw_only=True)
class PublisherStats(Model):
    """The quality of what the peer sent."""

    video: list[PublishedVideoStats]
    """The video tracks, one entry for each simulcast layer. Empty when there is no data."""
    audio: list[PublishedAudioStats]
    """The audio tracks. Empty when there is no data."""
