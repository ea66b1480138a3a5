"""SubscriberStats."""

from __future__ import annotations

import attrs

from ..model import Model
from .subscribed_audio_stats import SubscribedAudioStats
from .subscribed_video_stats import SubscribedVideoStats


@attrs.define(kw_only=True)
class SubscriberStats(Model):
    """The quality of what the peer received."""

    video: list[SubscribedVideoStats]
    """The video tracks. Empty when there is no data."""
    audio: list[SubscribedAudioStats]
    """The audio tracks. Empty when there is no data."""
