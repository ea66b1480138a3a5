"""Puts the mock together: the API under the path of the document's server, controls and console beside it."""

from __future__ import annotations

import logging
import re
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.routing import Mount

from hms_mock import DEFAULT_ACCESS_KEY, DEFAULT_SECRET
from hms_mock.api import Api, error_response
from hms_mock.clock import Clock
from hms_mock.console_routes import asset_routes, page_routes
from hms_mock.control import Control
from hms_mock.control_routes import control_routes
from hms_mock.control_snapshots import snapshot_routes
from hms_mock.document import Document
from hms_mock.durable import DurableControl, FileJournal
from hms_mock.errors import ApiError, DatabaseError
from hms_mock.files import file_route
from hms_mock.front import admit
from hms_mock.handlers import TABLES
from hms_mock.ids import DEFAULT_SEED
from hms_mock.model.deliveries import Target
from hms_mock.own_origin import OwnOrigin
from hms_mock.registry import HandlerTable, match
from hms_mock.scenario_route import scenario_route
from hms_mock.state import State
from hms_mock.webhook_worker import WebhookWorker

if TYPE_CHECKING:
    import os
    from collections.abc import AsyncGenerator, Mapping, Sequence

    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.types import ASGIApp, Receive, Scope, Send

    from hms_mock.rate_limits import RateLimit
    from hms_mock.webhooks import WebhookSender

CONTROL_PATH = "/_mock"
"""Where the control plane begins."""

_logger = logging.getLogger("hms_mock")


class MockApp(Starlette):
    """The mock server as an ASGI application.

    Attributes:
        control: what tests do to the mock from Python.
        api: the operations of the API.
        base_path: where the API begins, for example `/v2`.
        webhook_worker: delivers webhooks in the background once it is started.
        journal: what keeps the state in a file; None for a mock without one.
    """

    control: Control
    api: Api
    base_path: str
    webhook_worker: WebhookWorker
    journal: FileJournal | None = None

    def open(self) -> None:
        """Take the file of the state into use again after `close`, and go on with what is in it.

        A new application has it in use already. Servers call this and `close` by ASGI's lifespan protocol.

        Raises:
            ConfigurationError: the file cannot be used.
        """
        if self.journal is not None:
            self.journal.open()

    def close(self) -> None:
        """Stop delivering webhooks, and let go of the file of the state, if there is one.

        With a file, nothing can be changed after that.

        Raises:
            DatabaseError: it could not be brought into its shortest form. Nothing is lost.
        """
        # First, so that what became of a webhook that is being sent is still written.
        self.webhook_worker.stop()
        if self.journal is not None:
            self.journal.close()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, as ASGI asks for it."""
        if scope["type"] == "http":
            try:
                scope = admit(scope)
            except ApiError as error:
                await error_response(error)(scope, receive, send)
                return
        await super().__call__(scope, receive, send)


def create_app(
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
) -> MockApp:
    """Build a mock server.

    Args:
        credentials: the secret for each access key; each key sees a workspace of its own. Left out: the pair
            `hms_mock.DEFAULT_ACCESS_KEY` and `hms_mock.DEFAULT_SECRET`.
        clock: what time it is. Left out: the real time.
        seed: where identifiers start; the same seed and the same calls give the same identifiers.
        validate_responses: check every answer against the document, and answer 500 where the mock itself
            breaks it.
        document: the OpenAPI document. Left out: the one that ships with the client.
        handlers: what carries out its operations.
        middleware: what every request goes through on its way in, if its head can be worked with, and every
            answer on its way out; the first one is the outermost.
        webhook_url: where the webhooks go of rooms that have no endpoint of their own. Left out: nowhere.
        webhook_headers: headers to send along.
        webhook_sender: what sends them when `control.deliver_webhooks()` is called, for example an
            `hms_mock.HttpWebhookSender`. Left out: nothing is ever sent, and all count as delivered.
        database: a file that keeps the state. A mock that is started again with it goes on where the one
            before was, however that one ended; `webhook_url` and `rate_limit`, when they are given, count
            from then on. It is in use until the application is closed. Left out: the state is gone with the
            process.
        rate_limit: how many calls each workspace may make. Left out: any number.

    Raises:
        ConfigurationError: an operation has no handler, a handler no operation, a secret is too short, or the
            database cannot be used; the message says why, and what to do.
    """
    parsed = Document(dict(document)) if document is not None else Document.bundled()
    state = State(
        credentials or {DEFAULT_ACCESS_KEY: DEFAULT_SECRET},
        clock or Clock(),
        seed,
        webhook=None if webhook_url is None else Target(webhook_url, dict(webhook_headers or {})),
        webhook_sender=webhook_sender,
        rate_limit=rate_limit,
    )
    control = Control(state) if database is None else DurableControl(state)
    operations = match(parsed.operations, handlers)
    api = Api(parsed, operations, state, validate_responses=validate_responses)
    controls = [
        *control_routes(control),
        *snapshot_routes(control),
        scenario_route(control, api),
        *asset_routes(parsed),
    ]
    guard = [Middleware(OwnOrigin)]
    app = MockApp(
        routes=[
            # Files are for whoever has their URL, which is signed.
            Mount(CONTROL_PATH, routes=[file_route(state), Mount("", routes=controls, middleware=guard)]),
            _mounted(parsed.base_path, _for_browsers(api, parsed)),
            *page_routes(parsed.base_path, guard),
        ],
        middleware=middleware,
        exception_handlers={
            HTTPException: _http_error,
            ApiError: _api_error,
            DatabaseError: _database_error,
        },
        lifespan=_lifespan,
    )
    # A redirect would make clients send a POST again as a GET.
    app.router.redirect_slashes = False
    app.control, app.api = control, api
    app.base_path = parsed.base_path
    app.webhook_worker = WebhookWorker(state)
    if database is not None:
        app.journal = FileJournal(state, operations, database, parsed.content)
        app.open()
        # The file may hold what was given to a mock before this one, or ordered from it.
        if webhook_url is not None:
            for access_key in state.credentials:
                control.set_webhook(webhook_url, webhook_headers, access_key=access_key)
        if rate_limit is not None and rate_limit != state.rate_limiter.limit:
            control.limit_rate(rate_limit.calls, rate_limit.seconds, retry_after=rate_limit.retry_after)
    return app


def _for_browsers(api: Api, document: Document) -> ASGIApp:
    """Let the pages of any origin call the API, which asks for a token, other than the control plane."""
    return CORSMiddleware(
        api,
        allow_origins=["*"],
        allow_methods=sorted({operation.method for operation in document.operations}),
        allow_headers=["*"],
        expose_headers=["Allow", "Retry-After", "WWW-Authenticate"],
    )


def _mounted(path: str, app: ASGIApp) -> Mount:
    """Put everything below a path into the hands of an application.

    The pattern of Starlette ends at a line break, which may stand in the name of a role like any character.
    """
    mount = Mount(path or "/", app=app)
    mount.path_regex = re.compile(mount.path_regex.pattern, re.DOTALL)
    return mount


@asynccontextmanager
async def _lifespan(app: MockApp) -> AsyncGenerator[None]:
    app.open()
    yield
    app.close()


def _http_error(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    headers = dict(error.headers or {}) if isinstance(error, HTTPException) else {}
    details = [f"{request.method} {request.url.path}"]
    message = {404: "not found", 405: "Method not allowed"}.get(status, str(error))
    return error_response(ApiError(status, message, details, headers))


def _database_error(_request: Request, error: Exception) -> Response:
    _logger.error("%s", error)
    return error_response(ApiError(500, "the mock server could not write its database", [str(error)]))


def _api_error(_request: Request, error: Exception) -> Response:
    if not isinstance(error, ApiError):
        raise error
    return error_response(error)
