"""SubscribedAudioSeries."""

from __future__ import annotations

import attrs

from ..model import Model


@attrs.define(kw_only=True)
class SubscribedAudioSeries(Model):
    """How receiving an audio track went over time. A list is empty when there is no data for it."""

    timestamps: list[int]
    """When each measurement was taken, in milliseconds since 1970 (Unix time). The other lists have their
    values in the same order.
    """
    bitrate: list[float | None]
    """Bit rate, in bits per second; null where it is not known."""
    concealed_samples: list[int]
    """Audio samples that were missing and made up by interpolation."""
    packet_loss_percent: list[float]
    """Packets that were lost, as a percentage."""
