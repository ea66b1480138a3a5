"""The seam between this package and an HTTP library.

Everything above it (authentication, errors, decoding, logging) is the same for every engine; an engine
only moves one request and one response. Redirects are not followed, nothing is repeated.
"""

from __future__ import annotations

from collections.abc import Generator
from typing import TYPE_CHECKING, Protocol, TypeAlias, TypeVar

import attrs

if TYPE_CHECKING:
    from ._headers import Headers
    from ._timeouts import Timeout

ResultT = TypeVar("ResultT")


@attrs.frozen(kw_only=True)
class EngineRequest:
    """One HTTP request, complete."""

    method: str
    url: str
    headers: Headers
    body: bytes | None = attrs.field(default=None, repr=False)
    timeout: Timeout


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


class Engine(Protocol):
    """Sends requests. Safe to use from several threads."""

    def send(self, request: EngineRequest) -> EngineResponse:
        """Send a request and read its response.

        Raises:
            EngineTimeoutError: A phase took longer than `request.timeout` allows.
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
            EngineTimeoutError: A phase took longer than `request.timeout` allows.
            EngineError: There is no response for any other reason.
        """
        ...

    async def aclose(self) -> None:
        """Close the connections that the engine opened itself. Closing twice is harmless."""
        ...


Flow: TypeAlias = Generator[EngineRequest, EngineResponse, ResultT]
"""Yields requests, is sent their responses (or thrown an `EngineError`), and returns a result."""

Exchange: TypeAlias = Flow[EngineResponse]


def run(flow: Flow[ResultT], engine: Engine) -> ResultT:
    """Drive a flow to its result through an engine."""
    try:
        request = next(flow)
        while True:
            try:
                response = engine.send(request)
            except EngineError as error:
                request = flow.throw(error)
            else:
                request = flow.send(response)
    except StopIteration as stop:
        result: ResultT = stop.value
        return result
    finally:
        flow.close()


async def run_async(flow: Flow[ResultT], engine: AsyncEngine) -> ResultT:
    """Drive a flow to its result through an asynchronous engine."""
    try:
        request = next(flow)
        while True:
            try:
                response = await engine.send(request)
            except EngineError as error:
                request = flow.throw(error)
            else:
                request = flow.send(response)
    except StopIteration as stop:
        result: ResultT = stop.value
        return result
    finally:
        flow.close()
