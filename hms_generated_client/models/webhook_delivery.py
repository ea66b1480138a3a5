"""WebhookDelivery."""

from __future__ import annotations

import datetime

import attrs

from ..model import Model
from .webhook_delivery_payload import WebhookDeliveryPayload


@attrs.define(kw_only=True)
class WebhookDelivery(Model):
    """The record of one webhook event that was sent to your endpoint, whether or not it arrived."""

    event_id: str
    """Identifies the event. The result of a replay names the events that failed again by such identifiers."""
    event_name: str
    """What became of the delivery: `reporter.webhook.delivery.failed` for a failed one; the name for the
    others is not documented. The type of the webhook itself is `original_event_name` in `payload`.
    """
    room_id: str
    """Identifies the room that the webhook is about."""
    event_timestamp: datetime.datetime
    """When the event took place."""
    payload: WebhookDeliveryPayload
    """What was sent where, and why it did not arrive."""
