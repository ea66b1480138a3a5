"""ScreenParams."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import attrs

from ..model import Model
from ..types import UNSET, Unset
from .video_codec import VideoCodec


@attrs.define(kw_only=True)
class ScreenParams(Model):
    """Quality of the track in which a role shares its screen."""

    __wire_names__: ClassVar[Mapping[str, str]] = {"bit_rate": "bitRate", "frame_rate": "frameRate"}

    bit_rate: int | Unset = UNSET
    """Highest bit rate of the track, in kilobits per second; no upper bound is documented. Default: 1024.
    At least 500.
    """
    codec: VideoCodec | Unset = UNSET
    """Codec of a camera or screen track.

    * `vp8`: the only codec offered, and the default Default: 'vp8'.
    """
    frame_rate: int | Unset = UNSET
    """Most frames per second. Default: 10. From 1 to 30."""
    width: int | Unset = UNSET
    """Width of the picture, in pixels. Default: 1280. From 480 to 1920."""
    height: int | Unset = UNSET
    """Height of the picture, in pixels. Default: 720. From 270 to 1080."""
