"""SendDtmfRequest."""

from __future__ import annotations

import attrs

from ..model import Model


@attrs.define(kw_only=True)
class SendDtmfRequest(Model):
    """The tones to send."""

    digits: list[str]
    """The keys to press, in order, one a string: `0` to `9`, `*`, `#`, and `a`, `b`, `c`, `d` in lower
    case. At least 1 items.
    """
