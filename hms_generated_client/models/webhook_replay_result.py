"""WebhookReplayResult."""

from __future__ import annotations

import attrs

from ..model import Model
from ..types import UNSET, Unset


@attrs.define(kw_only=True)
class WebhookReplayResult(Model):
    """How many webhooks a replay delivered, and which it did not."""

    total: int
    """How many webhooks the replay was to send."""
    completed: int
    """How many were delivered."""
    failed: int
    """How many could not be delivered."""
    failed_events: list[str] | None | Unset = UNSET
    """The events that could not be delivered. Null or empty when there are none."""
