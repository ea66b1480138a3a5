"""TrackRecordingStartedSuccessData."""

from __future__ import annotations

import attrs

from ..model import Model
from .track_type import TrackType


@attrs.define(kw_only=True)
class TrackRecordingStartedSuccessData(Model):
    """The track that is being recorded."""

    room_id: str
    """Identifies the room."""
    session_id: str
    """Identifies the session, which is one continuous call in the room."""
    peer_id: str
    """Identifies the peer who published the track."""
    stream_id: str
    """Identifies the stream that the track is part of. Audio and video of one camera share a stream."""
    track_id: str
    """Identifies the recorded track."""
    track_type: TrackType
    """The medium of a track.

    * `audio`: sound.
    * `video`: moving pictures, also those of a shared screen.
    """
