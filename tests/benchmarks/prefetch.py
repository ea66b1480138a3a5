"""How long walking over a list takes with prefetching, as a share of how long it takes without.

`python tests/benchmarks/prefetch.py` prints the shares and fails when one is above its goal. The caller takes
as long over each page as a fetch takes, so that one half would be perfect.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

from hms import AsyncClient, Client, EngineError, EngineRequest, EngineResponse, Headers

if TYPE_CHECKING:
    from collections.abc import Callable

    from hms import AsyncEngineStream, EngineStream

GOAL = 0.65
PAGES = 20
ROUNDS = 5
SECONDS = 0.01
"""How long a fetch takes, and the work on a page."""


def answer(request: EngineRequest) -> EngineResponse:
    """A page without rooms that names the next one."""
    number = int(parse_qs(urlsplit(request.url).query).get("start", ["1"])[0])
    body = {"limit": 10, "data": [], "last": str(number + 1) if number < PAGES else ""}
    return EngineResponse(status=200, headers=Headers(), body=json.dumps(body).encode())


class SlowEngine:
    """Answers after a while."""

    def send(self, request: EngineRequest) -> EngineResponse:
        time.sleep(SECONDS)
        return answer(request)

    def stream(self, request: EngineRequest) -> EngineStream:
        """There is nothing to download."""
        raise EngineError(request.method)

    def close(self) -> None:
        """There is nothing to close."""


class AsyncSlowEngine:
    """Answers after a while, during which others run."""

    async def send(self, request: EngineRequest) -> EngineResponse:
        await asyncio.sleep(SECONDS)
        return answer(request)

    async def stream(self, request: EngineRequest) -> AsyncEngineStream:
        """There is nothing to download."""
        raise EngineError(request.method)

    async def aclose(self) -> None:
        """There is nothing to close."""


def walk(prefetch: bool) -> float:
    """Seconds that a walk with `Client` takes."""
    client = Client(management_token="none", engine=SlowEngine())
    started = time.perf_counter()
    for _ in client.rooms.list(prefetch=prefetch).pages():
        time.sleep(SECONDS)
    return time.perf_counter() - started


async def walk_asynchronously(prefetch: bool) -> float:
    """Seconds that a walk with `AsyncClient` takes."""
    client = AsyncClient(management_token="none", engine=AsyncSlowEngine())
    started = time.perf_counter()
    async for _ in (await client.rooms.list(prefetch=prefetch)).pages():
        await asyncio.sleep(SECONDS)
    return time.perf_counter() - started


def share(measure: Callable[[bool], float]) -> float:
    """The time with prefetching as a share of the time without; the fastest round of each counts."""
    rounds = [(measure(True), measure(False)) for _ in range(ROUNDS)]
    return min(ahead for ahead, _ in rounds) / min(plain for _, plain in rounds)


def main() -> int:
    """Measure both clients; returns 1 when one misses the goal."""
    shares = {
        "Client": share(walk),
        "AsyncClient": share(lambda prefetch: asyncio.run(walk_asynchronously(prefetch))),
    }
    for name, measured in shares.items():
        sys.stdout.write(f"{name:<14} prefetching {PAGES} pages: {measured:.2f} x without (goal {GOAL})\n")
    return int(max(shares.values()) > GOAL)


if __name__ == "__main__":
    sys.exit(main())
