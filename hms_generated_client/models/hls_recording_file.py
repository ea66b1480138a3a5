"""HlsRecordingFile."""

from __future__ import annotations

import attrs

from ..model import Model
from ..types import UNSET, Unset


@attrs.define(kw_only=True)
class HlsRecordingFile(Model):
    """The recording of one layer of a live stream: one MP4 file in one size of the picture."""

    asset_id: str
    """Identifies the file as a recording asset."""
    layer: str | int
    """The number of the layer, as a text of digits. `0` is the best picture."""
    recording_path: str
    """Where the file was uploaded to: the storage, the bucket and the path in it."""
    recording_presigned_url: str | Unset = attrs.field(default=UNSET, repr=False)
    """A signed link to download the file from. Whoever has it can download, until it expires."""
    size: int
    """The size of the file, in bytes."""
    width: int
    """The width of the picture, in pixels."""
    height: int
    """The height of the picture, in pixels."""
