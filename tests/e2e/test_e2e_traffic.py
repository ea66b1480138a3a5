"""The check of the traffic is itself tested: each way of not being as documented must turn it red."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from tests.contract.tokens import mint
from tests.e2e.traffic import TrafficCheck

if TYPE_CHECKING:
    from .conftest import Connect

URL = "http://127.0.0.1:1/v2"
SECRET = "s" * 40
HEADERS = {
    "Accept": "application/json",
    "Authorization": f"Bearer {mint('managementToken', 'key', SECRET)}",
}
CLIENT_TOKEN = {"Authorization": f"Bearer {mint('clientToken', 'key', SECRET)}"}
JSON_BODY = {"Content-Type": "application/json"}
ROOM = {
    "id": "66f0c5b1a4d23e0019b7d512",
    "name": "physics",
    "enabled": True,
    "description": "",
    "customer_id": "627cda81ab4f3b56a077dc33",
    "template_id": "66f0c0e3a4d23e0019b7d4f0",
    "region": "eu",
    "created_at": "2024-09-23T01:33:37.082Z",
    "updated_at": "2024-09-23T01:33:37.082Z",
}
ROOMS = {"limit": 10, "data": [ROOM], "last": ""}


def problems(
    method: str,
    path: str,
    answer: Any = None,
    *,
    status: int = 200,
    body: bytes = b"",
    headers: dict[str, str | None] | None = None,
    answer_headers: dict[str, str] | None = None,
) -> list[str]:
    """What the check has against an exchange."""
    merged = {**HEADERS, **(JSON_BODY if body else {}), **(headers or {})}
    sent = {name: value for name, value in merged.items() if value is not None}
    request = httpx.Request(method, URL + path, headers=sent, content=body)
    content = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
    response = httpx.Response(status, headers=answer_headers or JSON_BODY, content=content, request=request)
    traffic = TrafficCheck()
    traffic.check(request, response)
    return traffic.problems


@pytest.mark.parametrize(
    ("method", "path", "answer", "changes"),
    [
        ("GET", "/rooms", ROOMS, {}),
        ("GET", "/rooms?limit=10&enabled=true&after=2024-09-23T01:33:37.082Z", ROOMS, {}),
        ("GET", f"/rooms/{ROOM['id']}", ROOM, {}),
        ("POST", "/rooms", ROOM, {"body": b'{"name":"physics"}'}),
        ("POST", "/rooms", {"code": 400, "message": "no", "details": []}, {"body": b"[]", "status": 400}),
    ],
)
def test_what_is_as_documented(method: str, path: str, answer: Any, changes: dict[str, Any]) -> None:
    assert problems(method, path, answer, **changes) == []


@pytest.mark.parametrize(
    ("method", "path", "answer", "changes", "problem"),
    [
        ("GET", "/rooms?page=2", ROOMS, {}, "the query parameter page is not documented"),
        ("GET", "/rooms?limit=many", ROOMS, {}, "the query parameter limit: at /"),
        ("GET", "/rooms?limit=1000", ROOMS, {}, "the query parameter limit: at /"),
        ("GET", "/rooms?limit=10&limit=20", ROOMS, {}, "the query parameter limit: at /"),
        ("GET", "/rooms?enabled=True", ROOMS, {}, "the query parameter enabled: at /"),
        ("GET", "/rooms?after=yesterday", ROOMS, {}, "the query parameter after: at /"),
        ("GET", "/analytics/events", {}, {}, "the query parameter room_id is missing"),
        ("GET", "/lobbies", {}, {}, "there is no such operation"),
        ("PUT", "/rooms", {}, {}, "there is no such operation"),
        ("DELETE", "/polls/1/questions/one", {}, {}, "the path parameter question_id: at /"),
        ("GET", "/rooms", ROOMS, {"body": b"{}"}, "a body is not documented"),
        ("GET", "/rooms", ROOMS, {"headers": JSON_BODY}, "there is a Content-Type without a body"),
        ("GET", "/rooms", ROOMS, {"headers": {"Authorization": None}}, "there is no bearer token"),
        ("GET", "/rooms", ROOMS, {"headers": CLIENT_TOKEN}, "the token is no managementToken"),
        ("POST", "/sip/dtmf", b"", {"body": b'{"digits":["1"]}'}, "the token is no clientToken"),
        ("GET", "/rooms", ROOMS, {"headers": {"Accept": "*/*"}}, "it accepts */*"),
        ("POST", "/rooms", ROOM, {}, "the body is missing"),
        ("POST", "/rooms", ROOM, {"body": b"{"}, "the body is no JSON"),
        ("POST", "/rooms", ROOM, {"body": b'{"size":"9"}'}, "the body: at /size"),
        (
            "POST",
            "/rooms",
            ROOM,
            {"body": b'{"colour":1}'},
            "the member colour of the body is not documented",
        ),
        (
            "POST",
            "/rooms",
            ROOM,
            {"body": b"{}", "headers": {"Content-Type": "text/plain"}},
            "the Content-Type of the body is text/plain",
        ),
        ("GET", "/rooms", ROOMS, {"status": 202}, "the status 202 is not documented"),
        ("GET", "/rooms", {**ROOMS, "data": [{}]}, {}, "the answer: at /data/0"),
        ("GET", "/rooms", {**ROOMS, "limit": "10"}, {}, "the answer: at /limit"),
        ("GET", "/rooms", b"<html>", {}, "the answer is no JSON"),
        (
            "GET",
            "/rooms",
            ROOMS,
            {"answer_headers": {"Content-Type": "text/html"}},
            "the Content-Type of the answer is text/html",
        ),
        ("GET", "/rooms", {"message": "no"}, {"status": 404}, "the status 404 is not documented"),
        ("GET", "/rooms/x", {"code": "404"}, {"status": 404}, "the answer: at /"),
    ],
)
def test_what_is_not_as_documented(
    method: str, path: str, answer: Any, changes: dict[str, Any], problem: str
) -> None:
    found = problems(method, path, answer, **changes)
    assert any(problem in one for one in found), found


@pytest.mark.anyio
async def test_the_clients_of_these_tests_are_checked(connect: Connect, traffic: TrafficCheck) -> None:
    client = connect()
    await client.rooms.list()
    assert traffic.seen == [("listRooms", 200)]
    assert traffic.problems == []
    # An undocumented value goes through a client, which leaves the judgement to the server.
    await client.with_options(headers={"Accept": "text/html"}).rooms.list()
    assert traffic.problems == ["listRooms: it accepts text/html"]
    traffic.problems.clear()
