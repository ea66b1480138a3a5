"""ExternalStreamList."""

from __future__ import annotations

import attrs

from ..model import Model
from .external_stream import ExternalStream


@attrs.define(kw_only=True)
class ExternalStreamList(Model):
    """One page of external streams."""

    limit: int
    """How many external streams the page could hold. Fewer in `data` means that no more were found."""
    data: list[ExternalStream]
    """The external streams of this page."""
    last: str
    """The `id` of the last external stream in `data`. Send it as `start` to get the next page. Empty when
    the page is.
    """
