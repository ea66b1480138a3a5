"""What schemathesis loads: real identifiers for generated requests, and checks of our own.

Fuzzing knows types, not objects: without help nearly every call names a room that does not exist. Before each
call, the valid parts of the request are made to refer to real objects of the server. Every few calls of an
operation they name something that does not exist. Parts that are wrong on purpose are never touched.

Which calls get what follows from counters absent, so a run repeats with its seed.
"""

from __future__ import annotations

import copy
import json
import os
from collections import Counter
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx
import schemathesis
from hypothesis.control import current_build_context
from schemathesis.core.parameters import ParameterLocation
from schemathesis.generation.meta import TestPhase
from schemathesis.resources import PoolDraw

from .calls import ABSENT
from .document import operations_of, read_document
from .envelope import problems_of_error
from .finder import Finder
from .props import MEETING_URL, RTMP_URL, STARTING_SECONDS
from .reading import guard_requests, request_hooks
from .scene import LARGEST_ORDINARY_ROOM, ROLES, Stage
from .target import Target
from .tokens import mint

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from datetime import datetime

    from schemathesis import Case, CheckContext, HookContext, Response

    AnyCase = Case[Any]

_EVERY = 5
"""One in so many right calls of an operation names what does not exist."""

_IDENTIFYING = frozenset(
    {"id", "room_id", "template_id", "session_id", "code", "peer_id", "poll_id", "workflow_id"}
)
_NAMING = frozenset({"peers", "roles"})
"""Maps whose keys are identifiers."""
_NARROWING = frozenset({"start", "after", "before"})
"""Query parameters that make most pages empty."""
_STARTS = {
    "startRecording": "recordings",
    "startLiveStream": "live-streams",
    "startExternalStream": "external-streams",
    "createStreamKey": "stream-keys",
}
"""What there is one of in a room at a time, by the operation that starts it."""
_RUNNING = frozenset(
    {
        "pauseRoomRecording",
        "resumeRoomRecording",
        "pauseLiveStreamRecording",
        "resumeLiveStreamRecording",
        "sendTimedMetadata",
        "stopRecording",
        "stopLiveStream",
        "stopExternalStream",
    }
)
"""Operations for what does not only start any more."""
_OF_STREAM_KEYS = frozenset({"getStreamKey", "disableStreamKey"})
_LARGEST_SHORT_SIDE = 1080
_FAR = 10**6
"""Further than any question or option is numbered."""
_DAY = timedelta(days=1)


class Feeder:
    """Makes generated requests refer to real objects.

    Args:
        stage: where the objects are made.
    """

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._chain: object = None
        self._forget()

    def feed(self, case: AnyCase) -> None:
        """Put real identifiers into the valid parts of a request."""
        meta = case.meta
        if meta is None:
            return
        chained = meta.phase.name is TestPhase.STATEFUL
        if chained:
            self._begin_chain(current_build_context().data)
        # Only where all else is right does an object that does not exist show.
        right = self._authorize(case) and meta.generation.mode.is_positive
        counted = (meta.phase.name, case.operation.label)
        self._calls[counted] += right
        call = self._calls[counted]
        # Documented examples should be shown to work, so all of them get what exists.
        absent = right and call % _EVERY == 2 and meta.phase.name is not TestPhase.EXAMPLES
        # Parts that were not generated, like those of documented examples, are as right as the request.
        positive = {
            location
            for location in (ParameterLocation.PATH, ParameterLocation.QUERY, ParameterLocation.BODY)
            if (meta.components.get(location) or meta.generation).mode.is_positive
        }
        if chained:
            self._prepare(case)
        if case.path_parameters and ParameterLocation.PATH in positive:
            if not chained:
                case.path_parameters = self._path(case, absent=absent, call=call)
                meta.pool_draws = () if absent else self._owned(case)
            elif not absent:
                case.path_parameters = self._linked_path(case)
        if ParameterLocation.QUERY in positive and case.query:
            case.query = self._query(case, chained=chained, absent=absent, call=call)
        if ParameterLocation.BODY in positive and isinstance(case.body, dict | list):
            case.body = self._body(case, chained=chained, absent=absent, call=call)
        # Every second query is left as it was generated, and bodies name more than what is real.
        if right and not chained and not absent and not case.operation.body and (call % 2 or not case.query):
            self._real_calls.add(case.id)

    def names_what_exists(self, case: AnyCase) -> bool:
        """Whether a call is right, and all that it names was put there because it exists."""
        return case.id in self._real_calls and not self._stage.only_finds

    def _authorize(self, case: AnyCase) -> bool:
        """Whether the token is good. A client token is made to be one for the room of the scene."""
        given = case.headers.get("Authorization")
        if given == AUTHORIZATION and case.operation.label in TAKING_CLIENT_TOKENS:
            room_id = self._stage.scene_for(case.path).room_id
            token = mint("clientToken", ACCESS_KEY, SECRET, room_id=room_id, role=ROLES[0])
            given = case.headers["Authorization"] = f"Bearer {token}"
            self._client_authorizations.add(given)
        return self.is_good(given)

    def is_good(self, authorization: object) -> bool:
        """Whether a header is one of those with a good token."""
        return authorization == AUTHORIZATION or authorization in self._client_authorizations

    def _begin_chain(self, chain: object) -> None:
        """Give each chain of calls a server as it was for all the others.

        Hypothesis takes chains apart and puts them together again. Where the same calls are answered in
        another way than before, it gives up, and schemathesis ends the phase early without a word.
        """
        if chain is not self._chain:
            self._chain = chain
            self._stage.reset()
            self._forget()

    def _forget(self) -> None:
        self._calls: Counter[tuple[TestPhase, str]] = Counter()
        self._known: set[str] = set(ROLES)
        self._families: dict[str, str] = {}
        self._client_authorizations: set[str] = set()
        self._real_calls: set[str] = set()

    def learn(self, case: AnyCase, response: Response) -> None:
        """Remember the identifiers in an answer, and whether the call changed the scene."""
        if not 200 <= response.status_code < 300:
            return
        if case.method != "GET":
            self._stage.spend()
        if response.content:
            # An empty string stands for an identifier that is not known.
            found = set(_identifiers(response.json())) - {""}
            self._known.update(found)
            self._families = dict.fromkeys(found, _family(case)) | self._families
        self._known.update(value for value in case.path_parameters.values() if isinstance(value, str))

    def _path(self, case: AnyCase, *, absent: bool, call: int) -> dict[str, Any]:
        given, real = case.path_parameters, self._real(case)
        if not absent:
            return {**given, **real}
        # In turn: nothing is real, or everything but the last parameter is.
        unreal = set(given) if call % (2 * _EVERY) == 2 else {list(given)[-1]}
        return {
            name: _unreal(value) if name in unreal else real.get(name, value) for name, value in given.items()
        }

    def _owned(self, case: AnyCase) -> tuple[PoolDraw, ...]:
        """Say of the objects in a path whose they are, as of those that schemathesis made itself.

        It asks for nothing but what the first user made as another one (`object_level_authorization`).
        """
        return tuple(
            PoolDraw(
                location=ParameterLocation.PATH.value,
                parameter_name=name,
                resource_name=name,
                resource_field=name,
                source_operation="POST of the stage",
                source_status=200,
                source_identity=case.auth_identity,
            )
            for name in self._real(case)
        )

    def _prepare(self, case: AnyCase) -> None:
        """Get what an earlier call of the chain did out of the way of the next one.

        A room has one recording or stream of a kind at a time, and it runs only after some seconds.
        """
        operation = case.operation.definition.raw["operationId"]
        if operation in _RUNNING:
            self._stage.props.advance(STARTING_SECONDS)
        if operation in _STARTS and case.path_parameters["room_id"] in self._known:
            self._stage.end_jobs(_STARTS[operation], case.path_parameters["room_id"])
        if operation in _OF_STREAM_KEYS and case.path_parameters["room_id"] in self._known:
            self._stage.have_stream_key(case.path_parameters["room_id"])

    def _linked_path(self, case: AnyCase) -> dict[str, Any]:
        """Leave what comes from an earlier answer as it is, and complete it."""
        given = case.path_parameters
        linked = {name: value for name, value in given.items() if value in self._known}
        if "stream_id" in linked and self._families.get(linked["stream_id"]) not in {None, _family(case)}:
            # Live and external streams share the name of the parameter, so one kind is taken for the other.
            del linked["stream_id"]
        if len(linked) == len(given):
            return given
        if {"response_id", "result_id"} & given.keys():
            # Few polls have any; an answer that leads to one gives the poll, too.
            return {**given, **self._real(case)}
        beside = self._beside(case.path, linked, given) if linked else {}
        return {**given, **self._real(case), **beside, **linked}

    def _real(self, case: AnyCase) -> dict[str, str]:
        """The objects of the stage, by path parameter."""
        values = self._stage.values(case.method, case.path)
        return {name: value for name, value in values.items() if f"{{{name}}}" in case.path}

    def _beside(self, path: str, linked: Mapping[str, str], given: Mapping[str, Any]) -> dict[str, Any]:
        """Objects that belong to those that came from an earlier answer, by path parameter."""
        values: dict[str, Any] = {}
        if room_id := linked.get("room_id"):
            if "{peer_id}" in path and (peers := self._stage.peers(room_id)):
                values["peer_id"] = peers[0]
            if "{role}" in path and (roles := self._stage.roles(room_id=room_id)):
                values["role"] = roles[0]
        if "{role_name}" in path and (template_id := linked.get("template_id")):
            values["role_name"] = next(iter(self._stage.roles(template_id=template_id)), ROLES[0])
        if "{question_id}" in path and (poll_id := linked.get("poll_id")):
            questions = self._stage.questions(poll_id)
            values["question_id"] = question = _one_of(questions, given["question_id"])
            if "{option_id}" in path:
                values["option_id"] = _one_of(questions.get(question, ()), given["option_id"])
        return values

    def _query(self, case: AnyCase, *, chained: bool, absent: bool, call: int) -> dict[str, Any]:
        query = dict(case.query)
        operation = case.operation.definition.raw["operationId"]
        values = self._stage.values(case.method, case.path)
        if operation == "listWebhookEvents":
            self._fit_times(query)
        if operation == "getPeerStats":
            linked = chained and {query["peer_id"], query["session_id"]} <= self._known
            return query if linked or absent else {**query, **{name: values[name] for name in query}}
        if operation == "listAnalyticsEvents":
            return self._query_of_events(case, values, chained=chained, call=call)
        if query.get("start"):
            # The document says that it is the `last` of an earlier page; no schema can.
            query["start"] = self._stage.cursor(case.formatted_path)
        if "role" in query and not absent:
            # Where nobody can have the role, there is nothing to find.
            query["role"] = ROLES[0]
        if call % 2:
            scene = self._stage.scene_for(case.path)
            found = {
                "name": scene.room_name,
                "user_id": scene.peers[0]["user_id"] if scene.peers else "",
            } | values
            query.update({name: found[name] for name in query if found.get(name)})
            if chained:
                # An empty page leads nowhere.
                query = {name: value for name, value in query.items() if name not in _NARROWING}
        return query

    def _query_of_events(
        self, case: AnyCase, values: Mapping[str, str], *, chained: bool, call: int
    ) -> dict[str, Any]:
        query = dict(case.query)
        if query.get("start"):
            # A cursor belongs to the filters that it was given with.
            filters = {"room_id": values["room_id"]}
            following = self._stage.next_cursor(case.formatted_path, filters)
            return filters | {"start": following} | {k: v for k, v in query.items() if k == "limit"}
        if not (chained and query["room_id"] in self._known) and call % 2:
            query.update({name: values[name] for name in query if name in values})
        return query

    def _fit_times(self, given: dict[str, Any]) -> None:
        """Ask for a range of time that is not too long ago. What is left out stays so."""
        now = self._stage.now()
        times = {"start_time": now - _DAY, "end_time": now}
        given.update({name: _text(time) for name, time in times.items() if name in given})

    def _body(self, case: AnyCase, *, chained: bool, absent: bool, call: int) -> Any:
        body: Any = copy.deepcopy(case.body)
        operation = case.operation.definition.raw["operationId"]
        if operation in {"createRoom", "updateRoom"} and isinstance(body, dict):
            self._fit_room(case, body)
        if operation == "removePeers" and isinstance(body, dict) and not body.get("peer_id"):
            # The document says that one of the two is needed; the schema does not.
            body["role"] = body.get("role") or ROLES[0]
        if isinstance(body, dict):
            self._fit_family(case, operation, body, chained=chained)
        if absent:
            if operation == "updateRoomCode":
                body["code"] = f"no-{body['code']}"
            return body
        if operation == "updateTemplate" and isinstance(body, dict) and "name" in body:
            # Templates do not share names, and the same few names are generated over and over.
            body["name"] = f"{body['name']}-{call}"
        if operation == "updateTemplateRecordings" and isinstance(body, list):
            roles = self._stage.roles(template_id=case.path_parameters["template_id"])
            # A template without roles can have no configuration: each is for a role.
            return [configuration | {"role": roles[0]} for configuration in body if roles]
        if not isinstance(body, dict):
            return body
        if operation == "updateRoomCode" and not (chained and body["code"] in self._known):
            codes = self._stage.scene_for(case.path).codes
            body["code"] = codes[call % len(codes)]
        if case.path.startswith("/active-rooms"):
            self._address(body, case.path_parameters["room_id"])
        return body

    def _fit_family(self, case: AnyCase, operation: str, body: dict[str, Any], *, chained: bool) -> None:
        """Keep the documented rules of recordings, streams, polls, calls and replays."""
        if operation in _STARTS:
            self._fit_start(case.path_parameters["room_id"], _STARTS[operation], body)
        elif operation in {"createPoll", "updatePoll"}:
            for question in _unique(body.get("questions")):
                _unique(question.get("options"))
        elif operation == "updatePollQuestion":
            _unique(body.get("options"))
        elif operation == "replayWebhookEvents":
            self._fit_times(body)
        elif operation == "startOutboundCall":
            # The operation has no 404.
            body["room_code"] = self._stage.scene_for(case.path).codes[0]
            if not (chained and body["trunk_id"] in self._known):
                body["trunk_id"] = self._stage.props.once("trunk")["trunk_id"]

    def _fit_start(self, room_id: str, collection: str, body: dict[str, Any]) -> None:
        body.setdefault("meeting_url", MEETING_URL)
        body.pop("destination", None)
        if offered := self._stage.destinations(room_id, collection):
            body["destination"] = offered[0]
        if body.get("rtmp_urls") == []:
            body["rtmp_urls"] = [RTMP_URL]
        size = body.get("resolution")
        if collection == "external-streams" and size:
            # The schema knows the largest sides, but not that only one of the two may be larger than this.
            size["height"] = min(size["height"], _LARGEST_SHORT_SIDE)

    def _fit_room(self, case: AnyCase, body: dict[str, Any]) -> None:
        """Keep the documented rules of rooms that no schema can express."""
        # Refused by name: `template_id` is meant.
        body.pop("template", None)
        if "template_id" in body and not self._stage.has_template(body["template_id"]):
            body["template_id"] = self._stage.scene_for(case.path).template_id
        size, room_id = body.get("size"), case.path_parameters.get("room_id", "")
        if isinstance(size, int | float) and size > LARGEST_ORDINARY_ROOM:
            body["large_room"] = True
        if (
            body.get("large_room") is False
            and size is None
            and self._stage.is_large(room_id=room_id, name=body.get("name", ""))
        ):
            body["large_room"] = True

    def _address(self, body: dict[str, Any], room_id: str) -> None:
        """Address peers and roles that the room has."""
        if body.get("peer_id"):
            peers = self._stage.peers(room_id)
            body["peer_id"] = peers[0] if peers else ABSENT
        if body.get("role"):
            body["role"] = next(iter(self._stage.roles(room_id=room_id)), ABSENT)


def _family(case: AnyCase) -> str:
    """The first segment of the path."""
    return case.path.split("/")[1]


def _unreal(value: Any) -> Any:
    """Name nothing. Generated values may be taken from earlier answers, so they could name something."""
    return value + _FAR if isinstance(value, int) else f"no-{value}"


def _one_of(numbers: Collection[int], given: Any) -> Any:
    """The given number if it is one of them, else the first of them. If there is none, the given one."""
    return given if given in numbers else next(iter(numbers), given)


def _unique(items: list[dict[str, Any]] | None) -> list[dict[str, Any]]:
    """Let no two items have the same number. Those without one are numbered by the server."""
    seen: set[int] = set()
    for item in items or []:
        if item.get("index") in seen:
            del item["index"]
        seen.update({item["index"]} if "index" in item else ())
    return items or []


def _text(time: datetime) -> str:
    return time.isoformat().replace("+00:00", "Z")


def _identifiers(value: Any) -> Iterator[str]:
    if isinstance(value, list):
        for item in value:
            yield from _identifiers(item)
    elif isinstance(value, dict):
        for name, member in value.items():
            if name in _IDENTIFYING and isinstance(member, str):
                yield member
            elif name in _NAMING:
                yield from member
            yield from _identifiers(member)


def _authorization() -> str:
    """What the first user sends."""
    users = json.loads(Path(os.environ["HMS_CONTRACT_USERS"]).read_text(encoding="utf-8"))
    header: str = users["auth"][0]["fixedHeaders"][0]["value"]
    return header


ACCESS_KEY = os.environ["HMS_CONTRACT_ACCESS_KEY"]
SECRET = os.environ["HMS_CONTRACT_SECRET"]
AUTHORIZATION = _authorization()
TAKING_CLIENT_TOKENS = frozenset(
    each.label for each in operations_of(read_document()) if each.token == "clientToken"
)


def _stage() -> Stage:
    """Makes real objects; on a server that is only read, finds them, and lets nothing else be sent."""
    control_url = os.environ["HMS_CONTRACT_CONTROL_URL"]
    target = Target(
        url=os.environ["HMS_CONTRACT_BASE_URL"],
        access_key=ACCESS_KEY,
        secret=SECRET,
        control_url=control_url,
    )
    api = httpx.Client(
        base_url=target.url,
        headers={"Authorization": AUTHORIZATION},
        event_hooks={"request": [*request_hooks(target)]},
    )
    if target.reads_only:
        guard_requests()
        return Finder(api)
    return Stage(api, httpx.Client(base_url=control_url))


feeder = Feeder(_stage())


@schemathesis.hook
def before_call(context: HookContext, case: AnyCase, kwargs: dict[str, Any]) -> None:
    """Feed real identifiers."""
    feeder.feed(case)


@schemathesis.hook
def after_call(context: HookContext, case: AnyCase, response: Response) -> None:
    """Learn identifiers."""
    feeder.learn(case, response)


@schemathesis.check
def token_accepted(context: CheckContext, response: Response, case: AnyCase) -> None:
    """No call with the good token is answered with 401, however wrong the rest of it is."""
    if response.status_code == 401 and feeder.is_good(response.request.headers.get("Authorization")):
        raise AssertionError("the token is good, and yet the answer is 401")


@schemathesis.check
def named_is_found(context: CheckContext, response: Response, case: AnyCase) -> None:
    """A call of what exists is not answered with 404."""
    if response.status_code == 404 and feeder.names_what_exists(case):
        raise AssertionError("everything that the call names exists, and yet the answer is 404")


@schemathesis.check
def error_envelope(context: CheckContext, response: Response, case: AnyCase) -> None:
    """Every error says its own status and what is wrong, and never repeats the token."""
    token = str(response.request.headers.get("Authorization", "")).removeprefix("Bearer ")
    if problems := problems_of_error(response.status_code, response.content, token):
        raise AssertionError("\n".join(problems))
