"""CompositeRecording."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import attrs

from ..model import Model
from ..types import UNSET, Unset
from .browser_composite import BrowserComposite
from .custom_composite import CustomComposite


@attrs.define(kw_only=True)
class CompositeRecording(Model):
    """Recording of all peers in one picture, made either by a browser or by the media server."""

    __wire_names__: ClassVar[Mapping[str, str]] = {
        "browser_composite": "browserComposite",
        "custom_composite": "customComposite",
    }

    browser_composite: BrowserComposite | Unset = UNSET
    """Composite recording by a bot that joins the room with a browser and records what it shows."""
    custom_composite: CustomComposite | Unset = UNSET
    """Composite recording by the media server."""
