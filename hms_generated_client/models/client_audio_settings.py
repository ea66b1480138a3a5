"""ClientAudioSettings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import attrs

from ..model import Model
from ..types import UNSET, Unset


@attrs.define(kw_only=True)
class ClientAudioSettings(Model):
    """The settings that a client published audio with. Text that is not set is empty, a number that is not
    set is 0.
    """

    __wire_names__: ClassVar[Mapping[str, str]] = {"device_id": "deviceId", "max_bitrate": "maxBitrate"}

    max_bitrate: float | Unset = UNSET
    """The highest bit rate, in kilobits per second as the client SDKs count it."""
    device_id: str | Unset = UNSET
    """Identifies the microphone, as the browser calls it."""
    volume: float | Unset = UNSET
    """The volume, on the scale of the client SDK."""
    codec: str | Unset = UNSET
    """The codec."""
