"""UpdateRoomCodeRequest."""

from __future__ import annotations

import attrs

from ..model import Model


@attrs.define(kw_only=True)
class UpdateRoomCodeRequest(Model):
    """Which code to enable or disable. The server refuses any other member."""

    code: str
    """The code to change. At least 1 characters."""
    enabled: bool
    """True to let participants join with the code, false to stop that."""
