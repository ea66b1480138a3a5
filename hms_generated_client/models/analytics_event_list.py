"""AnalyticsEventList."""

from __future__ import annotations

import attrs

from ..model import Model
from .analytics_event import AnalyticsEvent


@attrs.define(kw_only=True)
class AnalyticsEventList(Model):
    """One page of events."""

    limit: int
    """How many events this page holds."""
    total: int
    """How many events pass the filters, on all pages together."""
    next: str
    """Send it as `start`, with the same filters, to get the next page. It is valid for 24 hours after the
    first query. Empty when there is no next page.
    """
    events: list[AnalyticsEvent]
    """The events of this page. Their `type` tells them apart."""
