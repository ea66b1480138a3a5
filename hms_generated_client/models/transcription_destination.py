"""TranscriptionDestination."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import attrs

from ..model import Model
from ..types import UNSET, Unset
from .caption_translation import CaptionTranslation
from .transcript_output_mode import TranscriptOutputMode
from .transcription_mode import TranscriptionMode
from .transcription_summary import TranscriptionSummary


@attrs.define(kw_only=True)
class TranscriptionDestination(Model):
    """How speech is turned into text, and recordings into summaries."""

    __wire_names__: ClassVar[Mapping[str, str]] = {
        "custom_vocabulary": "customVocabulary",
        "output_modes": "outputModes",
    }

    name: str
    """Name of the destination, equal to its key in the map."""
    role: str
    """Role whose view is transcribed; the roles that it subscribes to are the ones heard."""
    modes: list[TranscriptionMode] | Unset = UNSET
    """What is transcribed."""
    output_modes: list[TranscriptOutputMode] | Unset = UNSET
    """The files that are made of a transcript in the mode `recorded`."""
    custom_vocabulary: list[str] | Unset = UNSET
    """Words that are expected to be said and not found in a dictionary: names, abbreviations, terms of the
    trade.
    """
    summary: TranscriptionSummary | Unset = UNSET
    """How a recording is summed up by a language model. It works with the mode `recorded` only."""
    translation: CaptionTranslation | Unset = UNSET
    """Translation of captions, role by role. It works with the mode `caption` only."""
