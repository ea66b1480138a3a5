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
    from collections.abc import Callable, Iterable, Sequence

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


class FakeStream:
    """A response whose body comes in these pieces; one that is an exception is raised."""

    def __init__(
        self, status: int, headers: dict[str, str], pieces: Iterable[bytes | BaseException] = ()
    ) -> None:
        self.status = status
        self.headers = Headers(headers)
        self.closed = 0
        self._pieces = iter(pieces)

    def read(self) -> bytes:
        piece = next(self._pieces, b"")
        if isinstance(piece, BaseException):
            raise piece
        return piece

    def close(self) -> None:
        self.closed += 1


class AsyncFakeStream:
    """The same for asynchronous clients."""

    def __init__(self, stream: FakeStream) -> None:
        self._stream = stream
        self.status = stream.status
        self.headers = stream.headers

    async def read(self) -> bytes:
        await asyncio.sleep(0)
        return self._stream.read()

    async def aclose(self) -> None:
        self._stream.close()


def no_storage(_: EngineRequest) -> FakeStream:
    raise AssertionError("nothing was to be downloaded")


class FakeEngine:
    """Answers by a function, or by a script that it plays once; keeps the requests.

    Args:
        script: Answers calls.
        storage: Answers requests of downloads.
    """

    def __init__(
        self,
        script: Callable[[EngineRequest], EngineResponse] | Sequence[EngineResponse],
        storage: Callable[[EngineRequest], FakeStream] = no_storage,
    ) -> None:
        self._script = script
        self._storage = storage
        self.requests: list[EngineRequest] = []
        self.streamed: list[EngineRequest] = []
        self.streams: list[FakeStream] = []
        self.closed = 0

    def stream(self, request: EngineRequest) -> FakeStream:
        self.streamed.append(request)
        stream = self._storage(request)
        self.streams.append(stream)
        return stream

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

    async def stream(self, request: EngineRequest) -> AsyncFakeStream:  # type: ignore[override]
        await asyncio.sleep(0)
        return AsyncFakeStream(super().stream(request))

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
        storage: Callable[[EngineRequest], FakeStream] = no_storage,
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
            self.engine: FakeEngine = AsyncFakeEngine(script, storage)
            self.client: Any = AsyncClient(engine=self.engine, **arguments)
        else:
            self.engine = FakeEngine(script, storage)
            self.client = Client(engine=self.engine, **arguments)

    def send(self, call: Call[Any], **options: Any) -> Any:
        client = self.client.with_options(**options) if options else self.client
        return self.do(client.send, call)

    def do(self, method: Callable[..., Any], *arguments: Any, **named: Any) -> Any:
        """Call a method of the client or of one of its resources."""
        return self.finish(method(*arguments, **named))

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
