"""HlsPlaylistType."""

from __future__ import annotations

from ..types import OpenEnum


class HlsPlaylistType(OpenEnum):
    """Which part of a live stream its playlist holds.

    * `event`: all of it from the start, so that viewers can seek back
    * `live`: the last `numPlaylistSegments` segments
    """

    EVENT = "event"
    LIVE = "live"
