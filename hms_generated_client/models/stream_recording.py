"""StreamRecording."""

from __future__ import annotations

import attrs

from ..model import Model
from ..types import UNSET, Unset


@attrs.define(kw_only=True)
class StreamRecording(Model):
    """Recording of every peer, audio and video together, in a file of its own. It starts with the first
    peer of a session and cannot be started by a call.
    """

    enabled: bool | Unset = UNSET
    """Whether rooms of the template are recorded in this way. Default: False."""
    width: int | Unset = UNSET
    """Width of the recorded picture, in pixels."""
    height: int | Unset = UNSET
    """Height of the recorded picture, in pixels."""
