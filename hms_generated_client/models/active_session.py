"""ActiveSession."""

from __future__ import annotations

import datetime

import attrs

from ..model import Model


@attrs.define(kw_only=True)
class ActiveSession(Model):
    """The session that is running in a room."""

    id: str
    """Identifies the session."""
    created_at: datetime.datetime
    """When the session began, to the nanosecond."""
    peers: list[str]
    """The `id` of every peer that is connected."""
