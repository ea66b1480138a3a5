"""SimulcastQuality."""

from __future__ import annotations

from ..types import OpenEnum


class SimulcastQuality(OpenEnum):
    """A simulcast layer in quality statistics. Templates name the same layers `f`, `h` and `q`, so `h` is
    not the same layer there.

    * `h`: high.
    * `m`: medium.
    * `l`: low.
    """

    H = "h"
    M = "m"
    L = "l"
