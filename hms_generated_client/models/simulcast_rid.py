"""SimulcastRid."""

from __future__ import annotations

from ..types import OpenEnum


class SimulcastRid(OpenEnum):
    """Identifier of a simulcast layer in the RTP stream, from best to least quality.

    * `f`: full, always the first layer
    * `h`: half
    * `q`: quarter
    """

    F = "f"
    H = "h"
    Q = "q"
