"""VideoCodec."""

from __future__ import annotations

from ..types import OpenEnum


class VideoCodec(OpenEnum):
    """Codec of a camera or screen track.

    * `vp8`: the only codec offered, and the default
    """

    VP8 = "vp8"
