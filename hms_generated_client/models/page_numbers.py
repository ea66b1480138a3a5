"""PageNumbers."""

from __future__ import annotations

import attrs

from ..model import Model


@attrs.define(kw_only=True)
class PageNumbers(Model):
    """Which page of a list this is, and which others there are."""

    current_page: int
    """The number of this page. The first page is 1."""
    page_size: int
    """How many objects a page holds at most."""
    total_pages: int
    """How many pages there are."""
    total_items: int
    """How many objects there are on all pages together."""
    has_next: bool
    """Whether there is a page after this one. Its number is `current_page` + 1."""
    has_prev: bool
    """Whether there is a page before this one."""
