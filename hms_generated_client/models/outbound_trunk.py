"""OutboundTrunk."""

from __future__ import annotations

import attrs

from ..model import Model


@attrs.define(kw_only=True)
class OutboundTrunk(Model):
    """A way out of 100ms rooms into the telephone network. Answers name it and say nothing else about it."""

    id: str
    """Identifies the trunk. Keep it: calls and updates need it as `trunk_id`, and no operation lists
    trunks.
    """
