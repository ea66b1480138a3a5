"""SubscribedVideoSeries."""

from __future__ import annotations

import attrs

from ..model import Model


@attrs.define(kw_only=True)
class SubscribedVideoSeries(Model):
    """How receiving a video track went over time. A list is empty when there is no data for it."""

    timestamps: list[int]
    """When each measurement was taken, in milliseconds since 1970 (Unix time). The other lists have their
    values in the same order.
    """
    bitrate: list[float | None]
    """Bit rate, in bits per second; null where it is not known."""
    fps: list[float]
    """Frames per second."""
    freeze_count: list[int]
    """How often the video froze."""
