"""TranscriptionPluginMode."""

from __future__ import annotations

from ..types import OpenEnum


class TranscriptionPluginMode(OpenEnum):
    """The kind of transcription that the permissions are about.

    * `caption`: captions of a call while people speak; the only kind offered
    """

    CAPTION = "caption"
