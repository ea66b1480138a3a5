"""Webhooks over HTTP: to named hosts only, in the background, without holding up the mock."""

from __future__ import annotations

import json
import queue
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from hms_mock import Clock, HttpWebhookSender, MockServer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

Json = dict[str, Any]

NOW = 1_750_000_000.0
WAIT_SECONDS = 20
"""How long a test waits for another thread before it fails."""


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("https://api.example.com/hook", "host not allowed: api.example.com"),
        ("http://169.254.169.254/latest", "host not allowed: 169.254.169.254"),
        ("http://127.0.0.1@example.com/", "host not allowed: example.com"),
        ("http://127.0.0.1.example.com/", "host not allowed: 127.0.0.1.example.com"),
        ("http://example.com#@127.0.0.1/", "host not allowed: example.com"),
        ("http://[::1]/", "host not allowed: ::1"),
        ("http:///hook", "host not allowed: "),
        ("ftp://127.0.0.1/", "scheme not allowed"),
        ("/hook", "scheme not allowed"),
        ("http://127.0.0.1:no-port/", "not sent: InvalidURL"),
    ],
)
def test_only_named_hosts_are_called(url: str, reason: str) -> None:
    with HttpWebhookSender({"127.0.0.1", "localhost"}) as sender:
        assert sender(url, {}, b"{}") == reason


class Receiver:
    """An HTTP server on a free port of the loopback interface; answers with the statuses it was given."""

    def __init__(self, *statuses: int) -> None:
        self.received: queue.Queue[tuple[str, Mapping[str, str], Json]] = queue.Queue()
        self.before_answer: Callable[[], object] = lambda: None
        left = list(statuses)
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                outer.before_answer()
                self.send_response(left.pop(0) if left else 200)
                self.send_header("Location", "/elsewhere")
                self.send_header("Content-Length", "0")
                self.end_headers()
                outer.received.put((self.path, dict(self.headers), json.loads(body)))

            def log_message(self, *_args: Any, **_kwargs: Any) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}/hook"
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01})
        self._thread.start()

    def next(self) -> tuple[str, Mapping[str, str], Json]:
        return self.received.get(timeout=WAIT_SECONDS)

    def close(self) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    receiver = Receiver()
    yield receiver
    receiver.close()


def client_of(server: MockServer, sign: Callable[..., str]) -> httpx.Client:
    headers = {"Authorization": f"Bearer {sign()}"}
    return httpx.Client(base_url=server.url, headers=headers, timeout=WAIT_SECONDS)


def test_a_server_delivers_in_the_background(sign: Callable[..., str]) -> None:
    receiver = Receiver(503, 302)
    with (
        HttpWebhookSender() as sender,
        MockServer(
            clock=Clock(lambda: NOW),
            webhook_url=receiver.url,
            webhook_headers={"X-Secret": "sesame"},
            webhook_sender=sender,
        ) as server,
        client_of(server, sign) as client,
    ):
        room = client.post("/rooms", json={}).json()
        server.control.join(room["id"], role="host")
        path, headers, body = receiver.next()
        assert (path, headers["X-Secret"], body["type"]) == ("/hook", "sesame", "session.open.success")
        assert headers["Content-Type"] == "application/json"
        assert receiver.next()[2]["type"] == "peer.join.success"
        # Both were refused; redirects are not followed.
        server.control.advance(1)
        assert {receiver.next()[2]["type"] for _ in range(2)} == {"session.open.success", "peer.join.success"}
        server.control.deliver_webhooks()
        assert [each["status"] for each in server.control.deliveries()] == ["success", "success"]
    receiver.close()
    assert receiver.received.empty()


def test_what_happens_by_the_clock_alone_is_sent_without_anybody_looking(
    receiver: Receiver, sign: Callable[..., str]
) -> None:
    reading = NOW
    with (
        HttpWebhookSender() as sender,
        MockServer(clock=Clock(lambda: reading), webhook_url=receiver.url, webhook_sender=sender) as server,
        client_of(server, sign) as client,
    ):
        room = client.post("/rooms", json={}).json()
        client.post(f"/recordings/room/{room['id']}/start", json={})
        assert receiver.next()[2]["type"] == "session.open.success"
        reading += 6
        assert receiver.next()[2]["type"] == "beam.started.success"


def test_an_endpoint_may_call_the_mock_before_it_answers(
    receiver: Receiver, sign: Callable[..., str]
) -> None:
    with (
        HttpWebhookSender() as sender,
        MockServer(clock=Clock(lambda: NOW), webhook_url=receiver.url, webhook_sender=sender) as server,
        client_of(server, sign) as client,
    ):
        room = client.post("/rooms", json={}).json()
        seen: list[int] = []

        def call_back() -> None:
            seen.append(client.get(f"/rooms/{room['id']}").status_code)
            seen.append(len(server.control.deliveries()))

        receiver.before_answer = call_back
        server.control.join(room["id"], role="host")
        server.control.deliver_webhooks()
        assert seen == [200, 2, 200, 2]


def test_a_server_stops_while_webhooks_are_due(sign: Callable[..., str]) -> None:
    calls: list[bytes] = []

    def refuse(_url: str, _headers: Mapping[str, str], body: bytes) -> int | str:
        calls.append(body)
        return 500

    server = MockServer(
        clock=Clock(lambda: NOW), webhook_url="https://app.example.com/", webhook_sender=refuse
    )
    for _ in range(2):
        with server, client_of(server, sign) as client:
            server.control.join(client.post("/rooms", json={}).json()["id"], role="host")
            server.control.deliver_webhooks()
    assert [each["status"] for each in server.control.deliveries()] == ["pending"] * 4
    assert len(calls) == 4


def test_an_endpoint_that_is_not_there(receiver: Receiver) -> None:
    receiver.close()
    with HttpWebhookSender() as sender:
        assert sender(receiver.url, {}, b"{}") == "connection refused"


def test_an_endpoint_that_takes_too_long() -> None:
    receiver, answered = Receiver(), threading.Event()
    receiver.before_answer = lambda: answered.wait(WAIT_SECONDS)
    with HttpWebhookSender(timeout_seconds=0.05) as sender:
        assert sender(receiver.url, {}, b"{}") == "timeout"
    answered.set()
    receiver.close()


def test_headers_that_can_not_be_sent(receiver: Receiver) -> None:
    with HttpWebhookSender() as sender:
        for value in ("a\r\nX-More: b", "ö", "\x00"):
            answer = sender(receiver.url, {"X-Secret": value}, b"{}")
            assert isinstance(answer, str), value
            assert answer.startswith("not sent: ")
    assert receiver.received.empty()
