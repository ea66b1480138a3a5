"""PollSessionList."""

from __future__ import annotations

import attrs

from ..model import Model
from .poll_session import PollSession


@attrs.define(kw_only=True)
class PollSessionList(Model):
    """One page of the runs of a poll."""

    last: str
    """Names the last run of the page. Send it as `start` to get the next page. Empty when the page is."""
    limit: int
    """How many runs the page could hold. Fewer in `responses` means that no more were found."""
    responses: list[PollSession]
    """The runs of the poll on this page. Not what participants answered, in spite of the name."""
