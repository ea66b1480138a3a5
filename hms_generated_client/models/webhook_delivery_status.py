"""WebhookDeliveryStatus."""

from __future__ import annotations

from ..types import OpenEnum


class WebhookDeliveryStatus(OpenEnum):
    """Which webhook events are meant, by how their delivery ended.

    * `all`: delivered or not.
    * `failed`: those that your endpoint did not accept, after all attempts.
    * `success`: those that it accepted.
    """

    ALL = "all"
    FAILED = "failed"
    SUCCESS = "success"
