"""PeerStats."""

from __future__ import annotations

import attrs

from ..model import Model
from .publisher_stats import PublisherStats
from .subscriber_stats import SubscriberStats


@attrs.define(kw_only=True)
class PeerStats(Model):
    """How well a peer's audio and video went through during a session, as series of measurements over
    time.
    """

    peer_id: str
    """Identifies the peer."""
    session_id: str
    """Identifies the session."""
    room_id: str
    """Identifies the room."""
    publisher: PublisherStats
    """The quality of what the peer sent."""
    subscriber: SubscriberStats
    """The quality of what the peer received."""
