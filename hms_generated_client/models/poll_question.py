"""PollQuestion."""

from __future__ import annotations

import attrs

from ..model import Model
from ..types import UNSET, Unset
from .poll_answer import PollAnswer
from .poll_attachment import PollAttachment
from .poll_option import PollOption
from .poll_question_type import PollQuestionType


@attrs.define(kw_only=True)
class PollQuestion(Model):
    """A question of a poll or quiz. It is written and read in the same form, so that a question can be
    read, changed and sent back.

    For the types `single-choice` and `multiple-choice` give `options`; for `short-answer` and
    `long-answer` give, if you like, the lengths allowed. In a quiz give the right `answer` too.
    """

    index: int | Unset = UNSET
    """The number of the question, unique in its poll and counted from 1. Responses and results name
    questions by it, and so do the operations that change and delete one. Always send it: what the
    server makes of questions without numbers is not documented. At least 1.
    """
    text: str | Unset = UNSET
    """The question as participants read it."""
    format: str | Unset = UNSET
    """The format of `text`. No other than `text` is documented. Default: 'text'."""
    attachment: list[PollAttachment] | None | Unset = UNSET
    """Files that are shown with the question. Left out, no files."""
    skippable: bool | Unset = UNSET
    """Whether participants may pass over the question. Default: True."""
    duration: int | Unset = UNSET
    """How long the question is shown, in seconds. The samples have 0 where no time is set. At least 0."""
    once: bool | Unset = UNSET
    """Whether the first response stands. False lets participants change theirs as long as the poll runs.
    Default: False.
    """
    weight: int | Unset = UNSET
    """What the question counts for, compared with the other questions of the poll. Default: 1."""
    answer_min_len: int | Unset = UNSET
    """The shortest response accepted, in characters. For the types `short-answer` and `long-answer`. At
    least 0.
    """
    answer_max_len: int | Unset = UNSET
    """The longest response accepted, in characters. For the types `short-answer` and `long-answer`. At
    least 0.
    """
    type: PollQuestionType | Unset = UNSET
    """How a question is answered.

    * `single-choice`: by one of its options.
    * `multiple-choice`: by any number of its options.
    * `short-answer`: by a few words.
    * `long-answer`: by a longer text.
    """
    answer: PollAnswer | None | Unset = UNSET
    """The right answer, which a quiz is scored by. A poll does without."""
    options: list[PollOption] | None | Unset = UNSET
    """The options to choose from, for the types `single-choice` and `multiple-choice`. Empty, null or left
    out for the others.
    """
