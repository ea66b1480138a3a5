"""The control plane over HTTP, under `/_mock`. It asks for no token; the server belongs on loopback.

docs/mock-server.md lists the requests; what they do is said at the methods of `hms_mock.control.Control`.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

import jsonschema_rs
from starlette.routing import Route

from hms_mock.api import json_response
from hms_mock.clock import format_milliseconds
from hms_mock.errors import BAD_BODY, ApiError, bad_body
from hms_mock.model.sip import OUTCOMES
from hms_mock.reading import NO_BODY, NoBody, read_json
from hms_mock.tracks import KINDS

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from hms_mock.control import Control

Json = dict[str, Any]
_Action = Callable[[Json, Json], Any]

_TEXT: Json = {"type": "string"}
_FLAG: Json = {"type": "boolean"}


def _object(*required: str, **properties: Json) -> Json:
    return {
        "type": "object",
        "properties": properties,
        "required": list(required),
        "additionalProperties": False,
    }


_NOTHING = _object()
_SEED = _object("seed", seed={"type": "integer"})
_ADVANCE = _object("seconds", seconds={"type": "number", "minimum": 0}, tokens=_FLAG)
_JOIN = _object(role=_TEXT, token=_TEXT, code=_TEXT, name=_TEXT, user_id=_TEXT, metadata=_TEXT)
_LEAVE = _object("peer_id", peer_id=_TEXT)
_KIND: Json = {"enum": list(KINDS)}
_PUBLISH = _object("track", track=_KIND)
_MUTE = _object("track", track=_KIND, mute=_FLAG)
_CHAT = _object("message", message=_TEXT, role=_TEXT, recipient_id=_TEXT, type=_TEXT)
_POLL = _object(peer_id=_TEXT)
_NUMBER: Json = {"type": "integer", "minimum": 1}
_ANSWER = _object(
    "peer_id",
    "question",
    peer_id=_TEXT,
    question=_NUMBER,
    option=_NUMBER,
    options={"type": "array", "items": _NUMBER},
    text=_TEXT,
    skipped=_FLAG,
    duration={"type": "integer", "minimum": 0},
    retries={"type": "integer", "minimum": 0},
)
_FINISH = _object(transcripts=_FLAG)
_FAIL = _object(reason=_TEXT)
_START_INGEST = _object("key", key=_TEXT, error=_TEXT)
_FAIL_INGEST = _object(error=_TEXT)
_CALLS = _object("outcome", outcome={"enum": list(OUTCOMES)}, to=_TEXT, times=_NUMBER)
_HEADERS: Json = {
    "type": "object",
    "propertyNames": {"pattern": "^[A-Za-z0-9-]+$"},
    "additionalProperties": {"type": "string", "pattern": "^[\\x20-\\x7e]*$"},
}
_ENDPOINT = _object("url", url={"type": ["string", "null"]}, headers=_HEADERS, access_key=_TEXT)
_ERROR = _object(
    "type",
    type=_TEXT,
    peer_id=_TEXT,
    name=_TEXT,
    user_id=_TEXT,
    role=_TEXT,
    code={"type": "integer"},
    error=_TEXT,
    message=_TEXT,
    description=_TEXT,
    terminal=_FLAG,
)
_FAULT = _object(
    status={"type": "integer", "minimum": 200, "maximum": 599},
    headers=_HEADERS,
    body={},
    text=_TEXT,
    delay_seconds={"type": "number", "minimum": 0, "maximum": 600},
    drop=_FLAG,
    truncate=_FLAG,
    carry_out=_FLAG,
    times={"type": ["integer", "null"]},
    every={"type": "integer"},
    probability={"type": "number"},
    operation=_TEXT,
    method=_TEXT,
    path=_TEXT,
    room_id=_TEXT,
)
_RATE_LIMIT = _object(
    "calls", "seconds", calls={"type": "integer"}, seconds={"type": "number"}, retry_after=_FLAG
)
_MANAGEMENT = _object(access_key=_TEXT)
_CLIENT = _object("room_id", "role", room_id=_TEXT, role=_TEXT, user_id=_TEXT)


def _and(schema: Json, *, without: str = "", **required: Json) -> Json:
    """A schema with what stands in the path of the request, as one object."""
    given = {name: value for name, value in schema["properties"].items() if name != without}
    names = [name for name in schema["required"] if name != without]
    return _object(*required, *names, **required, **given)


_ROOM = _object(room_id=_TEXT)
ARGUMENTS: dict[str, Json] = {
    "join": _and(_JOIN, room_id=_TEXT),
    "leave": _and(_LEAVE, room_id=_TEXT),
    "publish": _and(_PUBLISH, peer_id=_TEXT),
    "unpublish": _and(_PUBLISH, peer_id=_TEXT),
    "mute": _and(_MUTE, peer_id=_TEXT),
    "chat": _and(_CHAT, peer_id=_TEXT),
    "start_poll": _and(_POLL, room_id=_TEXT, poll_id=_TEXT),
    "stop_poll": _and(_POLL, room_id=_TEXT, poll_id=_TEXT),
    "answer_poll": _and(_ANSWER, poll_id=_TEXT),
    "end_calls": _CALLS,
    "calls": _ROOM,
    "tones": _ROOM,
    "jobs": _ROOM,
    "finish_job": _and(_FINISH, job_id=_TEXT),
    "fail_job": _and(_FAIL, job_id=_TEXT),
    "start_ingest": _START_INGEST,
    "ingests": _ROOM,
    "disconnect_ingest": _and(_NOTHING, ingest_id=_TEXT),
    "end_ingest": _and(_FAIL, ingest_id=_TEXT),
    "fail_ingest": _and(_FAIL_INGEST, ingest_id=_TEXT),
    "events": _ROOM,
    "deliveries": _ROOM,
    "deliver_webhooks": _NOTHING,
    "set_webhook": _ENDPOINT,
    "report_error": _and(_ERROR, without="type", event_type=_TEXT, room_id=_TEXT),
    "messages": _ROOM,
    "requests": _NOTHING,
    "fail": _FAULT,
    "faults": _NOTHING,
    "clear_faults": _NOTHING,
    "pending_faults": _NOTHING,
    "limit_rate": _RATE_LIMIT,
    "lift_rate_limit": _NOTHING,
    "management_token": _MANAGEMENT,
    "client_token": _CLIENT,
    "default_template_id": _MANAGEMENT,
}
"""For each method of the control that takes and returns JSON: the schema of its arguments by name."""


def control_routes(control: Control) -> list[Route]:
    """The routes of the control plane, relative to where it is mounted.

    Args:
        control: what carries them out.
    """

    def clock() -> Json:
        return {"now": format_milliseconds(control.now()), "offset_seconds": control.clock_offset()}

    def publish(path: Json, body: Json) -> Json:
        return control.publish(**path, **body)

    def unpublish(path: Json, body: Json) -> Json:
        return control.unpublish(**path, **body)

    def start_poll(path: Json, body: Json) -> Json:
        return control.start_poll(**path, **body)

    def stop_poll(path: Json, body: Json) -> Json:
        return control.stop_poll(**path, **body)

    def answer_poll(path: Json, body: Json) -> Json:
        return control.answer_poll(**path, **body)

    def finish_job(path: Json, body: Json) -> Json:
        return control.finish_job(**path, **body)

    def fail_job(path: Json, body: Json) -> Json:
        return control.fail_job(**path, **body)

    def disconnect_ingest(path: Json, _body: Json) -> Json:
        return control.disconnect_ingest(**path)

    def end_ingest(path: Json, body: Json) -> Json:
        return control.end_ingest(**path, **body)

    def fail_ingest(path: Json, body: Json) -> Json:
        return control.fail_ingest(**path, **body)

    def set_webhook(_path: Json, body: Json) -> None:
        control.set_webhook(**body)

    def report_error(path: Json, body: Json) -> Json:
        return control.report_error(body.pop("type"), **path, **body)

    def deliver(_path: Json, _body: Json) -> Json:
        return {"attempts": control.deliver_webhooks()}

    def advance(_path: Json, body: Json) -> Json:
        control.advance(**body)
        return clock()

    return [
        _route("/reset", "POST", _NOTHING, lambda _path, _body: control.reset()),
        _route("/seed", "POST", _SEED, lambda _path, body: control.seed(int(body["seed"]))),
        _route("/clock", "GET", _NOTHING, lambda _path, _body: clock()),
        _route("/clock/advance", "POST", _ADVANCE, advance),
        _route("/rooms/{room_id}/join", "POST", _JOIN, lambda path, body: control.join(**path, **body)),
        _route("/rooms/{room_id}/leave", "POST", _LEAVE, lambda path, body: control.leave(**path, **body)),
        _route("/peers/{peer_id}/publish", "POST", _PUBLISH, publish),
        _route("/peers/{peer_id}/unpublish", "POST", _PUBLISH, unpublish),
        _route("/peers/{peer_id}/mute", "POST", _MUTE, lambda path, body: control.mute(**path, **body)),
        _route("/peers/{peer_id}/chat", "POST", _CHAT, lambda path, body: control.chat(**path, **body)),
        _route("/rooms/{room_id}/polls/{poll_id}/start", "POST", _POLL, start_poll),
        _route("/rooms/{room_id}/polls/{poll_id}/stop", "POST", _POLL, stop_poll),
        _route("/polls/{poll_id}/answer", "POST", _ANSWER, answer_poll),
        _route("/calls", "POST", _CALLS, lambda _path, body: control.end_calls(**body)),
        _route("/calls", "GET", _NOTHING, lambda _path, _body: {"calls": control.calls()}),
        _route("/tones", "GET", _NOTHING, lambda _path, _body: {"tones": control.tones()}),
        _route("/jobs", "GET", _NOTHING, lambda _path, _body: {"jobs": control.jobs()}),
        _route("/jobs/{job_id}/finish", "POST", _FINISH, finish_job),
        _route("/jobs/{job_id}/fail", "POST", _FAIL, fail_job),
        _route("/ingests", "POST", _START_INGEST, lambda _path, body: control.start_ingest(**body)),
        _route("/ingests", "GET", _NOTHING, lambda _path, _body: {"ingests": control.ingests()}),
        _route("/ingests/{ingest_id}/disconnect", "POST", _NOTHING, disconnect_ingest),
        _route("/ingests/{ingest_id}/end", "POST", _FAIL, end_ingest),
        _route("/ingests/{ingest_id}/fail", "POST", _FAIL_INGEST, fail_ingest),
        _route("/events", "GET", _NOTHING, lambda _path, _body: {"events": control.events()}),
        _route("/webhooks", "GET", _NOTHING, lambda _path, _body: {"deliveries": control.deliveries()}),
        # Endpoints are waited for, and may call the mock before they answer.
        _route("/webhooks/deliver", "POST", _NOTHING, deliver, in_thread=True),
        _route("/webhooks/endpoint", "POST", _ENDPOINT, set_webhook),
        _route("/rooms/{room_id}/errors", "POST", _ERROR, report_error),
        _route("/messages", "GET", _NOTHING, lambda _path, _body: {"messages": control.messages()}),
        _route("/requests", "GET", _NOTHING, lambda _path, _body: {"requests": control.requests()}),
        _route("/faults", "POST", _FAULT, lambda _path, body: control.fail(**body)),
        _route("/faults", "GET", _NOTHING, lambda _path, _body: {"faults": control.faults()}),
        _route("/faults", "DELETE", _NOTHING, lambda _path, _body: control.clear_faults()),
        _route("/rate-limit", "POST", _RATE_LIMIT, lambda _path, body: control.limit_rate(**body)),
        _route("/rate-limit", "DELETE", _NOTHING, lambda _path, _body: control.lift_rate_limit()),
        _route(
            "/tokens/management", "POST", _MANAGEMENT, lambda _path, body: control.management_token(**body)
        ),
        _route("/tokens/client", "POST", _CLIENT, lambda _path, body: control.client_token(**body)),
        _route("/overview", "GET", _NOTHING, lambda _path, _body: control.overview()),
    ]


def _route(path: str, method: str, schema: Json, action: _Action, *, in_thread: bool = False) -> Route:
    validator = jsonschema_rs.Draft202012Validator(schema, mask="the value")

    async def endpoint(request: Request) -> Response:
        sent = await read_json(request) if method == "POST" else NO_BODY
        body: Json = {} if isinstance(sent, NoBody) else sent
        if problems := [
            ".".join([*map(str, error.instance_path), error.message]) for error in validator.iter_errors(body)
        ]:
            raise ApiError(400, BAD_BODY, problems)
        try:
            if in_thread:
                answer = await asyncio.to_thread(action, request.path_params, body)
            else:
                answer = action(request.path_params, body)
        except ValueError as error:
            raise bad_body(str(error)) from error
        return json_response({} if answer is None else answer)

    handle: Callable[[Request], Awaitable[Response]] = endpoint
    return Route(path, handle, methods=[method])
