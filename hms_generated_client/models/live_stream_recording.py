"""LiveStreamRecording."""

from __future__ import annotations

import attrs

from ..model import Model
from ..types import UNSET, Unset


@attrs.define(kw_only=True)
class LiveStreamRecording(Model):
    """What is recorded of a live stream. The two forms can be combined."""

    hls_vod: bool | Unset = UNSET
    """Whether the stream is recorded for playback on demand: one asset of the type `room-vod`."""
    single_file_per_layer: bool | Unset = UNSET
    """Whether a video is made of each layer of the stream: assets of the type `room-composite`, as many as
    the stream has resolutions.
    """
