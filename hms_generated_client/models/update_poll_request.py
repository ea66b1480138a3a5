"""UpdatePollRequest."""

from __future__ import annotations

import attrs

from ..model import Model
from ..types import UNSET, Unset
from .poll_mode import PollMode
from .poll_question import PollQuestion
from .poll_start import PollStart
from .poll_type import PollType


@attrs.define(kw_only=True)
class UpdatePollRequest(Model):
    """The poll as it shall be. It is written anew, so send everything that is to stay, questions included:
    read the poll, change what you like, send all of it but the `id`.
    """

    title: str | Unset = UNSET
    """The title as participants read it."""
    duration: int | Unset = UNSET
    """How long the poll runs after its start, in seconds. 0: until somebody stops it or the session ends.
    At least 0.
    """
    anonymous: bool | Unset = UNSET
    """Whether to keep responses without the identifiers of peer and user, so that nobody can tell who
    answered what.
    """
    mode: PollMode | Unset = UNSET
    """What tells one participant of a poll from another.

    * `userid`: the user in your system. Somebody who leaves and joins again is still the same
      participant.
    * `peerid`: the peer. Somebody who joins again is another participant.
    """
    type: PollType | Unset = UNSET
    """Whether answers can be right or wrong.

    * `poll`: a survey. Answers are counted, none is right.
    * `quiz`: questions have right answers, and participants earn a score.
    """
    start: PollStart | Unset = UNSET
    """What starts a poll in the rooms it is linked to.

    * `auto`: the start of a session. The poll starts with each session of the room.
    * `manual`: a participant, through a client SDK and with the `id` of the poll.
    """
    questions: list[PollQuestion] | Unset = UNSET
    """All the questions, in place of those that the poll has. Number them in `index` from 1 on."""
