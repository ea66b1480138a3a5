"""CustomComposite."""

from __future__ import annotations

import attrs

from ..model import Model
from ..types import UNSET, Unset


@attrs.define(kw_only=True)
class CustomComposite(Model):
    """Composite recording by the media server."""

    enabled: bool | Unset = UNSET
    """Whether rooms of the template are recorded in this way. Default: False."""
