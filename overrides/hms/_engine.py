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


@attrs.frozen(kw_only=True)
class EngineRequest:
    """One HTTP request, complete."""

    method: str
    url: str
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

    async def aclose(self) -> None:
        """Close the connections that the engine opened itself. Closing twice is harmless."""
        ...


@attrs.frozen
class Sleep:
    """Waits before the flow goes on."""

    seconds: float


Flow: TypeAlias = Generator[EngineRequest | Sleep | Notify, EngineResponse | None, ResultT]
"""Yields requests, is sent their responses (or thrown an `EngineError`), and returns a result.

It also yields waits and notices, and is sent None when they are over.
"""

Exchange: TypeAlias = Flow[EngineResponse]


def transfer(request: EngineRequest) -> Exchange:
    """Send one request; the flow returns its response, or raises an `EngineError`."""
    return cast("EngineResponse", (yield request))


def run(flow: Flow[ResultT], engine: Engine, sleep: Callable[[float], object]) -> ResultT:
    """Drive a flow to its result through an engine."""
    try:
        action = next(flow)
        while True:
            response = None
            try:
                if isinstance(action, Sleep):
                    sleep(action.seconds)
                elif isinstance(action, Notify):
                    notify(action)
                else:
                    response = engine.send(action)
            except EngineError as error:
                action = flow.throw(error)
            else:
                action = flow.send(response)
    except StopIteration as stop:
        result: ResultT = stop.value
        return result
    finally:
        flow.close()


async def run_async(
    flow: Flow[ResultT], engine: AsyncEngine, sleep: Callable[[float], Awaitable[object]]
) -> ResultT:
    """Drive a flow to its result through an asynchronous engine. Cancelling it ends the flow at once."""
    try:
        action = next(flow)
        while True:
            response = None
            try:
                if isinstance(action, Sleep):
                    await sleep(action.seconds)
                elif isinstance(action, Notify):
                    await notify_async(action)
                else:
                    response = await _send_in_time(action, engine)
            except EngineError as error:
                action = flow.throw(error)
            else:
                action = flow.send(response)
    except StopIteration as stop:
        result: ResultT = stop.value
        return result
    finally:
        flow.close()


async def _send_in_time(request: EngineRequest, engine: AsyncEngine) -> EngineResponse:
    if request.time_left is None:
        return await engine.send(request)
    import asyncio  # noqa: PLC0415  # synchronous programs do not need it

    limit = asyncio.timeout(request.time_left)
    try:
        async with limit:
            return await engine.send(request)
    except TimeoutError:
        if not limit.expired():
            raise
    raise EngineTimeoutError(OUT_OF_TIME)
