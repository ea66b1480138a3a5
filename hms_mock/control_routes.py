"""The control plane over HTTP, under `/_mock`. It asks for no token; the server belongs on loopback.

| request | body | answer |
|---|---|---|
| POST /_mock/reset | | {} |
| POST /_mock/seed | seed | {} |
| GET /_mock/clock | | now, offset_seconds |
| POST /_mock/clock/advance | seconds, tokens | now, offset_seconds |
| POST /_mock/rooms/{room_id}/join | role or token or code; name, user_id, metadata | the peer |
| POST /_mock/rooms/{room_id}/leave | peer_id | {} |
| POST /_mock/peers/{peer_id}/mute | track, mute | the peer |
| GET /_mock/messages | | messages |
| GET /_mock/requests | | requests |
| POST /_mock/faults | status, headers, body, text, delay_seconds, drop, times, operation | {} |
| DELETE /_mock/faults | | {} |

What the members mean is said at the methods of `hms_mock.control.Control`.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

import jsonschema_rs
from starlette.routing import Route

from hms_mock.api import json_response
from hms_mock.clock import format_milliseconds
from hms_mock.errors import BAD_BODY, ApiError, bad_body
from hms_mock.reading import NO_BODY, NoBody, read_json

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
_MUTE = _object("track", track={"enum": ["audio", "video"]}, mute=_FLAG)
_FAULT = _object(
    status={"type": "integer", "minimum": 200, "maximum": 599},
    headers={
        "type": "object",
        "propertyNames": {"pattern": "^[A-Za-z0-9-]+$"},
        "additionalProperties": {"type": "string", "pattern": "^[\\x20-\\x7e]*$"},
    },
    body={},
    text=_TEXT,
    delay_seconds={"type": "number", "minimum": 0, "maximum": 600},
    drop=_FLAG,
    times={"type": "integer", "minimum": 1},
    operation=_TEXT,
)


def control_routes(control: Control) -> list[Route]:
    """The routes of the control plane, relative to where it is mounted.

    Args:
        control: what carries them out.
    """

    def clock() -> Json:
        return {"now": format_milliseconds(control.now()), "offset_seconds": control.clock_offset()}

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
        _route("/peers/{peer_id}/mute", "POST", _MUTE, lambda path, body: control.mute(**path, **body)),
        _route("/messages", "GET", _NOTHING, lambda _path, _body: {"messages": control.messages()}),
        _route("/requests", "GET", _NOTHING, lambda _path, _body: {"requests": control.requests()}),
        _route("/faults", "POST", _FAULT, lambda _path, body: control.fail(**body)),
        _route("/faults", "DELETE", _NOTHING, lambda _path, _body: control.clear_faults()),
    ]


def _route(path: str, method: str, schema: Json, action: _Action) -> Route:
    validator = jsonschema_rs.Draft202012Validator(schema, mask="the value")

    async def endpoint(request: Request) -> Response:
        sent = await read_json(request) if method == "POST" else NO_BODY
        body: Json = {} if isinstance(sent, NoBody) else sent
        if problems := [
            ".".join([*map(str, error.instance_path), error.message]) for error in validator.iter_errors(body)
        ]:
            raise ApiError(400, BAD_BODY, problems)
        try:
            answer = action(request.path_params, body)
        except ValueError as error:
            raise bad_body(str(error)) from error
        return json_response({} if answer is None else answer)

    handle: Callable[[Request], Awaitable[Response]] = endpoint
    return Route(path, handle, methods=[method])
