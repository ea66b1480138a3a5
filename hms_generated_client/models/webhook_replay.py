"""WebhookReplay."""

from __future__ import annotations

import datetime

import attrs

from ..model import Model
from ..types import UNSET, Unset
from .webhook_replay_filters import WebhookReplayFilters
from .webhook_replay_progress import WebhookReplayProgress
from .webhook_replay_result import WebhookReplayResult
from .webhook_replay_status import WebhookReplayStatus


@attrs.define(kw_only=True)
class WebhookReplay(Model):
    """A replay of webhooks, how far it is, and in the end what came of it."""

    workflow_id: str
    """Identifies the replay."""
    status: WebhookReplayStatus
    """How far a replay is. The letter case is that of the API.

    * `Running`: webhooks are being sent.
    * `completed`: over; the documentation means all were delivered, but its example has some that
      failed.
    * `completed_with_failures`: over, and some were not delivered.
    * `failed`: over, and none was delivered.
    * `Canceled`: canceled before the end.
    * `Terminated`: terminated before the end.
    """
    started_at: datetime.datetime | None | Unset = UNSET
    """When the replay began."""
    completed_at: datetime.datetime | None | Unset = UNSET
    """When the replay was over. Null, left out or `0001-01-01T00:00:00Z` until then."""
    filters: WebhookReplayFilters
    """The filters that a replay works with, those that were left out filled in."""
    progress: WebhookReplayProgress | None | Unset = UNSET
    """How far the replay is."""
    result: WebhookReplayResult | None | Unset = UNSET
    """What came of the replay. Null or left out until it is over."""
