"""PublishedAudioSeries."""

from __future__ import annotations

import attrs

from ..model import Model


@attrs.define(kw_only=True)
class PublishedAudioSeries(Model):
    """How sending an audio track went over time. A list is empty when there is no data for it."""

    timestamps: list[int]
    """When each measurement was taken, in milliseconds since 1970 (Unix time). The other lists have their
    values in the same order.
    """
    bitrate: list[float]
    """Bit rate, in bits per second."""
    packet_loss_percent: list[float]
    """Packets that were lost, as a percentage."""
    rtt_ms: list[float]
    """Round-trip time, in milliseconds."""
    jitter_ms: list[float]
    """Jitter, the variation of the delay, in milliseconds."""
