"""A webhook endpoint on loopback, which refuses as often as it is told to."""

from __future__ import annotations

import json
import threading
from collections import Counter
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import TracebackType


@dataclass(frozen=True)
class Delivered:
    """One request that came in."""

    headers: Mapping[str, str]
    body: Any
    status: int


class Receiver:
    """Takes webhooks, and keeps them.

    Attributes:
        url: where they are to be sent.
        refusals: how often the first attempts of each event are answered with 503.
        delivered: what came in, in its order.
    """

    def __init__(self) -> None:
        receiver = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                status = receiver.take(dict(self.headers.items()), body)
                self.send_response(status)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *_: object) -> None:
                pass

        self.refusals = 0
        self.delivered: list[Delivered] = []
        self._attempts: Counter[str] = Counter()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True)
        self.url = f"http://127.0.0.1:{self._server.server_port}/hook"

    def take(self, headers: Mapping[str, str], body: Any) -> int:
        """Keep a request, and say with which status to answer it."""
        self._attempts[body["id"]] += 1
        status = 503 if self._attempts[body["id"]] <= self.refusals else 200
        self.delivered.append(Delivered(headers, body, status))
        return status

    def attempts(self, event_id: str) -> list[Delivered]:
        """The requests about one event."""
        return [each for each in self.delivered if each.body["id"] == event_id]

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()
