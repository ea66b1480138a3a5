"""TemplateList."""

from __future__ import annotations

import attrs

from ..model import Model
from .template import Template


@attrs.define(kw_only=True)
class TemplateList(Model):
    """One page of the templates of the workspace, and the cursor of the page after it."""

    limit: int
    """How many templates the server looked for. Fewer in `data` means that there were no more."""
    data: list[Template]
    """The templates of this page."""
    last: str
    """Identifier of the last template of this page. Send it as `start` to get the page after this one."""
