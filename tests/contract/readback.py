"""Finds what a write has left behind: the reading operation, and the place in its answer."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any

from .calls import BY_ID, READS, Call
from .document import follow, read_document
from .lists import key_of
from .picking import the_last, the_only

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import httpx

    from .document import Operation
    from .scene import Stage

Json = dict[str, Any]

_DOCUMENT = read_document()


class Reader:
    """Reads what a write is documented to have done.

    The reading operation is found in the document: the GET of the same path, else the one that the answer of
    the write links to and that shows the same kind of object, by itself or in a list.

    Args:
        api: a client of the workspace.
        stage: its stage.
    """

    def __init__(self, api: httpx.Client, stage: Stage) -> None:
        self._api = api
        self._stage = stage

    def read(self, call: Call, answer: Any) -> Any:
        """Read what a call did.

        Args:
            call: the write.
            answer: the body of its answer; None for none.

        Returns:
            The object in the form of the reading operation.

        Raises:
            AssertionError: it is not there.
        """
        if special := SPECIAL.get(call.operation.id):
            return special(self._api, self._stage, call, answer)
        operation, values, query = self._target(call, answer)
        if any(each["name"] == "limit" for each in operation.query_parameters):
            query["limit"] = 100
        if operation.id == "getTemplateRole":
            # A role is renamed by what is in the body.
            values["role_name"] = answer["name"]
        response = Call(operation, values, query).send(self._api)
        assert response.status_code == 200, f"{operation.id} does not find it: {response.text}"
        return _place(call.operation, operation, answer, response.json())

    def _target(self, call: Call, answer: Any) -> tuple[Operation, dict[str, str], dict[str, Any]]:
        operation = reading_operation(call.operation)
        if operation.path == call.operation.path:
            return operation, dict(call.values), {}
        parameters = _links(call.operation)[operation.id]
        known = {name: _evaluate(each, call, answer) for name, each in parameters.items()}
        values = {name: known[name] for name in operation.path_parameters}
        return operation, values, {name: each for name, each in known.items() if name not in values}


def reading_operation(write: Operation) -> Operation:
    """The operation that shows what a write did.

    Raises:
        LookupError: the document does not say.
    """
    linked = [BY_ID[each] for each in _links(write) if not BY_ID[each].writes]
    candidates = [*(each for each in READS if each.path == write.path), *linked]
    kinds = [each for each in (_schema(write), item_schema(write)) if each]
    alone = (each for each in candidates if _schema(each) == _schema(write))
    in_a_list = (each for each in candidates if item_schema(each) in kinds)
    for found in itertools.chain(alone, in_a_list):
        return found
    raise LookupError(f"the document does not say what shows the effect of {write.id}")


def _links(write: Operation) -> dict[str, Mapping[str, str]]:
    links = write.success[1].get("links", {})
    resolved = [follow(_DOCUMENT, each) for each in links.values()]
    return {each["operationId"]: each.get("parameters", {}) for each in resolved}


def _schema(operation: Operation) -> Any:
    return dict(operation.answer_schema)


def item_schema(operation: Operation) -> Any:
    """The schema of the items that an operation lists, possibly a reference; None where it lists nothing."""
    items = operation.definition.get("x-pagination", {}).get("items")
    schema = follow(_DOCUMENT, operation.answer_schema)
    return dict(schema["properties"][items].get("items", {})) if items else None


def _place(write: Operation, read: Operation, answer: Any, body: Any) -> Any:
    if _schema(read) == _schema(write) or not item_schema(read):
        return body
    shown = {key_of(item): item for item in body[read.definition["x-pagination"]["items"]]}
    own = write.definition.get("x-pagination", {}).get("items")
    if own:
        missing = [key_of(each) for each in answer[own] if key_of(each) not in shown]
        assert not missing, f"{read.id} does not show {missing}"
        return {own: [shown[key_of(each)] for each in answer[own]]}
    assert key_of(answer) in shown, f"{read.id} does not show {key_of(answer)}"
    return shown[key_of(answer)]


def _evaluate(expression: Any, call: Call, answer: Any) -> Any:
    """The value of a runtime expression of a link."""
    if not isinstance(expression, str) or not expression.startswith("$"):
        return expression
    if expression.startswith("$request.path."):
        return call.values[expression.removeprefix("$request.path.")]
    value = answer
    for step in expression.removeprefix("$response.body#/").split("/"):
        value = value[int(step)] if isinstance(value, list) else value[step]
    return value


def _of_poll(api: httpx.Client, stage: Stage, call: Call, answer: Any) -> Any:
    # Questions and options are not read by themselves.
    poll = api.get(f"/polls/{call.values['poll_id']}").raise_for_status().json()
    found = _by_index(poll["questions"], call.values["question_id"])
    if "option_id" not in call.operation.path_parameters:
        return found
    return _by_index(found["options"], call.values["option_id"])


def _by_index(items: list[Json], number: str) -> Json:
    return the_only((each for each in items if each["index"] == int(number)), f"one has the number {number}")


def _of_trunk(api: httpx.Client, stage: Stage, call: Call, answer: Any) -> Any:
    # No operation reads trunks; whom a call came from does.
    return {"from": stage.call(answer["id"])["from"]}


def _of_call(api: httpx.Client, stage: Stage, call: Call, answer: Any) -> Any:
    record = stage.find_behind("calls", answer["id"])
    peer = api.get(f"/active-rooms/{record['room_id']}/peers/{record['peer_id']}").raise_for_status().json()
    return {**record, "name": peer["name"], "user_id": peer["user_id"]}


def _of_message(api: httpx.Client, stage: Stage, call: Call, answer: Any) -> Any:
    return the_last(stage.look_behind("messages"), "a message is received")


def _of_tones(api: httpx.Client, stage: Stage, call: Call, answer: Any) -> Any:
    return {"digits": list(the_last(stage.look_behind("tones"), "tones are heard")["digits"])}


def _of_metadata(api: httpx.Client, stage: Stage, call: Call, answer: Any) -> Any:
    job = stage.find_behind("jobs", call.values["stream_id"])
    return the_last(job["timed_metadata"], "metadata is in the stream")


def _of_replay(api: httpx.Client, stage: Stage, call: Call, answer: Any) -> Any:
    # What is sent as `event_names` is shown as `event_types`.
    replay = api.get(f"/analytics/webhooks/replay/{answer['workflow_id']}").raise_for_status().json()
    return {**replay["filters"], "event_names": replay["filters"]["event_types"]}


def _of_removal(api: httpx.Client, stage: Stage, call: Call, answer: Any) -> Any:
    event = _last_event(stage, "peer.leave.success")
    return {"peer_id": event["data"]["peer_id"], "reason": event["data"].get("message", "")}


def _of_end(api: httpx.Client, stage: Stage, call: Call, answer: Any) -> Any:
    event = _last_event(stage, "room.end.success")
    room = api.get(f"/rooms/{call.values['room_id']}").raise_for_status().json()
    return {"reason": event["data"]["reason"], "lock": not room["enabled"]}


def _last_event(stage: Stage, kind: str) -> Json:
    return the_last((each for each in stage.look_behind("events") if each["type"] == kind), f"{kind} is told")


def _of_stopped(path: str) -> Callable[[httpx.Client, Stage, Call, Any], Any]:
    def read(api: httpx.Client, stage: Stage, call: Call, answer: Any) -> Any:
        return {
            "data": [api.get(f"{path}/{each['id']}").raise_for_status().json() for each in answer["data"]]
        }

    return read


SPECIAL: dict[str, Callable[[httpx.Client, Stage, Call, Any], Any]] = {
    "updatePollQuestion": _of_poll,
    "updatePollOption": _of_poll,
    "createOutboundTrunk": _of_trunk,
    "updateOutboundTrunk": _of_trunk,
    "startOutboundCall": _of_call,
    "sendMessage": _of_message,
    "sendDtmf": _of_tones,
    "sendTimedMetadata": _of_metadata,
    "replayWebhookEvents": _of_replay,
    "removePeers": _of_removal,
    "endRoom": _of_end,
    "stopRoomRecordings": _of_stopped("/recordings"),
    "stopRoomLiveStreams": _of_stopped("/live-streams"),
    "stopRoomExternalStreams": _of_stopped("/external-streams"),
}
"""Where the document does not say how to read what a write did. Most need the control plane."""


def lost(sent: Any, shown: Any, where: str = "") -> list[str]:
    """Say which parts of what was sent are not shown; more may be shown than was sent.

    Args:
        sent: what was sent.
        shown: what is shown.
        where: the JSON path so far.

    Returns:
        One sentence for each part. Null counts as shown when nothing or an empty list is.
    """
    if isinstance(sent, dict) and isinstance(shown, dict):
        return [
            problem
            for name, member in sent.items()
            for problem in lost(member, shown.get(name), f"{where}.{name}".lstrip("."))
        ]
    if isinstance(sent, list) and isinstance(shown, list) and len(sent) == len(shown):
        return [
            problem
            for place, item in enumerate(sent)
            for problem in lost(item, shown[place], f"{where}[{place}]")
        ]
    if (sent is None and shown in (None, [])) or (sent == shown and type(sent) is type(shown)):
        return []
    if isinstance(sent, int | float) and sent == shown and isinstance(shown, bool) == isinstance(sent, bool):
        return []
    return [f"{where or 'the body'} was sent as {sent!r} and is shown as {shown!r}"]
