"""The seam between this package and an HTTP library.

Everything above it (authentication, retries, errors, decoding, logging) is the same for every engine; an
engine only moves one request and one response. Redirects are not followed, nothing is repeated.
"""

from __future__ import annotations

from collections.abc import Generator
from typing import TYPE_CHECKING, Protocol, TypeAlias, TypeVar, cast

import attrs

from ._hooks import Notify, notify, notify_async

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from ._headers import Headers
    from ._timeouts import Timeout

ResultT = TypeVar("ResultT")

OUT_OF_TIME = "the deadline for all attempts passed before the answer was complete"


def _without_query(url: str) -> str:
    address, mark, query = url.partition("?")
    return repr(f"{address}?***" if query else f"{address}{mark}")


@attrs.frozen(kw_only=True)
class EngineRequest:
    """One HTTP request, complete."""

    method: str
    # Shown without its query: that of a pre-signed URL is a credential.
    url: str = attrs.field(repr=_without_query)
    # Not part of the repr: headers that a caller adds can hold credentials of any name.
    headers: Headers = attrs.field(repr=False)
    body: bytes | None = attrs.field(default=None, repr=False)
    timeout: Timeout
    """How long each phase may take. No phase may take longer than there is time left."""
    time_left: float | None = None
    """Seconds until the response must have been read to its end; None for no limit. `run_async` enforces
    it for every engine; a synchronous one checks it whenever bytes arrive."""


@attrs.frozen(kw_only=True)
class EngineResponse:
    """One HTTP response, read to its end and with its content encoding undone."""

    status: int
    # Not part of the repr: a server can repeat the token that it was sent, in either of them.
    headers: Headers = attrs.field(repr=False)
    body: bytes = attrs.field(repr=False)


class EngineStream(Protocol):
    """One HTTP response whose body is read piece by piece. Used by one thread at a time."""

    @property
    def status(self) -> int:
        """The HTTP status."""
        ...

    @property
    def headers(self) -> Headers:
        """The response headers."""
        ...

    def read(self) -> bytes:
        """The next bytes of the body, its content encoding not undone; empty at its end.

        Raises:
            EngineTimeoutError: No bytes came within the read timeout of the request.
            EngineError: The connection broke, or the body ended early.
        """
        ...

    def close(self) -> None:
        """Give the connection up, whether or not the body was read to its end. Closing twice is harmless."""
        ...


class AsyncEngineStream(Protocol):
    """One HTTP response whose body is read piece by piece; the asynchronous twin of `EngineStream`."""

    @property
    def status(self) -> int:
        """The HTTP status."""
        ...

    @property
    def headers(self) -> Headers:
        """The response headers."""
        ...

    async def read(self) -> bytes:
        """The next bytes of the body, its content encoding not undone; empty at its end.

        Raises:
            EngineTimeoutError: No bytes came within the read timeout of the request.
            EngineError: The connection broke, or the body ended early.
        """
        ...

    async def aclose(self) -> None:
        """Give the connection up, whether or not the body was read to its end. Closing twice is harmless."""
        ...


class EngineError(Exception):
    """An engine got no response. `__cause__` is the error of its HTTP library."""


class EngineTimeoutError(EngineError):
    """An engine got no response in time."""


class EngineConnectError(EngineError):
    """An engine got no connection, so that nothing of the request was sent."""


class EngineConnectTimeoutError(EngineConnectError, EngineTimeoutError):
    """An engine got no connection in time, so that nothing of the request was sent."""


class Engine(Protocol):
    """Sends requests. Safe to use from several threads."""

    def send(self, request: EngineRequest) -> EngineResponse:
        """Send a request and read its response.

        Raises:
            EngineConnectTimeoutError: Connecting took longer than `request.timeout` allows.
            EngineConnectError: Connecting failed for any other reason.
            EngineTimeoutError: Another phase took longer than `request.timeout` allows, or all of them
                longer than `request.time_left`.
            EngineError: There is no response for any other reason.
        """
        ...

    def stream(self, request: EngineRequest) -> EngineStream:
        """Send a request and read the head of its response.

        The URL is pre-signed, so whoever sees it has what it leads to: it is in no log, no error and no
        local variable that an engine controls, and the errors have no `__cause__` that knows it. Nothing is
        sent but the headers of the request.

        Raises:
            EngineError: As `send`; the time for the head alone counts.
        """
        ...

    def close(self) -> None:
        """Close the connections that the engine opened itself. Closing twice is harmless."""
        ...


class AsyncEngine(Protocol):
    """Sends requests from one event loop."""

    async def send(self, request: EngineRequest) -> EngineResponse:
        """Send a request and read its response.

        Raises:
            EngineConnectTimeoutError: Connecting took longer than `request.timeout` allows.
            EngineConnectError: Connecting failed for any other reason.
            EngineTimeoutError: Another phase took longer than `request.timeout` allows, or all of them
                longer than `request.time_left`.
            EngineError: There is no response for any other reason.
        """
        ...

    async def stream(self, request: EngineRequest) -> AsyncEngineStream:
        """Send a request and read the head of its response.

        The URL is pre-signed, so whoever sees it has what it leads to: it is in no log, no error and no
        local variable that an engine controls, and the errors have no `__cause__` that knows it. Nothing is
        sent but the headers of the request.

        Raises:
            EngineError: As `send`; the time for the head alone counts.
        """
        ...

    async def aclose(self) -> None:
        """Close the connections that the engine opened itself. Closing twice is harmless."""
        ...


@attrs.frozen
class Sleep:
    """Waits before the flow goes on."""

    seconds: float


@attrs.frozen
class Open:
    """Sends a request whose body the flow is going to read; its answer is an `AnyStream`."""

    request: EngineRequest


@attrs.frozen
class Read:
    """Reads on in the response that was opened last; its answer are bytes, none at the end of the body."""

    time_left: float | None
    """Seconds until they must have come; None for no limit but the read timeout. Only `run_async` can enforce
    it; a synchronous flow checks the time when they have come."""


@attrs.frozen
class Close:
    """Gives up the response that was opened last. What is still open when a flow ends is closed as well."""


@attrs.frozen
class Work:
    """Calls a function that may take long, such as one that writes files; its answer is what it returns.

    An OSError that it raises is thrown into the flow.
    """

    function: Callable[[], object]


Action: TypeAlias = EngineRequest | Sleep | Notify | Open | Read | Close | Work
AnyStream: TypeAlias = EngineStream | AsyncEngineStream

Flow: TypeAlias = Generator[Action, object, ResultT]
"""Yields what is to be done, is sent the outcome (or thrown an `EngineError`), and returns a result.

A request is answered by its response, a wait or a notice by None; see the other actions for theirs.
"""

Exchange: TypeAlias = Flow[EngineResponse]


def transfer(request: EngineRequest) -> Exchange:
    """Send one request; the flow returns its response, or raises an `EngineError`."""
    return cast("EngineResponse", (yield request))


def open_stream(request: EngineRequest) -> Flow[AnyStream]:
    """Send one request; the flow returns its response unread, or raises an `EngineError`."""
    return cast("AnyStream", (yield Open(request)))


def read(time_left: float | None) -> Flow[bytes]:
    """Read on in the open response; the flow returns bytes, or raises an `EngineError`."""
    return cast("bytes", (yield Read(time_left)))


def work(function: Callable[[], ResultT]) -> Flow[ResultT]:
    """Call a function that may take long; the flow returns what it returns."""
    return cast("ResultT", (yield Work(function)))


def run(flow: Flow[ResultT], engine: Engine, sleep: Callable[[float], object]) -> ResultT:
    """Drive a flow to its result through an engine."""
    driver = _Driver(engine, sleep)
    try:
        action = next(flow)
        while True:
            try:
                outcome = driver.perform(action)
            except (EngineError, OSError) as error:
                action = flow.throw(error)
            else:
                action = flow.send(outcome)
    except StopIteration as stop:
        result: ResultT = stop.value
        return result
    finally:
        driver.close_stream()
        flow.close()


class _Driver:
    def __init__(self, engine: Engine, sleep: Callable[[float], object]) -> None:
        self._engine = engine
        self._sleep = sleep
        self._stream: EngineStream | None = None

    def perform(self, action: Action) -> object:
        match action:
            case EngineRequest():
                return self._engine.send(action)
            case Sleep(seconds):
                self._sleep(seconds)
            case Notify():
                notify(action)
            case Open(request):
                self.close_stream()
                self._stream = self._engine.stream(request)
                return self._stream
            case Read():
                return self._stream.read() if self._stream else b""
            case Close():
                self.close_stream()
            case Work(function):
                return function()
        return None

    def close_stream(self) -> None:
        stream, self._stream = self._stream, None
        if stream is not None:
            stream.close()


async def run_async(
    flow: Flow[ResultT], engine: AsyncEngine, sleep: Callable[[float], Awaitable[object]]
) -> ResultT:
    """Drive a flow to its result through an asynchronous engine. Cancelling it ends the flow at once.

    Only work that has begun is finished first: it cannot be broken off, and must not outlive the flow.
    """
    driver = _AsyncDriver(engine, sleep)
    try:
        action = next(flow)
        while True:
            try:
                outcome = await driver.perform(action)
            except (EngineError, OSError) as error:
                action = flow.throw(error)
            else:
                action = flow.send(outcome)
    except StopIteration as stop:
        result: ResultT = stop.value
        return result
    finally:
        # The flow first: closing a connection is a chance to be cancelled again.
        flow.close()
        await driver.close_stream()


class _AsyncDriver:
    def __init__(self, engine: AsyncEngine, sleep: Callable[[float], Awaitable[object]]) -> None:
        self._engine = engine
        self._sleep = sleep
        self._stream: AsyncEngineStream | None = None

    async def perform(self, action: Action) -> object:
        match action:
            case EngineRequest():
                return await _in_time(self._engine.send(action), action.time_left)
            case Sleep(seconds):
                await self._sleep(seconds)
            case Notify():
                await notify_async(action)
            case Open(request):
                await self.close_stream()
                self._stream = await _in_time(self._engine.stream(request), request.time_left)
                return self._stream
            case Read(time_left):
                return await _in_time(self._stream.read(), time_left) if self._stream else b""
            case Close():
                await self.close_stream()
            case Work(function):
                return await _in_thread(function)
        return None

    async def close_stream(self) -> None:
        stream, self._stream = self._stream, None
        if stream is not None:
            await stream.aclose()


async def _in_time(answer: Awaitable[ResultT], time_left: float | None) -> ResultT:
    if time_left is None:
        return await answer
    import asyncio  # noqa: PLC0415  # synchronous programs do not need it

    limit = asyncio.timeout(time_left)
    try:
        async with limit:
            return await answer
    except TimeoutError:
        if not limit.expired():
            raise
    raise EngineTimeoutError(OUT_OF_TIME)


async def _in_thread(function: Callable[[], ResultT]) -> ResultT:
    """Call a function in a thread, and let it end before a cancellation goes on."""
    import asyncio  # noqa: PLC0415  # synchronous programs do not need it

    running = asyncio.ensure_future(asyncio.to_thread(function))
    try:
        return await asyncio.shield(running)
    except asyncio.CancelledError:
        while not running.done():
            try:
                await asyncio.wait([running])
            except asyncio.CancelledError:
                continue
        raise
