"""WebhookReplayFilters."""

from __future__ import annotations

import datetime

import attrs

from ..model import Model
from ..types import UNSET, Unset
from .webhook_event_name import WebhookEventName


@attrs.define(kw_only=True)
class WebhookReplayFilters(Model):
    """The filters that a replay works with, those that were left out filled in."""

    start_time: datetime.datetime
    """Where the range of time begins."""
    end_time: datetime.datetime
    """Where the range of time ends."""
    room_id: str | Unset = UNSET
    """The room. An empty string stands for all rooms."""
    event_types: list[WebhookEventName] | None | Unset = UNSET
    """The types of webhooks: what the request calls `event_names`. Null, empty or left out stand for all."""
    limit: int | Unset = UNSET
    """How many webhooks are sent at most. Not in the answer that starts the replay."""
    offset: int | Unset = UNSET
    """How many webhooks are skipped. Not in the answer that starts the replay."""
