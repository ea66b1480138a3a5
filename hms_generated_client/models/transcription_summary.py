"""TranscriptionSummary."""

from __future__ import annotations

import attrs

from ..model import Model
from ..types import UNSET, Unset
from .summary_section import SummarySection


@attrs.define(kw_only=True)
class TranscriptionSummary(Model):
    """How a recording is summed up by a language model. It works with the mode `recorded` only."""

    enabled: bool | Unset = UNSET
    """Whether a summary is written."""
    context: str | Unset = UNSET
    """What the meeting is about, to help the model understand it. At most 300 characters."""
    temperature: float | Unset = UNSET
    """How freely the model writes, from 0.1 (most predictable) to 1.0 (most creative). Default: 0.5. From
    0.1 to 1.
    """
    sections: list[SummarySection] | Unset = UNSET
    """The sections of the summary in their order, six at most. At most 6 items."""
