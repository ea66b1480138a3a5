"""RecordingAssetMetadata."""

from __future__ import annotations

import attrs

from ..model import Model
from ..types import UNSET, Unset
from .recorded_stream_type import RecordedStreamType
from .track_type import TrackType
from .transcript_output_mode import TranscriptOutputMode
from .video_resolution import VideoResolution


@attrs.define(kw_only=True)
class RecordingAssetMetadata(Model):
    """What there is to know of a recorded file beyond its size and duration. Which members it has depends
    on the type of the asset:

    * `room-composite`: `resolution`, and `layer` if it was made of a live stream.
    * `room-vod`: `num_layers`, `max_width`, `max_height`.
    * `transcript`, `summary`: `output_mode`.
    * `track`: `track_id`, `track_type`, `stream_id`, `peer_id`.
    * `stream`: `stream_id`, `stream_type`, `peer_id`, `user_id`.
    * `room-composite-legacy`, `chat`: none.
    """

    resolution: VideoResolution | Unset = UNSET
    """The size of the picture."""
    layer: int | str | Unset = UNSET
    """Which layer of the live stream the file was made of. 0 is the one of the highest resolution. Sent as
    a number in a string.
    """
    num_layers: int | str | Unset = UNSET
    """How many resolutions a player can choose from. Sent as a number in a string."""
    max_width: int | Unset = UNSET
    """Width of the picture in its highest resolution, in pixels."""
    max_height: int | Unset = UNSET
    """Height of the picture in its highest resolution, in pixels."""
    output_mode: TranscriptOutputMode | Unset = UNSET
    """The format of the file.

    * `txt`: plain text.
    * `srt`: SubRip subtitles.
    * `json`: single words and sentences with their times; or a summary, which has this format always.
    """
    track_id: str | Unset = UNSET
    """Identifies the track that was recorded."""
    track_type: TrackType | Unset = UNSET
    """The medium of a track.

    * `audio`: sound.
    * `video`: moving pictures, also those of a shared screen.
    """
    stream_id: str | Unset = UNSET
    """Identifies the stream that was recorded, or that the recorded track is part of."""
    stream_type: RecordedStreamType | Unset = UNSET
    """What was put together in an asset of the type `stream`.

    * `regular`: camera and microphone.
    * `screen`: the shared screen, with its sound if it had any.
    * `audio`: the microphone alone, of a peer who never published video.
    """
    peer_id: str | Unset = UNSET
    """Identifies the peer who published the track or the stream."""
    user_id: str | Unset = UNSET
    """Who the peer is in your system: the `user_id` of the client token that it joined with."""
