"""OutboundCall."""

from __future__ import annotations

import attrs

from ..model import Model


@attrs.define(kw_only=True)
class OutboundCall(Model):
    """A call from a room to somebody outside."""

    id: str
    """Identifies the call."""
