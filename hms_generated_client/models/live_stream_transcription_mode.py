"""LiveStreamTranscriptionMode."""

from __future__ import annotations

from ..types import OpenEnum


class LiveStreamTranscriptionMode(OpenEnum):
    """What is transcribed of a live stream, and when.

    * `recorded`: the recording of the stream, after it has ended.
    * `live`: the stream while it runs, as closed captions (WebVTT) in its playlist that viewers can
      switch on.
    """

    RECORDED = "recorded"
    LIVE = "live"
