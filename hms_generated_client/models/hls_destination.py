"""HlsDestination."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import attrs

from ..model import Model
from ..types import UNSET, Unset
from .hls_layer import HlsLayer
from .hls_playlist_type import HlsPlaylistType
from .hls_recording import HlsRecording


@attrs.define(kw_only=True)
class HlsDestination(Model):
    """A live stream over HLS, hosted by 100ms."""

    __wire_names__: ClassVar[Mapping[str, str]] = {
        "auto_stop_timeout": "autoStopTimeout",
        "enable_metadata_insertion": "enableMetadataInsertion",
        "enable_static_url": "enableStaticUrl",
        "max_duration": "maxDuration",
        "num_playlist_segments": "numPlaylistSegments",
        "playlist_type": "playlistType",
        "video_frame_rate": "videoFrameRate",
    }

    name: str
    """Name of the destination, equal to its key in the map."""
    role: str | Unset = UNSET
    """Role with which the bot that makes the stream joins. Set by the server in destinations made on the
    dashboard; not among the documented members to send.
    """
    max_duration: int | Unset = UNSET
    """Longest duration of a live stream, in seconds."""
    layers: list[HlsLayer] | Unset = UNSET
    """The qualities in which the stream is offered, in descending order of size and bit rate."""
    playlist_type: HlsPlaylistType | Unset = UNSET
    """Which part of a live stream its playlist holds.

    * `event`: all of it from the start, so that viewers can seek back
    * `live`: the last `numPlaylistSegments` segments
    """
    num_playlist_segments: int | Unset = UNSET
    """How many media segments of 2 seconds the playlist holds. It counts only for the playlist type
    `live`. Default: 5. From 3 to 150.
    """
    video_frame_rate: int | Unset = UNSET
    """Frames per second of the stream."""
    enable_metadata_insertion: bool | Unset = UNSET
    """Whether timed metadata can be inserted into the stream."""
    enable_static_url: bool | Unset = UNSET
    """Whether the playback URL of a room stays the same from one live stream to the next. The
    documentation repeats here what it says of another member; this meaning is taken from the name.
    """
    recording: HlsRecording | Unset = UNSET
    """What is recorded of a live stream. Without `hlsVod` and `singleFilePerLayer` nothing is."""
    auto_stop_timeout: int | Unset = UNSET
    """How long to wait after the last peer has left until the stream is stopped, in seconds. For a stream
    that an RTMP broadcaster feeds, it is how long the broadcaster can take to connect again.
    """
