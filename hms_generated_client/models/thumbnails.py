"""Thumbnails."""

from __future__ import annotations

import attrs

from ..model import Model
from ..types import UNSET, Unset


@attrs.define(kw_only=True)
class Thumbnails(Model):
    """The still pictures taken from a recording. The documentation gives only samples of these members, no
    bounds and no units.
    """

    enabled: bool | Unset = UNSET
    """Whether thumbnails are made. The server can leave it out of answers when false."""
    width: int | Unset = UNSET
    """Width of a thumbnail, in pixels; 0 in answers when it was never set."""
    height: int | Unset = UNSET
    """Height of a thumbnail, in pixels; 0 in answers when it was never set."""
    offsets: list[int] | Unset = UNSET
    """Where in the recording thumbnails are taken, presumably in seconds from its start."""
    fps: int | Unset = UNSET
    """Frames per second at which thumbnails are taken."""
