from __future__ import annotations

import asyncio
import logging
import threading
from typing import TYPE_CHECKING, Any

import pytest
from hms_fakes import FakeClock, law
from hms_webhook_fakes import HEADERS, SECRET, body, deliver, make_router
from hypothesis import given
from hypothesis import strategies as st

from hms import ConfigurationError
from hms.webhooks import ClaimState, MemoryStore, Outcome, Router, UnknownEvent
from hms_generated_client.models import (
    PeerJoinSuccessEvent,
    Room,
    SessionOpenSuccessEvent,
    TranscriptionFailureEvent,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from hms.webhooks import Result

both = pytest.mark.parametrize("asynchronous", [False, True], ids=["handle", "handle_async"])


def sync_recorder(seen: list[Any]) -> Callable[[Any], Any]:
    return seen.append


def async_recorder(seen: list[Any]) -> Callable[[Any], Any]:
    async def record(event: Any) -> None:
        await asyncio.sleep(0)
        seen.append(event)

    return record


@both
@pytest.mark.parametrize("recorder", [sync_recorder, async_recorder])
def test_the_handler_of_a_type_gets_the_typed_event(asynchronous: bool, recorder: Any) -> None:
    seen: list[Any] = []
    router = make_router()
    router.on(SessionOpenSuccessEvent)(recorder(seen))
    router.on("peer.join.success")(sync_recorder([]))
    result = deliver(router, asynchronous=asynchronous)
    assert (result.status, result.outcome) == (200, Outcome.HANDLED)
    assert [type(event) for event in seen] == [SessionOpenSuccessEvent]
    assert result.event is seen[0]
    assert result.body == b"handled"


@both
def test_a_duplicate_is_answered_and_not_handled(asynchronous: bool) -> None:
    seen: list[Any] = []
    router = make_router()
    router.on("session.open.success")(sync_recorder(seen))
    outcomes = [deliver(router, body(id=id), asynchronous=asynchronous).outcome for id in "aabab"]
    assert outcomes == ["handled", "duplicate", "handled", "duplicate", "duplicate"]
    assert [event.id for event in seen] == ["a", "b"]


@both
@pytest.mark.parametrize("asynchronous_handler", [False, True])
def test_a_failing_handler_lets_the_retry_through(
    asynchronous: bool, asynchronous_handler: bool, caplog: pytest.LogCaptureFixture
) -> None:
    attempts: list[Any] = []
    router = make_router()

    def work(event: SessionOpenSuccessEvent) -> None:
        attempts.append(event)
        if len(attempts) < 3:
            raise StopIteration if len(attempts) == 1 else ValueError("the database is away")

    async def work_async(event: SessionOpenSuccessEvent) -> None:
        work(event)

    router.on(SessionOpenSuccessEvent)(work_async if asynchronous_handler else work)
    results = [deliver(router, asynchronous=asynchronous) for _ in range(4)]
    assert [result.status for result in results] == [500, 500, 200, 200]
    assert [result.outcome for result in results] == ["failed", "failed", "handled", "duplicate"]
    assert isinstance(results[1].error, ValueError)
    assert results[1].body == b"failed"
    assert len(attempts) == 3
    assert [record.levelname for record in caplog.records] == ["ERROR"] * 2
    assert "the database is away" in caplog.text


@both
def test_events_without_a_handler_are_not_sent_again(asynchronous: bool) -> None:
    router = make_router()
    assert deliver(router, asynchronous=asynchronous).outcome is Outcome.IGNORED
    result = deliver(router, body("room.painted"), asynchronous=asynchronous)
    assert (result.status, result.outcome) == (200, Outcome.IGNORED)
    assert isinstance(result.event, UnknownEvent)


def test_the_fallback_gets_the_rest() -> None:
    seen: list[str] = []
    router = make_router()

    @router.on("session.open.success")
    def opened(event: SessionOpenSuccessEvent) -> None:
        seen.append("opened")

    @router.fallback
    def rest(event: Any) -> None:
        seen.append(event.type)

    for number, event_type in enumerate(["session.open.success", "session.close.success", "room.painted"]):
        assert deliver(router, body(event_type, id=str(number)), asynchronous=False).status == 200
    assert seen == ["opened", "session.close.success", "room.painted"]


def test_an_alias_and_its_type_are_the_same() -> None:
    seen: list[Any] = []
    router = make_router()
    router.on("transcription.failed")(seen.append)
    deliver(router, body("transcription.failure", id="a"), asynchronous=False)
    deliver(router, body("transcription.failed", id="b"), asynchronous=False)
    assert [type(event) for event in seen] == [TranscriptionFailureEvent] * 2
    with pytest.raises(ConfigurationError, match="has a handler already"):
        router.on(TranscriptionFailureEvent)(print)


def test_types_newer_than_the_package() -> None:
    seen: list[Any] = []
    router = make_router()
    router.on("room.painted", documented=False)(seen.append)
    deliver(router, body("room.painted"), asynchronous=False)
    assert [type(event) for event in seen] == [UnknownEvent]


@pytest.mark.parametrize(
    ("register", "message"),
    [
        (lambda router: router.on("peer.joined.success"), "did you mean 'peer.join.success'"),
        (lambda router: router.on("nonsense"), "no documented event"),
        (lambda router: router.on(Room), "Room is not the model of an event"),
        (lambda router: router.on(), "needs a type"),
        (lambda router: (router.fallback(print), router.fallback(print)), "already"),
    ],
)
def test_handlers_that_would_never_be_called_are_refused(
    register: Callable[[Router], Any], message: str
) -> None:
    with pytest.raises(ConfigurationError, match=message):
        register(make_router())


@both
@pytest.mark.parametrize(
    ("content", "arguments", "status", "outcome"),
    [
        (b"no JSON", {}, 400, "invalid"),
        (b"[]", {}, 400, "invalid"),
        (None, {"headers": {}}, 401, "unverified"),
        (None, {"headers": {"x-hook-secret": "wrong"}}, 401, "unverified"),
        (None, {"client_address": "203.0.113.7"}, 403, "unverified"),
        (b" " * 101, {}, 413, "too large"),
        (None, {"headers": {**HEADERS, "Content-Encoding": "gzip"}}, 415, "unsupported encoding"),
    ],
)
def test_refusals(
    asynchronous: bool, content: bytes | None, arguments: Any, status: int, outcome: str
) -> None:
    router = make_router(source_networks=["192.0.2.0/24"], max_body_bytes=1000 if content is None else 100)
    router.fallback(lambda event: pytest.fail("handled"))
    result = deliver(
        router, content, asynchronous=asynchronous, **{"client_address": "192.0.2.1", **arguments}
    )
    assert (result.status, result.outcome) == (status, outcome)
    assert result.event is None


@both
@pytest.mark.parametrize(
    ("replays", "outcomes", "handled"),
    [
        ("deduplicate", ["handled", "duplicate", "handled", "duplicate"], ["a", "b"]),
        ("handle", ["handled", "handled", "handled", "handled"], ["a", "a", "b", "b"]),
        ("ignore", ["handled", "ignored", "ignored", "ignored"], ["a"]),
    ],
)
def test_replays(asynchronous: bool, replays: Any, outcomes: list[str], handled: list[str]) -> None:
    seen: list[Any] = []
    router = make_router(replays=replays)
    router.fallback(seen.append)
    deliveries = [body(id="a"), *(body(id=id, is_replay=True) for id in "abb")]
    assert [deliver(router, one, asynchronous=asynchronous).outcome for one in deliveries] == outcomes
    assert [event.id for event in seen] == handled


@both
@pytest.mark.parametrize("missing", ["", None, 7])
def test_events_without_an_id_are_handled_each_time(asynchronous: bool, missing: Any) -> None:
    seen: list[Any] = []
    router = make_router()
    router.fallback(seen.append)
    for _ in range(2):
        assert deliver(router, body(id=missing), asynchronous=asynchronous).outcome is Outcome.HANDLED
    assert len(seen) == 2


class AsyncStoreOver:
    """An asynchronous store over one in memory."""

    def __init__(self, store: Any) -> None:
        self.store = store

    async def claim(self, event_id: str, owner: str) -> ClaimState:
        await asyncio.sleep(0)
        state: ClaimState = self.store.claim(event_id, owner)
        return state

    async def commit(self, event_id: str, owner: str) -> None:
        await asyncio.sleep(0)
        self.store.commit(event_id, owner)

    async def release(self, event_id: str, owner: str) -> None:
        await asyncio.sleep(0)
        self.store.release(event_id, owner)


class BrokenStore(MemoryStore):
    def __init__(self, *broken: str) -> None:
        super().__init__()
        for method in broken:
            setattr(self, method, self.fail)

    def fail(self, event_id: str, owner: str) -> ClaimState:
        raise ConnectionError("the store is away")


@both
def test_without_its_store_a_router_asks_for_a_retry(
    asynchronous: bool, caplog: pytest.LogCaptureFixture
) -> None:
    router = make_router(store=BrokenStore("claim"))
    router.fallback(lambda event: pytest.fail("handled"))
    result = deliver(router, asynchronous=asynchronous)
    assert (result.status, result.outcome) == (503, Outcome.UNAVAILABLE)
    assert isinstance(result.error, ConnectionError)
    assert "could not be reached" in caplog.text


@both
def test_a_store_that_breaks_later_does_not_change_the_answer(asynchronous: bool) -> None:
    store = BrokenStore("commit", "release")
    router = make_router(store=store)
    router.on("session.open.success")(lambda event: None)
    router.on("session.close.success")(lambda event: 1 / 0)
    assert deliver(router, asynchronous=asynchronous).status == 200
    assert deliver(router, body("session.close.success", id="b"), asynchronous=asynchronous).status == 500


def test_an_asynchronous_store() -> None:
    seen: list[Any] = []
    router = make_router(store=AsyncStoreOver(MemoryStore()))
    router.fallback(seen.append)
    assert [deliver(router, asynchronous=True).outcome for _ in range(2)] == ["handled", "duplicate"]
    with pytest.raises(ConfigurationError, match="handle_async"):
        deliver(router, asynchronous=False)
    with pytest.raises(ConfigurationError, match="handle_async"):
        _ = router.wsgi


@pytest.mark.parametrize("in_thread", [False, True])
def test_an_event_that_is_at_work_is_not_handled_beside_itself(in_thread: bool) -> None:
    async def scenario() -> list[Result]:
        router = make_router()
        started, go_on = asyncio.Event(), asyncio.Event()
        loop, going = asyncio.get_running_loop(), threading.Event()

        if in_thread:

            @router.fallback
            def work(event: Any) -> None:
                loop.call_soon_threadsafe(started.set)
                going.wait()

        else:

            @router.fallback
            async def work_async(event: Any) -> None:
                started.set()
                await go_on.wait()

        first = asyncio.create_task(router.handle_async(HEADERS, body()))
        await started.wait()
        second = await router.handle_async(HEADERS, body())
        other = asyncio.create_task(router.handle_async(HEADERS, body(id="other")))
        go_on.set()
        going.set()
        return [second, await first, await other, await router.handle_async(HEADERS, body())]

    results = asyncio.run(scenario())
    assert [(result.status, result.outcome) for result in results] == [
        (409, "busy"),
        (200, "handled"),
        (200, "handled"),
        (200, "duplicate"),
    ]


@pytest.mark.parametrize("store", [MemoryStore, lambda: AsyncStoreOver(MemoryStore())])
def test_a_cancelled_handler_lets_the_retry_through(store: Callable[[], Any]) -> None:
    async def scenario() -> list[Any]:
        router = make_router(store=store())
        started, handled = asyncio.Event(), []

        @router.fallback
        async def work(event: Any) -> None:
            if started.is_set():
                handled.append(event)
            else:
                started.set()
                await asyncio.Event().wait()

        task = asyncio.create_task(router.handle_async(HEADERS, body()))
        await started.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert (await router.handle_async(HEADERS, body())).outcome is Outcome.HANDLED
        assert asyncio.all_tasks() == {asyncio.current_task()}
        return handled

    assert len(asyncio.run(scenario())) == 1


@pytest.mark.parametrize("fails", [False, True])
def test_a_handler_in_a_thread_runs_to_its_end_when_cancelled(fails: bool) -> None:
    async def scenario() -> str:
        router = make_router()
        loop, started, go_on = asyncio.get_running_loop(), asyncio.Event(), threading.Event()
        attempts: list[Any] = []

        @router.fallback
        def work(event: Any) -> None:
            attempts.append(event)
            loop.call_soon_threadsafe(started.set)
            go_on.wait()
            if fails and len(attempts) == 1:
                raise ValueError

        task = asyncio.create_task(router.handle_async(HEADERS, body()))
        await started.wait()
        for _ in range(3):
            task.cancel()
            await asyncio.sleep(0)
        assert (await router.handle_async(HEADERS, body())).outcome is Outcome.BUSY
        go_on.set()
        with pytest.raises(asyncio.CancelledError):
            await task
        return (await router.handle_async(HEADERS, body())).outcome.value

    assert asyncio.run(scenario()) == ("handled" if fails else "duplicate")


def test_an_interrupted_handler_lets_the_retry_through() -> None:
    router = make_router()
    attempts: list[Any] = []

    @router.fallback
    def work(event: Any) -> None:
        attempts.append(event)
        if len(attempts) == 1:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        deliver(router, asynchronous=False)
    assert deliver(router, asynchronous=False).outcome is Outcome.HANDLED


def test_an_asynchronous_handler_inside_of_a_loop_needs_handle_async() -> None:
    router = make_router()

    @router.fallback
    async def work(event: Any) -> None:
        pytest.fail("handled")

    async def scenario() -> Result:
        return router.handle(HEADERS, body())

    result = asyncio.run(scenario())
    assert result.status == 500
    assert isinstance(result.error, ConfigurationError)


def test_callable_objects_are_handlers() -> None:
    class Worker:
        def __init__(self) -> None:
            self.loops: set[int] = set()

        async def __call__(self, event: Any) -> None:
            self.loops.add(id(asyncio.get_running_loop()))

    async def scenario() -> int:
        await router.handle_async(HEADERS, body())
        return id(asyncio.get_running_loop())

    router, worker = make_router(), Worker()
    router.fallback(worker)
    assert worker.loops == set()
    expected = asyncio.run(scenario())
    assert worker.loops == {expected}


def test_many_threads_handle_each_event_once() -> None:
    seen: list[str] = []
    router = make_router()
    router.fallback(lambda event: seen.append(event.id))
    statuses: list[int] = []
    barrier = threading.Barrier(8)

    def send() -> None:
        barrier.wait()
        statuses.extend(deliver(router, body(id=str(n)), asynchronous=False).status for n in range(50))

    threads = [threading.Thread(target=send) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(seen) == sorted(map(str, range(50)))
    assert set(statuses) <= {200, 409}


@law
@given(
    st.lists(st.tuples(st.sampled_from("abc"), st.booleans(), st.booleans()), max_size=30),
    st.booleans(),
)
def test_each_event_succeeds_once_and_200_means_that_it_has(
    deliveries: list[tuple[str, bool, bool]], asynchronous_store: bool
) -> None:
    succeeded: list[str] = []
    failing = False
    store: Any = MemoryStore(clock=FakeClock())
    router = make_router(store=AsyncStoreOver(store) if asynchronous_store else store)

    @router.fallback
    async def work(event: Any) -> None:
        if failing:
            raise ValueError
        succeeded.append(event.id)

    async def scenario() -> None:
        nonlocal failing
        for event_id, fails, is_replay in deliveries:
            failing = fails
            result = await router.handle_async(HEADERS, body(id=event_id, is_replay=is_replay))
            assert (result.status == 200) == (event_id in succeeded)

    logging.getLogger("hms.webhooks").disabled = True
    try:
        asyncio.run(scenario())
    finally:
        logging.getLogger("hms.webhooks").disabled = False
    assert len(succeeded) == len(set(succeeded))


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"secret_headers": None}, "nothing to verify"),
        ({"allow_unverified": True}, "contradicts"),
        ({"replays": "sometimes"}, "deduplicate, handle or ignore"),
        ({"max_body_bytes": 0}, "max_body_bytes"),
        ({"secret_headers": {"x-a": ""}}, "x-a"),
    ],
)
def test_a_router_that_would_not_do_is_refused(arguments: Any, message: str) -> None:
    with pytest.raises(ConfigurationError, match=message):
        make_router(**arguments)


def test_a_router_without_checks_must_be_asked_for() -> None:
    router = Router(allow_unverified=True)
    assert router.handle({}, body()).status == 200


def test_strict_routers_refuse_what_is_not_documented() -> None:
    router = make_router(strict=True)
    assert deliver(router, body(id=7), asynchronous=False).status == 400
    assert deliver(router, body(), asynchronous=False).status == 200


def test_decorators_give_the_handler_back() -> None:
    router = make_router()

    @router.on(PeerJoinSuccessEvent)
    def joined(event: PeerJoinSuccessEvent) -> str:
        return "joined"

    assert joined.__name__ == "joined"
    assert repr(router) == "<hms.webhooks.Router handlers=1>"
    assert SECRET not in repr(vars(router))
