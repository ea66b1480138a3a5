"""Ways to the server: proxies, HTTP/2, an own `http_client=`, and traces of what goes over it."""

from __future__ import annotations

import contextlib
import http.client
import http.server
import json
import socketserver
import threading
from typing import TYPE_CHECKING, Any, ClassVar
from urllib.parse import urlsplit

import h2.config
import h2.connection
import h2.events
import pytest
from opentelemetry.instrumentation.httpx import HTTPXClientInstrumentor
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

import hms

if TYPE_CHECKING:
    import email.message
    from collections.abc import Iterator

    from hms_mock import MockServer

    from .conftest import Connect

pytestmark = pytest.mark.anyio


@contextlib.contextmanager
def serving(server: socketserver.TCPServer) -> Iterator[None]:
    """Serves in a thread."""
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class Relay(http.server.ThreadingHTTPServer):
    """Passes requests on to another server, as a proxy or in its own name, and keeps what it was sent."""

    daemon_threads = True

    def __init__(self, target: str) -> None:
        super().__init__(("127.0.0.1", 0), _RelayHandler)
        self.url = f"http://127.0.0.1:{self.server_port}"
        self.target = urlsplit(target).netloc
        self.requests: list[tuple[str, email.message.Message]] = []

    def headers(self, name: str) -> list[str | None]:
        """The value of one header in each request."""
        return [headers[name] for _, headers in self.requests]


class _RelayHandler(http.server.BaseHTTPRequestHandler):
    server: Relay

    def do_GET(self) -> None:
        self.server.requests.append((self.path, self.headers))
        url = urlsplit(self.path)
        connection = http.client.HTTPConnection(self.server.target)
        with contextlib.closing(connection):
            headers = {"Authorization": self.headers["Authorization"]}
            connection.request("GET", f"{url.path}?{url.query}", headers=headers)
            answer = connection.getresponse()
            body = answer.read()
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.headers["Content-Type"])
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *arguments: Any) -> None:  # noqa: A002  # named by the base class
        pass


class Http2Server(socketserver.ThreadingTCPServer):
    """Answers every request with the same JSON, over HTTP/2 alone."""

    daemon_threads = True

    def __init__(self, data: object) -> None:
        super().__init__(("127.0.0.1", 0), _Http2Handler)
        self.url = f"http://127.0.0.1:{self.server_address[1]}"
        self.body = json.dumps(data).encode()
        self.connections = 0


class _Http2Handler(socketserver.BaseRequestHandler):
    server: Http2Server
    _CONFIG: ClassVar = h2.config.H2Configuration(client_side=False)

    def handle(self) -> None:
        self.server.connections += 1
        connection = h2.connection.H2Connection(self._CONFIG)
        connection.initiate_connection()
        self.request.sendall(connection.data_to_send())
        while data := self.request.recv(65536):
            for event in connection.receive_data(data):
                if isinstance(event, h2.events.StreamEnded):
                    headers = [(":status", "200"), ("content-type", "application/json")]
                    connection.send_headers(event.stream_id, headers)
                    connection.send_data(event.stream_id, self.server.body, end_stream=True)
            self.request.sendall(connection.data_to_send())


@pytest.fixture(autouse=True)
def _no_ambient_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


@pytest.fixture
def relay(hms_mock: MockServer) -> Iterator[Relay]:
    relay = Relay(hms_mock.url)
    with serving(relay):
        yield relay


async def test_a_proxy_of_an_own_http_client(connect: Connect, hms_mock: MockServer, relay: Relay) -> None:
    client = connect(http_client=connect.http_client(proxy=relay.url))
    assert (await client.rooms.list()).items == []
    assert [url for url, _ in relay.requests] == [f"{hms_mock.url}/rooms"]


@pytest.mark.parametrize("exempt", ["", "127.0.0.1"])
async def test_proxies_of_the_environment(
    connect: Connect, hms_mock: MockServer, relay: Relay, monkeypatch: pytest.MonkeyPatch, exempt: str
) -> None:
    monkeypatch.setenv("HTTP_PROXY", relay.url)
    monkeypatch.setenv("NO_PROXY", exempt)
    client = connect()
    monkeypatch.delenv("HTTP_PROXY")  # they are read when the client is made
    await client.rooms.list()
    assert len(relay.requests) == (0 if exempt else 1)
    await connect(http_client=connect.http_client(trust_env=False)).rooms.list()
    assert len(hms_mock.control.requests()) == 2


async def test_a_proxy_that_is_not_there_was_never_passed(connect: Connect) -> None:
    client = connect(http_client=connect.http_client(proxy="http://127.0.0.1:1"))
    with pytest.raises(hms.APIConnectionError) as caught:
        await client.rooms.create(name="physics")
    assert caught.value.outcome_known


async def test_http_2_through_an_own_http_client(connect: Connect) -> None:
    server = Http2Server({"data": [], "limit": 10, "last": ""})
    with serving(server):
        # Without TLS there is nothing to negotiate: the client must know that the server speaks HTTP/2.
        http_client = connect.http_client(http1=False, http2=True)
        client = connect(base_url=f"{server.url}/v2", http_client=http_client)
        for _ in range(3):
            assert (await client.rooms.list()).items == []
        assert server.connections == 1
        await connect.close()


@pytest.fixture
def exporter() -> InMemorySpanExporter:
    return InMemorySpanExporter()


@pytest.fixture
def provider(exporter: InMemorySpanExporter) -> Iterator[TracerProvider]:
    provider = TracerProvider(shutdown_on_exit=False)
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    yield provider
    provider.shutdown()


@pytest.fixture
def instrumentor() -> Iterator[HTTPXClientInstrumentor]:
    instrumentor = HTTPXClientInstrumentor()
    yield instrumentor
    if instrumentor.is_instrumented_by_opentelemetry:
        instrumentor.uninstrument()


@pytest.mark.undocumented_answers
@pytest.mark.parametrize("instrumented", ["all of httpx", "an own http_client"])
async def test_a_span_for_each_request(
    connect: Connect,
    hms_mock: MockServer,
    relay: Relay,
    exporter: InMemorySpanExporter,
    provider: TracerProvider,
    instrumentor: HTTPXClientInstrumentor,
    instrumented: str,
) -> None:
    options: dict[str, Any] = {"base_url": f"{relay.url}/v2", "retries": hms.Retry(random=lambda: 0.0)}
    if instrumented == "all of httpx":
        instrumentor.instrument(tracer_provider=provider)
    else:
        options["http_client"] = connect.http_client()
        instrumentor.instrument_client(options["http_client"], tracer_provider=provider)
    client = connect(**options)
    hms_mock.control.fail(503)
    with provider.get_tracer("app").start_as_current_span("a lesson"):
        await client.rooms.list()
    failed, repeated, lesson = exporter.get_finished_spans()
    for span, status in ((failed, 503), (repeated, 200)):
        assert span.name == "GET"
        assert span.attributes is not None
        assert span.attributes["http.method"] == "GET"
        assert span.attributes["http.url"] == f"{relay.url}/v2/rooms"
        assert span.attributes["http.status_code"] == status
        assert span.parent is not None
        assert span.parent.span_id == lesson.context.span_id
    # The server can hang its own spans below those of the requests.
    ids = [f"00-{span.context.trace_id:032x}-{span.context.span_id:016x}" for span in (failed, repeated)]
    assert [str(value)[: len(ids[0])] for value in relay.headers("traceparent")] == ids
    (token,) = {str(value).removeprefix("Bearer ") for value in relay.headers("Authorization")}
    assert len(token) > 100
    assert all(token not in span.to_json() for span in exporter.get_finished_spans())


@pytest.mark.undocumented_answers
async def test_hooks_see_what_the_server_saw(connect: Connect, hms_mock: MockServer) -> None:
    attempts: list[hms.AttemptEnded] = []
    client = connect(on_attempt_end=attempts.append, retries=hms.Retry(random=lambda: 0.0))
    hms_mock.control.fail(drop=True)
    room_id = "000000000000000000000000"
    hms_mock.control.fail(503)
    with pytest.raises(hms.NotFoundError):
        await client.rooms.get(room_id)
    assert [(each.attempt, each.status, each.retry_in) for each in attempts] == [
        (1, None, 0.0),
        (2, 503, 0.0),
        (3, 404, None),
    ]
    assert {(each.operation, each.path_template, each.path) for each in attempts} == {
        ("getRoom", "/rooms/{room_id}", f"/rooms/{room_id}")
    }
    assert attempts[0].error is not None
