"""SummarySectionFormat."""

from __future__ import annotations

from ..types import OpenEnum


class SummarySectionFormat(OpenEnum):
    """How a section of a summary is written.

    * `bullets`: a list of points
    * `paragraph`: running text
    """

    BULLETS = "bullets"
    PARAGRAPH = "paragraph"
