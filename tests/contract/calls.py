"""For every operation a call that works, and what a workspace looks like from outside."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from .document import operations_of, read_document
from .props import Values, start_body
from .scene import ROLES, Depth

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    import httpx

    from .document import Operation
    from .scene import Stage

OPERATIONS = operations_of(read_document())
BY_ID = {operation.id: operation for operation in OPERATIONS}
WRITES = [operation for operation in OPERATIONS if operation.writes]
READS = [operation for operation in OPERATIONS if not operation.writes]

ABSENT = "0" * 24
"""The identifier of nothing."""
_number = itertools.count(1)


@dataclass(frozen=True)
class Call:
    """One call of an operation.

    Attributes:
        operation: what is called.
        values: the path parameters by name.
        query: the query by name.
        body: the JSON body; None for none.
        may_be_absent: whether it may name what is not there.
    """

    operation: Operation
    values: Mapping[str, str]
    query: Mapping[str, Any] = field(default_factory=dict[str, Any])
    body: Any = None
    may_be_absent: bool = False

    @property
    def statuses(self) -> set[int]:
        """How it may be answered when all is right."""
        return self.or_absent(self.operation.success[0])

    def or_absent(self, status: int) -> set[int]:
        """A status, and 404 where it may name what is not there."""
        return {status, 404} if self.may_be_absent else {status}

    def send(self, client: httpx.Client, **headers: str) -> httpx.Response:
        """Send it.

        Args:
            client: who calls.
            headers: further headers.
        """
        path = self.operation.request_path({name: quote(each, safe="") for name, each in self.values.items()})
        body = {} if self.body is None else {"json": self.body}
        return client.request(self.operation.method, path, params=dict(self.query), headers=headers, **body)


def good_call(stage: Stage, operation: Operation) -> Call:
    """A call that succeeds and, unless it reads, changes something that can be seen.

    Args:
        stage: where the objects are that it names.
        operation: what to call.
    """
    if prepare := _PREPARATIONS.get(operation.id):
        values = prepare(stage)
    else:
        values = stage.values(operation.method, operation.path)
    query = {name: values[name] for name in required_query(operation)}
    return Call(operation, values, query, _body(stage, operation, values), may_be_absent=stage.only_finds)


def _body(stage: Stage, operation: Operation, values: Mapping[str, str]) -> Any:
    """The documented example, with objects that exist and names that are free."""
    if operation.id in _BODIES:
        return _BODIES[operation.id]()
    known = {**values, "role": ROLES[0]}
    if operation.id == "startOutboundCall":
        known["trunk_id"] = stage.props.once("trunk")["trunk_id"]
    if "code" in (names := _members(operation.example_body)) or "room_code" in names:
        known["code"] = known["room_code"] = stage.scene(Depth.CODES).codes[0]
    if operation.family in _NAMED:
        known["name"] = f"call-{next(_number)}"
    return _replaced(operation.example_body, known)


def _members(body: Any) -> set[str]:
    return set(body) if isinstance(body, dict) else set()


def _replaced(body: Any, known: Mapping[str, str]) -> Any:
    if isinstance(body, list):
        return [_replaced(item, known) for item in body]
    if isinstance(body, dict):
        return {name: known.get(name, member) for name, member in body.items()}
    return body


_NAMED = frozenset({"rooms", "templates"})
"""What there is one of under a name."""
_BODIES: dict[str, Callable[[], Any]] = {
    # Templates made over the API need a `meeting_url`, and only what is recorded can be paused.
    "startRecording": lambda: start_body("recordings"),
    "startLiveStream": lambda: start_body("live-streams"),
    "startExternalStream": lambda: start_body("external-streams"),
    # A role keeps its name, a list of recordings its own.
    "upsertTemplateRole": lambda: {"priority": 4, "maxPeerCount": 17},
    "updateTemplateRecordings": lambda: [{"name": "recorded", "role": ROLES[0], "maxDuration": 600}],
    # The times of the example are too long ago.
    "replayWebhookEvents": lambda: {"status": "all"},
}


def _room_without_codes(stage: Stage) -> Values:
    # Not the first role, which is what is taken where none is looked for.
    return {"room_id": stage.new_room(), "role": ROLES[1]}


def _paused(collection: str) -> Callable[[Stage], Values]:
    def prepare(stage: Stage) -> Values:
        values = stage.props.once(collection)
        stage.props.pause(collection, values)
        return values

    return prepare


_PREPARATIONS: dict[str, Callable[[Stage], Values]] = {
    "createRoomCodes": _room_without_codes,
    "createRoleRoomCode": _room_without_codes,
    "resumeRoomRecording": _paused("recordings"),
    "resumeLiveStreamRecording": _paused("live-streams"),
}
"""What has to be done first for a call to change something. Each does it, and returns the path parameters."""


def look(client: httpx.Client, values: Mapping[str, str], families: Iterable[str] = ()) -> dict[str, Any]:
    """What a workspace looks like from outside: the answers of all reading operations.

    Args:
        client: who looks.
        values: objects by the parameter that takes them. Reads that need others are left out.
        families: the families of operations to look at; all by default.

    Returns:
        Status and body of each answer, by operationId.
    """
    wanted = set(families)
    seen: dict[str, Any] = {}
    for operation in READS:
        needed = {*operation.path_parameters, *required_query(operation)}
        if (wanted and operation.family not in wanted) or not needed <= values.keys():
            continue
        if operation.id in _SIGNED:
            continue
        query: dict[str, Any] = {name: values[name] for name in required_query(operation)}
        if any(each["name"] == "limit" for each in operation.query_parameters):
            query["limit"] = 100
        response = Call(operation, values, query).send(client)
        seen[operation.id] = response.status_code, response.json()
    return seen


def required_query(operation: Operation) -> tuple[str, ...]:
    """The query parameters that an operation cannot do without."""
    return tuple(each["name"] for each in operation.query_parameters if each.get("required"))


NAMES = frozenset({"role", "role_name", "question_id", "option_id"})
"""Path parameters that name something within what the others identify."""
_SIGNED = frozenset({"getRecordingAssetPresignedUrl"})
"""Each answer is signed anew."""


def look_behind(control: httpx.Client) -> dict[str, Any]:
    """What no operation shows, from the control plane: messages, calls, tones, pauses, and what happened."""
    return {name: control.get(f"/{name}").json() for name in ("messages", "calls", "tones", "jobs", "events")}


def differences(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[str]:
    """Where two looks differ, one sentence each."""
    return [
        f"{name} showed {before.get(name)!r} before and {after.get(name)!r} after"
        for name in sorted(before.keys() | after.keys())
        if before.get(name) != after.get(name)
    ]
