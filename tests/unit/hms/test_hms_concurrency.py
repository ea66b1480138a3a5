from __future__ import annotations

import asyncio
import functools
import gc
from typing import TYPE_CHECKING, Any

import pytest
from hms_fakes import BASE_URL, LIST_THINGS, THINGS, AsyncFakeEngine, answer, law, operation
from hypothesis import given
from hypothesis import strategies as st

import hms
from hms import AsyncClient, Call, CallError, ConfigurationError, map_concurrently
from hms_generated_client.request import expand_path

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator


class BugError(Exception):
    pass


def call_error(text: str = "no") -> CallError:
    return CallError(text, operation="getThing", method="GET", path="/things/t1", documentation="")


class Counted:
    """An asynchronous function that takes some turns of the loop for each item, and counts what runs."""

    def __init__(self, turns: Callable[[int], int] = lambda _: 1) -> None:
        self._turns = turns
        self.running = 0
        self.most = 0
        self.begun: list[int] = []
        self.cancelled: list[int] = []

    async def __call__(self, item: int) -> int:
        self.begun.append(item)
        self.running += 1
        self.most = max(self.most, self.running)
        try:
            for _ in range(self._turns(item)):
                await asyncio.sleep(0)
        except asyncio.CancelledError:
            self.cancelled.append(item)
            raise
        finally:
            self.running -= 1
        return item * 10


def no_other_task() -> bool:
    return asyncio.all_tasks() == {asyncio.current_task()}


def test_outcomes_are_in_the_order_of_the_items() -> None:
    async def scenario() -> None:
        function = Counted(lambda item: 10 - item)
        outcomes = await map_concurrently(function, range(10), concurrency=3)
        assert [(outcome.item, outcome.value, outcome.error) for outcome in outcomes] == [
            (item, item * 10, None) for item in range(10)
        ]
        assert function.most == 3
        assert no_other_task()
        assert await map_concurrently(function, []) == []

    asyncio.run(scenario())


def test_a_call_that_fails_is_an_outcome_among_others() -> None:
    error = call_error()

    async def function(item: int) -> str:
        if item == 1:
            raise error
        return "fine"

    async def scenario() -> None:
        good, bad, after = await map_concurrently(function, iter([0, 1, 2]))
        assert (good.value, good.error) == (after.value, after.error) == ("fine", None)
        assert (bad.item, bad.error) == (1, error)
        with pytest.raises(CallError) as caught:
            bad.value  # noqa: B018
        assert caught.value is error

    asyncio.run(scenario())


def test_methods_of_a_client_and_its_pages() -> None:
    def respond(request: hms.EngineRequest) -> hms.EngineResponse:
        if "start=c" in request.url:
            return answer({"data": [{"id": "b"}, {"id": "gone"}]})
        if request.url.endswith("/things"):
            return answer({"data": [{"id": "a"}], "last": "c"})
        return answer({"message": "gone"}, status=404) if "gone" in request.url else answer({"id": "x"})

    async def scenario() -> None:
        async with AsyncClient(
            management_token="tok", base_url=BASE_URL, engine=AsyncFakeEngine(respond)
        ) as client:

            async def get(thing_id: str, *, suffix: str) -> Any:
                path = expand_path("/things/{thing_id}", {"thing_id": thing_id + suffix})
                call: Call[Any] = Call(operation=operation(), path=path)
                return (await client.send(call)).parsed.id

            things = client.paginate(LIST_THINGS, THINGS)
            outcomes = await map_concurrently(lambda thing: get(thing.id, suffix="-1"), things)
            assert [outcome.item.id for outcome in outcomes] == ["a", "b", "gone"]
            assert [type(outcome.error) for outcome in outcomes] == [type(None)] * 2 + [hms.NotFoundError]
            fixed = functools.partial(get, suffix="")
            assert [each.value for each in await map_concurrently(fixed, ["a", "b"])] == ["x", "x"]
            pages = await map_concurrently(lambda _: client.paginate(LIST_THINGS, THINGS), [1])
            assert pages[0].value.items[0].id == "a"

    asyncio.run(scenario())


@pytest.mark.parametrize("asynchronous", [False, True])
def test_items_are_read_as_the_calls_are_made(asynchronous: bool) -> None:
    read: list[int] = []

    def endless() -> Iterator[int]:
        number = 0
        while True:
            read.append(number)
            yield number
            number += 1

    async def endless_asynchronously() -> AsyncIterator[int]:
        for number in endless():
            yield number

    async def scenario() -> None:
        function = Counted()
        items: Any = endless_asynchronously() if asynchronous else endless()
        async with map_concurrently(function, items, concurrency=2) as outcomes:
            for count in range(1000):
                outcome = await anext(outcomes)
                assert outcome.item == count
                # However slow the reader is, no more than 8 for each concurrent call wait for it.
                for _ in range(5):
                    await asyncio.sleep(0)
                assert len(read) <= count + 1 + 2 * 8 + 1
        assert function.most == 2
        assert no_other_task()

    asyncio.run(scenario())


class Endless:
    """Items whose iterator can tell whether it was closed."""

    def __init__(self) -> None:
        self.closed = False

    async def __aiter__(self) -> AsyncIterator[int]:
        try:
            while True:
                yield 1
        finally:
            self.closed = True


def test_leaving_early_cancels_what_is_under_way_and_closes_the_iterator() -> None:
    async def scenario() -> None:
        function = Counted(lambda _: 1000)
        items, iterator = Endless(), aiter(Endless())
        for source in (items, iterator):
            async with map_concurrently(function, source, concurrency=4):
                await asyncio.sleep(0.0)
                await asyncio.sleep(0.0)
                assert function.running == 4
            assert function.running == 0
            assert no_other_task()
        assert items.closed
        assert await anext(iterator) == 1  # its owner can read on
        assert len(function.cancelled) == 8

    asyncio.run(scenario())


def test_cancelling_it_cancels_what_is_under_way() -> None:
    async def scenario() -> None:
        function = Counted(lambda _: 1_000_000)

        async def collect() -> object:
            return await map_concurrently(function, range(100), concurrency=5)

        task = asyncio.create_task(collect())
        for _ in range(5):
            await asyncio.sleep(0)
        assert function.running == 5
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert (function.running, sorted(function.cancelled)) == (0, [0, 1, 2, 3, 4])
        assert no_other_task()

    asyncio.run(scenario())


def test_what_is_cancelled_before_it_began_leaves_nothing() -> None:
    async def scenario() -> None:
        function = Counted()
        async with map_concurrently(function, range(100)):
            pass
        assert function.begun == []
        assert no_other_task()

    asyncio.run(scenario())


def test_a_timeout_around_the_next_outcome_loses_none() -> None:
    async def scenario() -> None:
        gate = asyncio.Event()

        async def function(item: int) -> int:
            await gate.wait()
            return item

        async with map_concurrently(function, [1, 2]) as outcomes:
            with pytest.raises(TimeoutError):
                await asyncio.wait_for(anext(outcomes), 0.001)
            gate.set()
            assert [outcome.value async for outcome in outcomes] == [1, 2]
            with pytest.raises(StopAsyncIteration):
                await anext(outcomes)

    asyncio.run(scenario())


def test_what_is_no_failed_call_is_raised_in_its_place(caplog: pytest.LogCaptureFixture) -> None:
    async def function(item: int) -> int:
        if item == 3:
            raise BugError
        if item == 4:
            raise BugError("that nobody asks for")
        await asyncio.sleep(0)
        return item

    async def scenario() -> None:
        async with map_concurrently(function, range(10), concurrency=10) as outcomes:
            assert [(await anext(outcomes)).value for _ in range(3)] == [0, 1, 2]
            with pytest.raises(BugError):
                await anext(outcomes)
        assert no_other_task()
        with pytest.raises(BugError):
            await map_concurrently(function, range(10))
        assert no_other_task()

    asyncio.run(scenario())
    gc.collect()
    assert not caplog.records  # asyncio logs errors that nobody took note of


def test_a_client_that_is_closed_fails_all_of_it_at_once() -> None:
    async def scenario() -> None:
        client = AsyncClient(management_token="tok", engine=AsyncFakeEngine([]))
        await client.aclose()
        with pytest.raises(ConfigurationError, match="closed"):
            await map_concurrently(client.rooms.get, ["a", "b"])

    asyncio.run(scenario())


def test_an_error_of_the_items_comes_after_the_outcomes_before_it() -> None:
    async def items() -> AsyncIterator[int]:
        yield 1
        raise call_error("of the page")

    async def scenario() -> None:
        async with map_concurrently(Counted(), items()) as outcomes:
            assert (await anext(outcomes)).value == 10
            with pytest.raises(CallError, match="of the page"):
                await anext(outcomes)
        assert no_other_task()

    asyncio.run(scenario())


@pytest.mark.parametrize("concurrency", [0, -1, 1.5, True, "8", None])
def test_an_invalid_concurrency_is_refused(concurrency: Any) -> None:
    with pytest.raises(ConfigurationError, match="concurrency="):
        map_concurrently(Counted(), [1], concurrency=concurrency)


def test_other_mistakes_are_told() -> None:
    items: Any = 5
    with pytest.raises(TypeError, match="items must be something to iterate, not int"):
        map_concurrently(Counted(), items)

    async def scenario() -> None:
        synchronous: Callable[[int], Any] = lambda item: item  # noqa: E731
        with pytest.raises(TypeError, match=r"hms\.AsyncClient; this one returned int"):
            await map_concurrently(synchronous, [1])
        calls = map_concurrently(Counted(), [1])
        async with calls:
            with pytest.raises(RuntimeError, match="already"):
                await calls
        assert [outcome.value for outcome in await calls] == [10]

    asyncio.run(scenario())


@law
@given(
    turns=st.lists(st.one_of(st.integers(0, 12), st.none()), max_size=40),
    concurrency=st.integers(1, 6),
    leave_after=st.integers(0, 45),
)
def test_the_laws_of_many_calls(turns: list[int | None], concurrency: int, leave_after: int) -> None:
    """None in place of a number of turns is a call that fails."""

    async def scenario() -> None:
        count = Counted(lambda item: turns[item] or 0)

        async def function(item: int) -> int:
            value = await count(item)
            if turns[item] is None:
                raise call_error()
            return value

        seen: list[hms.Outcome[int, int]] = []
        async with map_concurrently(function, range(len(turns)), concurrency=concurrency) as outcomes:
            while len(seen) < leave_after:
                try:
                    seen.append(await anext(outcomes))
                except StopAsyncIteration:
                    break
        assert [outcome.item for outcome in seen] == list(range(min(leave_after, len(turns))))
        assert [outcome.error is None for outcome in seen] == [
            turns[outcome.item] is not None for outcome in seen
        ]
        assert all(outcome.value == outcome.item * 10 for outcome in seen if outcome.error is None)
        assert count.most <= concurrency
        assert count.begun == list(range(len(count.begun)))
        assert len(count.begun) <= len(seen) + 8 * concurrency
        assert count.running == 0
        assert no_other_task()

    asyncio.run(scenario())
