"""Poll."""

from __future__ import annotations

import attrs

from ..model import Model
from ..types import UNSET, Unset
from .poll_mode import PollMode
from .poll_question import PollQuestion
from .poll_start import PollStart
from .poll_type import PollType


@attrs.define(kw_only=True)
class Poll(Model):
    """A poll or quiz: what is asked and how. It belongs to the workspace, not to a room, and can run in
    any number of sessions. Whether it is running, and what was answered, is told by its sessions,
    responses and results.
    """

    id: str
    """Identifies the poll. Made by the server, never changes."""
    title: str | Unset = UNSET
    """The title as participants read it."""
    duration: int | Unset = UNSET
    """How long the poll runs after its start, in seconds. 0: until somebody stops it or the session ends."""
    anonymous: bool
    """Whether responses are kept without the identifiers of peer and user."""
    mode: PollMode
    """What tells one participant of a poll from another.

    * `userid`: the user in your system. Somebody who leaves and joins again is still the same
      participant.
    * `peerid`: the peer. Somebody who joins again is another participant.
    """
    type: PollType
    """Whether answers can be right or wrong.

    * `poll`: a survey. Answers are counted, none is right.
    * `quiz`: questions have right answers, and participants earn a score.
    """
    start: PollStart
    """What starts a poll in the rooms it is linked to.

    * `auto`: the start of a session. The poll starts with each session of the room.
    * `manual`: a participant, through a client SDK and with the `id` of the poll.
    """
    questions: list[PollQuestion] | None | Unset = UNSET
    """The questions in the order of their `index`."""
