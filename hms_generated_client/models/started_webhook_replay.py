"""StartedWebhookReplay."""

from __future__ import annotations

import attrs

from ..model import Model
from .replay_start_status import ReplayStartStatus
from .webhook_replay_filters import WebhookReplayFilters


@attrs.define(kw_only=True)
class StartedWebhookReplay(Model):
    """The replay that was started, or that was running already."""

    workflow_id: str
    """Identifies the replay. Ask with it how far the replay is."""
    status: ReplayStartStatus
    """What came of asking for a replay.

    * `started`: the replay has begun.
    * `already_running`: a replay with the same filters is in progress; the answer names that one.
    """
    message: str
    """What happens now, in a few words and for people to read."""
    filters: WebhookReplayFilters
    """The filters that a replay works with, those that were left out filled in."""
