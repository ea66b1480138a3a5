"""How the server reads HTTP/1.1: with httptools, and with what uvicorn leaves out."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, cast

import httptools
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from hms_mock.api import TRANSPORT
from hms_mock.errors import ApiError

if TYPE_CHECKING:
    import asyncio
    from array import array

    from uvicorn.protocols.http.httptools_impl import RequestResponseCycle

HEAD_SECONDS = 30.0
"""Real seconds in which a client has to send the head of a request that it began."""
_LARGEST_HEAD = 64 * 1024
"""Bytes of a request ahead of its body."""


class Protocol(HttpToolsProtocol):
    """Hands the connection to the application, which may be told to drop it.

    Headers without an end are refused, and offers of another protocol declined: some clients send one along
    with every request, as Java's does for HTTP/2, and the parser takes the body for that other protocol.
    A connection on which no request comes is closed; a body that does not come is given up by who reads it,
    see `hms_mock.reading`.
    """

    _reading_head = False
    _head_bytes = 0
    _deadline: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin a connection."""
        super().connection_made(cast("asyncio.Transport", transport))
        self.parser = _Parser(self)
        self.app_state = {**self.app_state, TRANSPORT: transport}
        self._expect_request()

    def connection_lost(self, exc: Exception | None) -> None:
        """End a connection."""
        super().connection_lost(exc)
        if self._deadline is not None:
            self._deadline.cancel()

    def data_received(self, data: bytes) -> None:
        """Read on, up to a limit when the headers are not complete by then."""
        super().data_received(data)
        if self._reading_head and not self.transport.is_closing():
            # The parser keeps whatever comes until the headers are complete.
            self._head_bytes += len(data)
            if self._head_bytes > _LARGEST_HEAD:
                self.send_400_response("The headers of the request are too large.")
        self._expect_request()

    def send_400_response(self, msg: str) -> None:
        """Refuse what is no HTTP, in the error envelope, and close the connection."""
        body = json.dumps(ApiError(400, "Bad request", [msg]).envelope()).encode()
        self.transport.write(
            b"HTTP/1.1 400 Bad Request\r\nContent-Type: application/json\r\nConnection: close\r\n"
            b"Content-Length: %d\r\n\r\n%b" % (len(body), body)
        )
        self.transport.close()

    def on_message_begin(self) -> None:
        """The first byte of a request was read."""
        super().on_message_begin()
        self._reading_head, self._head_bytes = True, 0

    def on_headers_complete(self) -> None:
        """Let the application begin."""
        self._reading_head = False
        if not self._has_offer:
            super().on_headers_complete()

    def on_message_complete(self) -> None:
        """Tell the application that it has all of the body."""
        if not self._has_offer:
            super().on_message_complete()

    def decline_offer(self, rest: bytes) -> bool:
        """Read the request again as if it offered no other protocol.

        Args:
            rest: what came after its headers.

        Returns:
            False when it did not offer any: it was a CONNECT.
        """
        if not self._has_offer:
            return False
        version = self.parser.get_http_version().encode()
        lines = [b"%b %b HTTP/%b" % (self.parser.get_method(), self.url, version)]
        lines += [b"%b: %b" % (name, value) for name, value in self.headers if name != b"upgrade"]
        self.parser = _Parser(self)
        self.parser.feed_data(b"\r\n".join([*lines, b"", rest]))
        return True

    def _expect_request(self) -> None:
        """Let the time run in which the head of a request has to be here, unless it is."""
        if not self._is_idle:
            if self._deadline is not None:
                self._deadline.cancel()
                self._deadline = None
        elif self._deadline is None:
            self._deadline = self.loop.call_later(HEAD_SECONDS, self._give_up)

    def _give_up(self) -> None:
        self._deadline = None
        if self._is_idle:
            self.transport.close()

    @property
    def _is_idle(self) -> bool:
        """Whether no request is being worked on."""
        cycle = cast("RequestResponseCycle | None", self.cycle)
        return cycle is None or cycle.response_complete

    @property
    def _has_offer(self) -> bool:
        return self.parser.should_upgrade() and any(name == b"upgrade" for name, _ in self.headers)


class _Parser(httptools.HttpRequestParser):
    def __init__(self, protocol: Protocol) -> None:
        super().__init__(protocol)
        # As uvicorn sets it: the last request is answered, whatever was sent after it.
        self.set_dangerous_leniencies(lenient_data_after_close=True)
        self._protocol = protocol

    def feed_data(self, data: bytes | bytearray | memoryview[int] | array[int]) -> None:
        try:
            super().feed_data(data)
        except httptools.HttpParserUpgrade as offer:
            if not self._protocol.decline_offer(bytes(data)[offer.args[0] :]):
                raise
