"""Error."""

from __future__ import annotations

import attrs

from ..model import Model
from ..types import UNSET, Unset


@attrs.define(kw_only=True)
class Error(Model):
    """Why a request failed. Some parts of the API send `code` and `message` only, others add `details`;
    both are this schema.
    """

    code: int
    """The HTTP status of the answer, once more."""
    message: str
    """What kind of failure it was, in a few words and for people to read."""
    details: list[str] | None | Unset = UNSET
    """What exactly was wrong, one sentence per cause. Left out by those parts of the API that say it all
    in `message`.
    """
