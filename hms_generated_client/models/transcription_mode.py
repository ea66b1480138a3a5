"""TranscriptionMode."""

from __future__ import annotations

from ..types import OpenEnum


class TranscriptionMode(OpenEnum):
    """What is transcribed, and when.

    * `recorded`: a recording, after the call has ended
    * `live`: a live stream, as closed captions for its viewers
    * `caption`: a call, as captions for its peers while they speak
    """

    RECORDED = "recorded"
    LIVE = "live"
    CAPTION = "caption"
