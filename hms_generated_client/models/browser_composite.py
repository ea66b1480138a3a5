"""BrowserComposite."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import attrs

from ..model import Model
from ..types import UNSET, Unset


@attrs.define(kw_only=True)
class BrowserComposite(Model):
    """Composite recording by a bot that joins the room with a browser and records what it shows."""

    __wire_names__: ClassVar[Mapping[str, str]] = {
        "auto_start": "autoStart",
        "auto_stop_timeout": "autoStopTimeout",
    }

    enabled: bool | Unset = UNSET
    """Whether it is enabled. Seen in answers only; not among the documented members to send."""
    auto_start: bool | Unset = UNSET
    """Whether a recording starts when the first peer joins the room. Live streams over HLS and streams to
    RTMP servers are switched off for the template while it is true. Default: False.
    """
    auto_stop_timeout: int | Unset = UNSET
    """How long to wait after the last peer has left until the recording is stopped, in seconds. Left out:
    5 minutes.
    """
    width: int | Unset = UNSET
    """Width of the recorded picture, in pixels. Left out, it is 1280."""
    height: int | Unset = UNSET
    """Height of the recorded picture, in pixels. Left out, it is 720."""
