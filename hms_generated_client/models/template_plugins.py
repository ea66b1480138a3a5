"""TemplatePlugins."""

from __future__ import annotations

import attrs

from ..model import Model
from ..types import UNSET, Unset
from .transcription_plugin import TranscriptionPlugin
from .whiteboard_plugin import WhiteboardPlugin


@attrs.define(kw_only=True)
class TemplatePlugins(Model):
    """Who may use the whiteboard and the captions of a room."""

    whiteboard: WhiteboardPlugin | Unset = UNSET
    """Configuration of the whiteboard."""
    transcriptions: TranscriptionPlugin | Unset = UNSET
    """Who may switch the captions of a call on and off."""
