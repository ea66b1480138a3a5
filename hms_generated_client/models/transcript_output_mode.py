"""TranscriptOutputMode."""

from __future__ import annotations

from ..types import OpenEnum


class TranscriptOutputMode(OpenEnum):
    """Format of a transcript file.

    * `txt`: plain text
    * `srt`: SubRip subtitles
    * `json`: single words and sentences with their times
    """

    TXT = "txt"
    SRT = "srt"
    JSON = "json"
