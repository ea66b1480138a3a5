"""StreamRecordingFailureData."""

from __future__ import annotations

import attrs

from ..model import Model
from ..types import UNSET, Unset
from .recorded_stream_type import RecordedStreamType


@attrs.define(kw_only=True)
class StreamRecordingFailureData(Model):
    """The stream that could not be recorded, and why."""

    room_id: str
    """Identifies the room."""
    session_id: str
    """Identifies the session, which is one continuous call in the room."""
    peer_id: str
    """Identifies the peer who published the stream."""
    stream_id: str
    """Identifies the stream: what the peer publishes from one source, such as its camera and microphone."""
    user_id: str
    """Who the peer is in your system: the `user_id` of the client token that it joined with."""
    stream_type: RecordedStreamType | Unset = UNSET
    """What was put together in an asset of the type `stream`.

    * `regular`: camera and microphone.
    * `screen`: the shared screen, with its sound if it had any.
    * `audio`: the microphone alone, of a peer who never published video.
    """
    type: RecordedStreamType | Unset = UNSET
    """The type of the stream under the name that the documented samples have for `stream_type`. Look at
    both.
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
