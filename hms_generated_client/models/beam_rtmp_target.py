"""BeamRtmpTarget."""

from __future__ import annotations

import attrs

from ..model import Model


@attrs.define(kw_only=True)
class BeamRtmpTarget(Model):
    """One RTMP server that a call is streamed to."""

    url: str = attrs.field(repr=False)
    """The address of the server. As a rule it ends in the stream key, which lets anyone stream under your
    name: keep it secret.
    """
