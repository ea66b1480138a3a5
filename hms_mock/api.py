"""The API itself: takes each request through the checks that the document asks for, then to its handler.

The order is fixed, so that a wrong request gets the same answer however much else is wrong with it:
route (404), method (405), ordered faults, token (401), rate limit (429), size and content type (413, 415),
parameters and body (400, 404), then the handler.
"""

from __future__ import annotations

import asyncio
import copy
import logging
import string
import time
from functools import partial
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import quote, unquote

import msgspec
from starlette.requests import ClientDisconnect
from starlette.requests import Request as HttpRequest
from starlette.responses import Response
from starlette.websockets import WebSocketClose

from hms_mock.auth import MANAGEMENT, TOKEN_TYPES, Identity, authenticate, mint
from hms_mock.calls import Call, Calls
from hms_mock.clock import format_milliseconds
from hms_mock.errors import ApiError, ConfigurationError, ContractError, DatabaseError, bad_body
from hms_mock.reading import NO_BODY, NoBody, read_json
from hms_mock.routing import Match, Router
from hms_mock.shapes import as_text, is_array
from hms_mock.validation import Validators

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from starlette.types import Receive, Scope, Send

    from hms_mock.document import Document, Operation
    from hms_mock.faults import Fault
    from hms_mock.registry import Handler, Reply
    from hms_mock.state import State

TRANSPORT = "hms_mock.transport"
"""Where `hms_mock.server` leaves the connection of a request, in the state of its scope."""

_OWN_STATUSES = frozenset({408, 413, 429})
"""Limits of the mock itself, which the document need not list."""

_PATIENCE = 0.05
"""Seconds between two looks at whether a client that is kept waiting is still there."""

REQUESTS = "hms_mock.requests"
"""The logger that gets a line for each answered call, at the level `INFO`."""

_logger = logging.getLogger("hms_mock")
_requests = logging.getLogger(REQUESTS)


def json_response(body: Any, status: int = 200, headers: Mapping[str, str] | None = None) -> Response:
    """Write a body as JSON.

    Args:
        body: the body; None for none.
        status: the HTTP status.
        headers: further headers.
    """
    if body is None:
        return Response(status_code=status, headers=headers)
    return Response(
        msgspec.json.encode(body), status_code=status, headers=headers, media_type="application/json"
    )


def error_response(error: ApiError) -> Response:
    """Write an error in its envelope."""
    return json_response(error.envelope(), error.status, error.headers)


class Api:
    """The operations of a document as an ASGI application.

    Args:
        document: the operations.
        handlers: what carries them out, by operationId.
        state: what the mock remembers.
        validate_responses: whether every answer is checked against the document. An answer that breaks it is
            logged and replaced by a 500 that says what is wrong. Webhooks are checked when they come up.

    Attributes:
        origin: where the mock is reached, for the URLs of files that come of `call`. None: where it was last.

    Raises:
        ConfigurationError: an operation asks for a security scheme that the mock does not know, or for
            several.
    """

    def __init__(
        self,
        document: Document,
        handlers: Mapping[str, Handler],
        state: State,
        *,
        validate_responses: bool,
    ) -> None:
        self.origin: str | None = None
        self._handlers = handlers
        self._state = state
        self._calls = Calls(state, handlers)
        self._operations = {operation.id: operation for operation in document.operations}
        self._router = Router(document.operations)
        state.operation_ids = frozenset(operation.id for operation in document.operations)
        self._validators = Validators(document)
        self._validate_responses = validate_responses
        if validate_responses:
            state.check_event = self._validators.event
        for operation in document.operations:
            if unknown := set(operation.security) - TOKEN_TYPES.keys():
                raise ConfigurationError(
                    f"{operation.id} asks for security schemes that the mock does not know: {sorted(unknown)}"
                )
            if len(operation.security) > 1:
                raise ConfigurationError(
                    f"{operation.id} takes several security schemes; the mock can only check one"
                )

    @property
    def operations(self) -> Mapping[str, Operation]:
        """The operations by operationId."""
        return self._operations

    def call(
        self,
        operation_id: str,
        *,
        path: Mapping[str, Any] | None = None,
        query: Mapping[str, Any] | None = None,
        body: Any = NO_BODY,
        token: str | None = None,
    ) -> Any:
        """Carry out an operation without HTTP, after all the checks that a request goes through.

        It is not in the log of requests, and no ordered fault happens to it.

        Args:
            operation_id: the operation.
            path: the parameters of the path.
            query: the parameters of the query; a list is given item by item.
            body: the body, as parsed JSON. The mock keeps what is in it.
            token: whose call it is. Left out: a management token of the first workspace.

        Returns:
            The body of the answer; None when it has none.

        Raises:
            KeyError: there is no such operation, or a parameter of the path is missing.
            ApiError: the operation refuses.
            ContractError: the answer is not what the document promises.
        """
        operation, state = self._operations[operation_id], self._state
        with state.lock:
            token = token or mint(state, state.workspace_for(None), MANAGEMENT).token
            identity = None
            if operation.security:
                identity = authenticate(f"Bearer {token}", TOKEN_TYPES[operation.security[0]], state)
            origin = self.origin or state.public_url
        raw_path = {name: quote(as_text(value), safe="") for name, value in (path or {}).items()}
        raw_query = [
            (quote(name), quote(as_text(each)))
            for name, value in (query or {}).items()
            for each in (value if is_array(value) else [value])
        ]
        reply = self._perform(operation, identity, raw_path, raw_query, body, origin=origin)
        self._check(operation, reply.status, reply.body)
        return copy.deepcopy(reply.body)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, as ASGI asks for it."""
        if scope["type"] != "http":
            await WebSocketClose()(scope, receive, send)
            return
        request = HttpRequest(scope, receive)
        match = self._router.match(_raw_path(scope))
        operation = match.operations.get(request.method) if match else None
        fault, resets = None, 0
        if match is not None and operation is not None:
            path = _raw_path(scope)
            with self._state.journal.transaction():
                fault = self._calls.take_fault(operation, path, partial(_room_ids, request, match))
                resets = self._state.resets
        if fault is not None:
            await _wait(scope, fault.delay_seconds)
            if resets != self._state.resets:
                # The call belongs to what was forgotten, and must not act on what came after.
                await _drop(scope, receive)
                return
        if fault is not None and fault.spares_operation:
            response = Response()
        else:
            response = await self._answer(request, match, operation)
        if fault is not None:
            if fault.drop:
                self._record(request, operation, None)
                await _drop(scope, receive)
                return
            response = _faulty(fault, response)
        self._record(request, operation, response.status_code)
        if fault is not None and fault.truncate:
            await _truncate(response, scope, receive, send)
        else:
            await response(scope, receive, send)

    async def _answer(
        self, request: HttpRequest, match: Match | None, operation: Operation | None
    ) -> Response:
        if match is None:
            return error_response(ApiError(404, "not found", [f"no operation at {request.scope['path']}"]))
        if operation is None:
            details = [f"{request.method} is not allowed here; use {match.allow}"]
            return error_response(ApiError(405, "Method not allowed", details, {"Allow": match.allow}))
        try:
            try:
                reply = await self._carry_out(request, match, operation)
                self._check(operation, reply.status, reply.body)
                return json_response(reply.body, reply.status)
            except ApiError as error:
                if error.status not in _OWN_STATUSES or operation.response(error.status) is not None:
                    self._check(operation, error.status, error.envelope())
                return error_response(error)
        except ClientDisconnect:
            # Nobody is left to read the answer.
            return Response(status_code=400)
        except DatabaseError:
            # The log cannot be written either.
            raise
        except ContractError as error:
            _logger.error("the mock broke its contract: %s", error)  # noqa: TRY400 - there is no cause to trace
            return error_response(ApiError(500, "the mock server broke its contract", [str(error)]))
        except Exception as error:
            _logger.exception("the handler of %s failed", operation.id)
            details = [f"the handler of {operation.id} failed: {type(error).__name__}"]
            return error_response(ApiError(500, "the mock server failed", details))

    async def _carry_out(self, request: HttpRequest, match: Match, operation: Operation) -> Reply:
        identity = self._identify(request, operation)
        body = NO_BODY if operation.body_pointer is None else await read_json(request)
        return self._perform(
            operation, identity, match.parameters, _raw_query(request), body, origin=_origin(request)
        )

    def _perform(
        self,
        operation: Operation,
        identity: Identity | None,
        raw_path: Mapping[str, str],
        raw_query: Sequence[tuple[str, str]],
        body: Any,
        *,
        origin: str,
    ) -> Reply:
        path = self._validators.path(operation, raw_path)
        query = self._validators.query(operation, raw_query)
        handler = self._handlers[operation.id]
        if not isinstance(body, NoBody):
            self._validators.body(operation, body, handler.details)
        elif operation.body_required:
            raise bad_body("a JSON body is required")
        return self._calls.carry_out(
            Call(
                operation.id,
                changes=operation.method != "GET",
                access_key=identity.workspace.access_key if identity else None,
                claims=identity.claims if identity else {},
                path=path,
                query=query,
                body=None if isinstance(body, NoBody) else body,
                origin=origin,
            )
        )

    def _identify(self, request: HttpRequest, operation: Operation) -> Identity | None:
        if not operation.security:
            return None
        header = request.headers.get("authorization")
        with self._state.journal.transaction():
            identity = authenticate(header, TOKEN_TYPES[operation.security[0]], self._state)
            self._calls.admit(identity.workspace.access_key)
            return identity

    def _check(self, operation: Operation, status: int, body: Any) -> None:
        if self._validate_responses:
            self._validators.response(operation, status, body)

    def _record(self, request: HttpRequest, operation: Operation | None, status: int | None) -> None:
        if _requests.isEnabledFor(logging.INFO):
            # Percent-encoded, so that no control character reaches a terminal.
            target = quote(request.scope["path"])
            if query := request.scope["query_string"]:
                target += f"?{quote(query, safe=string.punctuation)}"
            answer, name = status or "dropped", operation.id if operation else "-"
            _requests.info("%s %s %s %s", answer, request.method, target, name)
        with self._state.journal.transaction():
            self._calls.log(
                {
                    "at": format_milliseconds(self._state.clock.now()),
                    "method": request.method,
                    "path": request.scope["path"],
                    "query": request.scope["query_string"].decode("latin-1"),
                    "operation": operation.id if operation else None,
                    "status": status,
                }
            )


def _faulty(fault: Fault, response: Response) -> Response:
    """What a fault makes of an answer: another one, or the same one with other headers."""
    if fault.status is not None:
        media_type = "application/json" if fault.text is None else "text/plain"
        response = Response(fault.content(), fault.status, media_type=media_type)
    response.headers.update(fault.headers)
    return response


async def _wait(scope: Scope, seconds: float) -> None:
    """Let time pass, but no longer than somebody waits for the answer."""
    transport = scope.get("state", {}).get(TRANSPORT)
    deadline = time.monotonic() + seconds
    while (left := deadline - time.monotonic()) > 0:
        if transport is not None and cast("asyncio.Transport", transport).is_closing():
            return
        await asyncio.sleep(min(left, _PATIENCE))


async def _truncate(response: Response, scope: Scope, receive: Receive, send: Send) -> None:
    """Announce the whole body of an answer, send half of it, and close the connection."""
    body = bytes(response.body)
    # Of an answer without a body, one byte is announced, so that something is missing.
    response.headers["Content-Length"] = str(max(len(body), 1))
    await send(
        {"type": "http.response.start", "status": response.status_code, "headers": response.raw_headers}
    )
    await send({"type": "http.response.body", "body": body[: len(body) // 2], "more_body": True})
    await _hang_up(scope, receive)


async def _drop(scope: Scope, receive: Receive) -> None:
    """Reset the connection without a word."""
    await _hang_up(scope, receive, abort=True)


async def _hang_up(scope: Scope, receive: Receive, *, abort: bool = False) -> None:
    """Close the connection, after what was sent, or at once as if the machine had gone."""
    transport = cast("asyncio.Transport | None", scope.get("state", {}).get(TRANSPORT))
    if transport is None:
        # In-process clients see the exception itself; a server other than ours answers 500.
        raise ConnectionResetError("the mock server was told to drop this connection")
    if abort:
        transport.abort()
    else:
        transport.close()
    # The server takes a return before the disconnect for a response that was forgotten.
    while (await receive())["type"] != "http.disconnect":
        pass


def _room_ids(request: HttpRequest, match: Match) -> set[str]:
    """The rooms that the path and the query name."""
    named = {unquote(value) for name, value in match.parameters.items() if name == "room_id"}
    return named | set(request.query_params.getlist("room_id"))


def _raw_path(scope: Scope) -> str:
    """The path below the server's URL, still percent-encoded."""
    raw: bytes | None = scope.get("raw_path")
    path = quote(scope["path"]) if raw is None else raw.decode("ascii", "replace").partition("?")[0]
    return path.removeprefix(scope.get("root_path", ""))


def _origin(request: HttpRequest) -> str:
    """Where the mock is reached, as the client sees it."""
    host, port = request.scope.get("server") or ("localhost", None)
    named = request.headers.get("host") or (host if port is None else f"{host}:{port}")
    return f"{request.scope['scheme']}://{named}{request.scope.get('app_root_path', '')}"


def _raw_query(request: HttpRequest) -> list[tuple[str, str]]:
    raw = cast("bytes", request.scope.get("query_string", b"")).decode("latin-1")
    pairs = (pair.partition("=") for pair in raw.split("&") if pair)
    return [(name, value) for name, _, value in pairs]
