"""ClientVideoSettings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import attrs

from ..model import Model
from ..types import UNSET, Unset


@attrs.define(kw_only=True)
class ClientVideoSettings(Model):
    """The settings that a client published video with. Text that is not set is empty, a number that is not
    set is 0.
    """

    __wire_names__: ClassVar[Mapping[str, str]] = {
        "device_id": "deviceId",
        "max_bitrate": "maxBitrate",
        "max_framerate": "maxFramerate",
    }

    device_id: str | Unset = UNSET
    """Identifies the camera, as the browser calls it."""
    max_framerate: float | Unset = UNSET
    """The most frames per second."""
    max_bitrate: float | Unset = UNSET
    """The highest bit rate, in kilobits per second as the client SDKs count it."""
    codec: str | Unset = UNSET
    """The codec."""
    height: int | Unset = UNSET
    """The height of the picture, in pixels."""
    width: int | Unset = UNSET
    """The width of the picture, in pixels."""
