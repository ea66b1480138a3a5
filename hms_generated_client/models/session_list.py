"""SessionList."""

from __future__ import annotations

import attrs

from ..model import Model
from .session import Session


@attrs.define(kw_only=True)
class SessionList(Model):
    """One page of sessions."""

    limit: int
    """How many sessions the page could hold. Fewer in `data` means that no more were found."""
    data: list[Session]
    """The sessions of this page, newest first."""
    last: str
    """The `id` of the last session in `data`. Send it as `start` to get the next page. Empty when the page
    is.
    """
