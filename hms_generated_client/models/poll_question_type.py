"""PollQuestionType."""

from __future__ import annotations

from ..types import OpenEnum


class PollQuestionType(OpenEnum):
    """How a question is answered.

    * `single-choice`: by one of its options.
    * `multiple-choice`: by any number of its options.
    * `short-answer`: by a few words.
    * `long-answer`: by a longer text.
    """

    SINGLE_CHOICE = "single-choice"
    MULTIPLE_CHOICE = "multiple-choice"
    SHORT_ANSWER = "short-answer"
    LONG_ANSWER = "long-answer"
