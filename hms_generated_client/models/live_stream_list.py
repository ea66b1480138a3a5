"""LiveStreamList."""

from __future__ import annotations

import attrs

from ..model import Model
from .live_stream import LiveStream


@attrs.define(kw_only=True)
class LiveStreamList(Model):
    """One page of live streams."""

    limit: int
    """How many live streams the page could hold. Fewer in `data` means that no more were found."""
    data: list[LiveStream]
    """The live streams of this page."""
    last: str
    """The `id` of the last live stream in `data`. Send it as `start` to get the next page. Empty when the
    page is.
    """
