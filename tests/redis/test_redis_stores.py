"""The Redis stores against a real server."""

from __future__ import annotations

import asyncio
import json
import threading
import uuid
from typing import TYPE_CHECKING, Any

import pytest
import redis
import redis.asyncio
import redis.backoff
import redis.retry

from hms.webhooks import AsyncRedisStore, ClaimState, Outcome, RedisStore, Router

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

pytestmark = pytest.mark.redis

CLAIMED, BUSY, DONE = ClaimState.CLAIMED, ClaimState.BUSY, ClaimState.DONE
HEADERS = {"x-hook-secret": "s3cret"}


class Machine:
    """One of several machines: a store over a connection of its own, driven with or without a loop."""

    def __init__(self, url: str, *, asynchronous: bool, decode: bool = False, **arguments: Any) -> None:
        self.url, self.decode, self.asynchronous, self.arguments = url, decode, asynchronous, arguments

    def __getattr__(self, method: str) -> Callable[[str, str], ClaimState | None]:
        def call(event_id: str, owner: str) -> ClaimState | None:
            if self.asynchronous:
                return asyncio.run(self._call_async(method, event_id, owner))
            with redis.Redis.from_url(self.url, decode_responses=self.decode) as client:
                store = RedisStore(client, **self.arguments)
                state: ClaimState | None = getattr(store, method)(event_id, owner)
                return state

        return call

    async def _call_async(self, method: str, event_id: str, owner: str) -> ClaimState | None:
        async with redis.asyncio.Redis.from_url(self.url, decode_responses=self.decode) as client:
            store = AsyncRedisStore(client, **self.arguments)
            state: ClaimState | None = await getattr(store, method)(event_id, owner)
            return state


@pytest.fixture(params=["sync", "async", "sync, texts", "async, texts"])
def machine(request: pytest.FixtureRequest, redis_url: str) -> Callable[..., Machine]:
    kind: str = request.param
    prefix = f"{uuid.uuid4()}:"

    def make(**arguments: Any) -> Machine:
        return Machine(
            redis_url,
            asynchronous=kind.startswith("async"),
            decode="texts" in kind,
            **{"prefix": prefix, **arguments},
        )

    return make


@pytest.fixture
def client(redis_url: str) -> Iterator[Any]:
    with redis.Redis.from_url(redis_url) as client:
        yield client


def test_an_event_is_claimed_once_and_then_done(machine: Callable[..., Machine]) -> None:
    one, two = machine(), machine()
    assert [one.claim("e", "a"), one.claim("e", "a"), two.claim("e", "b")] == [CLAIMED, CLAIMED, BUSY]
    one.commit("e", "a")
    assert [one.claim("e", "a"), two.claim("e", "b"), two.claim("f", "b")] == [DONE, DONE, CLAIMED]


def test_a_released_event_can_be_claimed_again(machine: Callable[..., Machine]) -> None:
    one, two = machine(), machine()
    one.claim("e", "a")
    two.release("e", "b")
    assert two.claim("e", "b") is BUSY
    one.release("e", "a")
    assert two.claim("e", "b") is CLAIMED
    two.commit("e", "b")
    two.release("e", "b")
    assert one.claim("e", "a") is DONE


def test_claims_and_memories_lapse(machine: Callable[..., Machine], client: Any) -> None:
    prefix = f"{uuid.uuid4()}:"
    one = machine(prefix=prefix, lease=10, ttl=3600)
    one.claim("e", "a")
    assert 9_000 < client.pttl(f"{prefix}e") <= 10_000
    one.commit("e", "a")
    assert 3_599_000 < client.pttl(f"{prefix}e") <= 3_600_000


def test_one_who_comes_back_late_takes_nothing_away(machine: Callable[..., Machine], client: Any) -> None:
    prefix = f"{uuid.uuid4()}:"
    one, two = machine(prefix=prefix), machine(prefix=prefix)
    one.claim("e", "a")
    client.delete(f"{prefix}e")  # as if the lease had run out
    assert two.claim("e", "b") is CLAIMED
    one.release("e", "a")
    assert one.claim("e", "c") is BUSY
    one.commit("e", "a")  # it was handled, after all
    two.release("e", "b")
    assert two.claim("e", "b") is DONE


def test_ids_of_any_text(machine: Callable[..., Machine]) -> None:
    one = machine()
    for event_id in ("ü", "\ud800", "a b\r\nc", "x" * 10_000):
        assert [one.claim(event_id, "a"), one.claim(event_id, "b")] == [CLAIMED, BUSY]


def test_a_server_that_is_away_raises() -> None:
    at_once = redis.retry.Retry(redis.backoff.NoBackoff(), retries=0)
    store = RedisStore(redis.Redis(unix_socket_path="/nonexistent/socket", retry=at_once))
    with pytest.raises(redis.ConnectionError):
        store.claim("e", "a")
    router = Router(secret_headers=HEADERS, store=store)
    router.fallback(lambda event: pytest.fail("handled"))
    assert router.handle(HEADERS, body("e")).outcome is Outcome.UNAVAILABLE


def body(event_id: str) -> bytes:
    return json.dumps({"id": event_id, "type": "room.painted"}).encode()


def test_many_machines_handle_each_event_once(redis_url: str) -> None:
    prefix = f"{uuid.uuid4()}:"
    handled: list[str] = []
    barrier = threading.Barrier(6)
    statuses: list[int] = []

    def machine() -> None:
        with redis.Redis.from_url(redis_url) as client:
            router = Router(secret_headers=HEADERS, store=RedisStore(client, prefix=prefix))
            router.fallback(lambda event: handled.append(event.id))
            barrier.wait()
            statuses.extend(router.handle(HEADERS, body(str(number))).status for number in range(40))

    threads = [threading.Thread(target=machine) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(handled) == sorted(str(number) for number in range(40))
    assert set(statuses) <= {200, 409}


def test_many_asynchronous_machines_handle_each_event_once(redis_url: str) -> None:
    prefix = f"{uuid.uuid4()}:"
    succeeded: list[str] = []
    failed: set[str] = set()

    async def work(event: Any) -> None:
        await asyncio.sleep(0)
        if event.id not in failed:
            failed.add(event.id)
            raise ValueError("the first attempt fails")
        succeeded.append(event.id)

    async def machine() -> None:
        async with redis.asyncio.Redis.from_url(redis_url) as client:
            router = Router(secret_headers=HEADERS, store=AsyncRedisStore(client, prefix=prefix))
            router.fallback(work)
            for number in range(20):
                # The sender, who tries again until it gets a 200.
                while (await router.handle_async(HEADERS, body(str(number)))).status != 200:
                    pass

    async def scenario() -> None:
        await asyncio.gather(*(machine() for _ in range(5)))

    asyncio.run(scenario())
    assert sorted(succeeded) == sorted(str(number) for number in range(20))
