"""WhiteboardPermissions."""

from __future__ import annotations

import attrs

from ..model import Model
from ..types import UNSET, Unset


@attrs.define(kw_only=True)
class WhiteboardPermissions(Model):
    """What each role may do with the whiteboard. A role can be in several lists, and then may do what any
    of them allows: to launch the whiteboard and to draw on it, a role has to be in `admin` and
    `writer`.
    """

    admin: list[str] | Unset = UNSET
    """Names of the roles that may launch, close and view the whiteboard, but not draw on it."""
    writer: list[str] | Unset = UNSET
    """Names of the roles that may draw on the whiteboard and view it, but not launch or close it."""
    reader: list[str] | Unset = UNSET
    """Names of the roles that may only view the whiteboard."""
