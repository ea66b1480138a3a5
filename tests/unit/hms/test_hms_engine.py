from __future__ import annotations

import asyncio
import threading
from typing import TYPE_CHECKING

import pytest
from hms_fakes import AsyncFakeEngine, FakeEngine, FakeStream

from hms import EngineRequest, EngineTimeoutError, Headers, Timeout
from hms._engine import Close, open_stream, read, run, run_async, work

if TYPE_CHECKING:
    from hms._engine import Flow

REQUEST = EngineRequest(method="GET", url="https://storage.test/a", headers=Headers(), timeout=Timeout())


def test_work_that_has_begun_ends_before_a_cancellation_goes_on() -> None:
    begun, may_end, ended = threading.Event(), threading.Event(), threading.Event()

    def slow() -> None:
        begun.set()
        may_end.wait()
        ended.set()

    async def scenario() -> None:
        task = asyncio.ensure_future(run_async(work(slow), AsyncFakeEngine([]), asyncio.sleep))
        await asyncio.to_thread(begun.wait)
        task.cancel()
        await asyncio.sleep(0)
        task.cancel()  # not even a second one hurries it
        await asyncio.sleep(0)
        assert not task.done()
        may_end.set()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert ended.is_set()

    asyncio.run(scenario())


def test_a_response_that_a_flow_leaves_open_is_closed() -> None:
    def leave_open(*, fail: bool) -> Flow[bytes]:
        yield from open_stream(REQUEST)
        yield from open_stream(REQUEST)
        if fail:
            raise LookupError
        return (yield from read(None))

    for fail in (False, True):
        engine = FakeEngine([], lambda _: FakeStream(200, {}, [b"1", b"2"]))
        other = AsyncFakeEngine([], lambda _: FakeStream(200, {}, [b"1", b"2"]))
        if fail:
            with pytest.raises(LookupError):
                run(leave_open(fail=True), engine, lambda _: None)
            with pytest.raises(LookupError):
                asyncio.run(run_async(leave_open(fail=True), other, asyncio.sleep))
        else:
            assert run(leave_open(fail=False), engine, lambda _: None) == b"1"
            assert asyncio.run(run_async(leave_open(fail=False), other, asyncio.sleep)) == b"1"
        assert [stream.closed for stream in (*engine.streams, *other.streams)] == [1, 1, 1, 1]


def test_nothing_is_read_where_nothing_is_open() -> None:
    def read_closed() -> Flow[bytes]:
        yield from open_stream(REQUEST)
        yield Close()
        return (yield from read(None))

    engine = FakeEngine([], lambda _: FakeStream(200, {}, [b"1"]))
    other = AsyncFakeEngine([], lambda _: FakeStream(200, {}, [b"1"]))
    assert run(read_closed(), engine, lambda _: None) == b""
    assert asyncio.run(run_async(read_closed(), other, asyncio.sleep)) == b""


def test_reading_in_an_event_loop_ends_at_the_deadline() -> None:
    class Hanging:
        status, headers = 200, Headers()
        closed = False

        async def read(self) -> bytes:
            await asyncio.Event().wait()
            raise AssertionError

        async def aclose(self) -> None:
            self.closed = True

    hanging = Hanging()

    class Engine(AsyncFakeEngine):
        async def stream(self, request: EngineRequest) -> Hanging:  # type: ignore[override]
            return hanging

    def flow() -> Flow[bytes]:
        yield from open_stream(REQUEST)
        return (yield from read(0.01))

    with pytest.raises(EngineTimeoutError, match="deadline"):
        asyncio.run(run_async(flow(), Engine([]), asyncio.sleep))
    assert hanging.closed
