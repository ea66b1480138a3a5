"""TranscriptionPluginPermissions."""

from __future__ import annotations

import attrs

from ..model import Model
from ..types import UNSET, Unset


@attrs.define(kw_only=True)
class TranscriptionPluginPermissions(Model):
    """What each role may do with the captions of a call."""

    admin: list[str] | Unset = UNSET
    """Names of the roles that may switch captions on and off during a session, for everybody in the room."""
