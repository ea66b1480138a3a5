"""StoppedLiveStreams."""

from __future__ import annotations

import attrs

from ..model import Model
from ..types import UNSET, Unset
from .live_stream import LiveStream


@attrs.define(kw_only=True)
class StoppedLiveStreams(Model):
    """The live streams of a room that were told to stop: all of them, although it has the form of a page."""

    error: str | None | Unset = UNSET
    """What went wrong with stopping, in words, although the request as a whole did not fail. Look at it:
    some stream may still run. Empty, null or left out when all went well.
    """
    data: list[LiveStream]
    """The live streams that were running in the room."""
    limit: int
    """How many live streams the answer could hold."""
    last: str
    """The `id` of the last live stream in `data`. Empty when there is none."""
