"""Tokens between a client and a server whose clocks differ."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs
import pytest

import hms
from hms_mock import Clock, MockServer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .conftest import Connect

pytestmark = pytest.mark.anyio

DAY = 86_400


@attrs.define
class Times:
    """The time of the client, and how far that of the server is ahead of it, in seconds."""

    client: float = 1_750_000_000.0
    skew: float = 0.0


@pytest.fixture(scope="module")
def server_and_times() -> Iterator[tuple[MockServer, Times]]:
    times = Times()
    with MockServer(clock=Clock(lambda: times.client + times.skew)) as server:
        yield server, times


@pytest.fixture
def server(server_and_times: tuple[MockServer, Times]) -> MockServer:
    server_and_times[0].control.reset()
    return server_and_times[0]


@pytest.fixture
def times(server_and_times: tuple[MockServer, Times]) -> Times:
    return server_and_times[1]


@pytest.fixture
def client(connect: Connect, server: MockServer, times: Times) -> Any:
    return connect(base_url=server.url, clock=lambda: times.client)


# The server gives a minute itself (see `hms_mock.auth`), and the client dates its tokens a minute back.
@pytest.mark.parametrize("skew", [-120, -60, -1, 0, 1, 60, 299])
async def test_no_token_is_refused_however_long_a_client_lives(
    client: Any, server: MockServer, times: Times, skew: float
) -> None:
    times.skew = skew
    for seconds in (0, DAY - 301, 1, 299, 1, DAY, 30 * DAY, 0.5):
        times.client += seconds
        await client.rooms.list()
    assert {request["status"] for request in server.control.requests()} == {200}


async def test_a_clock_that_is_set_right_in_between(client: Any, server: MockServer, times: Times) -> None:
    for moved in (0, 60, -60, -3600, 7200):
        times.client += moved
        times.skew = 0
        await client.rooms.list()
    assert {request["status"] for request in server.control.requests()} == {200}


@pytest.mark.parametrize("skew", [-121, DAY + 1])
async def test_a_clock_that_is_far_off_is_named_as_a_cause(
    client: Any, server: MockServer, times: Times, skew: float
) -> None:
    times.skew = skew
    with pytest.raises(hms.AuthenticationError, match="clock of this machine is right") as caught:
        await client.rooms.list()
    assert caught.value.attempts == 2
    assert [request["status"] for request in server.control.requests()] == [401, 401]
    times.skew = 0
    await client.rooms.list()
    assert len(server.control.requests()) == 3
