"""ExternalStreamResolution."""

from __future__ import annotations

import attrs

from ..model import Model


@attrs.define(kw_only=True)
class ExternalStreamResolution(Model):
    """The size of the streamed picture: at least 500 x 480 pixels in landscape and 500 x 500 in portrait,
    at most 1920 x 1080 and 1080 x 1920.
    """

    width: int
    """Width of the picture, in pixels; at most 1080 when it is narrower than high. From 500 to 1920."""
    height: int
    """Height of the picture, in pixels; at most 1080 when it is lower than wide. From 480 to 1920."""
