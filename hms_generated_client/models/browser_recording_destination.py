"""BrowserRecordingDestination."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import attrs

from ..model import Model
from ..types import UNSET, Unset
from .thumbnails import Thumbnails


@attrs.define(kw_only=True)
class BrowserRecordingDestination(Model):
    """A recording through the browser of a bot that joins the room. Use the recordings configuration of
    the template instead.
    """

    __wire_names__: ClassVar[Mapping[str, str]] = {
        "auto_start": "autoStart",
        "auto_stop_timeout": "autoStopTimeout",
        "max_duration": "maxDuration",
        "presign_duration": "presignDuration",
    }

    name: str
    """Name of the destination, equal to its key in the map."""
    role: str
    """Role with which the bot joins. It records what this role subscribes to."""
    width: int | Unset = UNSET
    """Width of the recorded picture, in pixels."""
    height: int | Unset = UNSET
    """Height of the recorded picture, in pixels."""
    max_duration: int | Unset = UNSET
    """Longest duration of a recording, in seconds."""
    thumbnails: Thumbnails | Unset = UNSET
    """The still pictures taken from a recording. The documentation gives only samples of these members, no
    bounds and no units.
    """
    presign_duration: int | Unset = UNSET
    """How long the pre-signed URLs of the recorded files are valid, in seconds."""
    auto_start: bool | Unset = UNSET
    """Whether a recording starts when the first peer joins the room."""
    auto_stop_timeout: int | Unset = UNSET
    """How long to wait after the last peer has left until the recording is stopped, in seconds."""
