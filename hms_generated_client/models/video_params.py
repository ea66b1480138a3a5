"""VideoParams."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import attrs

from ..model import Model
from ..types import UNSET, Unset
from .video_codec import VideoCodec


@attrs.define(kw_only=True)
class VideoParams(Model):
    """Quality of the camera track that a role publishes."""

    __wire_names__: ClassVar[Mapping[str, str]] = {"bit_rate": "bitRate", "frame_rate": "frameRate"}

    bit_rate: int | Unset = UNSET
    """Highest bit rate of the track, in kilobits per second. Default: 256. From 30 to 2000."""
    codec: VideoCodec | Unset = UNSET
    """Codec of a camera or screen track.

    * `vp8`: the only codec offered, and the default Default: 'vp8'.
    """
    frame_rate: int | Unset = UNSET
    """Most frames per second. Default: 25. From 1 to 30."""
    width: int | Unset = UNSET
    """Width of the picture, in pixels. Default: 320. From 50 to 1920."""
    height: int | Unset = UNSET
    """Height of the picture, in pixels. Default: 180. From 50 to 1080."""
