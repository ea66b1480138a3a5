"""HlsRecordingThumbnail."""

from __future__ import annotations

import attrs

from ..model import Model
from ..types import UNSET, Unset


@attrs.define(kw_only=True)
class HlsRecordingThumbnail(Model):
    """A still picture from the recording of a live stream."""

    width: int
    """The width of the picture, in pixels."""
    height: int
    """The height of the picture, in pixels."""
    offset: int
    """Where in the recording the picture was taken, in seconds from the start."""
    location: str
    """Where the picture was uploaded to: the storage, the bucket and the path in it."""
    url: str | Unset = attrs.field(default=UNSET, repr=False)
    """A signed link to download the picture from. Whoever has it can download, until it expires."""
