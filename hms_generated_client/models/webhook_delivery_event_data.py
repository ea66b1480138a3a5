"""WebhookDeliveryEventData."""

from __future__ import annotations

import attrs

from ..model import Model
from ..types import UNSET, Unset


@attrs.define(kw_only=True)
class WebhookDeliveryEventData(Model):
    """Whom the webhook is about. Which members there are depends on the type of the webhook, and there can
    be others.
    """

    session_id: str | Unset = UNSET
    """Identifies the session."""
    peer_id: str | Unset = UNSET
    """Identifies the peer."""
    user_id: str | Unset = UNSET
    """Who the peer is in your system."""
