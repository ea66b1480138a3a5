"""TrackRecordingSuccessData."""

from __future__ import annotations

import attrs

from ..model import Model
from ..types import UNSET, Unset
from .track_type import TrackType


@attrs.define(kw_only=True)
class TrackRecordingSuccessData(Model):
    """The recorded track, and where its file is."""

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
    size: int | str
    """The size of the file, in bytes. A number, or a text of digits."""
    duration: int | str | Unset = UNSET
    """How long the recording plays, in seconds. A number, or a text of digits."""
    recording_id: str
    """Identifies the recording."""
    recording_path: str
    """Where the file was uploaded to: the storage, the bucket and the path in it."""
    recording_presigned_url: str | Unset = attrs.field(default=UNSET, repr=False)
    """A signed link to download the file from. Whoever has it can download, until it expires."""
