"""The mock in-process: no socket, a clock that stands still, identifiers from a seed."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import httpx
import jwt
import pytest

from hms_mock import DEFAULT_ACCESS_KEY, DEFAULT_SECRET, Clock, Control, MockApp, MockServer, create_app

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

NOW = 1_750_000_000.123456
"""2025-06-15T15:06:40.123456Z"""

OTHER_ACCESS_KEY = "another-access-key"
OTHER_SECRET = "another-secret-that-is-only-good-for-the-mock"

WEATHER: dict[str, Any] = {
    "title": "Weather",
    "questions": [
        {
            "index": 1,
            "text": "How is it?",
            "type": "single-choice",
            "options": [{"index": 1, "text": "Sunny"}, {"index": 2, "text": "Rainy"}],
        },
        {
            "index": 2,
            "text": "What do you see?",
            "type": "short-answer",
            "skippable": False,
            "answer_min_len": 2,
            "answer_max_len": 10,
        },
    ],
}
QUIZ: dict[str, Any] = {
    "type": "quiz",
    "start": "manual",
    "questions": [
        {
            "index": 1,
            "type": "single-choice",
            "weight": 3,
            "answer": {"options": [2]},
            "options": [{"index": n, "text": f"City {n}"} for n in (1, 2, 3)],
        },
        {
            "index": 2,
            "type": "multiple-choice",
            "answer": {"hidden": True, "options": [1, 3]},
            "options": [{"index": n, "text": f"City {n}"} for n in (1, 2, 3)],
        },
        {"index": 3, "type": "short-answer", "weight": 2, "answer": {"text": "Canberra", "trim": True}},
        {"index": 4, "type": "long-answer", "answer": {"text": "Exactly", "case": True}},
        {"index": 5, "type": "short-answer", "once": True},
    ],
}


class InProcess(httpx.BaseTransport):
    """Calls an ASGI application from synchronous code."""

    def __init__(self, app: MockApp) -> None:
        self._transport = httpx.ASGITransport(app=app)
        self._runner = asyncio.Runner()

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        async def call() -> httpx.Response:
            response = await self._transport.handle_async_request(request)
            return httpx.Response(
                response.status_code, headers=response.headers, content=await response.aread()
            )

        return self._runner.run(call())

    def close(self) -> None:
        self._runner.close()


def claims(kind: str = "management", **changes: Any) -> dict[str, Any]:
    """The claims of a good token; a change to None leaves the claim out."""
    base = {
        "access_key": DEFAULT_ACCESS_KEY,
        "type": kind,
        "version": 2,
        "jti": "6d5b8f6e-6a0e-4c62-9d2f-3d1e0a7b1c11",
        "iat": int(NOW),
        "nbf": int(NOW),
        "exp": int(NOW) + 86400,
    }
    return {name: value for name, value in (base | changes).items() if value is not None}


@pytest.fixture(scope="session")
def sign() -> Callable[..., str]:
    """Mint a token: `sign("app", room_id=..., role=..., user_id=...)`."""

    def mint(
        kind: str = "management", *, secret: str = DEFAULT_SECRET, algorithm: str = "HS256", **changes: Any
    ) -> str:
        return jwt.encode(claims(kind, **changes), secret, algorithm=algorithm)

    return mint


@pytest.fixture(scope="session")
def in_process() -> type[InProcess]:
    """The transport that calls an application without a socket: `httpx.Client(transport=in_process(app))`."""
    return InProcess


@pytest.fixture
def app() -> MockApp:
    return create_app(
        credentials={DEFAULT_ACCESS_KEY: DEFAULT_SECRET, OTHER_ACCESS_KEY: OTHER_SECRET},
        clock=Clock(lambda: NOW),
    )


@pytest.fixture
def control(app: MockApp) -> Control:
    return app.control


@pytest.fixture
def bare(app: MockApp) -> Iterator[httpx.Client]:
    """A client without a token, at the root of the server."""
    with httpx.Client(transport=InProcess(app), base_url="http://mock") as client:
        yield client


@pytest.fixture(scope="module")
def running() -> Iterator[MockServer]:
    """The server of a test module; tests ask for `server`, which resets it."""
    with MockServer(clock=Clock(lambda: float(int(NOW)))) as server:
        yield server


@pytest.fixture
def server(running: MockServer) -> MockServer:
    """A server on a socket, as if it had just been started."""
    running.control.reset()
    return running


@pytest.fixture
def over_http(server: MockServer, sign: Callable[..., str]) -> Iterator[httpx.Client]:
    """A client with a good token, at the base URL of the API, over a socket."""
    with httpx.Client(base_url=server.url, headers={"Authorization": f"Bearer {sign()}"}) as client:
        yield client


@pytest.fixture
def api(app: MockApp, sign: Callable[..., str]) -> Iterator[httpx.Client]:
    """A client with a good token, at the base URL of the API."""
    headers = {"Authorization": f"Bearer {sign()}"}
    with httpx.Client(transport=InProcess(app), base_url="http://mock/v2", headers=headers) as client:
        yield client


@pytest.fixture
def other_api(app: MockApp, sign: Callable[..., str]) -> Iterator[httpx.Client]:
    """A client of another workspace."""
    token = sign(access_key=OTHER_ACCESS_KEY, secret=OTHER_SECRET)
    headers = {"Authorization": f"Bearer {token}"}
    with httpx.Client(transport=InProcess(app), base_url="http://mock/v2", headers=headers) as client:
        yield client


@pytest.fixture
def make_room(api: httpx.Client) -> Callable[..., dict[str, Any]]:
    """Create a room: `make_room(name=..., size=...)`."""

    def make(**members: Any) -> dict[str, Any]:
        response = api.post("/rooms", json=members)
        assert response.status_code == 200, response.text
        room: dict[str, Any] = response.json()
        return room

    return make


@pytest.fixture
def make_poll(api: httpx.Client) -> Callable[..., dict[str, Any]]:
    """Create a poll, by default about the weather: `make_poll({"title": "T"}, duration=5)`."""

    def make(body: dict[str, Any] = WEATHER, **members: Any) -> dict[str, Any]:
        response = api.post("/polls", json=body | members)
        assert response.status_code == 200, response.text
        poll: dict[str, Any] = response.json()
        return poll

    return make


@pytest.fixture
def quiz(make_poll: Callable[..., dict[str, Any]]) -> dict[str, Any]:
    """A quiz with a question of each type, and one that takes a single response."""
    return make_poll(QUIZ)
