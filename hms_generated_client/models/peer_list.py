"""PeerList."""

from __future__ import annotations

import attrs

from ..model import Model
from .peer import Peer


@attrs.define(kw_only=True)
class PeerList(Model):
    """The peers of an active room, all at once."""

    peers: dict[str, Peer]
    """The peers by their `id`. Empty when no peer passes the filters."""
