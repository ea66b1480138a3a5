"""CreateOutboundTrunkRequest."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import attrs

from ..model import Model


@attrs.define(kw_only=True)
class CreateOutboundTrunkRequest(Model):
    """How 100ms reaches the telephone network: an account with a provider of SIP trunks, and a telephone
    number bought from it. The provider gives you all four.
    """

    __wire_names__: ClassVar[Mapping[str, str]] = {"from_": "from"}

    username: str
    """The name of the SIP credentials that 100ms authenticates with at the provider."""
    password: str = attrs.field(repr=False)
    """The password of the SIP credentials."""
    address: str
    """The SIP address of the provider, a host name without `sip:`."""
    from_: str
    """The telephone number that calls come from, in international form with `+` and country code. It is
    the one bought from the provider.
    """
