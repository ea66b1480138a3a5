"""TrackRecording."""

from __future__ import annotations

import attrs

from ..model import Model
from ..types import UNSET, Unset


@attrs.define(kw_only=True)
class TrackRecording(Model):
    """Recording of every audio and video track in a file of its own, as it was published. It starts with
    the first peer of a session and cannot be started by a call.
    """

    enabled: bool | Unset = UNSET
    """Whether rooms of the template are recorded in this way. Default: False."""
