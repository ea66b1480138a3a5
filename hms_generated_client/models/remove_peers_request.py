"""RemovePeersRequest."""

from __future__ import annotations

import attrs

from ..model import Model
from ..types import UNSET, Unset


@attrs.define(kw_only=True)
class RemovePeersRequest(Model):
    """Whom to remove: one peer with `peer_id`, or all peers of a role with `role`. One of the two must be
    given; if both are, `role` is ignored.
    """

    peer_id: str | Unset = UNSET
    """Remove this peer. Needed unless `role` is given."""
    role: str | Unset = UNSET
    """Remove all peers of this role, by its name in the room's template. Needed unless `peer_id` is given."""
    reason: str | Unset = UNSET
    """Why, as a message for the connected peers."""
