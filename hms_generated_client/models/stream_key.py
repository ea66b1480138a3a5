"""StreamKey."""

from __future__ import annotations

import datetime

import attrs

from ..model import Model


@attrs.define(kw_only=True)
class StreamKey(Model):
    """What a broadcasting program, such as OBS Studio, needs to stream into a room over RTMP (RTMP
    ingestion). A room has one at a time. It holds until it is disabled, and does nothing while its room
    is disabled.
    """

    id: str
    """Identifies the stream key, without giving it away."""
    room_id: str
    """Identifies the room that is streamed into."""
    key: str = attrs.field(repr=False)
    """The stream key. Whoever has it can stream into the room, so keep it secret; if it gets out, disable
    it and create another.
    """
    url: str
    """The address of the RTMP server, to be entered in the program along with the key. It can change:
    fetch it anew before each stream.
    """
    customer_id: str
    """Identifies the account."""
    app_id: str
    """Identifies the app (workspace) of the account."""
    enabled: bool
    """Whether the key can be used."""
    created_at: datetime.datetime
    """When the key was created."""
    updated_at: datetime.datetime
    """When the key was last enabled or disabled."""
