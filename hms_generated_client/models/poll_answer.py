"""PollAnswer."""

from __future__ import annotations

import attrs

from ..model import Model
from ..types import UNSET, Unset


@attrs.define(kw_only=True)
class PollAnswer(Model):
    """The right answer to a question of a quiz: `options` where participants choose, `text` with `case`
    and `trim` where they write.
    """

    hidden: bool | Unset = UNSET
    """Whether the right answer is kept from participants while the quiz is running. False lets their
    clients have it at once.
    """
    options: list[int] | None | Unset = UNSET
    """The right options, by their `index`. One for a question of type `single-choice`, all that have to be
    chosen for `multiple-choice`.
    """
    text: str | Unset = UNSET
    """The right answer in words, for the types `short-answer` and `long-answer`."""
    case: bool | Unset = UNSET
    """Whether upper and lower case must match when a participant's words are compared with `text`. False
    ignores the difference.
    """
    trim: bool | Unset = UNSET
    """Whether spaces before and after a participant's words are ignored when they are compared with
    `text`.
    """
