"""SimulcastTrack."""

from __future__ import annotations

import attrs

from ..model import Model
from ..types import UNSET, Unset
from .simulcast_layer import SimulcastLayer


@attrs.define(kw_only=True)
class SimulcastTrack(Model):
    """The qualities in which one track is sent. Without layers it is sent in one quality."""

    layers: list[SimulcastLayer] | Unset = UNSET
    """The qualities from best to least, three at most. The first has the `rid` `f` and the scale 1.0; each
    one after it has a lower `rid` (in the order `f`, `h`, `q`, none twice) and a strictly greater
    `scaleResolutionDownBy`. At most 3 items.
    """
