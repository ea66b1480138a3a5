from __future__ import annotations

import asyncio
import math
import ssl
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest
from hms_fakes import BASE_URL, GET_THING

import hms
from hms import AsyncClient, Client, ConfigurationError, EngineRequest, Headers, Retry, Timeout
from hms._httpx_engine import AsyncHttpxEngine, HttpxEngine

Handler = Callable[[httpx.Request], httpx.Response]


def ok(_: httpx.Request) -> httpx.Response:
    return httpx.Response(200, json={"id": "t1"})


@pytest.fixture(params=["sync", "async"])
def send(request: pytest.FixtureRequest) -> Callable[..., Any]:
    """Sends one call through httpx with a given handler in place of the network."""

    def send_sync(handler: Handler, http: dict[str, Any], **arguments: Any) -> Any:
        with httpx.Client(transport=httpx.MockTransport(handler), **http) as http_client:
            client = Client(management_token="tok", base_url=BASE_URL, http_client=http_client, **arguments)
            return client.send(GET_THING)

    async def send_async(handler: Handler, http: dict[str, Any], **arguments: Any) -> Any:
        async with httpx.AsyncClient(transport=httpx.MockTransport(handler), **http) as http_client:
            client = AsyncClient(
                management_token="tok", base_url=BASE_URL, http_client=http_client, **arguments
            )
            return await client.send(GET_THING)

    def run(handler: Handler, http: dict[str, Any] | None = None, **arguments: Any) -> Any:
        if request.param == "sync":
            return send_sync(handler, http or {}, **arguments)
        return asyncio.run(send_async(handler, http or {}, **arguments))

    return run


def test_a_request_and_its_response(send: Callable[..., Any]) -> None:
    seen: list[httpx.Request] = []

    def handler(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        headers = [("X-Multi", "a"), ("x-multi", "b"), ("Content-Type", "application/json")]
        return httpx.Response(200, headers=headers, content=b'{"id": "t1"}')

    response = send(handler)
    (request,) = seen
    assert (request.method, str(request.url)) == ("GET", f"{BASE_URL}/things/t1")
    assert request.headers["authorization"] == "Bearer tok"
    assert request.headers["accept"] == "application/json"
    assert request.headers["user-agent"].startswith("hms-server-sdk/")
    assert "content-type" not in request.headers
    assert response.headers["X-MULTI"] == "a, b"
    assert response.parsed.id == "t1"


@pytest.mark.parametrize(
    ("timeout", "expected"),
    [
        (Timeout(), {"connect": 5.0, "read": 30.0, "write": 30.0, "pool": 30.0}),
        (7, {"connect": 7, "read": 7, "write": 7, "pool": 7}),
        (
            Timeout(connect=1, read=None, write=3, pool=4),
            {"connect": 1, "read": None, "write": 3, "pool": 4},
        ),
    ],
)
def test_timeouts_reach_httpx(
    send: Callable[..., Any], timeout: Timeout | float, expected: dict[str, Any]
) -> None:
    seen: list[dict[str, Any]] = []

    def handler(request: httpx.Request) -> httpx.Response:
        seen.append(request.extensions["timeout"])
        return ok(request)

    # The http_client's own setting does not apply: a client without limits would hang for ever.
    send(handler, {"timeout": None}, timeout=timeout, retries=Retry(max_elapsed=math.inf))
    assert seen == [expected]


@pytest.mark.parametrize(
    ("failure", "error_class", "never_sent"),
    [
        (httpx.ConnectTimeout, hms.APITimeoutError, True),
        (httpx.ReadTimeout, hms.APITimeoutError, False),
        (httpx.WriteTimeout, hms.APITimeoutError, False),
        (httpx.PoolTimeout, hms.APITimeoutError, True),
        (httpx.ConnectError, hms.APIConnectionError, True),
        (httpx.ReadError, hms.APIConnectionError, False),
        (httpx.WriteError, hms.APIConnectionError, False),
        (httpx.RemoteProtocolError, hms.APIConnectionError, False),
        (httpx.LocalProtocolError, hms.APIConnectionError, False),
        (httpx.ProxyError, hms.APIConnectionError, True),
        (httpx.UnsupportedProtocol, hms.APIConnectionError, False),
    ],
)
@pytest.mark.parametrize("text", ["", "why"])
def test_errors_of_httpx(
    send: Callable[..., Any],
    failure: type[httpx.TransportError],
    error_class: type,
    never_sent: bool,
    text: str,
) -> None:
    def handler(_: httpx.Request) -> httpx.Response:
        raise failure(text)

    with pytest.raises(hms.APIConnectionError, match=failure.__name__) as caught:
        send(handler, retries=0)
    assert type(caught.value) is error_class
    assert caught.value.outcome_known is never_sent
    assert type(caught.value.__cause__) is failure
    assert text in str(caught.value)


def test_a_body_that_cannot_be_unpacked_is_a_connection_error(send: Callable[..., Any]) -> None:
    def handler(_: httpx.Request) -> httpx.Response:
        return httpx.Response(200, headers={"Content-Encoding": "gzip"}, stream=httpx.ByteStream(b"no gzip"))

    with pytest.raises(hms.APIConnectionError, match="DecodingError"):
        send(handler, retries=0)


def test_redirects_are_not_followed_even_by_a_client_that_would(send: Callable[..., Any]) -> None:
    seen: list[httpx.Request] = []

    def handler(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(307, headers={"Location": "https://elsewhere.test/"})

    with pytest.raises(hms.APIError, match="redirect"):
        send(handler, {"follow_redirects": True})
    assert len(seen) == 1


def test_the_http_clients_own_headers_are_sent_beside_those_of_the_call(send: Callable[..., Any]) -> None:
    seen: list[httpx.Headers] = []

    def handler(request: httpx.Request) -> httpx.Response:
        seen.append(request.headers)
        return ok(request)

    send(handler, {"headers": {"X-Own": "1", "Authorization": "Basic other", "Accept": "text/html"}})
    (headers,) = seen
    assert [headers[name] for name in ("X-Own", "Authorization", "Accept")] == [
        "1",
        "Bearer tok",
        "application/json",
    ]


def test_the_http_clients_own_authentication_does_not_replace_the_token(send: Callable[..., Any]) -> None:
    seen: list[str] = []

    def handler(request: httpx.Request) -> httpx.Response:
        seen.append(request.headers["Authorization"])
        return ok(request)

    send(handler, {"auth": ("user", "password")})
    assert seen == ["Bearer tok"]


def test_a_passed_in_client_is_never_closed() -> None:
    http_client = httpx.Client(transport=httpx.MockTransport(ok))
    with Client(management_token="tok", http_client=http_client) as client:
        client.send(GET_THING)
    client.close()
    assert not http_client.is_closed
    http_client.close()


def test_a_passed_in_asynchronous_client_is_never_closed() -> None:
    async def scenario() -> bool:
        http_client = httpx.AsyncClient(transport=httpx.MockTransport(ok))
        async with AsyncClient(management_token="tok", http_client=http_client) as client:
            await client.send(GET_THING)
        await client.aclose()
        closed = http_client.is_closed
        await http_client.aclose()
        return closed

    assert not asyncio.run(scenario())


def test_a_client_of_its_own_is_closed() -> None:
    engine = HttpxEngine()
    engine.close()
    engine.close()
    assert engine._client.get().is_closed

    async def scenario() -> bool:
        engine = AsyncHttpxEngine()
        await engine.aclose()
        await engine.aclose()
        return engine._client.get().is_closed

    assert asyncio.run(scenario())


def test_the_default_engines_share_one_ssl_context_and_have_small_pools_of_http_1() -> None:
    engine, other = HttpxEngine(), AsyncHttpxEngine()
    pools = [engine._client._client._transport._pool, other._client._client._transport._pool]  # type: ignore[attr-defined]
    assert isinstance(pools[0]._ssl_context, ssl.SSLContext)
    assert pools[0]._ssl_context is pools[1]._ssl_context
    assert [(pool._max_connections, pool._max_keepalive_connections) for pool in pools] == [(10, 10)] * 2
    assert [(pool._http1, pool._http2) for pool in pools] == [(True, False)] * 2
    engine.close()
    asyncio.run(other.aclose())


def test_a_client_of_the_other_kind_is_refused() -> None:
    with httpx.Client() as http_client, pytest.raises(ConfigurationError, match=r"httpx\.AsyncClient"):
        AsyncClient(management_token="tok", http_client=http_client)  # type: ignore[arg-type]
    wrong: Any = httpx.AsyncClient()
    with pytest.raises(ConfigurationError, match=r"httpx\.Client"):
        Client(management_token="tok", http_client=wrong)
    asyncio.run(wrong.aclose())


def test_a_body_that_trickles_in_ends_at_the_deadline() -> None:
    class Trickle(httpx.SyncByteStream):
        closed = False

        def __iter__(self) -> Iterator[bytes]:
            for _ in range(1000):
                yield b" "

        def close(self) -> None:
            self.closed = True

    body = Trickle()
    transport = httpx.MockTransport(lambda _: httpx.Response(200, stream=body))
    with httpx.Client(transport=transport) as http_client, pytest.raises(hms.EngineTimeoutError):
        HttpxEngine(http_client).send(
            EngineRequest(method="GET", url=BASE_URL, headers=Headers(), timeout=Timeout(), time_left=1e-9)
        )
    assert body.closed


def test_an_asynchronous_call_ends_at_the_deadline_whatever_the_engine_does() -> None:
    cancelled: list[bool] = []

    async def hang(_: httpx.Request) -> httpx.Response:
        try:
            await asyncio.wait_for(asyncio.Event().wait(), 10)
        finally:
            cancelled.append(True)
        raise AssertionError

    async def scenario() -> None:
        async with httpx.AsyncClient(transport=httpx.MockTransport(hang)) as http_client:
            client = AsyncClient(
                management_token="tok", http_client=http_client, retries=Retry(max_elapsed=0.01)
            )
            with pytest.raises(hms.APITimeoutError, match="deadline") as caught:
                await client.send(GET_THING)
            assert (caught.value.attempts, caught.value.outcome_known) == (1, False)
        assert asyncio.all_tasks() == {asyncio.current_task()}

    asyncio.run(scenario())
    assert cancelled == [True]
