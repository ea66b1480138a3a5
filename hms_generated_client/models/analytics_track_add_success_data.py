"""AnalyticsTrackAddSuccessData."""

from __future__ import annotations

import datetime

import attrs

from ..model import Model
from .track_source import TrackSource
from .track_type import TrackType


@attrs.define(kw_only=True)
class AnalyticsTrackAddSuccessData(Model):
    """The track that was added, and whose it is."""

    room_id: str
    """Identifies the room."""
    session_id: str
    """Identifies the session."""
    room_name: str
    """The name that the room was created with."""
    peer_id: str
    """Identifies the peer whose track it is. Who leaves and comes back has a new one."""
    user_id: str
    """Who the peer is in your system: the `user_id` of the client token that it joined with."""
    user_name: str
    """The name that the peer joined under."""
    joined_at: datetime.datetime
    """When the peer joined the session, to the nanosecond."""
    role: str
    """The role of the peer, by its name in the room's template."""
    track_id: str
    """Identifies the track. All events of one track have it in common."""
    stream_id: str
    """Identifies the stream that the track is part of. It is internal to 100ms."""
    type: TrackType
    """The medium of a track.

    * `audio`: sound.
    * `video`: moving pictures, also those of a shared screen.
    """
    source: TrackSource
    """Where a track comes from.

    * `regular`: a microphone or a camera.
    * `screen`: a shared screen.
    """
    mute: bool
    """Whether the track was muted when it was added."""
    started_at: datetime.datetime
    """When the track began, to the nanosecond."""
