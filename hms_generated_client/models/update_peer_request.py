"""UpdatePeerRequest."""

from __future__ import annotations

import attrs

from ..model import Model
from ..types import UNSET, Unset


@attrs.define(kw_only=True)
class UpdatePeerRequest(Model):
    """What to change about a peer. Members that are left out stay as they are."""

    name: str | Unset = UNSET
    """The new name of the peer for the rest of the session."""
    role: str | Unset = UNSET
    """The new role of the peer, by its name in the room's template. Takes effect without asking the peer."""
    metadata: str | Unset = UNSET
    """What your application keeps with the peer, in place of what it kept before: a JSON text by custom."""
