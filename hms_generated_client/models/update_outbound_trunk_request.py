"""UpdateOutboundTrunkRequest."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import attrs

from ..model import Model
from ..types import UNSET, Unset


@attrs.define(kw_only=True)
class UpdateOutboundTrunkRequest(Model):
    """The trunk as it shall be. Send all four members: whether those left out are kept is not documented,
    and no operation reads a trunk back.
    """

    __wire_names__: ClassVar[Mapping[str, str]] = {"from_": "from"}

    username: str | Unset = UNSET
    """The name of the SIP credentials that 100ms authenticates with at the provider."""
    password: str | Unset = attrs.field(default=UNSET, repr=False)
    """The password of the SIP credentials."""
    address: str | Unset = UNSET
    """The SIP address of the provider, a host name without `sip:`."""
    from_: str | Unset = UNSET
    """The telephone number that calls come from, in international form with `+` and country code. It is
    the one bought from the provider.
    """
