"""An engine without a network, a clock that tests turn, and a tiny API to call."""

from __future__ import annotations

import asyncio
import json
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import attrs
from hypothesis import settings

from hms import AsyncClient, CallError, Client, EngineRequest, EngineResponse, Headers
from hms_generated_client.model import Model
from hms_generated_client.operation import Call, Operation, Pagination, Waiting
from hms_generated_client.types import UNSET, Unset

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ACCESS_KEY = "access-key-of-tests"
SECRET = "planted-secret-" + "x" * 40
BASE_URL = "https://api.test/v2"

# The same examples in every run, and no failure because the machine was busy.
law = settings(deadline=None, derandomize=True)


@attrs.define(kw_only=True)
class Thing(Model):
    id: str
    size: int | Unset = UNSET


@attrs.define(kw_only=True)
class ThingList(Model):
    data: list[Thing]
    last: str | Unset | None = UNSET


@attrs.define(kw_only=True)
class ThingMap(Model):
    things: dict[str, Thing] | Unset = UNSET


def operation(response: type[Any] = Thing, **changes: Any) -> Operation[Any]:
    values: dict[str, Any] = {
        "id": "getThing",
        "method": "GET",
        "path": "/things/{thing_id}",
        "response": response,
        "security": "managementToken",
        "idempotent": True,
        "documentation": "https://docs.test/things",
    }
    return Operation(**{**values, **changes})


GET_THING: Call[Thing] = Call(operation=operation(), path="/things/t1")
LIST_THINGS: Call[ThingList] = Call(
    operation=operation(ThingList, id="listThings", path="/things"), path="/things"
)
THINGS: Pagination[ThingList, Thing] = Pagination(items="data", cursor="last", parameter="start")


def answer(data: Any = None, *, status: int = 200, headers: dict[str, str] | None = None) -> EngineResponse:
    body = data if isinstance(data, bytes) else json.dumps({"id": "t1"} if data is None else data).encode()
    return EngineResponse(status=status, headers=Headers(headers or {}), body=body)


def start_of(request: EngineRequest) -> str | None:
    return parse_qs(urlsplit(request.url).query).get("start", [None])[0]


def things(*ids: str) -> list[dict[str, str]]:
    return [{"id": one} for one in ids]


class Server:
    """Serves a list in pages of given sizes; the cursor names the next page."""

    def __init__(self, sizes: list[int], *, end: Any = "") -> None:
        self.end = end
        self.slices: list[list[str]] = []
        count = 0
        for size in sizes:
            self.slices.append([f"t{number}" for number in range(count, count + size)])
            count += size

    @property
    def ids(self) -> list[str]:
        return [one for page in self.slices for one in page]

    def __call__(self, request: EngineRequest) -> EngineResponse:
        index = int((start_of(request) or "page-0").removeprefix("page-"))
        last = f"page-{index + 1}" if index + 1 < len(self.slices) else self.end
        body: dict[str, Any] = {"data": things(*self.slices[index])}
        if last != "absent":
            body["last"] = last
        return answer(body)


class FakeEngine:
    """Answers by a function, or by a script that it plays once; keeps the requests."""

    def __init__(self, script: Callable[[EngineRequest], EngineResponse] | Sequence[EngineResponse]) -> None:
        self._script = script
        self.requests: list[EngineRequest] = []
        self.closed = 0

    def send(self, request: EngineRequest) -> EngineResponse:
        self.requests.append(request)
        if callable(self._script):
            return self._script(request)
        return self._script[len(self.requests) - 1]

    def close(self) -> None:
        self.closed += 1

    @property
    def tokens(self) -> list[str]:
        return [request.headers["Authorization"].removeprefix("Bearer ") for request in self.requests]


class AsyncFakeEngine(FakeEngine):
    async def send(self, request: EngineRequest) -> EngineResponse:  # type: ignore[override]
        await asyncio.sleep(0)
        return super().send(request)

    async def aclose(self) -> None:
        self.close()


class FakeClock:
    def __init__(self, now: float = 1_700_000_000.0) -> None:
        self.now = now

    def __call__(self) -> float:
        return self.now


class FakeTime:
    """Time that passes only where somebody sleeps or a test lets it."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.sleeps: list[float] = []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.sleeps.append(seconds)
        self.now += seconds

    async def sleep_asynchronously(self, seconds: float) -> None:
        await asyncio.sleep(0)
        self.sleep(seconds)


def send_in_threads(client: Client, calls: Sequence[Call[Any]], threads: int = 16) -> list[Any]:
    """The responses and errors of calls that so many threads send at once."""

    def send(call: Call[Any]) -> Any:
        try:
            return client.send(call)
        except CallError as error:
            return error

    with ThreadPoolExecutor(threads) as pool:
        return list(pool.map(send, calls))


async def send_in_tasks(client: AsyncClient, calls: Sequence[Call[Any]]) -> list[Any]:
    """The responses and errors of calls that are sent at once, each by a task of its own."""
    outcomes: list[Any] = await asyncio.gather(*(client.send(call) for call in calls), return_exceptions=True)
    return outcomes


class Driver:
    """Runs the same scenario through either client.

    Nothing is repeated unless a scenario asks for it, or for what clients do by default.
    """

    def __init__(
        self,
        script: Any,
        *,
        asynchronous: bool,
        time: FakeTime | None = None,
        by_default: bool = False,
        **arguments: Any,
    ) -> None:
        if "management_token" not in arguments:
            arguments = {"access_key": ACCESS_KEY, "secret": SECRET, **arguments}
        arguments.setdefault("base_url", BASE_URL)
        if not by_default:
            arguments.setdefault("retries", 0)
        self.time = time or FakeTime()
        arguments.setdefault("timer", self.time)
        arguments.setdefault("sleep", self.time.sleep_asynchronously if asynchronous else self.time.sleep)
        self.asynchronous = asynchronous
        if asynchronous:
            self.engine: FakeEngine = AsyncFakeEngine(script)
            self.client: Any = AsyncClient(engine=self.engine, **arguments)
        else:
            self.engine = FakeEngine(script)
            self.client = Client(engine=self.engine, **arguments)

    def send(self, call: Call[Any], **options: Any) -> Any:
        client = self.client.with_options(**options) if options else self.client
        return asyncio.run(client.send(call)) if self.asynchronous else client.send(call)

    def finish(self, result: Any) -> Any:
        """The result of a method of either client."""
        return asyncio.run(result) if self.asynchronous else result

    def wait(self, call: Call[Any], waiting: Waiting[Any, Any], **arguments: Any) -> Any:
        return self.finish(self.client.wait(call, waiting, **arguments))

    def send_at_once(self, calls: Sequence[Call[Any]], threads: int = 16) -> list[Any]:
        """The responses and errors of calls that are sent by so many threads, or by a task for each."""
        if self.asynchronous:
            return asyncio.run(send_in_tasks(self.client, calls))
        return send_in_threads(self.client, calls, threads)

    def first_page(self, call: Call[Any], pagination: Pagination[Any, Any], **options: Any) -> Any:
        if not self.asynchronous:
            return self.client.paginate(call, pagination, **options)

        async def fetch() -> Any:
            return await self.client.paginate(call, pagination, **options)

        return asyncio.run(fetch())

    def next_page(self, page: Any) -> Any:
        return asyncio.run(page.next_page()) if self.asynchronous else page.next_page()

    def items(self, call: Call[Any], pagination: Pagination[Any, Any], **options: Any) -> list[Any]:
        return self._exhaust(self.client.paginate(call, pagination, **options))

    def pages(self, page: Any) -> list[Any]:
        return self._exhaust(page.pages())

    def _exhaust(self, walk: Any) -> list[Any]:
        if not self.asynchronous:
            return list(walk)

        async def collect() -> list[Any]:
            return [one async for one in walk]

        return asyncio.run(collect())
