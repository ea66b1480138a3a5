"""The router as an ASGI application."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, MutableMapping
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, TypeAlias

from ._results import Outcome, Result
from ._verification import ReceivedHeaders

if TYPE_CHECKING:
    from typing import Protocol

    class HandleAsync(Protocol):
        """`Router.handle_async`."""

        async def __call__(
            self, headers: ReceivedHeaders, body: bytes, *, client_address: str | None = None
        ) -> Result:
            """Take one delivery."""
            ...


Scope: TypeAlias = MutableMapping[str, Any]
Message: TypeAlias = MutableMapping[str, Any]
Receive: TypeAlias = Callable[[], Awaitable[Message]]
Send: TypeAlias = Callable[[Message], Awaitable[None]]


class AsgiApp:
    """An ASGI application that takes deliveries on any path. Made by `Router.asgi`.

    Args:
        handle: Takes one delivery.
        max_body_bytes: How much of a body to read at most; a longer one is refused.
    """

    # A class and not a method of the router: Starlette takes a method for a function of a request.

    def __init__(self, handle: HandleAsync, max_body_bytes: int) -> None:
        self._handle = handle
        self._max_body_bytes = max_body_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection, as ASGI describes it."""
        kind, method = scope["type"], scope.get("method", "")
        headers = ReceivedHeaders(
            (name.decode("latin-1"), value.decode("latin-1")) for name, value in scope.get("headers", ())
        )
        client = scope.get("client")
        # Tools that print the local variables of a traceback would print the headers in it.
        del scope
        if kind == "lifespan":
            await _live(receive, send)
        elif kind == "websocket":
            await send({"type": "websocket.close", "code": 1003})
        elif method != "POST":
            await _answer(
                Result(status=HTTPStatus.METHOD_NOT_ALLOWED, outcome=Outcome.METHOD_NOT_ALLOWED), send
            )
        elif (body := await self._read(receive)) is not None:
            result = await self._handle(headers, body, client_address=client[0] if client else None)
            await _answer(result, send)

    async def _read(self, receive: Receive) -> bytes | None:
        """The body; its beginning, when it is too long; None when the sender has gone."""
        body = bytearray()
        more = True
        while more and len(body) <= self._max_body_bytes:
            message = await receive()
            if message["type"] == "http.disconnect":
                return None
            body += message.get("body", b"")
            more = message.get("more_body", False)
        return bytes(body)


async def _answer(result: Result, send: Send) -> None:
    headers = [(name.encode(), value.encode()) for name, value in result.headers.items()]
    await send({"type": "http.response.start", "status": int(result.status), "headers": headers})
    await send({"type": "http.response.body", "body": result.body})


async def _live(receive: Receive, send: Send) -> None:
    """Confirm that the application started and stopped, for servers that run it alone."""
    while True:
        message = await receive()
        await send({"type": f"{message['type']}.complete"})
        if message["type"] == "lifespan.shutdown":
            return
