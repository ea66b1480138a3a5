"""Many calls at once, but not too many.

Only the standard library: aiostream is under the GPL, and aiometer reads all of its input before it begins.
"""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import AsyncIterable, Iterable
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

import attrs

from ._errors import CallError, ConfigurationError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Generator
    from types import TracebackType

ItemT = TypeVar("ItemT")
ResultT = TypeVar("ResultT")

DEFAULT_CONCURRENCY = 8
_AHEAD = 8
"""How many calls may have begun and wait to be read, for each that may run at once."""


@attrs.frozen
class Outcome(Generic[ItemT, ResultT]):
    """What became of one of many calls."""

    item: ItemT
    """What the function was called with."""
    _value: ResultT | None = attrs.field(alias="value")
    error: CallError | None
    """Why the call failed; None when it did not."""

    @property
    def value(self) -> ResultT:
        """The result of the call.

        Raises:
            CallError: The call failed; the same error as in `error`.
        """
        if self.error is not None:
            raise self.error
        return cast("ResultT", self._value)


class ConcurrentMap(Generic[ItemT, ResultT]):
    """Many calls that have not begun yet, as `map_concurrently` prepares them.

    Await it for the list of all outcomes, or enter it (`async with`) for an iterator that gives them as the
    calls end, in the order of the items. Each of the two makes the calls anew.
    """

    def __init__(
        self,
        function: Callable[[ItemT], Awaitable[ResultT]],
        items: Iterable[ItemT] | AsyncIterable[ItemT],
        concurrency: int,
    ) -> None:
        self._function = function
        self._items = items
        self._concurrency = concurrency
        self._run: _Run[ItemT, ResultT] | None = None

    def __await__(self) -> Generator[Any, Any, list[Outcome[ItemT, ResultT]]]:
        return self._collect().__await__()

    async def __aenter__(self) -> AsyncIterator[Outcome[ItemT, ResultT]]:
        if self._run is not None:
            raise RuntimeError("these calls are being made already; prepare others with map_concurrently")
        self._run = _Run(self._function, self._items, self._concurrency)
        return self._run

    async def __aexit__(
        self,
        exception_type: type[BaseException] | None,
        exception: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        run, self._run = self._run, None
        if run is not None:
            await run.stop()

    async def _collect(self) -> list[Outcome[ItemT, ResultT]]:
        async with self as outcomes:
            return [outcome async for outcome in outcomes]


def map_concurrently(
    function: Callable[[ItemT], Awaitable[ResultT]],
    items: Iterable[ItemT] | AsyncIterable[ItemT],
    *,
    concurrency: int = DEFAULT_CONCURRENCY,
) -> ConcurrentMap[ItemT, ResultT]:
    """Call an asynchronous function with each item, several at once.

        outcomes = await hms.map_concurrently(client.rooms.get, room_ids)

        async with hms.map_concurrently(client.rooms.get, room_ids) as outcomes:
            async for outcome in outcomes:
                print(outcome.item, outcome.error or outcome.value.name)

    A call that fails is an outcome like any other. Everything else that is raised, by the function or by the
    iterator of the items, is raised in its place, after the outcomes before it; the calls under way are
    cancelled then, and so they are when the block is left early. None outlives the block, or the await.

    Args:
        function: A method of an `hms.AsyncClient`, or any other asynchronous function of one argument. A
            lambda or `functools.partial` fixes further arguments.
        items: What to call it with: anything to iterate, also asynchronously, such as `client.rooms.list()`.
            Read as the calls are made, so there may be more of them than memory holds.
        concurrency: How many calls run at once, at most. The connections of a client are 10 by default; more
            calls than that wait for one, up to the pool timeout.

    Returns:
        The calls. Nothing is sent before they are awaited or entered.

    Raises:
        ConfigurationError: `concurrency` is not a whole number of 1 or more.
        TypeError: `items` cannot be iterated.

    Documentation: https://www.100ms.live/docs/server-side/v2/how-to-guides/make-api-calls
    """
    if not isinstance(concurrency, int) or isinstance(concurrency, bool) or concurrency < 1:  # pyright: ignore[reportUnnecessaryIsInstance]  # callers without types
        raise ConfigurationError(f"concurrency= must be a whole number of 1 or more; not {concurrency!r}")
    if not isinstance(items, (Iterable, AsyncIterable)):  # pyright: ignore[reportUnnecessaryIsInstance]  # callers without types
        raise TypeError(f"items must be something to iterate, not {type(items).__name__}")
    return ConcurrentMap(function, items, concurrency)


class _Run(Generic[ItemT, ResultT]):
    """The calls of one map, under way: one task feeds it with items, and one more makes each call."""

    def __init__(
        self,
        function: Callable[[ItemT], Awaitable[ResultT]],
        items: Iterable[ItemT] | AsyncIterable[ItemT],
        concurrency: int,
    ) -> None:
        self._function = function
        self._running = asyncio.Semaphore(concurrency)
        self._ahead = asyncio.Semaphore(_AHEAD * concurrency)
        # The calls in the order of the items, and at the end the feeder, which tells how the items ended.
        self._begun: asyncio.Queue[asyncio.Task[Any]] = asyncio.Queue()
        self._next: asyncio.Task[Any] | None = None
        self._feeder = asyncio.create_task(self._feed(items))

    def __aiter__(self) -> AsyncIterator[Outcome[ItemT, ResultT]]:
        return self

    async def __anext__(self) -> Outcome[ItemT, ResultT]:
        if self._next is None:
            self._next = await self._begun.get()
        task = self._next
        # Not awaited itself: a timeout around this would cancel the call and lose its outcome.
        await asyncio.wait([task])
        if task is self._feeder:
            task.result()
            raise StopAsyncIteration
        self._next = None
        self._ahead.release()
        outcome: Outcome[ItemT, ResultT] = task.result()
        return outcome

    async def stop(self) -> None:
        """Cancel what is under way, and wait until it has ended."""
        tasks = [self._feeder] if self._next is None else [self._feeder, self._next]
        while tasks:
            tasks.extend(self._drain())
            for task in tasks:
                task.cancel()
            # Their errors are taken note of, or asyncio would log those that nobody asked for.
            await asyncio.gather(*tasks, return_exceptions=True)
            tasks = self._drain()

    def _drain(self) -> list[asyncio.Task[Any]]:
        return [self._begun.get_nowait() for _ in range(self._begun.qsize())]

    async def _feed(self, items: Iterable[ItemT] | AsyncIterable[ItemT]) -> None:
        source = aiter(items) if isinstance(items, AsyncIterable) else _iterate(items)
        try:
            async for item in source:
                await self._ahead.acquire()
                await self._running.acquire()
                task = asyncio.create_task(self._call(item))
                task.add_done_callback(lambda _: self._running.release())
                self._begun.put_nowait(task)
        finally:
            self._begun.put_nowait(cast("asyncio.Task[None]", asyncio.current_task()))
            # One that was passed in may be read on by its owner.
            if source is not items and (close := getattr(source, "aclose", None)) is not None:
                await close()

    async def _call(self, item: ItemT) -> Outcome[ItemT, ResultT]:
        result = self._function(item)
        if not inspect.isawaitable(result):
            raise TypeError(
                f"map_concurrently needs an asynchronous function, such as a method of hms.AsyncClient; this "
                f"one returned {type(result).__name__}"
            )
        try:
            return Outcome(item, value=await result, error=None)
        except CallError as error:
            return Outcome(item, value=None, error=error)


async def _iterate(items: Iterable[ItemT]) -> AsyncIterator[ItemT]:
    for item in items:
        yield item
