"""SimulcastLayer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import attrs

from ..model import Model
from ..types import UNSET, Unset
from .simulcast_rid import SimulcastRid


@attrs.define(kw_only=True)
class SimulcastLayer(Model):
    """One quality of a track that is sent by simulcast."""

    __wire_names__: ClassVar[Mapping[str, str]] = {
        "max_bitrate": "maxBitrate",
        "max_framerate": "maxFramerate",
        "scale_resolution_down_by": "scaleResolutionDownBy",
    }

    rid: SimulcastRid
    """Identifier of a simulcast layer in the RTP stream, from best to least quality.

    * `f`: full, always the first layer
    * `h`: half
    * `q`: quarter
    """
    scale_resolution_down_by: float
    """By what factor width and height of the track are divided in this layer. Exactly 1 in the first
    layer, and greater in each layer than in the one before it. From 1 to 12.
    """
    max_bitrate: int | Unset = UNSET
    """Highest bit rate of this layer, in kilobits per second. Default: 0. From 0 to 2000."""
    max_framerate: int
    """Most frames per second of this layer. From 1 to 30."""
