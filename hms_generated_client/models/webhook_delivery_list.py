"""WebhookDeliveryList."""

from __future__ import annotations

import attrs

from ..model import Model
from .page_numbers import PageNumbers
from .webhook_delivery import WebhookDelivery
from .webhook_delivery_summary import WebhookDeliverySummary


@attrs.define(kw_only=True)
class WebhookDeliveryList(Model):
    """One page of webhook deliveries, and how many there are."""

    events: list[WebhookDelivery]
    """The deliveries of this page."""
    pagination: PageNumbers
    """Which page of a list this is, and which others there are."""
    summary: WebhookDeliverySummary
    """Figures over all pages."""
