"""RtmpDestination."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import attrs

from ..model import Model
from ..types import UNSET, Unset


@attrs.define(kw_only=True)
class RtmpDestination(Model):
    """A stream to RTMP servers."""

    __wire_names__: ClassVar[Mapping[str, str]] = {
        "auto_stop_timeout": "autoStopTimeout",
        "max_duration": "maxDuration",
        "recording_enabled": "recordingEnabled",
        "rtmp_urls": "rtmpUrls",
    }

    name: str
    """Name of the destination, equal to its key in the map."""
    width: int | Unset = UNSET
    """Width of the streamed picture, in pixels."""
    height: int | Unset = UNSET
    """Height of the streamed picture, in pixels."""
    max_duration: int | Unset = UNSET
    """Longest duration of a stream, in seconds."""
    rtmp_urls: list[str] | Unset = attrs.field(default=UNSET, repr=False)
    """The RTMP URLs to stream to, three at most. Each usually ends in a stream key: treat it as a secret.
    At most 3 items.
    """
    recording_enabled: bool | Unset = UNSET
    """Whether the stream is recorded as well. It changes nothing about the stream itself."""
    auto_stop_timeout: int | Unset = UNSET
    """How long to wait after the last peer has left until the stream is stopped, in seconds."""
