"""CreatePollRequest."""

from __future__ import annotations

import attrs

from ..model import Model
from ..types import UNSET, Unset
from .poll_mode import PollMode
from .poll_question import PollQuestion
from .poll_start import PollStart
from .poll_type import PollType


@attrs.define(kw_only=True)
class CreatePollRequest(Model):
    """The poll to create. Every member can be left out; questions can only be given here or with an
    update.
    """

    title: str | Unset = UNSET
    """The title as participants read it."""
    duration: int | Unset = UNSET
    """How long the poll runs after its start, in seconds. 0: until somebody stops it or the session ends.
    At least 0.
    """
    anonymous: bool | Unset = UNSET
    """Whether to keep responses without the identifiers of peer and user, so that nobody can tell who
    answered what. Default: False.
    """
    mode: PollMode | Unset = UNSET
    """What tells one participant from another: `userid`, the user in your system, who stays the same when
    joining again; or `peerid`, the peer, who does not. Default: 'userid'.
    """
    type: PollType | Unset = UNSET
    """Whether answers can be right or wrong: `poll` for a survey, `quiz` for questions with right answers
    and a score. Default: 'poll'.
    """
    start: PollStart | Unset = UNSET
    """What starts the poll: `auto`, each session of the rooms it is linked to; or `manual`, a participant
    with a client SDK. Default: 'auto'.
    """
    questions: list[PollQuestion] | Unset = UNSET
    """The questions. Number them in `index` from 1 on."""
