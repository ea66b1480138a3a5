"""VideoResolution."""

from __future__ import annotations

import attrs

from ..model import Model


@attrs.define(kw_only=True)
class VideoResolution(Model):
    """The size of a picture."""

    width: int
    """Width of the picture, in pixels."""
    height: int
    """Height of the picture, in pixels."""
