"""The router as a WSGI application."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

from ._results import Outcome, Result
from ._verification import ReceivedHeaders

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Protocol
    from wsgiref.types import InputStream, StartResponse, WSGIEnvironment

    class Handle(Protocol):
        """`Router.handle`."""

        def __call__(
            self, headers: ReceivedHeaders, body: bytes, *, client_address: str | None = None
        ) -> Result:
            """Take one delivery."""
            ...


class WsgiApp:
    """A WSGI application that takes deliveries on any path. Made by `Router.wsgi`.

    Args:
        handle: Takes one delivery.
        max_body_bytes: How much of a body to read at most; a longer one is refused.
    """

    def __init__(self, handle: Handle, max_body_bytes: int) -> None:
        self._handle = handle
        self._max_body_bytes = max_body_bytes

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> list[bytes]:
        """Serve one request, as WSGI describes it."""
        if environ["REQUEST_METHOD"] == "POST":
            headers = ReceivedHeaders(_headers(environ))
            address = environ.get("REMOTE_ADDR")
            body = _read(environ["wsgi.input"], _length(environ, self._max_body_bytes + 1))
            # Tools that print the local variables of a traceback would print the headers in it.
            del environ
            result = self._handle(headers, body, client_address=address)
        else:
            result = Result(status=HTTPStatus.METHOD_NOT_ALLOWED, outcome=Outcome.METHOD_NOT_ALLOWED)
        start_response(
            f"{int(result.status)} {result.status.phrase}",
            [(name.title(), value) for name, value in result.headers.items()],
        )
        return [result.body]


def _headers(environ: WSGIEnvironment) -> Iterator[tuple[str, str]]:
    for name, value in environ.items():
        if name.startswith("HTTP_"):
            yield name.removeprefix("HTTP_").replace("_", "-").lower(), value
        elif name == "CONTENT_TYPE":
            yield "content-type", value


def _length(environ: WSGIEnvironment, at_most: int) -> int:
    """How many bytes to read. Without a length there is a body only where the server ends the stream."""
    try:
        length = int(environ.get("CONTENT_LENGTH") or -1)
    except ValueError:
        return 0
    if length < 0:
        length = at_most if environ.get("wsgi.input_terminated") else 0
    return min(length, at_most)


def _read(stream: InputStream, length: int) -> bytes:
    body = bytearray()
    while len(body) < length:
        chunk: bytes = stream.read(length - len(body))
        if not chunk:
            break
        body += chunk
    return bytes(body)
