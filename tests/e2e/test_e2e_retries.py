"""Calls that fail in passing, against a server that acts and answers as it is told."""

from __future__ import annotations

import random
import socket
import time
from typing import TYPE_CHECKING, Any

import pytest

import hms

if TYPE_CHECKING:
    from collections.abc import Generator

    from hms_mock import MockServer

    from .conftest import Connect

pytestmark = pytest.mark.anyio

AT_ONCE = hms.Retry(backoff_base=0)


class Waits(list[float]):
    """Stands in for `time.sleep` and for `asyncio.sleep`: notes the seconds and does not wait."""

    def __call__(self, seconds: float) -> Waits:
        self.append(seconds)
        return self

    def __await__(self) -> Generator[None]:
        return iter(())  # type: ignore[return-value]


def statuses(hms_mock: MockServer) -> list[int | None]:
    return [request["status"] for request in hms_mock.control.requests()]


@pytest.mark.undocumented_answers
async def test_a_call_outlives_a_bad_moment(connect: Connect, hms_mock: MockServer) -> None:
    waits = Waits()
    client = connect(retries=4, sleep=waits)
    room = await client.rooms.create(name="physics")
    hms_mock.control.fail(503)
    hms_mock.control.fail(drop=True)
    hms_mock.control.fail(429, headers={"Retry-After": "7"})
    hms_mock.control.fail(429, body={"code": 429, "message": "rate limit exceeded, retry after 45 seconds"})
    response = await client.rooms.with_response.get(room.id)
    assert (response.parsed, response.status, response.attempts) == (room, 200, 5)
    assert response.headers["content-type"] == "application/json"
    assert statuses(hms_mock) == [200, 503, None, 429, 429, 200]
    assert waits[0] < 1
    assert 7 <= waits[2] < 10
    assert 45 <= waits[3] < 50


@pytest.mark.undocumented_answers
async def test_a_web_page_of_a_gateway_is_tried_again(connect: Connect, hms_mock: MockServer) -> None:
    hms_mock.control.fail(502, text="<title>Bad gateway</title>", times=2)
    assert (await connect(retries=AT_ONCE).rooms.list()).items == []
    assert statuses(hms_mock) == [502, 502, 200]


async def test_the_error_of_the_last_attempt_is_raised(connect: Connect, hms_mock: MockServer) -> None:
    hms_mock.control.fail(drop=True, times=2)
    hms_mock.control.fail(500)
    with pytest.raises(hms.ServerError, match="Given up after 3 attempts") as caught:
        await connect(retries=AT_ONCE).rooms.list()
    assert (caught.value.attempts, caught.value.outcome_known) == (3, False)


async def test_a_server_that_cannot_be_reached_surely_did_nothing(connect: Connect) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
        # Bound but not listening: nobody else gets the port, and connecting to it is refused.
        client = connect(base_url=f"http://127.0.0.1:{port}/v2", retries=AT_ONCE)
        with pytest.raises(hms.APIConnectionError) as caught:
            await client.rooms.create(name="physics")
    assert (caught.value.attempts, caught.value.outcome_known) == (3, True)


@pytest.mark.undocumented_answers
async def test_a_creation_that_may_have_happened_is_not_repeated(
    connect: Connect, hms_mock: MockServer
) -> None:
    client = connect(retries=AT_ONCE)
    hms_mock.control.fail(delay_seconds=0.5)  # it is carried out, only the answer is late
    with pytest.raises(hms.APITimeoutError, match="may have acted") as caught:
        await client.with_options(timeout=0.05).rooms.create()
    assert (caught.value.attempts, caught.value.outcome_known) == (1, False)
    for fault in ({"status": 500}, {"status": 503, "headers": {"Retry-After": "0"}}, {"drop": True}):
        hms_mock.control.fail(**fault)
        with pytest.raises(hms.CallError) as failed:
            await client.rooms.create()
        assert (failed.value.attempts, failed.value.outcome_known) == (1, False)
    assert len(hms_mock.control.requests()) <= 4
    assert len((await client.rooms.list()).items) <= 1


async def test_a_creation_whose_answer_is_lost_is_not_repeated(
    connect: Connect, hms_mock: MockServer
) -> None:
    client = connect(retries=AT_ONCE)
    for lost, truncate in enumerate([False, True], start=1):
        hms_mock.control.fail(drop=not truncate, carry_out=not truncate, truncate=truncate)
        with pytest.raises(hms.CallError) as failed:
            await client.rooms.create()
        assert (failed.value.attempts, failed.value.outcome_known) == (1, False)
        assert len((await client.rooms.list()).items) == lost


@pytest.mark.undocumented_answers
async def test_a_creation_that_surely_did_not_happen_is_repeated(
    connect: Connect, hms_mock: MockServer
) -> None:
    client = connect(retries=AT_ONCE)
    hms_mock.control.fail(429, times=2)
    room = await client.rooms.create()
    assert [each.id for each in (await client.rooms.list()).items] == [room.id]


async def test_an_update_is_repeated(connect: Connect, hms_mock: MockServer) -> None:
    client = connect(retries=AT_ONCE)
    room = await client.rooms.create(name="physics")
    hms_mock.control.fail(drop=True)
    assert (await client.rooms.update(room.id, description="9th grade")).description == "9th grade"


async def test_a_call_ends_at_its_deadline(connect: Connect, hms_mock: MockServer) -> None:
    hms_mock.control.fail(delay_seconds=60, times=9)
    started = time.monotonic()
    with pytest.raises(hms.APITimeoutError):
        await connect(retries=hms.Retry(max_retries=9, max_elapsed=0.2)).rooms.list()
    assert 0.15 < time.monotonic() - started < 30


@pytest.mark.undocumented_answers
async def test_a_wait_past_the_deadline_is_not_begun(connect: Connect, hms_mock: MockServer) -> None:
    waits = Waits()
    hms_mock.control.fail(429, headers={"Retry-After": "30"})
    with pytest.raises(hms.RateLimitError) as caught:
        await connect(retries=hms.Retry(max_elapsed=20), sleep=waits).rooms.list()
    assert (caught.value.retry_after, caught.value.attempts, waits) == (30, 1, [])


@pytest.mark.undocumented_answers
async def test_a_token_refused_in_between_is_replaced(connect: Connect, hms_mock: MockServer) -> None:
    for status in (503, 401, 503):
        hms_mock.control.fail(status)
    assert (await connect(retries=AT_ONCE).rooms.list()).items == []
    assert statuses(hms_mock) == [503, 401, 503, 200]


@pytest.mark.undocumented_answers
async def test_options_of_one_call(connect: Connect, hms_mock: MockServer) -> None:
    client = connect()
    hms_mock.control.fail(503)
    assert (await client.with_options(retries=AT_ONCE).rooms.list()).items == []
    hms_mock.control.fail(503)
    with pytest.raises(hms.ServerError):
        await client.with_options(headers={"X-Trace": "one"}).rooms.list()


@pytest.mark.undocumented_answers
async def test_every_call_in_a_storm_ends_rightly_or_with_a_typed_error(
    connect: Connect, hms_mock: MockServer
) -> None:
    client = connect(retries=AT_ONCE)
    kept = await client.rooms.create(name="kept")
    chance = random.Random(4)  # noqa: S311  # the same storm in every run
    faults: list[dict[str, Any]] = [
        {"status": 500},
        {"status": 429},
        {"status": 502, "text": "<html></html>"},
        {"status": 200, "text": '{"id": "66f0'},
        {"drop": True},
    ]
    created: set[str] = set()
    failures: list[hms.CallError] = []
    for number in range(150):
        for fault in chance.choices(faults, k=chance.choice([0, 0, 1, 3])):
            hms_mock.control.fail(**fault)
        try:
            if number % 3:
                assert await client.rooms.get(kept.id) == kept
            else:
                created.add((await client.rooms.create(name=f"room-{number}")).id)
        except (hms.ServerError, hms.RateLimitError, hms.APIConnectionError, hms.DecodeError) as error:
            failures.append(error)
        hms_mock.control.clear_faults()
    assert 0 < len(failures) < 100
    assert {error.attempts for error in failures} == {1, 2, 3}
    rooms = [room.id async for room in client.rooms.list(limit=100)]
    assert sorted(rooms) == sorted({kept.id, *created})
