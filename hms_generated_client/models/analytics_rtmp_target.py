"""AnalyticsRtmpTarget."""

from __future__ import annotations

import attrs

from ..model import Model


@attrs.define(kw_only=True)
class AnalyticsRtmpTarget(Model):
    """An RTMP server that a room was streamed to."""

    url: str = attrs.field(repr=False)
    """The URL of the server. It usually ends in a stream key, so treat it as a secret."""
