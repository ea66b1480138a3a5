"""RecordingConfig."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import attrs

from ..model import Model
from ..types import UNSET, Unset
from .composite_recording import CompositeRecording
from .stream_recording import StreamRecording
from .thumbnails import Thumbnails
from .track_recording import TrackRecording


@attrs.define(kw_only=True)
class RecordingConfig(Model):
    """How rooms of a template are recorded: all peers in one picture (composite), every track in a file of
    its own, or every peer in a file of its own. The server leaves flags that are false out of its
    answers.
    """

    __wire_names__: ClassVar[Mapping[str, str]] = {
        "composite_recording": "compositeRecording",
        "max_duration": "maxDuration",
        "presign_duration": "presignDuration",
        "stream_recording": "streamRecording",
        "track_recording": "trackRecording",
    }

    name: str
    """Name of the configuration."""
    role: str
    """A role of the template. Recorded is what it subscribes to."""
    max_duration: int | Unset = UNSET
    """Longest duration of a recording, in seconds; it is then stopped."""
    presign_duration: int | Unset = UNSET
    """How long the pre-signed URLs of the recorded files are valid, in seconds."""
    thumbnails: Thumbnails | Unset = UNSET
    """The still pictures taken from a recording. The documentation gives only samples of these members, no
    bounds and no units.
    """
    composite_recording: CompositeRecording | Unset = UNSET
    """Recording of all peers in one picture, made either by a browser or by the media server."""
    track_recording: TrackRecording | Unset = UNSET
    """Recording of every audio and video track in a file of its own, as it was published. It starts with
    the first peer of a session and cannot be started by a call.
    """
    stream_recording: StreamRecording | Unset = UNSET
    """Recording of every peer, audio and video together, in a file of its own. It starts with the first
    peer of a session and cannot be started by a call.
    """
