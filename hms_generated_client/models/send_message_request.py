"""SendMessageRequest."""

from __future__ import annotations

import attrs

from ..model import Model
from ..types import UNSET, Unset


@attrs.define(kw_only=True)
class SendMessageRequest(Model):
    """A message and whom it is for: one peer with `peer_id`, all peers of a role with `role`, everybody
    with neither. If both are given, `role` is ignored. An empty string counts as not given.
    """

    message: str
    """What is delivered, passed on as it is."""
    peer_id: str | Unset = UNSET
    """Deliver to this peer only."""
    role: str | Unset = UNSET
    """Deliver to the peers of this role, by its name in the room's template."""
    type: str | Unset = UNSET
    """What kind of message it is, so that clients know what to do with it: `chat`, `emoji`, or a name of
    your own.
    """
