"""LiveStreamTranscription."""

from __future__ import annotations

import attrs

from ..model import Model
from ..types import UNSET, Unset
from .live_stream_transcription_mode import LiveStreamTranscriptionMode
from .transcript_output_mode import TranscriptOutputMode
from .transcription_summary import TranscriptionSummary


@attrs.define(kw_only=True)
class LiveStreamTranscription(Model):
    """How the stream, or its recording, is turned into text. English is the only language. What is set
    here goes before the settings of the template.
    """

    enabled: bool | Unset = UNSET
    """Whether there is transcription at all. Needed unless the template has it switched on."""
    modes: list[LiveStreamTranscriptionMode] | Unset = UNSET
    """What is transcribed. Captions for the viewers need `live`."""
    output_modes: list[TranscriptOutputMode] | Unset = UNSET
    """The files to make of the transcript, one for each format. For the mode `recorded` only."""
    custom_vocabulary: list[str] | Unset = UNSET
    """Words that are expected to be said and not found in a dictionary: names, abbreviations, slang, terms
    of the trade.
    """
    summary: TranscriptionSummary | Unset = UNSET
    """How a recording is summed up by a language model. It works with the mode `recorded` only."""
