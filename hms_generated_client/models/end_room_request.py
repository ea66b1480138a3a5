"""EndRoomRequest."""

from __future__ import annotations

import attrs

from ..model import Model
from ..types import UNSET, Unset


@attrs.define(kw_only=True)
class EndRoomRequest(Model):
    """How to end the session."""

    reason: str | Unset = UNSET
    """Why the session ends."""
    lock: bool | Unset = UNSET
    """Whether to disable the room as well, so that nobody can join again until it is enabled. False ends
    the running session only. Default: False.
    """
