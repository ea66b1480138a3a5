"""AudioCodec."""

from __future__ import annotations

from ..types import OpenEnum


class AudioCodec(OpenEnum):
    """Codec of an audio track.

    * `opus`: the only codec offered, and the default
    """

    OPUS = "opus"
