"""A server on a loopback socket that does to its connections what no HTTP server library lets one do."""

from __future__ import annotations

import asyncio
import contextlib
import json
import socketserver
import threading
from typing import TYPE_CHECKING, Any

from hms_fakes import ACCESS_KEY, SECRET, Thing, send_in_tasks, send_in_threads
from hms_storm import document_of

from hms import AsyncClient, Call, Client

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hms_storm import Fault, Storm

KINDS = frozenset(
    {
        "error",
        "refused token",
        "page",
        "cut JSON",
        "nothing",
        "wrong content type",
        "dropped",
        "cut body",
        "bad encoding",
        "not HTTP",
    }
)
"""The faults that it has. It stalls only where it is told to, see `stalling`."""
STALLING = "/stalling/"
"""Calls below this path are never answered."""


def http(body: bytes, *, status: int = 200, length: int | None = None, headers: str = "") -> bytes:
    """An answer as it goes over the wire; `length` lies about the length of its body."""
    promised = len(body) if length is None else length
    head = f"HTTP/1.1 {status} Some phrase\r\nContent-Length: {promised}\r\n{headers}\r\n"
    return head.encode() + body


def _wire(fault: Fault | None, path: str) -> tuple[bytes, bool]:
    """What the server sends, and whether it keeps the connection afterwards."""
    good = document_of(path)
    if fault is None:
        return http(good, headers="Content-Type: application/json\r\n"), True
    match fault.kind:
        case "error" | "refused token":
            asked = "" if fault.retry_after is None else f"Retry-After: {fault.retry_after}\r\n"
            body = json.dumps({"code": fault.status, "message": "no"}).encode()
            return http(body, status=fault.status, headers=asked), True
        case "page":
            page = b"<html><title>Gateway</title></html>"
            return http(page, status=fault.status, headers="Content-Type: text/html\r\n"), True
        case "cut JSON":
            return http(good[:-2]), True
        case "nothing":
            return http(b""), True
        case "wrong content type":
            return http(good, headers="Content-Type: text/plain\r\n"), True
        case "cut body":
            return http(good, length=len(good) + 5), False
        case "bad encoding":
            return http(good, headers="Content-Encoding: gzip\r\n"), True
        case "not HTTP":
            return b"SSH-2.0-OpenSSH_9.6\r\n", False
        case _:
            return b"", False


class _Handler(socketserver.StreamRequestHandler):
    """Serves one connection until it is to be dropped or the client closes it."""

    disable_nagle_algorithm = True
    server: _Server

    def handle(self) -> None:
        with contextlib.suppress(OSError):  # the client may go at any time
            while self._exchange():
                pass

    def _exchange(self) -> bool:
        method, _, rest = self.rfile.readline().decode().partition(" ")
        if not method:
            return False
        headers = dict(line.split(": ", 1) for line in iter(self._header_line, ""))
        lengths = [int(value) for name, value in headers.items() if name.lower() == "content-length"]
        self.rfile.read(sum(lengths))
        path = rest.partition(" ")[0]
        if path.startswith(STALLING):
            self.server.closing.wait()
            return False
        answer, stays = _wire(self.server.storm.strike(method, path), path)
        self.wfile.write(answer)
        return stays

    def _header_line(self) -> str:
        return self.rfile.readline().decode().strip()


class _Server(socketserver.ThreadingTCPServer):
    """Serves each connection on a thread of its own, and ends them all when it is closed."""

    daemon_threads = False
    request_queue_size = 128

    def __init__(self, storm: Storm) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.storm = storm
        self.closing = threading.Event()


@contextlib.contextmanager
def rough_server(storm: Storm) -> Iterator[str]:
    """Run the server; the value is its URL. All its clients must be closed before it is."""
    with _Server(storm) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}"
        finally:
            server.closing.set()
            server.shutdown()
            thread.join()


def send_over_sockets(
    kind: str, calls: list[Call[Thing]], url: str, headers: dict[str, str] | None = None, **options: Any
) -> list[Any]:
    """The responses and errors of calls sent at once by a client that is closed afterwards.

    Args:
        kind: `sync` or `async`.
        calls: the calls.
        url: the base URL of the server.
        headers: headers that the caller adds.
        options: arguments of the client. A `http_client` is closed, too.
    """
    arguments: dict[str, Any] = {"access_key": ACCESS_KEY, "secret": SECRET, "base_url": url, **options}
    http_client: Any = options.get("http_client") or contextlib.nullcontext()
    if kind == "sync":
        with Client(**arguments) as client, http_client:
            return send_in_threads(client.with_options(headers=headers), calls)

    async def scenario() -> list[Any]:
        async with AsyncClient(**arguments) as client, http_client:
            return await send_in_tasks(client.with_options(headers=headers), calls)

    return asyncio.run(scenario())
