"""LiveStreamPlayback."""

from __future__ import annotations

import attrs

from ..model import Model


@attrs.define(kw_only=True)
class LiveStreamPlayback(Model):
    """Where a live stream is watched."""

    url: str
    """The address of the playlist (M3U8), to put into any HLS player. There is something to see once the
    stream runs.
    """
