"""Lets nothing but reads be sent to a server that is only read, and not too many of them."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any
from unittest import mock

import requests
from pyrate_limiter import Duration, Limiter, Rate

from .target import READS_PER_SECOND

if TYPE_CHECKING:
    from collections.abc import Callable

    import httpx

    from .target import Target

READING = frozenset({"GET", "HEAD", "OPTIONS"})


class WriteRefusedError(Exception):
    """A request that may change something was about to go to a server that is only read. It was not sent."""


def refuse_writes(method: str, url: str) -> None:
    """Let only what reads pass.

    Raises:
        WriteRefusedError: the method may change something.
    """
    if method.upper() not in READING:
        raise WriteRefusedError(f"{method} {url} was not sent: the server is only read")


@functools.cache
def _limiter() -> Limiter:
    """One for all clients of this process."""
    return Limiter(Rate(READS_PER_SECOND, Duration.SECOND))


def request_hooks(target: Target) -> list[Callable[[httpx.Request], None]]:
    """What a client of httpx does ahead of each request to a server that is only read."""
    if not target.reads_only:
        return []

    def refuse(request: httpx.Request) -> None:
        refuse_writes(request.method, str(request.url))

    def wait(_: httpx.Request) -> None:
        _limiter().try_acquire(target.url)

    return [refuse, wait] if target.is_live else [refuse]


def guard_requests() -> None:
    """Let the library `requests`, with which schemathesis sends, send nothing but reads from now on.

    The hooks of schemathesis see what it generates, but not what its checks send besides.
    """
    send = requests.adapters.HTTPAdapter.send

    def guarded(
        adapter: requests.adapters.HTTPAdapter,
        request: requests.PreparedRequest,
        *arguments: Any,
        **named: Any,
    ) -> requests.Response:
        refuse_writes(request.method or "", request.url or "")
        return send(adapter, request, *arguments, **named)

    mock.patch.object(requests.adapters.HTTPAdapter, "send", guarded).start()
