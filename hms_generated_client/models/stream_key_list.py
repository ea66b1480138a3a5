"""StreamKeyList."""

from __future__ import annotations

import attrs

from ..model import Model
from .stream_key import StreamKey


@attrs.define(kw_only=True)
class StreamKeyList(Model):
    """The stream key of a room that can be used, as a list."""

    data: list[StreamKey]
    """The stream key; it is the only one."""
    last: str
    """The `id` of the last stream key in `data`. There is no page after it to ask for."""
