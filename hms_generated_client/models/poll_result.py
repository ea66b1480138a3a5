"""PollResult."""

from __future__ import annotations

import attrs

from ..model import Model
from ..types import UNSET, Unset


@attrs.define(kw_only=True)
class PollResult(Model):
    """What one participant's response to one question was worth, in one session."""

    id: str
    """Identifies the result."""
    poll_id: str
    """Identifies the poll."""
    session_id: str
    """Identifies the session that the poll ran in."""
    question: int
    """The question, by its `index` in the poll."""
    duration: int | Unset = UNSET
    """How long the participant took to answer. The page names no unit; client SDKs measure in
    milliseconds.
    """
    peer_id: str | Unset = UNSET
    """Identifies the peer who answered. Missing or an empty string when the poll is anonymous."""
    user_id: str | Unset = UNSET
    """Who answered, in your system: the `user_id` of the client token that the peer joined with. Missing
    or an empty string when the poll is anonymous.
    """
    score: int
    """The points that the participant earned with the question."""
