"""WhiteboardPlugin."""

from __future__ import annotations

import attrs

from ..model import Model
from ..types import UNSET, Unset
from .whiteboard_permissions import WhiteboardPermissions


@attrs.define(kw_only=True)
class WhiteboardPlugin(Model):
    """Configuration of the whiteboard."""

    permissions: WhiteboardPermissions | Unset = UNSET
    """What each role may do with the whiteboard. A role can be in several lists, and then may do what any
    of them allows: to launch the whiteboard and to draw on it, a role has to be in `admin` and
    `writer`.
    """
