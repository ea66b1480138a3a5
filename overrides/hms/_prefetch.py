"""Fetching something now or later, to be had where it is needed.

`Now` fetches in a thread or a task of its own as soon as it is entered, `Later` when the result is asked for.
Whoever leaves them leaves nothing running behind: a task is cancelled and awaited; a thread cannot be
interrupted, so it is joined, which takes until its call is over. There is no pool of threads, because none
may stay alive behind a walk that nobody goes on with, and starting one takes far less time than a call does.
"""

from __future__ import annotations

import threading
from concurrent.futures import Future
from contextvars import copy_context
from typing import TYPE_CHECKING, Generic, Self, TypeVar

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Awaitable, Callable, Coroutine
    from typing import Any

T = TypeVar("T")


class Later(Generic[T]):
    """Fetches when the result is asked for."""

    def __init__(self, fetch: Callable[[], T]) -> None:
        self._fetch = fetch

    def __enter__(self) -> Self:
        return self

    def result(self) -> T:
        """Fetch; returns what was fetched, or raises the error."""
        return self._fetch()

    def __exit__(self, *_: object) -> None:
        pass


class Now(Generic[T]):
    """Fetches in a thread from the moment that it is entered."""

    def __init__(self, fetch: Callable[[], T]) -> None:
        self._future: Future[T] = Future()
        # In a copy of the context, so that what traces calls counts this one to the caller.
        self._thread = threading.Thread(
            target=copy_context().run, args=(_fulfil, self._future, fetch), name="hms-prefetch"
        )

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def result(self) -> T:
        """Wait until it is fetched; returns what was fetched, or raises the error."""
        return self._future.result()

    def __exit__(self, *_: object) -> None:
        # The garbage collector can close an abandoned walk in any thread, even in this one.
        if self._thread is not threading.current_thread():
            self._thread.join()


def _fulfil(future: Future[T], fetch: Callable[[], T]) -> None:
    try:
        result = fetch()
    except BaseException as error:  # noqa: BLE001  # it is raised where the result is asked for
        future.set_exception(error)
    else:
        future.set_result(result)
    del future, fetch  # the traceback of the error holds this frame, and would hold itself by them


class AsyncLater(Generic[T]):
    """Fetches when the result is asked for."""

    def __init__(self, fetch: Callable[[], Awaitable[T]]) -> None:
        self._fetch = fetch

    async def __aenter__(self) -> Self:
        return self

    async def result(self) -> T:
        """Fetch; returns what was fetched, or raises the error."""
        return await self._fetch()

    async def __aexit__(self, *_: object) -> None:
        pass


class AsyncNow(Generic[T]):
    """Fetches in a task from the moment that it is entered."""

    def __init__(self, fetch: Callable[[], Coroutine[Any, Any, T]]) -> None:
        self._fetch = fetch

    async def __aenter__(self) -> Self:
        import asyncio  # noqa: PLC0415  # synchronous programs do not need it

        self._task: asyncio.Task[T] = asyncio.create_task(self._fetch(), name="hms-prefetch")
        # Whether anybody asks for the result or not, an error is no news to the event loop.
        self._task.add_done_callback(lambda task: task.cancelled() or task.exception())
        return self

    async def result(self) -> T:
        """Wait until it is fetched; returns what was fetched, or raises the error."""
        return await self._task

    async def __aexit__(self, *_: object) -> None:
        import asyncio  # noqa: PLC0415  # synchronous programs do not need it

        self._task.cancel()
        await asyncio.wait([self._task])
