"""SummarySection."""

from __future__ import annotations

import attrs

from ..model import Model
from .summary_section_format import SummarySectionFormat


@attrs.define(kw_only=True)
class SummarySection(Model):
    """One section of a summary."""

    title: str
    """Heading of the section. It also tells the model what the section is to hold. At most 100 characters."""
    format: SummarySectionFormat
    """How a section of a summary is written.

    * `bullets`: a list of points
    * `paragraph`: running text
    """
