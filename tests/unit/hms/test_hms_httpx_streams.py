from __future__ import annotations

import asyncio
import gzip
import logging
import traceback
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any

import attrs
import httpx
import pytest

from hms import EngineConnectTimeoutError, EngineError, EngineRequest, EngineTimeoutError, Headers, Timeout
from hms._httpx_engine import AsyncHttpxEngine, HttpxEngine

SIGNATURE = "planted-signature"
REQUEST = EngineRequest(
    method="GET",
    url=f"https://storage.test/a%20b/c%2Fd.mp4?X-Amz-Signature={SIGNATURE}%2B&x=1",
    headers=Headers({"Range": "bytes=5-", "Accept-Encoding": "identity"}),
    timeout=Timeout(connect=1, read=2, write=3, pool=4),
)

Handler = Callable[[httpx.Request], httpx.Response]
Outcome = tuple[int, Headers, list[bytes]]


class Pieces(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body in pieces, of which one may be an error."""

    def __init__(self, *pieces: bytes | Exception) -> None:
        self._pieces = pieces
        self.closed = 0

    def __iter__(self) -> Iterator[bytes]:
        for piece in self._pieces:
            if isinstance(piece, Exception):
                raise piece
            yield piece

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for piece in self:
            yield piece

    def close(self) -> None:
        self.closed += 1

    async def aclose(self) -> None:
        self.closed += 1


@pytest.fixture(params=["sync", "async"])
def stream(request: pytest.FixtureRequest) -> Callable[..., Outcome]:
    """Streams one response through httpx with a given handler in place of the network."""

    def stream_sync(handler: Handler, http: dict[str, Any], limit: int) -> Outcome:
        with httpx.Client(transport=httpx.MockTransport(handler), **http) as http_client:
            opened = HttpxEngine(http_client).stream(REQUEST)
            try:
                pieces: list[bytes] = []
                while len(pieces) < limit and (piece := opened.read()):
                    pieces.append(piece)
                return opened.status, opened.headers, pieces
            finally:
                opened.close()
                opened.close()

    async def stream_async(handler: Handler, http: dict[str, Any], limit: int) -> Outcome:
        async with httpx.AsyncClient(transport=httpx.MockTransport(handler), **http) as http_client:
            opened = await AsyncHttpxEngine(http_client).stream(REQUEST)
            try:
                pieces: list[bytes] = []
                while len(pieces) < limit and (piece := await opened.read()):
                    pieces.append(piece)
                return opened.status, opened.headers, pieces
            finally:
                await opened.aclose()
                await opened.aclose()

    def run(handler: Handler, limit: int = 99, **http: Any) -> Outcome:
        if request.param == "sync":
            return stream_sync(handler, http, limit)
        return asyncio.run(stream_async(handler, http, limit))

    return run


def test_a_response_is_read_piece_by_piece(stream: Callable[..., Outcome]) -> None:
    seen: list[httpx.Request] = []
    body = Pieces(b"12", b"", b"345")

    def handler(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(206, headers={"Content-Length": "5"}, stream=body)

    status, headers, pieces = stream(handler)
    assert (status, headers["content-length"], pieces) == (206, "5", [b"12", b"345"])
    assert body.closed
    (request,) = seen
    assert request.url.raw_path == REQUEST.url.partition("storage.test")[2].encode()
    assert request.extensions["timeout"] == {"connect": 1, "read": 2, "write": 3, "pool": 4}


def test_a_response_that_is_given_up_is_closed(stream: Callable[..., Outcome]) -> None:
    body = Pieces(b"12", b"345")
    assert stream(lambda _: httpx.Response(200, stream=body), limit=1)[2] == [b"12"]
    assert body.closed


def test_the_bytes_are_those_that_were_sent(stream: Callable[..., Outcome]) -> None:
    packed = gzip.compress(b"a playlist")
    answer = httpx.Response(200, headers={"Content-Encoding": "gzip"}, stream=Pieces(packed))
    assert stream(lambda _: answer)[2] == [packed]


def test_the_storage_gets_nothing_that_a_http_client_adds(stream: Callable[..., Outcome]) -> None:
    seen: list[httpx.Request] = []

    def handler(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(302, headers={"Location": "https://elsewhere.test/"}, stream=Pieces())

    status, _, _ = stream(
        handler,
        headers={"Authorization": "Bearer planted", "X-Key": "planted"},
        cookies={"session": "planted"},
        auth=("user", "planted"),
        params={"key": "planted"},
        follow_redirects=True,
    )
    assert status == 302
    (request,) = seen
    assert set(request.headers) == {"range", "accept-encoding", "host"}
    assert "planted=" not in str(request.url.query)
    assert request.url.query == REQUEST.url.partition("?")[2].encode()


@pytest.mark.parametrize(
    ("failure", "error_class"),
    [
        (httpx.ConnectTimeout("slow"), EngineConnectTimeoutError),
        (httpx.ReadTimeout("slow"), EngineTimeoutError),
        (httpx.RemoteProtocolError("early"), EngineError),
        (httpx.InvalidURL("which"), EngineError),
    ],
)
def test_errors_do_not_know_the_url(
    stream: Callable[..., Outcome], failure: Exception, error_class: type[EngineError]
) -> None:
    def handler(request: httpx.Request) -> httpx.Response:
        if isinstance(failure, httpx.RequestError):
            failure.request = request
        raise failure

    with pytest.raises(error_class, match=type(failure).__name__) as caught:
        stream(handler)
    assert type(caught.value) is error_class
    assert_unchained(caught.value)


def test_a_body_that_breaks(stream: Callable[..., Outcome]) -> None:
    body = Pieces(b"12", httpx.ReadError("reset"))
    with pytest.raises(EngineError, match="ReadError: reset") as caught:
        stream(lambda _: httpx.Response(200, stream=body))
    assert body.closed
    assert_unchained(caught.value)


def assert_unchained(error: EngineError) -> None:
    assert (error.__cause__, error.__context__) == (None, None)
    frame = error.__traceback__
    while frame is not None and "_httpx_engine" not in frame.tb_frame.f_code.co_filename:
        frame = frame.tb_next
    assert frame is not None
    printed = traceback.TracebackException(type(error), error, frame, capture_locals=True)
    assert SIGNATURE not in "".join(printed.format())


def test_httpx_logs_no_signature(stream: Callable[..., Outcome], caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    stream(lambda _: httpx.Response(200, stream=Pieces()))
    assert "https://storage.test/a%20b/c%2Fd.mp4 " in caplog.text
    assert SIGNATURE not in caplog.text


def test_requests_are_shown_without_what_is_in_their_query() -> None:
    assert "?***'" in repr(REQUEST)
    assert SIGNATURE not in repr(REQUEST)
    assert "?" not in repr(attrs.evolve(REQUEST, url="https://api.test/v2/rooms"))


def test_downloads_take_no_connections_from_calls() -> None:
    engine, other = HttpxEngine(), AsyncHttpxEngine()
    assert engine._stream_client is not engine._client
    assert other._stream_client is not other._client
    engine.close()
    asyncio.run(other.aclose())
    assert engine._stream_client.get().is_closed
    assert other._stream_client._client.is_closed
