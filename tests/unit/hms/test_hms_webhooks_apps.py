from __future__ import annotations

import asyncio
import io
from typing import TYPE_CHECKING, Any
from wsgiref.util import setup_testing_defaults
from wsgiref.validate import validator

import flask
import httpx
import pytest
from hms_webhook_fakes import HEADERS, body, make_router
from starlette.applications import Starlette
from starlette.responses import Response
from starlette.routing import Mount, Route
from werkzeug.middleware.dispatcher import DispatcherMiddleware

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.requests import Request

    from hms.webhooks import Router

LIMIT = 2000


def receiving(seen: list[Any]) -> Router:
    router = make_router(source_networks=["192.0.2.0/24"], max_body_bytes=LIMIT)
    router.fallback(seen.append)
    return router


def call_asgi(app: Any, method: str = "POST", path: str = "/", **arguments: Any) -> httpx.Response:
    async def call() -> httpx.Response:
        transport = httpx.ASGITransport(app=app, client=(arguments.pop("address", "192.0.2.1"), 1234))
        async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
            return await client.request(method, path, **arguments)

    return asyncio.run(call())


def call_wsgi(app: Any, method: str = "POST", path: str = "/", **arguments: Any) -> httpx.Response:
    transport = httpx.WSGITransport(app=validator(app), remote_addr=arguments.pop("address", "192.0.2.1"))
    with httpx.Client(transport=transport, base_url="http://test") as client:
        return client.request(method, path, **arguments)


servers = pytest.mark.parametrize(
    ("call", "kind"), [(call_asgi, "asgi"), (call_wsgi, "wsgi")], ids=["asgi", "wsgi"]
)


@servers
def test_deliveries(call: Callable[..., httpx.Response], kind: str) -> None:
    seen: list[Any] = []
    app = getattr(receiving(seen), kind)
    answers = [call(app, headers=HEADERS, content=body()) for _ in range(2)]
    assert [(answer.status_code, answer.text) for answer in answers] == [(200, "handled"), (200, "duplicate")]
    assert answers[0].headers["content-type"] == "text/plain; charset=utf-8"
    assert len(seen) == 1


@servers
@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        ({"headers": HEADERS, "content": b"{"}, 400),
        ({"headers": HEADERS, "content": b""}, 400),
        ({"content": body()}, 401),
        ({"headers": HEADERS, "content": body(), "address": "203.0.113.7"}, 403),
        ({"headers": HEADERS, "content": b" " * (LIMIT + 1)}, 413),
        ({"headers": {**HEADERS, "content-encoding": "gzip"}, "content": body()}, 415),
    ],
)
def test_refusals(call: Callable[..., httpx.Response], kind: str, arguments: Any, status: int) -> None:
    seen: list[Any] = []
    assert call(getattr(receiving(seen), kind), **arguments).status_code == status
    assert seen == []


@servers
@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "OPTIONS"])
def test_other_methods(call: Callable[..., httpx.Response], kind: str, method: str) -> None:
    answer = call(getattr(receiving([]), kind), method)
    assert (answer.status_code, answer.headers["allow"]) == (405, "POST")


@servers
def test_a_handler_that_fails_is_answered_without_detail(
    call: Callable[..., httpx.Response], kind: str
) -> None:
    router = make_router()

    @router.fallback
    async def work(event: Any) -> None:
        raise ValueError("detail")

    answer = call(getattr(router, kind), headers=HEADERS, content=body())
    assert (answer.status_code, answer.text) == (500, "failed")


@pytest.mark.parametrize(
    ("app", "path"),
    [
        (lambda router: Starlette(routes=[Route("/hook", router.asgi)]), "/hook"),
        (lambda router: Starlette(routes=[Route("/hook", router.asgi, methods=["POST"])]), "/hook"),
        (lambda router: Starlette(routes=[Mount("/hook", router.asgi)]), "/hook/"),
        (lambda router: Starlette(routes=[Route("/hook", endpoint_of(router), methods=["POST"])]), "/hook"),
    ],
    ids=["route", "route for POST", "mount", "own endpoint"],
)
def test_under_starlette(app: Callable[[Router], Starlette], path: str) -> None:
    seen: list[Any] = []
    application = app(receiving(seen))
    assert call_asgi(application, path=path, headers=HEADERS, content=body()).status_code == 200
    assert call_asgi(application, path=path, content=body()).status_code == 401
    assert call_asgi(application, "GET", path=path).status_code == 405
    assert len(seen) == 1


def mounted_in_flask(router: Router) -> flask.Flask:
    app = flask.Flask("app")
    app.wsgi_app = DispatcherMiddleware(app.wsgi_app, {"/hook": router.wsgi})  # type: ignore[method-assign]
    return app


def view_of_flask(router: Router) -> flask.Flask:
    app = flask.Flask("app")

    @app.post("/hook")
    def hook() -> tuple[bytes, int, dict[str, str]]:
        request = flask.request
        result = router.handle(request.headers, request.get_data(), client_address=request.remote_addr)
        return result.body, result.status, dict(result.headers)

    return app


@pytest.mark.parametrize("app", [mounted_in_flask, view_of_flask], ids=["mount", "own view"])
def test_under_flask(app: Callable[[Router], flask.Flask]) -> None:
    seen: list[Any] = []
    application = app(receiving(seen))
    assert call_wsgi(application, path="/hook", headers=HEADERS, content=body()).text == "handled"
    assert call_wsgi(application, path="/hook", headers=HEADERS, content=body()).text == "duplicate"
    assert call_wsgi(application, path="/hook", content=body()).status_code == 401
    assert call_wsgi(application, "GET", path="/hook").status_code == 405
    assert call_wsgi(application, path="/other", content=body()).status_code == 404
    assert len(seen) == 1


def endpoint_of(router: Router) -> Callable[[Request], Any]:
    async def endpoint(request: Request) -> Response:
        result = await router.handle_async(
            request.headers,
            await request.body(),
            client_address=request.client.host if request.client else None,
        )
        return Response(result.body, result.status, result.headers)

    return endpoint


def run_asgi(app: Any, scope: dict[str, Any], messages: list[dict[str, Any]]) -> list[dict[str, Any]]:
    sent: list[dict[str, Any]] = []
    remaining = iter(messages)

    async def receive() -> dict[str, Any]:
        return next(remaining)

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    asyncio.run(app(scope, receive, send))
    assert next(remaining, None) is None
    return sent


def http_scope(**members: Any) -> dict[str, Any]:
    headers = [(name.lower().encode(), value.encode()) for name, value in HEADERS.items()]
    return {"type": "http", "method": "POST", "path": "/", "headers": headers, **members}


def part(content: bytes, *, more: bool = True) -> dict[str, Any]:
    return {"type": "http.request", "body": content, "more_body": more}


def test_a_body_in_parts() -> None:
    seen: list[Any] = []
    router = make_router()
    router.fallback(seen.append)
    content = body()
    sent = run_asgi(
        router.asgi, http_scope(), [part(content[:10]), part(b""), part(content[10:]), part(b"", more=False)]
    )
    assert sent[0]["status"] == 200
    assert len(seen) == 1


def test_no_more_is_read_of_a_body_that_is_too_long() -> None:
    router = make_router(max_body_bytes=LIMIT)
    sent = run_asgi(router.asgi, http_scope(), [part(b" " * LIMIT), part(b" ")])
    assert sent[0]["status"] == 413


def test_a_sender_that_goes_away_gets_no_answer() -> None:
    sent = run_asgi(make_router().asgi, http_scope(), [part(b"{"), {"type": "http.disconnect"}])
    assert sent == []


def test_an_application_that_a_server_runs_alone() -> None:
    messages = [{"type": "lifespan.startup"}, {"type": "lifespan.shutdown"}]
    sent = run_asgi(make_router().asgi, {"type": "lifespan"}, messages)
    assert [message["type"] for message in sent] == [
        "lifespan.startup.complete",
        "lifespan.shutdown.complete",
    ]


def test_websockets_are_closed() -> None:
    sent = run_asgi(make_router().asgi, {"type": "websocket", "headers": []}, [])
    assert sent == [{"type": "websocket.close", "code": 1003}]


def run_wsgi(app: Any, content: bytes, **members: Any) -> tuple[int, int]:
    stream = io.BytesIO(content)
    environ: dict[str, Any] = {"REQUEST_METHOD": "POST", "HTTP_X_HOOK_SECRET": HEADERS["X-Hook-Secret"]}
    environ.update(members)
    setup_testing_defaults(environ)
    environ["wsgi.input"] = stream
    statuses: list[str] = []
    app(environ, lambda status, headers: statuses.append(status))
    return int(statuses[0].split()[0]), stream.tell()


def test_how_much_wsgi_reads() -> None:
    def app() -> Any:
        router = make_router(max_body_bytes=LIMIT)
        router.fallback(lambda event: None)
        return router.wsgi

    content = body()
    rest = b"x" * 5000
    assert run_wsgi(app(), content + rest, CONTENT_LENGTH=str(len(content))) == (200, len(content))
    assert run_wsgi(app(), content + rest) == (400, 0)
    assert run_wsgi(app(), content + rest, CONTENT_LENGTH="many") == (400, 0)
    assert run_wsgi(app(), content, **{"wsgi.input_terminated": True}) == (200, len(content))
    too_long = run_wsgi(app(), content + rest, CONTENT_LENGTH=str(len(content + rest)))
    assert too_long == (413, LIMIT + 1)
    cut_short = run_wsgi(app(), content[:-1], CONTENT_LENGTH=str(len(content)))
    assert cut_short == (400, len(content) - 1)
