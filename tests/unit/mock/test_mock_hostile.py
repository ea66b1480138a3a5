"""Nothing that is sent makes the mock fail, hang, or change what it remembers."""

from __future__ import annotations

import json
import re
import socket
from contextlib import suppress
from http.client import HTTPResponse
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import mock_hostile_requests as hostile
import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    import httpx

    from hms_mock import MockServer

Json = dict[str, Any]

_SECONDS = 30.0
"""After so long without an answer, the server counts as hanging."""


def connect(server: MockServer) -> socket.socket:
    url = urlsplit(server.url)
    return socket.create_connection((url.hostname or "", url.port or 0), timeout=_SECONDS)


def receive(connection: socket.socket, method: str = "GET") -> tuple[HTTPResponse, bytes]:
    response = HTTPResponse(connection, method=method)
    response.begin()
    return response, response.read()


def send(server: MockServer, raw: bytes) -> tuple[int, bytes]:
    """Send a request as it stands, and read the answer."""
    with connect(server) as connection:
        # The server may have answered and closed before everything was sent.
        with suppress(BrokenPipeError, ConnectionResetError):
            connection.sendall(raw)
        response, body = receive(connection, raw.split(b" ", 1)[0].decode("latin-1"))
        return response.status, body


@pytest.fixture
def scene(server: MockServer, over_http: httpx.Client, sign: Callable[..., str]) -> hostile.Scene:
    """A room with somebody in it, and objects for the other parameters of paths."""
    room = over_http.post("/rooms", json={"name": "physics"}).json()
    peer = server.control.join(room["id"], role="host")
    poll = over_http.post("/polls", json=POLL).json()
    return hostile.Scene(
        token=sign(),
        client_token=sign("app", room_id=room["id"], role="host", user_id="u"),
        parameters={
            "room_id": room["id"],
            "peer_id": peer["id"],
            "session_id": peer["session_id"],
            "template_id": server.control.default_template_id(),
            "poll_id": poll["id"],
            "role": "host",
            "role_name": "host",
        },
    )


POLL = {
    "title": "Weather",
    "questions": [{"index": 1, "type": "single-choice", "options": [{"index": 1, "text": "Sunny"}]}],
}


def remembered(server: MockServer, api: httpx.Client, scene: hostile.Scene) -> Json:
    """All that the mock remembers, but for the log of requests."""
    control, paths = server.control, scene.parameters
    shown: Json = {
        path: api.get(path).json()
        for path in (
            *("/rooms", "/sessions", "/templates", "/recordings", "/live-streams", "/external-streams"),
            *("/recording-assets", "/sip/outbound/trunks", f"/polls/{paths['poll_id']}"),
            *(f"/active-rooms/{paths['room_id']}/peers", f"/room-codes/room/{paths['room_id']}"),
        )
    }
    shown["control"] = [
        *(control.jobs(), control.ingests(), control.events(), control.deliveries(), control.messages()),
        *(control.calls(), control.tones(), control.faults(), control.clock_offset()),
    ]
    return shown


def is_right(case: hostile.Case, status: int, body: bytes) -> bool:
    if status not in case.expected:
        return False
    if status in hostile.PARSER and case.expected >= hostile.PARSER:
        return True
    if not body:
        return case.raw.startswith(b"HEAD ")
    try:
        envelope = json.loads(body)
    except ValueError:
        return False
    return envelope["code"] == status and bool(envelope["message"])


@pytest.mark.parametrize("table", hostile.TABLES)
def test_every_hostile_request_is_refused_and_changes_nothing(
    server: MockServer,
    over_http: httpx.Client,
    scene: hostile.Scene,
    caplog: pytest.LogCaptureFixture,
    table: str,
) -> None:
    before = remembered(server, over_http, scene)
    wrong: list[str] = []
    for case in hostile.TABLES[table](scene):
        try:
            status, body = send(server, case.raw)
        except Exception as error:  # noqa: BLE001 - whatever it is, the case did not get its answer
            wrong.append(f"{case.name}: {error!r}")
            continue
        if not is_right(case, status, body):
            wrong.append(f"{case.name}: {status} {body[:200]!r}, not {sorted(case.expected)}")
    assert not wrong, "\n".join(wrong)
    assert remembered(server, over_http, scene) == before
    assert [record for record in caplog.records if record.levelname in {"ERROR", "CRITICAL"}] == []


def test_the_tables_are_large_and_name_each_case_once(scene: hostile.Scene) -> None:
    names = [f"{table}: {case.name}" for table, cases in hostile.TABLES.items() for case in cases(scene)]
    assert len(names) > 300
    assert sorted({name for name in names if names.count(name) > 1}) == []


def test_a_head_of_megabytes_is_refused_or_cut_off(server: MockServer, over_http: httpx.Client) -> None:
    for raw in (
        hostile.request("GET", "/v2/rooms?name=" + "x" * 5_000_000),
        hostile.request("GET", "/v2/rooms", token=b"x" * 5_000_000),
    ):
        try:
            status, _ = send(server, raw)
        except ConnectionError:
            continue
        assert status in hostile.PARSER
    assert over_http.get("/rooms").status_code == 200


@pytest.mark.parametrize(
    "sent",
    [
        b"",
        b"GET /v2/rooms HTT",
        b"GET /v2/rooms HTTP/1.1\r\nHost: mock\r\nX: ",
        b"GET /_mock/clock HTTP/1.1\r\nHost: mock\r\n\r\nGET /v2/ro",
    ],
)
def test_a_head_that_does_not_come_is_not_waited_for(
    server: MockServer, over_http: httpx.Client, monkeypatch: pytest.MonkeyPatch, sent: bytes
) -> None:
    monkeypatch.setattr("hms_mock.protocol.HEAD_SECONDS", 0.05)
    with connect(server) as connection:
        connection.sendall(sent)
        received = b"".join(iter(lambda: connection.recv(65536), b""))
    assert received.count(b"HTTP/1.1 200") == sent.count(b"\r\n\r\n")
    assert over_http.get("/rooms").status_code == 200


def test_a_body_that_does_not_come_is_not_waited_for(
    server: MockServer, over_http: httpx.Client, scene: hostile.Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hms_mock.reading.BODY_SECONDS", 0.05)
    before = remembered(server, over_http, scene)
    whole = hostile.request(
        "POST", "/v2/rooms", token=scene.token, content_type="application/json", body=b'{"name": "chemistry"}'
    )
    with connect(server) as connection:
        connection.sendall(whole[:-5])
        response, body = receive(connection, "POST")
    assert (response.status, json.loads(body)["message"]) == (408, "Request timeout")
    assert remembered(server, over_http, scene) == before


def test_a_client_that_leaves_in_the_middle_changes_nothing(
    server: MockServer, over_http: httpx.Client, scene: hostile.Scene, caplog: pytest.LogCaptureFixture
) -> None:
    before = remembered(server, over_http, scene)
    whole = hostile.request(
        "POST", "/v2/rooms", token=scene.token, content_type="application/json", body=b'{"name": "chemistry"}'
    )
    for length in range(0, len(whole), 40):
        with connect(server) as connection:
            connection.sendall(whole[:length])
            connection.shutdown(socket.SHUT_WR)
            while connection.recv(4096):
                pass
    assert remembered(server, over_http, scene) == before
    assert [record for record in caplog.records if record.levelname in {"ERROR", "CRITICAL"}] == []


def test_huge_numbers_that_the_document_allows(
    server: MockServer, over_http: httpx.Client, scene: hostile.Scene
) -> None:
    for operation in hostile.WITH_BODY:
        for name in hostile.members(operation):
            for number in (10**30, -(10**30), 2**63, 1e308):
                raw = hostile.request(
                    operation.method,
                    hostile.path_of(operation, scene),
                    token=hostile.token_for(operation, scene),
                    content_type="application/json",
                    body=json.dumps({name: number}).encode(),
                )
                status, body = send(server, raw)
                assert status < 500, (operation.id, name, number, body)
    server.control.advance(3600)
    assert remembered(server, over_http, scene)


HEAD = b"Host: mock\r\nAuthorization: Bearer %s\r\n"


@pytest.mark.parametrize(
    "start",
    [
        b"GET /v2/rooms HTTP/1.1\r\n",
        b"GET /v2/rooms HTTP/1.0\r\n",
        b"GET http://mock/v2/rooms HTTP/1.1\r\n",
        b"GET HTTPS://proxy.example.com:443/v2/rooms/ HTTP/1.1\r\n",
        b"GET /v2/rooms HTTP/1.1\r\nUpgrade: h2c\r\nConnection: upgrade\r\n",
        b"GET /v2/rooms HTTP/1.1\r\nExpect: 100-continue\r\n",
        b"GET /v2/rooms HTTP/1.1\r\nContent-Length: 0\r\n",
    ],
)
def test_unusual_requests_that_are_right(server: MockServer, scene: hostile.Scene, start: bytes) -> None:
    status, body = send(server, start + HEAD % scene.token.encode() + b"\r\n")
    assert status == 200
    assert json.loads(body)["data"][0]["name"] == "physics"


def test_http_1_0_without_a_host(server: MockServer) -> None:
    status, body = send(server, b"GET /v2/rooms HTTP/1.0\r\n\r\n")
    assert (status, json.loads(body)["code"]) == (401, 401)


def test_a_body_that_is_asked_for(server: MockServer, scene: hostile.Scene) -> None:
    with connect(server) as connection:
        head = b"POST /v2/rooms HTTP/1.1\r\n" + HEAD % scene.token.encode()
        head += b"Content-Type: application/json\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n"
        connection.sendall(head)
        assert connection.recv(4096).startswith(b"HTTP/1.1 100 ")
        connection.sendall(b"{}")
        response, _ = receive(connection, "POST")
        assert response.status == 200


def test_a_body_in_chunks(server: MockServer, scene: hostile.Scene) -> None:
    head = b"POST /v2/rooms HTTP/1.1\r\n" + HEAD % scene.token.encode()
    head += b"Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
    status, body = send(
        server, head + b'9;x=y\r\n{"name": \r\n5\r\n"abc"\r\n1\r\n}\r\n0\r\nTrailer: x\r\n\r\n'
    )
    assert (status, json.loads(body)["name"]) == (200, "abc")


def test_pipelined_requests_are_answered_in_their_order(server: MockServer, scene: hostile.Scene) -> None:
    head = HEAD % scene.token.encode()
    requests = [
        b"GET /v2/rooms HTTP/1.1\r\n",
        b"GET /v2/nothing HTTP/1.1\r\n",
        b"DELETE /v2/rooms HTTP/1.1\r\n",
    ]
    last = b"GET /v2/templates HTTP/1.1\r\nConnection: close\r\n"
    with connect(server) as connection:
        connection.sendall(b"".join(start + head + b"\r\n" for start in [*requests, last]))
        received = b"".join(iter(lambda: connection.recv(65536), b""))
    assert re.findall(rb"HTTP/1\.1 (\d+) ", received) == [b"200", b"404", b"405", b"200"]


def test_what_follows_a_body_that_is_longer_than_it_says_is_no_request(
    server: MockServer, over_http: httpx.Client, scene: hostile.Scene
) -> None:
    head = b"POST /v2/rooms HTTP/1.1\r\n" + HEAD % scene.token.encode()
    head += b"Content-Type: application/json\r\nContent-Length: 2\r\n\r\n"
    with connect(server) as connection:
        connection.sendall(head + b'{} and {"name": "smuggled"}\r\n\r\n')
        received = b"".join(iter(lambda: connection.recv(65536), b""))
    assert re.findall(rb"HTTP/1\.1 (\d+) ", received) == [b"400"]
    assert "smuggled" not in over_http.get("/rooms").text
