"""PollSession."""

from __future__ import annotations

import datetime

import attrs

from ..model import Model
from ..types import UNSET, Unset


@attrs.define(kw_only=True)
class PollSession(Model):
    """One run of a poll, in one session of a room."""

    id: str
    """Identifies this run of the poll. Not the session, that is `session_id`."""
    poll_id: str
    """Identifies the poll."""
    session_id: str
    """Identifies the session that the poll ran in."""
    started_at: datetime.datetime
    """When the poll was started, to the nanosecond."""
    stopped_at: datetime.datetime | None | Unset = UNSET
    """When the poll stopped, to the nanosecond. While it is running: left out, null, or
    `0001-01-01T00:00:00Z`.
    """
    total_responses: int | Unset = UNSET
    """How many responses came in."""
    unique_participants: int | Unset = UNSET
    """How many participants they came from. The `mode` of the poll says who counts as one participant."""
