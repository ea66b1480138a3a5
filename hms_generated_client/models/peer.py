"""Peer."""

from __future__ import annotations

import datetime

import attrs

from ..model import Model
from ..types import UNSET, Unset
from .track import Track


@attrs.define(kw_only=True)
class Peer(Model):
    """A participant who is connected to an active room."""

    id: str
    """Identifies the peer. Every time somebody joins they get a new one."""
    name: str
    """The name that the others in the room see."""
    user_id: str
    """Who the peer is in your system: the `user_id` of the client token that it joined with."""
    metadata: str
    """What your application keeps with the peer, a raised hand for example: by custom a JSON text. An
    empty string when there is none.
    """
    role: str
    """The role of the peer at present, by its name in the room's template."""
    joined_at: datetime.datetime
    """When the peer joined, to the nanosecond."""
    tracks: dict[str, Track] | Unset = UNSET
    """What the peer publishes, by track `id`. Left out of lists of peers."""
