"""PollResponse."""

from __future__ import annotations

import datetime

import attrs

from ..model import Model
from ..types import UNSET, Unset


@attrs.define(kw_only=True)
class PollResponse(Model):
    """What one participant answered to one question of a poll, in one session."""

    id: str
    """Identifies the response."""
    poll_id: str
    """Identifies the poll."""
    session_id: str
    """Identifies the session that the poll ran in."""
    duration: int | Unset = UNSET
    """How long the participant took to answer. The page names no unit; client SDKs measure in
    milliseconds.
    """
    question: int
    """The question that was answered, by its `index` in the poll."""
    skipped: bool | Unset = UNSET
    """Whether the participant passed over the question."""
    option: int | Unset = UNSET
    """The chosen option by its `index`, for the type `single-choice`. Known from the client SDKs, which
    send it; the page of this operation does not show it.
    """
    options: list[int] | None | Unset = UNSET
    """The chosen options by their `index`, for the type `multiple-choice`. Known from the client SDKs,
    which send it; the page of this operation does not show it.
    """
    text: str | Unset = UNSET
    """What the participant wrote. An empty string when nothing was written."""
    update: bool | Unset = UNSET
    """Whether this response changes an earlier one of the same participant."""
    original_response: str | Unset = UNSET
    """The `id` of the response that this one changes. Missing or an empty string when it changes none."""
    retries: int | Unset = UNSET
    """How often the participant tried again. The page shows it without an explanation."""
    sent_at: datetime.datetime
    """When the response was sent, to the nanosecond."""
    peer_id: str | Unset = UNSET
    """Identifies the peer who answered. Missing or an empty string when the poll is anonymous."""
    user_id: str | Unset = UNSET
    """Who answered, in your system: the `user_id` of the client token that the peer joined with. Missing
    or an empty string when the poll is anonymous.
    """
