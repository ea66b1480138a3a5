"""The engine on httpx, and the only module that knows httpx."""

from __future__ import annotations

import functools
import os
import threading
import time
from typing import TYPE_CHECKING

import httpx

from ._engine import (
    OUT_OF_TIME,
    EngineConnectError,
    EngineConnectTimeoutError,
    EngineError,
    EngineRequest,
    EngineResponse,
    EngineTimeoutError,
)
from ._errors import ConfigurationError
from ._headers import Headers

if TYPE_CHECKING:
    import asyncio
    import ssl
    from collections.abc import Iterator

    from ._engine import AsyncEngineStream, EngineStream
    from ._timeouts import Timeout

# httpx searches its whole pool for every request, so a large pool is slower than a small one even when
# 50 calls run at once. Calls beyond the limit wait for a connection, up to the pool timeout.
_LIMITS = httpx.Limits(max_connections=10, max_keepalive_connections=10)
# Downloads hold connections for long, so they have some of their own: otherwise ten of them would leave none
# for calls. How many there are is up to who starts them, and few are worth keeping.
_STREAM_LIMITS = httpx.Limits(max_connections=None, max_keepalive_connections=4)

# HTTP/2 stays off, also where h2 is installed. It takes less time when many calls run at once, but one
# connection carries them all, and with httpcore those under way fail when the server sends GOAWAY, also
# those that it would still answer: what is not idempotent then ends without a known outcome.


@functools.cache
def _ssl_context() -> ssl.SSLContext:
    """One context for all clients: loading the certificates takes longer than everything else they do."""
    return httpx.create_ssl_context()


class HttpxEngine:
    """Sends through a `httpx.Client`.

    Args:
        client: A client to send through, which is never closed here; None opens one of its own.
    """

    def __init__(self, client: httpx.Client | None = None) -> None:
        if client is not None and not isinstance(client, httpx.Client):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise ConfigurationError(
                f"http_client= of hms.Client must be a httpx.Client, not {_kind(client)}"
            )
        self._client = _ProcessClient(client, _LIMITS)
        self._stream_client = _ProcessClient(client, _STREAM_LIMITS)

    def send(self, request: EngineRequest) -> EngineResponse:
        """Send a request and read its response."""
        deadline = None if request.time_left is None else time.monotonic() + request.time_left
        try:
            with self._client.get().stream(
                request.method,
                request.url,
                headers=request.headers,
                content=request.body,
                timeout=_httpx_timeout(request.timeout),
                follow_redirects=False,
                auth=None,  # not even the http_client's own, which would overwrite the token
            ) as response:
                return _engine_response(response, b"".join(_in_time(response.iter_bytes(), deadline)))
        except (httpx.RequestError, httpx.InvalidURL) as error:
            raise _engine_error(error) from error

    def stream(self, request: EngineRequest) -> EngineStream:
        """Send a request and read the head of its response."""
        failure: EngineError
        try:
            return _HttpxStream(
                self._stream_client.get().send(
                    _presigned(request), stream=True, auth=None, follow_redirects=False
                )
            )
        except (httpx.RequestError, httpx.InvalidURL) as error:
            failure = _engine_error(error)
        raise failure  # out here, because what it would be chained to knows the URL

    def close(self) -> None:
        """Close the clients, unless one was passed in."""
        self._client.close()
        self._stream_client.close()


class AsyncHttpxEngine:
    """Sends through a `httpx.AsyncClient`.

    Args:
        client: A client to send through, which is never closed here; None opens one of its own.
    """

    def __init__(self, client: httpx.AsyncClient | None = None) -> None:
        if client is not None and not isinstance(client, httpx.AsyncClient):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise ConfigurationError(
                f"http_client= of hms.AsyncClient must be a httpx.AsyncClient, not {_kind(client)}"
            )
        self._client = _LoopClient(client, _LIMITS)
        self._stream_client = _LoopClient(client, _STREAM_LIMITS)

    async def send(self, request: EngineRequest) -> EngineResponse:
        """Send a request and read its response."""
        try:
            response = await self._client.get().request(
                request.method,
                request.url,
                headers=request.headers,
                content=request.body,
                timeout=_httpx_timeout(request.timeout),
                follow_redirects=False,
                auth=None,  # not even the http_client's own, which would overwrite the token
            )
        except (httpx.RequestError, httpx.InvalidURL) as error:
            raise _engine_error(error) from error
        return _engine_response(response, response.content)

    async def stream(self, request: EngineRequest) -> AsyncEngineStream:
        """Send a request and read the head of its response."""
        failure: EngineError
        try:
            return _AsyncHttpxStream(
                await self._stream_client.get().send(
                    _presigned(request), stream=True, auth=None, follow_redirects=False
                )
            )
        except (httpx.RequestError, httpx.InvalidURL) as error:
            failure = _engine_error(error)
        raise failure  # out here, because what it would be chained to knows the URL

    async def aclose(self) -> None:
        """Close the clients, unless one was passed in."""
        await self._client.aclose()
        await self._stream_client.aclose()


class _ProcessClient:
    """A `httpx.Client` whose connections are used by one process.

    A process that was forked after the first use gets another one; or none, if the client was passed in.

    Args:
        client: A client that was passed in, which is never closed here; None opens one.
        limits: How many connections it has, if it is opened here.
    """

    def __init__(self, client: httpx.Client | None, limits: httpx.Limits) -> None:
        self._owned = client is None
        self._limits = limits
        self._client = client or self._open()
        self._process: int | None = None
        self._lock = threading.Lock()

    def _open(self) -> httpx.Client:
        return httpx.Client(verify=_ssl_context(), limits=self._limits)

    def get(self) -> httpx.Client:
        """The client for this process.

        Raises:
            ConfigurationError: The client was passed in, and used before this process was forked.
        """
        process = os.getpid()
        if self._process != process:
            self._enter(process)
        return self._client

    def _enter(self, process: int) -> None:
        with self._lock:
            if self._process not in {None, process}:
                if not self._owned:
                    raise ConfigurationError(
                        "the http_client= of this client was used before this process was forked, so its "
                        "connections are those of the parent: make the clients after the fork"
                    )
                # The old one is not closed: a thread that the child does not have may hold its lock.
                self._client = self._open()
            self._process = process

    def close(self) -> None:
        """Close the client, unless it was passed in, or its connections are those of a parent process."""
        if self._owned and self._process in {None, os.getpid()}:
            self._client.close()


class _LoopClient:
    """A `httpx.AsyncClient` whose connections are used in one event loop, that of its first use.

    Args:
        client: A client that was passed in, which is never closed here; None opens one.
        limits: How many connections it has, if it is opened here.
    """

    def __init__(self, client: httpx.AsyncClient | None, limits: httpx.Limits) -> None:
        self._owned = client is None
        self._client = client or httpx.AsyncClient(verify=_ssl_context(), limits=limits)
        self._loop: asyncio.AbstractEventLoop | None = None

    def get(self) -> httpx.AsyncClient:
        """The client for this event loop.

        Raises:
            ConfigurationError: The client was used in another event loop.
        """
        import asyncio  # noqa: PLC0415  # synchronous programs do not need it

        loop = asyncio.get_running_loop()
        if self._loop is None:
            self._loop = loop
        if self._loop is not loop:
            raise ConfigurationError(
                "this hms.AsyncClient was used in another event loop, to which its connections belong: make "
                "one in each event loop, inside of the function that asyncio.run runs, and close it there"
            )
        return self._client

    async def aclose(self) -> None:
        """Close the client, unless it was passed in.

        Raises:
            ConfigurationError: The client was used in another event loop.
        """
        if self._owned:
            await self.get().aclose()


class _HttpxStream:
    def __init__(self, response: httpx.Response) -> None:
        self._response = response
        self._chunks = response.iter_raw()
        self.status = response.status_code
        self.headers = Headers(response.headers.multi_items())

    def read(self) -> bytes:
        failure: EngineError
        try:
            return next(filter(None, self._chunks), b"")
        except httpx.RequestError as error:
            failure = _engine_error(error)
        raise failure  # out here, because what it would be chained to knows the URL

    def close(self) -> None:
        self._response.close()


class _AsyncHttpxStream:
    def __init__(self, response: httpx.Response) -> None:
        self._response = response
        self._chunks = response.aiter_raw()
        self.status = response.status_code
        self.headers = Headers(response.headers.multi_items())

    async def read(self) -> bytes:
        failure: EngineError
        try:
            async for chunk in self._chunks:
                if chunk:
                    return chunk
        except httpx.RequestError as error:
            failure = _engine_error(error)
        else:
            return b""
        raise failure  # out here, because what it would be chained to knows the URL

    async def aclose(self) -> None:
        await self._response.aclose()


class _PresignedURL(httpx.URL):
    """A URL that is shown without its query, because httpx logs the URL of every request at INFO."""

    def __str__(self) -> str:
        return str(self.copy_with(query=None))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self)!r})"


def _presigned(request: EngineRequest) -> httpx.Request:
    # Not built by the client, which would add headers of its own, such as cookies and credentials.
    built = httpx.Request(
        request.method,
        request.url,
        headers=request.headers,
        extensions={"timeout": _httpx_timeout(request.timeout).as_dict()},
    )
    built.url = _PresignedURL(built.url)
    return built


def _httpx_timeout(timeout: Timeout) -> httpx.Timeout:
    return httpx.Timeout(connect=timeout.connect, read=timeout.read, write=timeout.write, pool=timeout.pool)


def _in_time(chunks: Iterator[bytes], deadline: float | None) -> Iterator[bytes]:
    # The read timeout begins anew with each chunk, so a server that sends a byte at a time never meets it.
    for chunk in chunks:
        if deadline is not None and time.monotonic() > deadline:
            raise EngineTimeoutError(OUT_OF_TIME)
        yield chunk


def _engine_response(response: httpx.Response, body: bytes) -> EngineResponse:
    return EngineResponse(
        status=response.status_code, headers=Headers(response.headers.multi_items()), body=body
    )


def _engine_error(error: httpx.RequestError | httpx.InvalidURL) -> EngineError:
    # Many errors of httpx have no text of their own, and their names tell the phase.
    name = type(error).__name__
    text = f"{name}: {error}" if str(error) else name
    if isinstance(error, (httpx.ConnectTimeout, httpx.PoolTimeout)):
        return EngineConnectTimeoutError(text)
    # A proxy error is the refusal of a proxy to open the way to the server.
    if isinstance(error, (httpx.ConnectError, httpx.ProxyError)):
        return EngineConnectError(text)
    return EngineTimeoutError(text) if isinstance(error, httpx.TimeoutException) else EngineError(text)


def _kind(value: object) -> str:
    return f"{type(value).__module__}.{type(value).__qualname__}"
