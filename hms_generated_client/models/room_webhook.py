"""RoomWebhook."""

from __future__ import annotations

import attrs

from ..model import Model
from ..types import UNSET, Unset


@attrs.define(kw_only=True)
class RoomWebhook(Model):
    """Where the events of one room are sent. A room with a webhook of its own no longer sends its events
    to the webhook of the workspace.
    """

    url: str
    """The address that each event is posted to."""
    headers: dict[str, str] | Unset = attrs.field(default=UNSET, repr=False)
    """Headers to send along with each event, by name. Put a secret in one of them, and the receiver can
    tell real events from forged ones.
    """
