"""PollAttachment."""

from __future__ import annotations

import attrs

from ..model import Model
from ..types import UNSET, Unset


@attrs.define(kw_only=True)
class PollAttachment(Model):
    """A file that is shown with a question, a picture for example. You host it."""

    type: str | Unset = UNSET
    """The media type of the file."""
    url: str | Unset = UNSET
    """Where the file is."""
