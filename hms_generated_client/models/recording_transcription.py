"""RecordingTranscription."""

from __future__ import annotations

import attrs

from ..model import Model
from ..types import UNSET, Unset
from .transcript_output_mode import TranscriptOutputMode
from .transcription_summary import TranscriptionSummary


@attrs.define(kw_only=True)
class RecordingTranscription(Model):
    """How the recording is turned into text once it is over, and the text into a summary. English is the
    only language. What is set here goes before the settings of the template.
    """

    enabled: bool | Unset = UNSET
    """Whether the recording is transcribed. Needed unless the template has transcription switched on."""
    output_modes: list[TranscriptOutputMode] | Unset = UNSET
    """The files to make of the transcript, one for each format."""
    custom_vocabulary: list[str] | Unset = UNSET
    """Words that are expected to be said and not found in a dictionary: names, abbreviations, slang, terms
    of the trade.
    """
    summary: TranscriptionSummary | Unset = UNSET
    """How a recording is summed up by a language model. It works with the mode `recorded` only."""
