"""Polls in sessions: they start and stop, and peers answer them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from hms_mock.errors import bad_body, forbidden, not_found
from hms_mock.model.polls import CHOICES, PollResponse, PollRun

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from hms_mock.model.polls import Json, Poll
    from hms_mock.model.rooms import Room
    from hms_mock.model.sessions import Peer, Session
    from hms_mock.state import State, Workspace


@dataclass(frozen=True)
class Answer:
    """What a participant gives as an answer to a question.

    Attributes:
        option: the number of the chosen option, for a single choice.
        options: the numbers of the chosen options, for a multiple choice.
        text: the words, for the other types.
        skipped: whether the question is passed over.
    """

    option: int | None = None
    options: Sequence[int] | None = None
    text: str | None = None
    skipped: bool = False

    def check(self, question: Json) -> None:
        """Refuse an answer that does not fit the question.

        Args:
            question: the question, with all its members.

        Raises:
            ApiError: 400.
        """
        given = [name for name in ("option", "options", "text") if getattr(self, name) is not None]
        if self.skipped:
            if not question["skippable"]:
                raise bad_body(f"question {question['index']} may not be skipped")
            if given:
                raise bad_body("a question that is skipped has no answer")
            return
        kind = question["type"]
        wanted = {"single-choice": "option", "multiple-choice": "options"}.get(kind, "text")
        if given != [wanted]:
            raise bad_body(f"question {question['index']} is a {kind}; give {wanted} and nothing else")
        if kind in CHOICES:
            self._check_choice(question)
        else:
            _check_length(question, self.text or "")

    def _check_choice(self, question: Json) -> None:
        chosen = [self.option] if self.option is not None else list(self.options or ())
        known = [option["index"] for option in question["options"]]
        if not chosen or len(set(chosen)) < len(chosen):
            raise bad_body("options: give one or more, each of them once")
        if unknown := [number for number in chosen if number not in known]:
            raise bad_body(f"question {question['index']} has no option {unknown[0]}; it has {known}")


def start(
    state: State, workspace: Workspace, session: Session, poll: Poll, by: Peer | None = None
) -> PollRun:
    """Start a poll in a session, as a participant would with a client SDK.

    Args:
        state: the mock's state.
        workspace: the workspace of the session.
        session: a running session.
        poll: the poll. It need not be linked to the room.
        by: who starts it. None to do without a participant, and without its permission.

    Raises:
        ApiError: 403, the poll runs in the session already, or the role of the participant lacks the
            permission `pollWrite`.
    """
    if by is not None:
        _check_permission(workspace, session, by, "pollWrite")
    if running(poll, session, state.clock.now()) is not None:
        raise forbidden("Poll is running", f"the poll {poll.id!r} was started in this session already")
    return _start(state, session, poll, state.clock.now())


def start_linked(state: State, workspace: Workspace, room: Room, session: Session) -> None:
    """Start the polls that are linked to a room and start with each of its sessions."""
    # The API is not known to refuse links to polls that do not exist, or the same link twice.
    for poll_id in dict.fromkeys(room.polls or ()):
        poll = workspace.polls.get(poll_id)
        if poll is not None and poll.start == "auto":
            _start(state, session, poll, session.created_at)


def stop(state: State, workspace: Workspace, session: Session, poll: Poll, by: Peer | None = None) -> PollRun:
    """Stop a poll in a session.

    Args:
        state: the mock's state.
        workspace: the workspace of the session.
        session: a running session.
        poll: the poll.
        by: who stops it. None to do without a participant, and without its permission.

    Raises:
        ApiError: 403, the poll does not run in the session, or the role of the participant lacks the
            permission `pollWrite`.
    """
    if by is not None:
        _check_permission(workspace, session, by, "pollWrite")
    run = _running(poll, session, state.clock.now())
    run.stopped_at = state.clock.now()
    return run


def answer(
    state: State,
    workspace: Workspace,
    session: Session,
    poll: Poll,
    peer: Peer,
    *,
    number: int,
    given: Answer,
    duration: int | None = None,
    retries: int = 0,
) -> PollResponse:
    """Let a peer answer a question of a running poll, or change its answer.

    Args:
        state: the mock's state.
        workspace: the workspace of the session.
        session: the session that the peer is in.
        poll: the poll.
        peer: a connected peer.
        number: the question.
        given: the answer.
        duration: how many milliseconds it took; left out, those since the poll was started.
        retries: how often the peer tried again.

    Raises:
        ApiError: 400, the answer does not fit the question; 403, the poll does not run, the response that
            was given stands, or the role lacks the permission `pollRead`; 404, there is no such question.
    """
    _check_permission(workspace, session, peer, "pollRead")
    now = state.clock.now()
    run = _running(poll, session, now)
    if number not in poll.questions:
        raise not_found("Question", str(number))
    question = poll.questions[number]
    given.check(question)
    participant = (poll.mode == "userid" and peer.user_id) or peer.id
    before = next(
        (
            response
            for response in reversed(poll.responses.values())
            if (response.run_id, response.question, response.participant) == (run.id, number, participant)
        ),
        None,
    )
    if before is not None and question["once"]:
        raise forbidden("Response stands", f"question {number} takes one response of each participant")
    response = PollResponse(
        id=state.ids.object_id(),
        poll_id=poll.id,
        run_id=run.id,
        session_id=session.id,
        result_id=before.result_id if before else state.ids.object_id(),
        participant=participant,
        question=question["index"],
        sent_at=now,
        duration=_milliseconds(now, run) if duration is None else duration,
        skipped=given.skipped,
        option=None if given.option is None else int(given.option),
        options=[int(each) for each in given.options or ()],
        text=given.text or "",
        original_response=before.id if before else "",
        retries=retries,
        peer_id="" if poll.anonymous else peer.id,
        user_id="" if poll.anonymous else peer.user_id,
    )
    if before is not None:
        before.changed = True
    poll.responses[response.id] = response
    return response


def running(poll: Poll, session: Session, now: datetime) -> PollRun | None:
    """The run of a poll that is going on in a session."""
    for run in reversed(poll.runs.values()):
        if run.session_id == session.id and run.ended_at(session, now) is None:
            return run
    return None


def _start(state: State, session: Session, poll: Poll, moment: datetime) -> PollRun:
    run = PollRun(
        id=state.ids.object_id(),
        poll_id=poll.id,
        session_id=session.id,
        started_at=moment,
        duration=poll.duration,
    )
    poll.runs[run.id] = run
    return run


def _running(poll: Poll, session: Session, now: datetime) -> PollRun:
    run = running(poll, session, now)
    if run is None:
        raise forbidden("Poll is not running", f"the poll {poll.id!r} does not run in this session")
    return run


def _check_permission(workspace: Workspace, session: Session, peer: Peer, permission: str) -> None:
    role = workspace.template_of(workspace.rooms[session.room_id]).roles.get(peer.role, {})
    if not role.get("permissions", {}).get(permission):
        raise forbidden("Permission denied", f"the role {peer.role!r} lacks the permission {permission}")


def _check_length(question: Json, text: str) -> None:
    shortest, longest = question.get("answer_min_len", 0), question.get("answer_max_len", 0)
    if len(text) < shortest or (longest and len(text) > longest):
        limits = f"{shortest} to {longest}" if longest else f"{shortest} or more"
        raise bad_body(f"text: question {question['index']} takes {limits} characters")


def _milliseconds(now: datetime, run: PollRun) -> int:
    return (now - run.started_at) // timedelta(milliseconds=1)
