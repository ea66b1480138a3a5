"""RecordingResolution."""

from __future__ import annotations

import attrs

from ..model import Model
from ..types import UNSET, Unset


@attrs.define(kw_only=True)
class RecordingResolution(Model):
    """The size of the recorded picture. A portrait picture, for phones, is higher than wide."""

    width: int | Unset = UNSET
    """Width of the picture, in pixels. Default: 1280. At least 1."""
    height: int | Unset = UNSET
    """Height of the picture, in pixels. Default: 720. At least 1."""
