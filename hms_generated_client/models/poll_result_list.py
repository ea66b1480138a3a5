"""PollResultList."""

from __future__ import annotations

import attrs

from ..model import Model
from .poll_result import PollResult


@attrs.define(kw_only=True)
class PollResultList(Model):
    """One page of the results of a poll."""

    last: str
    """Names the last result of the page. Send it as `start` to get the next page. Empty when the page is."""
    limit: int
    """How many results the page could hold. Fewer in `results` means that no more were found."""
    results: list[PollResult]
    """The results of this page."""
