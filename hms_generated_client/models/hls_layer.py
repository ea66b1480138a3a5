"""HlsLayer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import attrs

from ..model import Model
from ..types import UNSET, Unset


@attrs.define(kw_only=True)
class HlsLayer(Model):
    """One quality of a live stream or of its recording. The shorter side has to be from 144 to 1080
    pixels, the longer one from 192 to 1920.
    """

    __wire_names__: ClassVar[Mapping[str, str]] = {
        "audio_bitrate": "audioBitrate",
        "video_bitrate": "videoBitrate",
    }

    width: int | Unset = UNSET
    """Width of the picture, in pixels; an even number. From 144 to 1920."""
    height: int | Unset = UNSET
    """Height of the picture, in pixels; an even number. From 144 to 1920."""
    video_bitrate: int | Unset = UNSET
    """Bit rate of the video, in kilobits per second."""
    audio_bitrate: int | Unset = UNSET
    """Bit rate of the audio, in kilobits per second."""
