"""Polls, the sessions they ran in, and what participants answered."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from hms_mock.clock import format_nanoseconds
from hms_mock.model.rooms import LONGEST_SESSION

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import datetime

    from hms_mock.model.sessions import Session

Json = dict[str, Any]

NEVER = "0001-01-01T00:00:00Z"
"""How the API writes the time of something that did not happen yet."""

CHOICES = frozenset({"single-choice", "multiple-choice"})
"""The types of questions that are answered by options; the others are answered in words."""


def numbered(given: Iterable[Mapping[str, Any]]) -> list[tuple[int, Mapping[str, Any]]]:
    """Give questions or options their numbers, and sort them by it.

    Args:
        given: as they were sent. Those without an `index` get the lowest numbers that are left, in order.

    Raises:
        ValueError: two of them have the same `index`.
    """
    found: dict[int, Mapping[str, Any]] = {}
    without: list[Mapping[str, Any]] = []
    for each in given:
        if "index" not in each:
            without.append(each)
        elif each["index"] in found:
            raise ValueError(f"two have the index {int(each['index'])}; it must be unique")
        else:
            found[int(each["index"])] = each
    number = 0
    for each in without:
        number += 1
        while number in found:
            number += 1
        found[number] = each
    return sorted(found.items())


def complete_option(index: int, given: Mapping[str, Any]) -> Json:
    """Fill in what an option leaves out. Members that are not documented are dropped."""
    return {"index": index, "text": given.get("text", ""), "weight": int(given.get("weight", 1))}


def complete_question(index: int, given: Mapping[str, Any]) -> Json:
    """Fill in what a question leaves out. Members that are not documented are dropped.

    Args:
        index: the number of the question.
        given: the question as it was sent.

    Raises:
        ValueError: two of its options have the same `index`.
    """
    options = [complete_option(number, option) for number, option in numbered(given.get("options") or ())]
    files: list[Json] = given.get("attachment") or []
    question: Json = {
        "index": index,
        "text": given.get("text", ""),
        "format": given.get("format", "text"),
        "attachment": [{name: file[name] for name in ("type", "url") if name in file} for file in files],
        "skippable": given.get("skippable", True),
        "duration": int(given.get("duration", 0)),
        "once": given.get("once", False),
        "weight": int(given.get("weight", 1)),
    }
    question |= {name: int(given[name]) for name in ("answer_min_len", "answer_max_len") if name in given}
    question["type"] = given.get("type", "single-choice" if options else "short-answer")
    if given.get("answer") is not None:
        question["answer"] = _complete_answer(given["answer"])
    return question | {"options": options}


def _complete_answer(given: Mapping[str, Any]) -> Json:
    options: list[int] = given.get("options") or []
    return {
        "hidden": given.get("hidden", False),
        "options": [int(number) for number in options],
        "text": given.get("text", ""),
        "case": given.get("case", False),
        "trim": given.get("trim", False),
    }


@dataclass
class PollRun:
    """One run of a poll in a session, which the API calls a session of the poll.

    Attributes:
        duration: after how many seconds it stops by itself; 0 for when the session ends.
        stopped_at: when somebody stopped it.
    """

    id: str
    poll_id: str
    session_id: str
    started_at: datetime
    duration: int = 0
    stopped_at: datetime | None = None

    def ended_at(self, session: Session, now: datetime) -> datetime | None:
        """When the run was over: stopped, out of time, or at the end of its session. None while it runs.

        Args:
            session: the session that it runs in.
            now: the mock's time.
        """
        ends = [self.stopped_at, None if session.active else session.updated_at]
        if self.duration:
            # No session lasts longer, and larger numbers do not fit into a calendar.
            ends.append(self.started_at + timedelta(seconds=min(self.duration, LONGEST_SESSION)))
        return min((end for end in ends if end is not None and end <= now), default=None)

    def to_json(self, session: Session, now: datetime, responses: Iterable[PollResponse]) -> Json:
        """The run as the API shows it.

        Args:
            session: the session that it runs in.
            now: the mock's time.
            responses: all responses to the poll.
        """
        ended_at = self.ended_at(session, now)
        own = [response for response in responses if response.run_id == self.id]
        return {
            "id": self.id,
            "poll_id": self.poll_id,
            "session_id": self.session_id,
            "started_at": format_nanoseconds(self.started_at),
            "stopped_at": NEVER if ended_at is None else format_nanoseconds(ended_at),
            "total_responses": len(own),
            "unique_participants": len({response.participant for response in own}),
        }


@dataclass
class PollResponse:
    """What a participant answered to one question.

    Attributes:
        run_id: the run of the poll.
        result_id: the result that it counts for, the same for all responses of a participant to a question.
        participant: what tells one participant from another. It is never shown.
        duration: how long the participant took, in milliseconds.
        option: the chosen option, for a single choice.
        options: the chosen options, for a multiple choice.
        original_response: the response that this one changed, or "".
        peer_id: who answered; "" in an anonymous poll, as is `user_id`.
        changed: whether a later response took its place.
    """

    id: str
    poll_id: str
    run_id: str
    session_id: str
    result_id: str
    participant: str
    question: int
    sent_at: datetime
    duration: int
    skipped: bool = False
    option: int | None = None
    options: list[int] = field(default_factory=list[int])
    text: str = ""
    original_response: str = ""
    retries: int = 0
    peer_id: str = ""
    user_id: str = ""
    changed: bool = False

    def to_json(self) -> Json:
        """The response as the API shows it."""
        shown: Json = {
            "id": self.id,
            "poll_id": self.poll_id,
            "session_id": self.session_id,
            "duration": self.duration,
            "question": self.question,
            "skipped": self.skipped,
            "text": self.text,
        }
        if self.option is not None:
            shown["option"] = self.option
        if self.options:
            shown["options"] = list(self.options)
        return shown | {
            "update": bool(self.original_response),
            "original_response": self.original_response,
            "retries": self.retries,
            "sent_at": format_nanoseconds(self.sent_at),
            "peer_id": self.peer_id,
            "user_id": self.user_id,
        }

    def to_result_json(self, score: int) -> Json:
        """The result of the response as the API shows it.

        Args:
            score: what it is worth.
        """
        return {
            "id": self.result_id,
            "poll_id": self.poll_id,
            "session_id": self.session_id,
            "question": self.question,
            "duration": self.duration,
            "peer_id": self.peer_id,
            "user_id": self.user_id,
            "score": score,
        }


@dataclass
class Poll:
    """A poll or quiz: its questions, by their numbers, and everything that came of it.

    `runs` and `responses` are kept by their identifiers, oldest first.
    """

    id: str
    title: str = ""
    duration: int = 0
    anonymous: bool = False
    mode: str = "userid"
    type: str = "poll"
    start: str = "auto"
    questions: dict[int, Json] = field(default_factory=dict[int, Json])
    runs: dict[str, PollRun] = field(default_factory=dict[str, PollRun])
    responses: dict[str, PollResponse] = field(default_factory=dict[str, PollResponse])

    def overwrite(self, body: Mapping[str, Any]) -> None:
        """Take over a poll as it was sent; what it leaves out takes its default.

        Responses to questions that the poll does not have any more are forgotten.

        Raises:
            ValueError: two questions, or two options of a question, have the same `index`.
        """
        given = numbered(body.get("questions") or [])
        self.questions = {number: complete_question(number, question) for number, question in given}
        self.title = body.get("title", "")
        self.duration = int(body.get("duration", 0))
        self.anonymous = body.get("anonymous", False)
        self.mode = body.get("mode", "userid")
        self.type = body.get("type", "poll")
        self.start = body.get("start", "auto")
        self._keep_responses(lambda response: response.question in self.questions)

    def delete_question(self, number: int) -> None:
        """Delete a question with the responses to it. Those after it move one place forward."""
        del self.questions[number]
        self._keep_responses(lambda response: response.question != number)
        for response in self.responses.values():
            response.question = _closed_up(response.question, number)
        self.questions = {
            _closed_up(each, number): question | {"index": _closed_up(each, number)}
            for each, question in self.questions.items()
        }

    def delete_option(self, question: int, number: int) -> None:
        """Delete an option. Those after it move one place forward, also in answers and responses."""
        self.questions[question]["options"] = [
            option | {"index": _closed_up(option["index"], number)}
            for option in self.questions[question]["options"]
            if option["index"] != number
        ]
        if answer := self.questions[question].get("answer"):
            answer["options"] = _without(answer["options"], number)
        for response in self.responses.values():
            if response.question == question:
                response.options = _without(response.options, number)
                chosen = [] if response.option is None else _without([response.option], number)
                response.option = next(iter(chosen), None)

    def results(self) -> dict[str, PollResponse]:
        """The response that stands of each participant and question, by the identifier of its result."""
        return {response.result_id: response for response in self.responses.values()}

    def score(self, response: PollResponse) -> int:
        """What a response is worth: in a quiz, the weight of the question when the answer is right."""
        question = self.questions[response.question]
        right = self.type == "quiz" and not response.skipped and _is_right(question, response)
        return question["weight"] if right else 0

    def to_json(self) -> Json:
        """The poll as the API shows it."""
        return {
            "id": self.id,
            "title": self.title,
            "duration": self.duration,
            "anonymous": self.anonymous,
            "mode": self.mode,
            "type": self.type,
            "start": self.start,
            "questions": list(self.questions.values()),
        }

    def _keep_responses(self, keep: Callable[[PollResponse], bool]) -> None:
        self.responses = {each.id: each for each in self.responses.values() if keep(each)}


def _closed_up(number: int, deleted: int) -> int:
    return number - 1 if number > deleted else number


def _without(numbers: list[int], deleted: int) -> list[int]:
    return [_closed_up(number, deleted) for number in numbers if number != deleted]


def _is_right(question: Mapping[str, Any], response: PollResponse) -> bool:
    answer: Mapping[str, Any] = question.get("answer") or {}
    if question["type"] == "single-choice":
        return response.option in answer.get("options", ())
    if question["type"] == "multiple-choice":
        return bool(response.options) and set(response.options) == set(answer.get("options", ()))
    expected, given = answer.get("text", ""), response.text
    if answer.get("trim"):
        expected, given = expected.strip(), given.strip()
    if not answer.get("case"):
        expected, given = expected.casefold(), given.casefold()
    return bool(expected) and expected == given
