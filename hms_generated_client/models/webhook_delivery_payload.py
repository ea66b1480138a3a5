"""WebhookDeliveryPayload."""

from __future__ import annotations

import attrs

from ..model import Model
from ..types import UNSET, Unset
from .webhook_delivery_event_data import WebhookDeliveryEventData


@attrs.define(kw_only=True)
class WebhookDeliveryPayload(Model):
    """What was sent where, and why it did not arrive."""

    event_data: WebhookDeliveryEventData
    """Whom the webhook is about. Which members there are depends on the type of the webhook, and there can
    be others.
    """
    webhook_url: str
    """The URL that the webhook was sent to."""
    original_event_name: str
    """The type of the webhook."""
    error_reason: str | Unset = UNSET
    """Why the delivery failed. Left out when it did not."""
