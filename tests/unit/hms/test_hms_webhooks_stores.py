from __future__ import annotations

import threading

import pytest
from hms_fakes import FakeClock

from hms import ConfigurationError
from hms.webhooks import AsyncRedisStore, ClaimState, MemoryStore, RedisStore

CLAIMED, BUSY, DONE = ClaimState.CLAIMED, ClaimState.BUSY, ClaimState.DONE


def test_an_event_is_claimed_once_and_then_done() -> None:
    store = MemoryStore()
    assert [store.claim("e", "a"), store.claim("e", "a"), store.claim("e", "b")] == [CLAIMED, CLAIMED, BUSY]
    store.commit("e", "a")
    assert [store.claim("e", "a"), store.claim("e", "b"), store.claim("f", "b")] == [DONE, DONE, CLAIMED]


def test_a_released_event_can_be_claimed_again() -> None:
    store = MemoryStore()
    store.claim("e", "a")
    store.release("e", "b")
    assert store.claim("e", "b") is BUSY
    store.release("e", "a")
    assert store.claim("e", "b") is CLAIMED
    store.commit("e", "b")
    store.release("e", "b")
    assert store.claim("e", "a") is DONE


def test_handled_events_are_forgotten_in_time() -> None:
    clock = FakeClock()
    store = MemoryStore(ttl=60, clock=clock)
    store.claim("e", "a")
    clock.now += 1000
    assert store.claim("e", "b") is BUSY  # its handler is still at work
    store.commit("e", "a")
    clock.now += 59
    assert store.claim("e", "b") is DONE
    clock.now += 1
    assert store.claim("e", "b") is CLAIMED


def test_memory_is_bounded() -> None:
    clock = FakeClock()
    store = MemoryStore(max_events=100, ttl=60, clock=clock)
    for number in range(1000):
        store.claim(str(number), "a")
        store.commit(str(number), "a")
    assert len(store) == 100
    assert [store.claim("899", "b"), store.claim("900", "b")] == [CLAIMED, DONE]
    clock.now += 60
    assert len(store) == 1


def test_of_many_threads_one_claims() -> None:
    store = MemoryStore()
    states: list[ClaimState] = []
    barrier = threading.Barrier(16)

    def claim(owner: str) -> None:
        barrier.wait()
        states.append(store.claim("e", owner))

    threads = [threading.Thread(target=claim, args=(str(number),)) for number in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(states, key=str) == [BUSY] * 15 + [CLAIMED]


@pytest.mark.parametrize("arguments", [{"ttl": 0}, {"ttl": float("nan")}, {"max_events": 0}])
def test_a_store_that_remembers_nothing_is_refused(arguments: dict[str, float]) -> None:
    with pytest.raises(ConfigurationError):
        MemoryStore(**arguments)  # type: ignore[arg-type]


class UnusedClient:
    def execute_command(self, *args: object, **options: object) -> None:
        raise NotImplementedError

    def __repr__(self) -> str:
        return "redis://user:password@example.com"


@pytest.mark.parametrize("store", [RedisStore, AsyncRedisStore])
@pytest.mark.parametrize(
    "arguments", [{"ttl": 0.0}, {"lease": 0.0}, {"lease": float("inf")}, {"ttl": float("nan")}]
)
def test_redis_needs_times_it_can_count(
    store: type[RedisStore | AsyncRedisStore], arguments: dict[str, float]
) -> None:
    with pytest.raises(ConfigurationError):
        store(UnusedClient(), **arguments)  # type: ignore[arg-type]


def test_no_repr_shows_the_client() -> None:
    assert repr(RedisStore(UnusedClient())) == (
        "<hms.webhooks.RedisStore prefix='hms:webhooks:' ttl=86400.0 lease=10.0>"
    )
    assert "password" not in repr(AsyncRedisStore(UnusedClient()))
    assert repr(MemoryStore()) == "<hms.webhooks.MemoryStore ttl=86400.0 max_events=50000>"
