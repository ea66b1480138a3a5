"""AudioParams."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import attrs

from ..model import Model
from ..types import UNSET, Unset
from .audio_codec import AudioCodec


@attrs.define(kw_only=True)
class AudioParams(Model):
    """Quality of the microphone track that a role publishes."""

    __wire_names__: ClassVar[Mapping[str, str]] = {"bit_rate": "bitRate"}

    bit_rate: int | Unset = UNSET
    """Highest bit rate of the track, in kilobits per second. Default: 32. From 16 to 128."""
    codec: AudioCodec | Unset = UNSET
    """Codec of an audio track.

    * `opus`: the only codec offered, and the default Default: 'opus'.
    """
