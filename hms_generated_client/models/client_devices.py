"""ClientDevices."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

import attrs

from ..model import Model
from ..types import UNSET, Unset


@attrs.define(kw_only=True)
class ClientDevices(Model):
    """The devices that a client had to choose from. The documentation shows empty lists only: what
    describes a device is left to the client SDK.
    """

    __wire_names__: ClassVar[Mapping[str, str]] = {
        "audio_input": "audioInput",
        "audio_output": "audioOutput",
        "video_input": "videoInput",
    }

    video_input: list[dict[str, Any]] | None | Unset = UNSET
    """The cameras."""
    audio_input: list[dict[str, Any]] | None | Unset = UNSET
    """The microphones."""
    audio_output: list[dict[str, Any]] | None | Unset = UNSET
    """The loudspeakers and headphones."""
