"""What a defect is, what it can change about a mock server, and a server that has one.

The mock server itself knows nothing of defects: they come in through its document, its handlers and its
middleware, and where those do not reach, as replacements of its functions while the server runs.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Awaitable, Callable
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any
from unittest import mock

from starlette.middleware import Middleware

from hms_mock import MockServer
from hms_mock.handlers import TABLES
from hms_mock.registry import Handle, HandlerTable, Reply, Request

from ..document import base_path_of, operation_at, operations_of, read_document

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import ModuleType, TracebackType

    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from hms_mock import Clock, WebhookSender

    from .lab import Lab

Json = dict[str, Any]


@dataclass(frozen=True)
class Defect:
    """A mistake that a server can make.

    Attributes:
        name: what it is asked for by.
        kind: what sort of mistake it is.
        summary: one sentence, which says what the broken server does.
        operations: the operations that it sits in; none for all of them.
        apply: builds it into a server.
        shows: makes a few calls and returns what came of them, as a value that differs from that of a server
            without the defect.
    """

    name: str
    kind: str
    summary: str
    operations: tuple[str, ...]
    apply: Callable[[Sabotage], None] = field(repr=False)
    shows: Callable[[Lab], Any] = field(repr=False)


class DefectTable:
    """The defects of one kind. A table is also the decorator that fills it.

        defect = DefectTable("pages")

        @defect("The limit is not obeyed.", "listRooms", shows=...)
        def limit_is_ignored(server: Sabotage) -> None: ...

    Args:
        kind: what sort of mistakes they are.
    """

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self.defects: list[Defect] = []

    def __call__(
        self, summary: str, *operations: str, shows: Callable[[Lab], Any]
    ) -> Callable[[Callable[[Sabotage], None]], Callable[[Sabotage], None]]:
        """Register a function that builds a defect into a server; the defect has the function's name.

        Args:
            summary: one sentence, which says what the broken server does.
            operations: the operations that the defect sits in; none for all of them.
            shows: makes a few calls and returns what came of them.
        """

        def register(apply: Callable[[Sabotage], None]) -> Callable[[Sabotage], None]:
            name = apply.__name__.replace("_", "-")
            self.defects.append(Defect(name, self.kind, summary, operations, apply, shows))
            return apply

        return register


@dataclass
class Call:
    """A request over HTTP, with its headers by their names in small letters.

    `path` is the one below the server's URL, percent-encoded, without the query.
    """

    operation: str | None
    method: str
    path: str
    headers: dict[str, str]
    body: bytes


@dataclass
class Answer:
    """A response over HTTP, with its headers by their names in small letters."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        """The parsed body."""
        return json.loads(self.body)

    @json.setter
    def json(self, value: Any) -> None:
        self.body = json.dumps(value).encode()


Forward = Callable[[], Awaitable[Answer]]
"""Has a call answered as it would be without the defect. What was changed of the call counts."""
Intercept = Callable[[Call, Forward], Awaitable[Answer]]
Around = Callable[[Request, Handle], Reply]
Rewrite = Callable[[Any], Any]


class Sabotage:
    """The parts of a mock server that is about to be built, for a defect to change.

    Attributes:
        document: what requests are held to, a copy.
        credentials: the secret for each access key.
        patches: what to replace while the server runs: where, by which name, with what.
    """

    def __init__(self, credentials: Mapping[str, str]) -> None:
        self.document = read_document()
        self.credentials = credentials
        self.patches: list[tuple[ModuleType | type, str, Any]] = []
        self._handlers = {name: handler for table in TABLES for name, handler in table.handlers.items()}
        self._operations = operations_of(self.document)
        self._intercepts: list[tuple[frozenset[str], Intercept]] = []

    def schema(self, name: str) -> Json:
        """A schema of the document."""
        schema: Json = self.document["components"]["schemas"][name]
        return schema

    def member(self, schema: str, name: str) -> Json:
        """The schema of a member of an object."""
        member: Json = self.schema(schema)["properties"][name]
        return member

    def parameter(self, operation: str, name: str) -> Json:
        """The schema of a query parameter, for this operation alone."""
        definition = next(each.definition for each in self._operations if each.id == operation)
        parameters: list[Json] = definition["parameters"]
        for position, reference in enumerate(parameters):
            found: Json = reference
            if "$ref" in reference:
                found = self.document["components"]["parameters"][reference["$ref"].rpartition("/")[2]]
            if found["name"] == name:
                parameters[position] = copy.deepcopy(found)
                schema: Json = parameters[position]["schema"]
                return schema
        raise LookupError(f"{operation} has no parameter {name!r}")

    def wrap(self, *operations: str) -> Callable[[Around], Around]:
        """Register a function that carries out operations in place of their handlers, which it is given."""

        def register(around: Around) -> Around:
            for operation in operations:
                handler = self._handlers[operation]
                self._handlers[operation] = replace(handler, handle=_around(around, handler.handle))
            return around

        return register

    def rewrite(self, operation: str) -> Callable[[Rewrite], Rewrite]:
        """Register a function that makes the body which an operation gets of the one that was sent."""

        def register(rewrite: Rewrite) -> Rewrite:
            @self.wrap(operation)
            def around(request: Request, handle: Handle) -> Reply:
                return handle(replace(request, body=rewrite(request.members)))

            return rewrite

        return register

    def intercept(self, *operations: str) -> Callable[[Intercept], Intercept]:
        """Register the coroutine that answers calls over HTTP, which is given the call and what forwards it.

        Args:
            operations: which calls; all calls of the API when none is named.
        """

        def register(around: Intercept) -> Intercept:
            self._intercepts.append((frozenset(operations), around))
            return around

        return register

    def patch(self, target: ModuleType | type, name: str, value: Any) -> None:
        """Replace something in a module or a class for as long as the server runs."""
        getattr(target, name)  # raises AttributeError where there is nothing to replace
        self.patches.append((target, name, value))

    def handlers(self) -> list[HandlerTable]:
        """The handlers, those included that were changed."""
        table = HandlerTable()
        table.handlers.update(self._handlers)
        return [table]

    def middleware(self) -> list[Middleware]:
        """What intercepts calls."""
        return [Middleware(_Interception, sabotage=self)] if self._intercepts else []

    def answering(self, operation: str | None) -> Intercept | None:
        """What intercepts the calls of an operation."""
        for operations, around in self._intercepts:
            if not operations or operation in operations:
                return around
        return None

    def operation_at(self, method: str, path: str) -> str | None:
        """The operation that a request belongs to."""
        operation = operation_at(self._operations, method, path)
        return operation.id if operation else None


class BrokenServer(MockServer):
    """A mock server with a defect. It does not check its own answers, so that mistakes get out.

    Args:
        defect: the defect.
        credentials: the secret for each access key.
        clock: what time it is.
        seed: where identifiers start.
        webhook_sender: what sends webhooks.
    """

    def __init__(
        self,
        defect: Defect,
        *,
        credentials: Mapping[str, str],
        clock: Clock,
        seed: int,
        webhook_sender: WebhookSender | None = None,
    ) -> None:
        sabotage = Sabotage(credentials)
        defect.apply(sabotage)
        super().__init__(
            credentials=credentials,
            clock=clock,
            seed=seed,
            validate_responses=False,
            document=sabotage.document,
            handlers=sabotage.handlers(),
            middleware=sabotage.middleware(),
            webhook_sender=webhook_sender,
        )
        self._patches, self._active = sabotage.patches, ExitStack()

    def __enter__(self) -> BrokenServer:
        for target, name, value in self._patches:
            self._active.enter_context(mock.patch.object(target, name, value))
        super().__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        super().__exit__(kind, error, traceback)
        self._active.close()


class _Interception:
    """ASGI middleware that lets a defect answer the calls of the API; the control plane stays as it is."""

    def __init__(self, app: ASGIApp, sabotage: Sabotage) -> None:
        self._app = app
        self._sabotage = sabotage
        self._base_path = base_path_of(sabotage.document)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope.get("raw_path", b"").decode("ascii", "replace").partition("?")[0]
        if scope["type"] != "http" or not path.startswith(f"{self._base_path}/"):
            await self._app(scope, receive, send)
            return
        path = path.removeprefix(self._base_path)
        operation = self._sabotage.operation_at(scope["method"], path)
        around = self._sabotage.answering(operation)
        if around is None:
            await self._app(scope, receive, send)
            return
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        call = Call(operation, scope["method"], path, headers, await _read(receive))

        async def forward() -> Answer:
            return await self._forward(scope, receive, call)

        answer = await around(call, forward)
        # The length may have changed, and the server works it out where none is given.
        answer.headers["content-length"] = str(len(answer.body))
        raw = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in answer.headers.items()]
        await send({"type": "http.response.start", "status": answer.status, "headers": raw})
        await send({"type": "http.response.body", "body": answer.body})

    async def _forward(self, scope: Scope, receive: Receive, call: Call) -> Answer:
        unread: list[Message] = [{"type": "http.request", "body": call.body, "more_body": False}]
        sent: list[Message] = []

        async def replay() -> Message:
            return unread.pop() if unread else await receive()

        async def keep(message: Message) -> None:
            sent.append(message)

        raw = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in call.headers.items()]
        await self._app({**scope, "method": call.method, "headers": raw}, replay, keep)
        start, *rest = sent
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in start["headers"]}
        return Answer(start["status"], headers, b"".join(message.get("body", b"") for message in rest))


async def _read(receive: Receive) -> bytes:
    body = bytearray()
    while True:
        message = await receive()
        body += message.get("body", b"")
        if not message.get("more_body"):
            return bytes(body)


def _around(around: Around, handle: Handle) -> Handle:
    return lambda request: around(request, handle)
