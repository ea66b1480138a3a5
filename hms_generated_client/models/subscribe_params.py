"""SubscribeParams."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import attrs

from ..model import Model
from ..types import UNSET, Unset
from .subscribe_degradation import SubscribeDegradation


@attrs.define(kw_only=True)
class SubscribeParams(Model):
    """Whose tracks peers with a role receive, and in what quality."""

    __wire_names__: ClassVar[Mapping[str, str]] = {
        "max_subs_bit_rate": "maxSubsBitRate",
        "subscribe_degradation": "subscribeDegradation",
        "subscribe_to_roles": "subscribeToRoles",
    }

    subscribe_to_roles: list[str] | Unset = UNSET
    """Names of the roles whose tracks peers with this role receive; its own name may be one."""
    max_subs_bit_rate: int | Unset = UNSET
    """Highest total bit rate that a peer with this role receives, in kilobits per second."""
    subscribe_degradation: SubscribeDegradation | Unset = UNSET
    """When a peer's network gets worse, the server mutes received videos for it (they count as degraded)
    until the network recovers. This object sets when; its presence also switches on simulcast of shared
    screens.
    """
