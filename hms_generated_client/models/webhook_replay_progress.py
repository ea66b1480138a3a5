"""WebhookReplayProgress."""

from __future__ import annotations

import attrs

from ..model import Model


@attrs.define(kw_only=True)
class WebhookReplayProgress(Model):
    """How many webhooks a replay has dealt with so far."""

    total: int
    """How many webhooks the replay is to send."""
    completed: int
    """How many were delivered."""
    failed: int
    """How many could not be delivered."""
