"""SendTimedMetadataRequest."""

from __future__ import annotations

import attrs

from ..model import Model


@attrs.define(kw_only=True)
class SendTimedMetadataRequest(Model):
    """What to tell the viewers, and for how long it holds."""

    payload: str
    """The text that the players of the viewers get. What it means is up to your player; JSON will do, if
    it is short. At most 100 characters.
    """
    duration: int
    """For how long the text holds, in seconds. At least 1."""
