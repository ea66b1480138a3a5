"""RoomList."""

from __future__ import annotations

import attrs

from ..model import Model
from .room import Room


@attrs.define(kw_only=True)
class RoomList(Model):
    """One page of rooms."""

    limit: int
    """How many rooms the page could hold. Fewer in `data` means that no more were found."""
    data: list[Room]
    """The rooms of this page, newest first."""
    last: str
    """The `id` of the last room in `data`. Send it as `start` to get the next page. Empty when the page
    is.
    """
