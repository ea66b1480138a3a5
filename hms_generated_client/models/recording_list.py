"""RecordingList."""

from __future__ import annotations

import attrs

from ..model import Model
from .recording import Recording


@attrs.define(kw_only=True)
class RecordingList(Model):
    """One page of recordings, without their assets."""

    limit: int
    """How many recordings the page could hold. Fewer in `data` means that no more were found."""
    data: list[Recording]
    """The recordings of this page."""
    last: str
    """The `id` of the last recording in `data`. Send it as `start` to get the next page. Empty when the
    page is.
    """
