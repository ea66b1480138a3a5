"""Track."""

from __future__ import annotations

import datetime

import attrs

from ..model import Model
from .track_type import TrackType


@attrs.define(kw_only=True)
class Track(Model):
    """One audio or video track that a peer publishes."""

    id: str
    """Identifies the track."""
    stream_id: str
    """Identifies the stream that the track is part of. Audio and video of one camera share a stream."""
    mute: bool
    """Whether the peer has muted the track."""
    type: TrackType
    """The medium of a track.

    * `audio`: sound.
    * `video`: moving pictures, also those of a shared screen.
    """
    source: str
    """Where the track comes from: `regular` for camera and microphone, `screen` for a shared screen,
    `plugin`, `audioplaylist` or `videoplaylist` for what the client SDK feeds in, or a name that the
    application gave.
    """
    started_at: datetime.datetime
    """When the peer began to publish the track, to the nanosecond."""
    description: str
    """What the application says about the track. An empty string when it says nothing."""
