"""HlsRecording."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import attrs

from ..model import Model
from ..types import UNSET, Unset
from .hls_layer import HlsLayer
from .thumbnails import Thumbnails


@attrs.define(kw_only=True)
class HlsRecording(Model):
    """What is recorded of a live stream. Without `hlsVod` and `singleFilePerLayer` nothing is."""

    __wire_names__: ClassVar[Mapping[str, str]] = {
        "enable_zip_upload": "enableZipUpload",
        "hls_vod": "hlsVod",
        "presign_duration": "presignDuration",
        "single_file_per_layer": "singleFilePerLayer",
    }

    hls_vod: bool | Unset = UNSET
    """Whether a recording for playback on demand is made: an HLS playlist (m3u8) with all its segments."""
    single_file_per_layer: bool | Unset = UNSET
    """Whether an MP4 file is made for each layer."""
    enable_zip_upload: bool | Unset = UNSET
    """Whether the recording of `hlsVod` is uploaded as one ZIP file. Only for a bucket of your own: it is
    refused while recordings are kept in the storage of 100ms. Default: False.
    """
    layers: list[HlsLayer] | Unset = UNSET
    """The qualities to record, a subset of the layers of the destination. Left out: all of them."""
    thumbnails: Thumbnails | Unset = UNSET
    """The still pictures taken from a recording. The documentation gives only samples of these members, no
    bounds and no units.
    """
    presign_duration: int | Unset = UNSET
    """How long the pre-signed URLs of the recorded files are valid, in seconds."""
