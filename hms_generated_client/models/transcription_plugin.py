"""TranscriptionPlugin."""

from __future__ import annotations

import attrs

from ..model import Model
from ..types import UNSET, Unset
from .transcription_plugin_mode import TranscriptionPluginMode
from .transcription_plugin_permissions import TranscriptionPluginPermissions


@attrs.define(kw_only=True)
class TranscriptionPlugin(Model):
    """Who may switch the captions of a call on and off."""

    mode: TranscriptionPluginMode | Unset = UNSET
    """The kind of transcription that the permissions are about.

    * `caption`: captions of a call while people speak; the only kind offered
    """
    permissions: TranscriptionPluginPermissions | Unset = UNSET
    """What each role may do with the captions of a call."""
