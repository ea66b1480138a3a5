"""WebhookDeliverySummary."""

from __future__ import annotations

import attrs

from ..model import Model


@attrs.define(kw_only=True)
class WebhookDeliverySummary(Model):
    """Figures over all pages."""

    total_events: int
    """How many deliveries pass the filters."""
