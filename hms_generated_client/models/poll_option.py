"""PollOption."""

from __future__ import annotations

import attrs

from ..model import Model
from ..types import UNSET, Unset


@attrs.define(kw_only=True)
class PollOption(Model):
    """One of the options that a question offers."""

    index: int | Unset = UNSET
    """The number of the option, unique in its question and counted from 1. Answers name options by it, and
    so do the operations that change and delete one. Always send it: what the server makes of options
    without numbers is not documented. At least 1.
    """
    text: str | Unset = UNSET
    """The option as participants read it."""
    weight: int | Unset = UNSET
    """What choosing this option counts for. How it enters the score is not documented."""
