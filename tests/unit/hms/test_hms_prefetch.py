from __future__ import annotations

import asyncio
import contextvars
import gc
import json
import selectors
import sys
import threading
from contextlib import aclosing, closing
from typing import TYPE_CHECKING, Any

import pytest
from hms_fakes import LIST_THINGS, THINGS, AsyncFakeEngine, Driver, FakeEngine, Server, answer, start_of

import hms
from hms import AsyncClient, Client, EngineRequest, EngineResponse
from hms._prefetch import Now

if TYPE_CHECKING:
    from collections.abc import Callable

NAME = "hms-prefetch"


def threads() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name == NAME]


def tasks() -> list[asyncio.Task[Any]]:
    return [task for task in asyncio.all_tasks() if task.get_name() == NAME]


def walk(driver: Driver, work: Callable[[Any], object], **options: Any) -> None:
    """Go from page to page; whatever is fetched meanwhile is fetched before the work on a page begins."""
    if not driver.asynchronous:
        for page in driver.client.paginate(LIST_THINGS, THINGS, **options).pages():
            for thread in threads():
                thread.join()
            work(page)
        return

    async def scenario() -> None:
        async for page in (await driver.client.paginate(LIST_THINGS, THINGS, **options)).pages():
            for task in tasks():
                await asyncio.wait([task])
            work(page)

    asyncio.run(scenario())


@pytest.mark.parametrize(("prefetch", "fetched"), [(False, [1, 2, 3, 4]), (True, [2, 3, 4, 4])])
def test_the_next_page_is_there_while_the_caller_works_on_one(
    drive: Callable[..., Driver], prefetch: bool, fetched: list[int]
) -> None:
    driver = drive(Server([1] * 4))
    counts: list[int] = []
    walk(driver, lambda _: counts.append(len(driver.engine.requests)), prefetch=prefetch)
    assert counts == fetched


def test_nothing_is_fetched_ahead_of_max_items(drive: Callable[..., Driver]) -> None:
    driver = drive(Server([3, 3, 3, 3]))
    counts: list[int] = []
    walk(driver, lambda _: counts.append(len(driver.engine.requests)), prefetch=True, max_items=6)
    assert counts == [2, 2]


def test_nothing_is_fetched_ahead_of_iterating(drive: Callable[..., Driver]) -> None:
    driver = drive(Server([1, 1, 1]))
    first = driver.first_page(LIST_THINGS, THINGS, prefetch=True)
    driver.next_page(first)
    assert threads() == []
    assert len(driver.engine.requests) == 2


def test_an_error_comes_where_the_page_is_needed(drive: Callable[..., Driver]) -> None:
    server = Server([1] * 4)

    def respond(request: EngineRequest) -> EngineResponse:
        return answer(status=500) if start_of(request) == "page-2" else server(request)

    driver = drive(respond)
    seen: list[str] = []
    with pytest.raises(hms.ServerError):
        walk(driver, lambda page: seen.append(page.items[0].id), prefetch=True)
    assert seen == ["t0", "t1"]
    assert len(driver.engine.requests) == 3
    assert threads() == []


def test_an_error_that_nobody_needs_is_none(
    drive: Callable[..., Driver], caplog: pytest.LogCaptureFixture
) -> None:
    server = Server([1, 1])
    driver = drive(lambda request: answer(status=500) if start_of(request) else server(request))

    class EnoughError(Exception):
        pass

    def stop(_: object) -> None:
        raise EnoughError

    with pytest.raises(EnoughError):
        walk(driver, stop, prefetch=True)
    gc.collect()
    assert len(driver.engine.requests) == 2
    assert threads() == []
    assert [record for record in caplog.records if record.name == "asyncio"] == []


def test_what_is_fetched_ahead_belongs_to_the_context_of_the_caller(drive: Callable[..., Driver]) -> None:
    caller = contextvars.ContextVar("caller", default="nobody")
    seen: list[str] = []
    server = Server([1, 1, 1])

    def respond(request: EngineRequest) -> EngineResponse:
        seen.append(caller.get())
        return server(request)

    driver = drive(respond)
    token = caller.set("me")
    walk(driver, lambda _: None, prefetch=True)
    caller.reset(token)
    assert seen == ["me"] * 3


def test_the_classic_functions_prefetch_too() -> None:
    from hms_generated_client.api.rooms import list_rooms  # noqa: PLC0415  # keeps the others quick to collect

    pages = [answer({"data": [], "last": last}) for last in ("a", "b", "")]
    engine = FakeEngine(pages)
    client = Client(management_token="tok", engine=engine)
    for _ in hms.paginate(list_rooms, client=client, prefetch=True).pages():
        for thread in threads():
            thread.join()
    assert len(engine.requests) == 3


def test_the_caller_and_the_fetch_meet() -> None:
    meeting = threading.Barrier(2, timeout=30)
    server = Server([1] * 5)

    def respond(request: EngineRequest) -> EngineResponse:
        if start_of(request):
            meeting.wait()
        return server(request)

    client = Client(management_token="tok", engine=FakeEngine(respond))
    for page in client.paginate(LIST_THINGS, THINGS, prefetch=True).pages():
        if page.has_next:
            meeting.wait()  # the fetch of the next page waits for the work on this one
    assert threads() == []


class _Skipping(selectors.SelectSelector):
    """Lets time pass at once where an event loop would wait."""

    now = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        self.now += timeout or 0.0
        return super().select(0)


class _SimulatedLoop(asyncio.SelectorEventLoop):
    def __init__(self) -> None:
        self._skipping = _Skipping()
        super().__init__(self._skipping)

    def time(self) -> float:
        return self._skipping.now


@pytest.mark.parametrize(("prefetch", "seconds"), [(False, 20), (True, 11)])
def test_prefetching_halves_the_time_of_a_caller_who_takes_as_long_as_a_fetch(
    prefetch: bool, seconds: int
) -> None:
    class SlowEngine(AsyncFakeEngine):
        async def send(self, request: EngineRequest) -> EngineResponse:  # type: ignore[override]
            await asyncio.sleep(1)
            return await super().send(request)

    async def scenario() -> float:
        client = AsyncClient(management_token="tok", engine=SlowEngine(Server([1] * 10)))
        async for _ in client.paginate(LIST_THINGS, THINGS, prefetch=prefetch):
            await asyncio.sleep(1)
        return asyncio.get_running_loop().time()

    with asyncio.Runner(loop_factory=_SimulatedLoop) as runner:
        assert runner.run(scenario()) == pytest.approx(seconds)


def test_leaving_a_walk_lets_the_call_end_and_leaves_no_thread() -> None:
    asked, released, finished = threading.Event(), threading.Event(), threading.Event()
    server = Server([1, 1, 1])

    def respond(request: EngineRequest) -> EngineResponse:
        if start_of(request):
            asked.set()
            assert released.wait(30)
            finished.set()
        return server(request)

    engine = FakeEngine(respond)
    client = Client(management_token="tok", engine=engine)
    for _ in client.paginate(LIST_THINGS, THINGS, prefetch=True):
        assert asked.wait(30)
        threading.Thread(target=released.set).start()
        break
    assert finished.is_set()
    assert threads() == []
    assert len(engine.requests) == 2


@pytest.mark.parametrize("by_pages", [False, True])
def test_closing_a_walk_leaves_no_thread(by_pages: bool) -> None:
    client = Client(management_token="tok", engine=FakeEngine(Server([1, 1, 1])))
    page = client.paginate(LIST_THINGS, THINGS, prefetch=True)
    with closing(page.pages() if by_pages else iter(page)) as running:
        next(running)
    assert threads() == []


def test_a_walk_can_be_closed_by_the_thread_that_fetches_for_it() -> None:
    def collect_garbage() -> str:  # which can close any walk that was left
        ahead.__exit__()
        return "fetched"

    ahead = Now(collect_garbage)
    with ahead:
        assert ahead.result() == "fetched"
    assert threads() == []


class HangingEngine(AsyncFakeEngine):
    """Answers to the first page, and to no other."""

    def __init__(self) -> None:
        super().__init__(Server([1, 1]))
        self.asked = asyncio.Event()
        self.cancelled = 0

    async def send(self, request: EngineRequest) -> EngineResponse:  # type: ignore[override]
        if start_of(request):
            self.asked.set()
            try:
                await asyncio.Event().wait()
            finally:
                self.cancelled += 1
        return await super().send(request)


@pytest.mark.parametrize("by_pages", [False, True])
def test_closing_an_asynchronous_walk_cancels_the_fetch(by_pages: bool) -> None:
    async def scenario() -> None:
        engine = HangingEngine()
        pages = AsyncClient(management_token="tok", engine=engine).paginate(
            LIST_THINGS, THINGS, prefetch=True
        )
        async with aclosing((await pages).pages() if by_pages else aiter(pages)) as running:
            await anext(running)
            await engine.asked.wait()
        assert engine.cancelled == 1
        assert tasks() == []

    asyncio.run(scenario())


def test_leaving_an_asynchronous_walk_cancels_the_fetch() -> None:
    async def scenario() -> None:
        engine = HangingEngine()
        client = AsyncClient(management_token="tok", engine=engine)
        async for _ in client.paginate(LIST_THINGS, THINGS, prefetch=True):
            await engine.asked.wait()
            break
        await asyncio.wait(tasks())  # the event loop closes what was left, in a task of its own
        assert engine.cancelled == 1
        assert tasks() == []

    asyncio.run(scenario())


def test_cancelling_whoever_walks_cancels_the_fetch() -> None:
    async def scenario() -> None:
        engine = HangingEngine()
        client = AsyncClient(management_token="tok", engine=engine)

        async def walk_on() -> None:
            async for _ in client.paginate(LIST_THINGS, THINGS, prefetch=True):
                pass

        walking = asyncio.create_task(walk_on())
        await engine.asked.wait()
        walking.cancel()
        with pytest.raises(asyncio.CancelledError):
            await walking
        assert engine.cancelled == 1
        assert asyncio.all_tasks() == {asyncio.current_task()}

    asyncio.run(scenario())


PAGES, ITEMS = 1000, 100


def long_list(request: EngineRequest) -> EngineResponse:
    index = int(start_of(request) or 0)
    items = [{"id": f"t{index}-{number}"} for number in range(ITEMS)]
    last = str(index + 1) if index + 1 < PAGES else ""
    return answer(json.dumps({"data": items, "last": last}).encode())


class Peaks:
    """The most memory blocks in use while the pages 100 to 200 are walked over, and 900 to 1000."""

    def __init__(self) -> None:
        self.count = 0
        self.early = self.late = 0

    def note(self, _: object) -> None:
        self.count += 1
        page, item = divmod(self.count, ITEMS)
        if item == 0 and 100 <= page < 200:
            self.early = max(self.early, sys.getallocatedblocks())
        elif item == 0 and page >= 900:
            self.late = max(self.late, sys.getallocatedblocks())


@pytest.mark.parametrize("prefetch", [False, True])
def test_memory_does_not_grow_with_the_length_of_a_list(drive: Callable[..., Driver], prefetch: bool) -> None:
    peaks = Peaks()
    driver = drive(long_list)

    def note(item: object) -> None:
        driver.engine.requests.clear()
        peaks.note(item)

    listing = driver.client.paginate(LIST_THINGS, THINGS, prefetch=prefetch)
    if driver.asynchronous:

        async def scenario() -> None:
            async for item in listing:
                note(item)

        asyncio.run(scenario())
    else:
        for item in listing:
            note(item)
    assert peaks.count == PAGES * ITEMS
    # A page is some hundreds of blocks, and 800 pages lie between; each leaves the cursor that is remembered.
    assert peaks.late - peaks.early < 10 * ITEMS
