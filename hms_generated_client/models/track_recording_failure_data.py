"""TrackRecordingFailureData."""

from __future__ import annotations

import attrs

from ..model import Model
from ..types import UNSET, Unset
from .track_type import TrackType


@attrs.define(kw_only=True)
class TrackRecordingFailureData(Model):
    """The track that could not be recorded, and why."""

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
    size: int | str | Unset = UNSET
    """The size of what was recorded before the failure, in bytes. A number, or a text of digits."""
    duration: int | str | Unset = UNSET
    """How long what was recorded before the failure plays, in seconds. A number, or a text of digits."""
    recording_id: str | Unset = UNSET
    """Identifies the recording."""
    recording_path: str | Unset = UNSET
    """Where the file was to be uploaded to: the storage, the bucket and the path in it."""
    error_message: str
    """What went wrong, as a word for programs."""
