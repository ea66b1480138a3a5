"""Polls: what is asked, and what came of it.

They run and are answered in sessions, see `hms_mock.polling`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hms_mock.errors import bad_body, not_found
from hms_mock.model.polls import Poll, complete_option, complete_question
from hms_mock.pagination import paginate
from hms_mock.registry import HandlerTable, Reply, Request

if TYPE_CHECKING:
    from hms_mock.model.polls import Json, PollResponse

handler = HandlerTable()


@handler("createPoll")
def create_poll(request: Request) -> Reply:
    """Create a poll."""
    poll = Poll(id="")
    _overwrite(poll, request)
    poll.id = request.state.ids.object_id()
    request.workspace.polls[poll.id] = poll
    return Reply(poll.to_json())


@handler("getPoll")
def get_poll(request: Request) -> Reply:
    """One poll."""
    return Reply(_poll(request).to_json())


@handler("updatePoll")
def update_poll(request: Request) -> Reply:
    """Overwrite a poll."""
    poll = _poll(request)
    _overwrite(poll, request)
    return Reply(poll.to_json())


@handler("updatePollQuestion")
def update_question(request: Request) -> Reply:
    """Overwrite a question. Its number stays that of the path."""
    poll, question = _question(request)
    try:
        updated = complete_question(question["index"], request.members)
    except ValueError as error:
        raise bad_body(f"options: {error}") from error
    poll.questions[question["index"]] = updated
    return Reply(updated)


@handler("deletePollQuestion")
def delete_question(request: Request) -> Reply:
    """Delete a question; those after it move one place forward."""
    poll, question = _question(request)
    poll.delete_question(question["index"])
    return Reply(status=204)


@handler("updatePollOption")
def update_option(request: Request) -> Reply:
    """Overwrite an option. Its number stays that of the path."""
    _, question = _question(request)
    option = _option(request, question)
    updated = complete_option(option["index"], request.members)
    option.update(updated)
    return Reply(updated)


@handler("deletePollOption")
def delete_option(request: Request) -> Reply:
    """Delete an option; those after it move one place forward."""
    poll, question = _question(request)
    poll.delete_option(question["index"], _option(request, question)["index"])
    return Reply(status=204)


@handler("listPollSessions")
def list_poll_sessions(request: Request) -> Reply:
    """One page of the runs of a poll."""
    poll, workspace, query = _poll(request), request.workspace, request.query
    now = request.state.clock.now()
    page = paginate(poll.runs, start=query.get("start"), limit=query["limit"])
    runs = [
        run.to_json(workspace.sessions[run.session_id], now, poll.responses.values()) for run in page.items
    ]
    return Reply({"last": page.last, "limit": query["limit"], "responses": runs})


@handler("listPollResponses")
def list_poll_responses(request: Request) -> Reply:
    """One page of the responses to a poll, with or without those that were changed."""
    poll, query = _poll(request), request.query

    def keep(response: PollResponse) -> bool:
        return (query["all"] or not response.changed) and _is_asked_for(request, response)

    page = paginate(poll.responses, start=query.get("start"), limit=query["limit"], keep=keep)
    responses = [response.to_json() for response in page.items]
    return Reply({"last": page.last, "limit": query["limit"], "responses": responses})


@handler("getPollResponse")
def get_poll_response(request: Request) -> Reply:
    """One response."""
    response = _poll(request).responses.get(request.path["response_id"])
    if response is None:
        raise not_found("Response", request.path["response_id"])
    return Reply(response.to_json())


@handler("listPollResults")
def list_poll_results(request: Request) -> Reply:
    """One page of the results of a poll."""
    poll, query = _poll(request), request.query
    page = paginate(
        poll.results(),
        start=query.get("start"),
        limit=query["limit"],
        keep=lambda response: _is_asked_for(request, response),
    )
    results = [response.to_result_json(poll.score(response)) for response in page.items]
    return Reply({"last": page.last, "limit": query["limit"], "results": results})


@handler("getPollResult")
def get_poll_result(request: Request) -> Reply:
    """One result."""
    poll = _poll(request)
    response = poll.results().get(request.path["result_id"])
    if response is None:
        raise not_found("Result", request.path["result_id"])
    return Reply(response.to_result_json(poll.score(response)))


def _poll(request: Request) -> Poll:
    return request.workspace.poll(request.path["poll_id"])


def _question(request: Request) -> tuple[Poll, Json]:
    poll, number = _poll(request), request.path["question_id"]
    if number not in poll.questions:
        raise not_found("Question", str(number))
    return poll, poll.questions[number]


def _option(request: Request, question: Json) -> Json:
    number = request.path["option_id"]
    options: list[Json] = question["options"]
    for option in options:
        if option["index"] == number:
            return option
    raise not_found("Option", str(number))


def _overwrite(poll: Poll, request: Request) -> None:
    try:
        poll.overwrite(request.members)
    except ValueError as error:
        raise bad_body(f"questions: {error}") from error


def _is_asked_for(request: Request, response: PollResponse) -> bool:
    return "question" not in request.query or response.question == request.query["question"]
