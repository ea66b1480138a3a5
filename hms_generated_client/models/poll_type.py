"""PollType."""

from __future__ import annotations

from ..types import OpenEnum


class PollType(OpenEnum):
    """Whether answers can be right or wrong.

    * `poll`: a survey. Answers are counted, none is right.
    * `quiz`: questions have right answers, and participants earn a score.
    """

    POLL = "poll"
    QUIZ = "quiz"
