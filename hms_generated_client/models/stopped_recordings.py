"""StoppedRecordings."""

from __future__ import annotations

import attrs

from ..model import Model
from .recording import Recording


@attrs.define(kw_only=True)
class StoppedRecordings(Model):
    """The recordings of a room that were told to stop: all of them, although it has the form of a page."""

    limit: int
    """How many recordings the answer could hold."""
    data: list[Recording]
    """The recordings that were running in the room."""
    last: str
    """The `id` of the last recording in `data`. Empty when there is none."""
