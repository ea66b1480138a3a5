"""ReplayWebhookEventsRequest."""

from __future__ import annotations

import datetime

import attrs

from ..model import Model
from ..types import UNSET, Unset
from .webhook_delivery_status import WebhookDeliveryStatus
from .webhook_event_name import WebhookEventName


@attrs.define(kw_only=True)
class ReplayWebhookEventsRequest(Model):
    """Which webhooks to send again. They must pass all filters; without any, the failed ones of the last
    24 hours are meant.
    """

    start_time: datetime.datetime | Unset = UNSET
    """Where the range of time begins. Not more than 30 days ago. Left out: 24 hours ago."""
    end_time: datetime.datetime | Unset = UNSET
    """Where the range of time ends. After `start_time`, by 14 days at most. Left out: now."""
    room_id: str | Unset = UNSET
    """Only webhooks about this room. Left out, those of all rooms."""
    event_names: list[WebhookEventName] | Unset = UNSET
    """Only webhooks of these types. Left out, those of all types. Answers call it `event_types`."""
    limit: int | Unset = UNSET
    """How many webhooks to send at most. Default: 50000. From 1 to 50000."""
    offset: int | Unset = UNSET
    """How many of the webhooks to skip. To replay more than 50000 of them, call again with 50000, 100000
    and so on, each time when the replay before is over. Default: 0. At least 0.
    """
    status: WebhookDeliveryStatus | Unset = UNSET
    """Only webhooks whose delivery ended this way. Left out, the failed ones, which is what recovering
    from an outage takes; `all` and `success` send webhooks again that did arrive. Default: 'failed'.
    """
