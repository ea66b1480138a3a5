"""PollResponseList."""

from __future__ import annotations

import attrs

from ..model import Model
from .poll_response import PollResponse


@attrs.define(kw_only=True)
class PollResponseList(Model):
    """One page of the responses to a poll."""

    last: str
    """Names the last response of the page. Send it as `start` to get the next page. Empty when the page
    is.
    """
    limit: int
    """How many responses the page could hold. Fewer in `responses` means that no more were found."""
    responses: list[PollResponse]
    """The responses of this page."""
