"""WebhookReplayStatus."""

from __future__ import annotations

from ..types import OpenEnum


class WebhookReplayStatus(OpenEnum):
    """How far a replay is. The letter case is that of the API.

    * `Running`: webhooks are being sent.
    * `completed`: over; the documentation means all were delivered, but its example has some that
      failed.
    * `completed_with_failures`: over, and some were not delivered.
    * `failed`: over, and none was delivered.
    * `Canceled`: canceled before the end.
    * `Terminated`: terminated before the end.
    """

    RUNNING = "Running"
    COMPLETED = "completed"
    COMPLETED_WITH_FAILURES = "completed_with_failures"
    FAILED = "failed"
    CANCELED = "Canceled"
    TERMINATED = "Terminated"
