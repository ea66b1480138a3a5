"""SubscribeDegradation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import attrs

from ..model import Model
from ..types import UNSET, Unset


@attrs.define(kw_only=True)
class SubscribeDegradation(Model):
    """When a peer's network gets worse, the server mutes received videos for it (they count as degraded)
    until the network recovers. This object sets when; its presence also switches on simulcast of shared
    screens.
    """

    __wire_names__: ClassVar[Mapping[str, str]] = {
        "degrade_grace_period_seconds": "degradeGracePeriodSeconds",
        "packet_loss_threshold": "packetLossThreshold",
        "recover_grace_period_seconds": "recoverGracePeriodSeconds",
    }

    packet_loss_threshold: int | Unset = UNSET
    """Packet loss above which videos are degraded, in percent. Default: 50. From 1 to 100."""
    degrade_grace_period_seconds: int | Unset = UNSET
    """How long the loss must last before videos are degraded, in seconds. Default: 1. From 1 to 10."""
    recover_grace_period_seconds: int | Unset = UNSET
    """How long the network must be well again before videos come back, in seconds. Default: 4. From 1 to
    10.
    """
