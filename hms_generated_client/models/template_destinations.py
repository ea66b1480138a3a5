"""TemplateDestinations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import attrs

from ..model import Model
from ..types import UNSET, Unset
from .browser_recording_destination import BrowserRecordingDestination
from .hls_destination import HlsDestination
from .rtmp_destination import RtmpDestination
from .transcription_destination import TranscriptionDestination


@attrs.define(kw_only=True)
class TemplateDestinations(Model):
    """Where the audio and video of rooms can go beside their peers: live streams, RTMP servers,
    transcripts. Every kind is a map from the name of a destination to its configuration. An empty
    object means that no destination is configured.
    """

    __wire_names__: ClassVar[Mapping[str, str]] = {
        "browser_recordings": "browserRecordings",
        "hls_destinations": "hlsDestinations",
        "rtmp_destinations": "rtmpDestinations",
    }

    browser_recordings: dict[str, BrowserRecordingDestination] | Unset = UNSET
    """Recordings through the browser of a bot, by name. Use the recordings configuration of the template
    instead (`compositeRecording.browserComposite`). Deprecated.
    """
    rtmp_destinations: dict[str, RtmpDestination] | Unset = UNSET
    """Streams to platforms that take RTMP (YouTube, Twitch, Facebook, Mux and others), by name."""
    hls_destinations: dict[str, HlsDestination] | Unset = UNSET
    """Live streams over HLS, by name."""
    transcriptions: dict[str, TranscriptionDestination] | Unset = UNSET
    """Transcription of recordings, captions of live streams and of calls, by name. Transcripts of
    recordings need a configured recording as well, whose role subscribes to the roles to be
    transcribed.
    """
