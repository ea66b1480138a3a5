"""Mistakes about polls and what comes of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from .sabotage import DefectTable

if TYPE_CHECKING:
    from hms_mock.registry import Handle, Reply, Request

    from .lab import Lab
    from .sabotage import Sabotage

defect = DefectTable("polls")


def _numbers_of_options(lab: Lab) -> list[int]:
    poll_id = lab.prop("poll")["poll_id"]
    lab.api.delete(f"/polls/{poll_id}/questions/1/options/1").raise_for_status()
    return [option["index"] for option in lab.get(f"/polls/{poll_id}")["questions"][0]["options"]]


@defect(
    "Options keep their numbers when one before them is deleted.",
    "deletePollOption",
    shows=_numbers_of_options,
)
def numbers_of_options_have_a_gap(server: Sabotage) -> None:
    @server.wrap("deletePollOption")
    def cut_out(request: Request, handle: Handle) -> Reply:
        question = request.workspace.poll(request.path["poll_id"]).questions.get(request.path["question_id"])
        kept = [dict(option) for option in question["options"]] if question else []
        reply = handle(request)
        if question:
            question["options"] = [each for each in kept if each["index"] != request.path["option_id"]]
        return reply


def _counted(lab: Lab) -> Any:
    return lab.get(f"/polls/{lab.prop('poll')['poll_id']}/sessions")["responses"][0]["total_responses"]


@defect("A run of a poll has one response more than there are.", "listPollSessions", shows=_counted)
def responses_are_miscounted(server: Sabotage) -> None:
    @server.wrap("listPollSessions")
    def add(request: Request, handle: Handle) -> Reply:
        reply = handle(request)
        for run in reply.body["responses"]:
            run["total_responses"] += 1
        return reply


def _score_of_a_wrong_answer(lab: Lab) -> Any:
    poll = lab.prop("poll")
    peer = lab.stage.props.join(poll["room_id"], "somebody-else")
    body = {"peer_id": peer["id"], "question": 1, "option": 2}
    lab.stage.props.control(f"/polls/{poll['poll_id']}/answer", body)
    return lab.get(f"/polls/{poll['poll_id']}/results")["results"][0]["score"]


@defect(
    "Wrong answers in a quiz score as right ones do.",
    "listPollResults",
    "getPollResult",
    shows=_score_of_a_wrong_answer,
)
def wrong_answer_scores(server: Sabotage) -> None:
    @server.wrap("listPollResults", "getPollResult")
    def score(request: Request, handle: Handle) -> Reply:
        reply = handle(request)
        poll = request.workspace.poll(request.path["poll_id"])
        for result in reply.body.get("results", [reply.body]):
            result["score"] = poll.questions[result["question"]]["weight"] if poll.type == "quiz" else 0
        return reply


def _response_elsewhere(lab: Lab) -> int:
    response_id = lab.prop("poll")["response_id"]
    return lab.status("GET", f"/polls/{lab.post('/polls', {})['id']}/responses/{response_id}")


@defect("A poll shows the responses to other polls.", "getPollResponse", shows=_response_elsewhere)
def response_of_another_poll(server: Sabotage) -> None:
    @server.wrap("getPollResponse")
    def look_everywhere(request: Request, handle: Handle) -> Reply:
        request.workspace.poll(request.path["poll_id"])
        for poll in request.workspace.polls.values():
            if request.path["response_id"] in poll.responses:
                return handle(replace(request, path={**request.path, "poll_id": poll.id}))
        return handle(request)


def _questions_left(lab: Lab) -> int:
    poll_id = lab.post("/polls", {"questions": [{"index": number} for number in (1, 2, 3)]})["id"]
    lab.api.delete(f"/polls/{poll_id}/questions/1").raise_for_status()
    return len(lab.get(f"/polls/{poll_id}")["questions"])


@defect("With a question, the next one is deleted.", "deletePollQuestion", shows=_questions_left)
def next_question_is_deleted(server: Sabotage) -> None:
    @server.wrap("deletePollQuestion")
    def delete_two(request: Request, handle: Handle) -> Reply:
        reply = handle(request)
        poll = request.workspace.poll(request.path["poll_id"])
        if request.path["question_id"] in poll.questions:
            poll.delete_question(request.path["question_id"])
        return reply
