"""SessionOpenSuccessData."""

from __future__ import annotations

import datetime

import attrs

from ..model import Model


@attrs.define(kw_only=True)
class SessionOpenSuccessData(Model):
    """The session that was opened."""

    room_id: str
    """Identifies the room."""
    room_name: str
    """The name of the room. Workspaces under HIPAA get a hash of it."""
    session_id: str
    """Identifies the session, which is one continuous call in the room."""
    template_id: str
    """Identifies the template that the room follows."""
    session_started_at: datetime.datetime
    """When the session was opened."""
