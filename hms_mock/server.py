"""Serves the mock over HTTP, in a background thread or in the foreground."""

from __future__ import annotations

import asyncio
import logging
import signal
import socket
import threading
from typing import TYPE_CHECKING, Self

import uvicorn

from hms_mock import DEFAULT_ACCESS_KEY, DEFAULT_SECRET
from hms_mock.app import CONTROL_PATH, MockApp, create_app
from hms_mock.handlers import TABLES
from hms_mock.ids import DEFAULT_SEED
from hms_mock.protocol import Protocol

if TYPE_CHECKING:
    import os
    from collections.abc import Mapping, Sequence
    from types import FrameType, TracebackType
    from typing import Any

    from starlette.middleware import Middleware

    from hms_mock.api import Api
    from hms_mock.clock import Clock
    from hms_mock.control import Control
    from hms_mock.rate_limits import RateLimit
    from hms_mock.registry import HandlerTable
    from hms_mock.webhooks import WebhookSender

LOOPBACK = "127.0.0.1"
_BACKLOG = 2048
_START_SECONDS = 30.0
_SHUTDOWN_SECONDS = 2


class _Server(uvicorn.Server):
    """Tells when it accepts connections, and stops as soon as it is asked to."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.ready = threading.Event()
        self.interrupted = False
        """Whether Control-C ended it."""
        self._wake: asyncio.Event | None = None
        self._loop: asyncio.AbstractEventLoop | None = None

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        self._loop, self._wake = asyncio.get_running_loop(), asyncio.Event()
        await super().startup(sockets=sockets)
        self.ready.set()

    async def main_loop(self) -> None:
        # As in the base class, but a stop does not wait for the next tick.
        ticks = 0
        while not await self.on_tick(ticks):
            ticks = (ticks + 1) % 864000
            if self._wake is not None:
                try:
                    await asyncio.wait_for(self._wake.wait(), 0.1)
                except TimeoutError:
                    continue

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        # The base class raises the signal again at the end, which now and then comes to nothing under uvloop.
        self.interrupted = sig == signal.SIGINT
        super().handle_exit(sig, frame)

    def stop(self) -> None:
        """Ask the server to stop, from any thread."""
        self.should_exit = True
        if self._loop is not None and self._wake is not None:
            self._loop.call_soon_threadsafe(self._wake.set)


def listen(host: str, port: int) -> socket.socket:
    """Open a listening socket.

    Args:
        host: the address.
        port: the port; 0 for any free one.

    Raises:
        OSError: the address is not ours or the port is taken.
        OverflowError: there is no such port.
        TypeError: the address is a name that IDNA cannot write.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # asyncio turns Nagle's algorithm off only where the protocol is named, and without that every answer,
    # written in two pieces, waits 40 ms for the client's acknowledgement.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen(_BACKLOG)
    except (OSError, OverflowError, TypeError):
        listener.close()
        raise
    return listener


def url_of(listener: socket.socket, base_path: str) -> str:
    """The base URL of the API at a listening socket."""
    host, port = listener.getsockname()[:2]
    return f"http://{f'[{host}]' if ':' in host else host}:{port}{base_path}"


def new_server(app: MockApp) -> _Server:
    """Make a server for an application; it says nothing and starts nothing yet."""
    return _Server(
        uvicorn.Config(
            app,
            http=Protocol,
            ws="none",
            loop="auto",
            # Without a file to close there is nothing to do when the server starts and stops.
            lifespan="off" if app.journal is None else "on",
            log_config=None,
            log_level=logging.WARNING,
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=_SHUTDOWN_SECONDS,
        )
    )


class MockServer:
    """A mock server in a background thread, on a free port of the loopback interface.

        with MockServer() as server:
            client = Client(base_url=server.url, access_key=server.access_key, secret=server.secret)

    Args:
        credentials: the secret for each access key; each key sees a workspace of its own.
        clock: what time it is. Left out: the real time.
        seed: where identifiers start.
        validate_responses: check every answer against the document.
        document: the OpenAPI document. Left out: the one that ships with the client.
        handlers: what carries out its operations.
        middleware: what every request goes through on its way in, if its head can be worked with, and every
            answer on its way out; the first one is the outermost.
        webhook_url: where the webhooks go of rooms that have no endpoint of their own. Left out: nowhere.
        webhook_headers: headers to send along.
        webhook_sender: what sends them, in the background and when `control.deliver_webhooks()` is called,
            for example an `hms_mock.HttpWebhookSender`. Left out: nothing is ever sent, and all count as
            delivered.
        database: a file that keeps the state. A server that is started again with it goes on where the one
            before was; `webhook_url` and `rate_limit`, when they are given, count from then on. It is in use
            until the server is stopped.
        rate_limit: how many calls each workspace may make. Left out: any number.
        host: the address to listen at.
        port: the port; 0 for any free one.

    Raises:
        ConfigurationError: the mock cannot be put together, or the database cannot be used.
    """

    def __init__(
        self,
        *,
        credentials: Mapping[str, str] | None = None,
        clock: Clock | None = None,
        seed: int = DEFAULT_SEED,
        validate_responses: bool = True,
        document: Mapping[str, Any] | None = None,
        handlers: Sequence[HandlerTable] = TABLES,
        middleware: Sequence[Middleware] = (),
        webhook_url: str | None = None,
        webhook_headers: Mapping[str, str] | None = None,
        webhook_sender: WebhookSender | None = None,
        database: str | os.PathLike[str] | None = None,
        rate_limit: RateLimit | None = None,
        host: str = LOOPBACK,
        port: int = 0,
    ) -> None:
        pairs = dict(credentials or {DEFAULT_ACCESS_KEY: DEFAULT_SECRET})
        self.access_key, self.secret = next(iter(pairs.items()))
        self._app = create_app(
            credentials=pairs,
            clock=clock,
            seed=seed,
            validate_responses=validate_responses,
            document=document,
            handlers=handlers,
            middleware=middleware,
            webhook_url=webhook_url,
            webhook_headers=webhook_headers,
            webhook_sender=webhook_sender,
            database=database,
            rate_limit=rate_limit,
        )
        self._sends_webhooks = webhook_sender is not None
        self._host, self._port = host, port
        self._listener: socket.socket | None = None
        self._server: _Server | None = None
        self._thread: threading.Thread | None = None

    @property
    def control(self) -> Control:
        """What tests do to the mock."""
        return self._app.control

    @property
    def api(self) -> Api:
        """The operations of the API, to be called without HTTP."""
        return self._app.api

    @property
    def url(self) -> str:
        """The base URL of the API, for example `http://127.0.0.1:54321/v2`.

        Raises:
            RuntimeError: the server is not running.
        """
        if self._listener is None:
            raise RuntimeError("the mock server is not running; use it in a `with` statement or call start()")
        return url_of(self._listener, self._app.base_path)

    @property
    def control_url(self) -> str:
        """The URL of the control plane, for example `http://127.0.0.1:54321/_mock`.

        Raises:
            RuntimeError: the server is not running.
        """
        return self.url.removesuffix(self._app.base_path) + CONTROL_PATH

    @property
    def console_url(self) -> str:
        """The page that shows what is in the mock, for example `http://127.0.0.1:54321/`.

        Raises:
            RuntimeError: the server is not running.
        """
        return self.url.removesuffix(self._app.base_path) + "/"

    def start(self) -> Self:
        """Start serving. When it returns, the server accepts connections.

        Raises:
            RuntimeError: it runs already, or did not come up.
            OSError: the port is taken.
            ConfigurationError: it was stopped before, and another process has its database now.
        """
        if self._thread is not None:
            raise RuntimeError("the mock server is running already")
        self._app.open()
        self._listener = listen(self._host, self._port)
        self._app.api.origin = url_of(self._listener, "")
        self._server = new_server(self._app)
        self._thread = threading.Thread(
            target=self._server.run, args=([self._listener],), name="hms_mock", daemon=True
        )
        self._thread.start()
        if not self._server.ready.wait(_START_SECONDS):
            self.stop()
            raise RuntimeError("the mock server did not come up; its log says why")
        if self._sends_webhooks:
            self._app.webhook_worker.start()
        return self

    def stop(self) -> None:
        """Stop serving, after the calls in progress, and let go of the database.

        Does nothing more when it is not running.
        """
        if self._server is None or self._thread is None or self._listener is None:
            self._app.close()
            return
        self._app.webhook_worker.stop()
        self._server.stop()
        self._thread.join()
        self._listener.close()
        self._server = self._thread = self._listener = None

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.stop()
