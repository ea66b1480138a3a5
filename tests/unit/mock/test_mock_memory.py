"""The mock's memory does not grow with calls that make nothing."""

from __future__ import annotations

import asyncio
import gc
import json
import sys
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    import httpx

    from hms_mock import Control, MockApp

WARM_UP = 1_200
"""Calls after which the log of requests is full."""
CALLS = 5_000
FEW = 500
"""Blocks of memory that come and go with caches of Python itself."""


def blocks() -> Any:
    """How many pieces of memory the process holds."""
    gc.collect()
    return sys.getallocatedblocks()


def caller(app: MockApp, headers: dict[str, str]) -> Any:
    """Call the application as a server does; a client of the tests' own would take longer than the mock."""
    raw_headers = [(name.lower().encode(), value.encode()) for name, value in headers.items()]

    async def call(method: str, target: str, body: Any = None, *, status: int = 200) -> None:
        path, _, query = target.partition("?")
        content = b"" if body is None else json.dumps(body).encode()
        statuses: list[int] = []

        async def receive() -> Any:
            return {"type": "http.request", "body": content}

        async def send(message: Any) -> None:
            statuses.append(message.get("status", 0))

        await app(
            {
                "type": "http",
                "http_version": "1.1",
                "method": method,
                "scheme": "http",
                "path": path,
                "raw_path": path.encode(),
                "query_string": query.encode(),
                "headers": [(b"host", b"mock"), *raw_headers, (b"content-type", b"application/json")],
            },
            receive,
            send,
        )
        assert statuses[0] == status, (method, target)

    return call


@pytest.fixture
def scene(control: Control, make_room: Callable[..., dict[str, Any]]) -> Any:
    """The identifier of a room in which somebody is."""
    room_id = make_room(name="physics")["id"]
    control.join(room_id, role="host")
    return room_id


def test_memory_is_flat_over_calls_that_make_nothing(
    app: MockApp, scene: str, sign: Callable[..., str]
) -> None:
    good = caller(app, {"Authorization": f"Bearer {sign()}"})
    wrong = caller(app, {"Authorization": "Bearer nonsense"})
    calls: list[Callable[[], Any]] = [
        lambda: good("GET", f"/v2/rooms/{scene}"),
        lambda: good("GET", "/v2/rooms?limit=10"),
        lambda: good("GET", f"/v2/active-rooms/{scene}/peers"),
        lambda: good("GET", "/v2/sessions"),
        lambda: good("GET", f"/v2/analytics/events?room_id={scene}&type=track.add.success"),
        lambda: good("POST", "/v2/rooms", {"name": "physics", "description": "updated by its name"}),
        lambda: good("POST", f"/v2/rooms/{scene}", {"size": 12}),
        lambda: good("POST", "/v2/rooms", {"size": "many"}, status=400),
        lambda: good("GET", "/v2/rooms/nowhere", status=404),
        lambda: wrong("GET", f"/v2/rooms/{scene}", status=401),
    ]

    async def make(count: int) -> None:
        for number in range(count):
            await calls[number % len(calls)]()

    asyncio.run(make(WARM_UP))
    before = blocks()
    asyncio.run(make(CALLS))
    assert blocks() - before < FEW


def test_memory_is_flat_over_messages(app: MockApp, scene: str, sign: Callable[..., str]) -> None:
    call = caller(app, {"Authorization": f"Bearer {sign()}"})

    async def send(count: int) -> None:
        for _ in range(count):
            await call("POST", f"/v2/active-rooms/{scene}/send-message", {"message": "Hello"})

    asyncio.run(send(WARM_UP))
    before = blocks()
    asyncio.run(send(CALLS))
    assert blocks() - before < FEW


def test_a_token_that_is_remembered_pushes_another_one_out(app: MockApp, sign: Callable[..., str]) -> None:
    async def make(first: int, count: int) -> None:
        for number in range(first, first + count):
            await caller(app, {"Authorization": f"Bearer {sign(jti=str(number))}"})("GET", "/v2/rooms")

    asyncio.run(make(0, WARM_UP))
    before = blocks()
    asyncio.run(make(WARM_UP, WARM_UP))
    assert blocks() - before < FEW


def test_logs_keep_the_last_entries(api: httpx.Client, control: Control, scene: str) -> None:
    for number in range(1_001):
        api.post(f"/active-rooms/{scene}/send-message", json={"message": str(number)})
    assert len(control.requests()) == 1_000
    assert [len(control.messages()), control.messages()[-1]["message"]] == [1_000, "1000"]
