"""Both clients over HTTP against the mock server, behind one way of writing scenarios.

Those marked `public_api` also run against the server that the environment names.
"""

from __future__ import annotations

import copy
import functools
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx
import pytest

import hms
from tests.contract.selection import leave_out
from tests.contract.target import Target, chosen_target
from tests.e2e.traffic import TrafficCheck

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Generator, Iterator

    from hms_mock import MockServer

HERE = Path(__file__).parent


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what cannot be run against the server that the environment names."""
    leave_out(config, items, _reason)


def _reason(item: pytest.Item) -> str | None:
    target = chosen_target()
    if target is None or not item.path.is_relative_to(HERE):
        return None
    if item.get_closest_marker("public_api") is None:
        return "the scenario needs a mock of its own"
    return "the server is only read" if target.is_live else None


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


class _Awaited:
    """The result of a synchronous call, to be awaited or iterated like that of an asynchronous one."""

    def __init__(self, value: Any) -> None:
        self._value = value

    def __await__(self) -> Generator[Any, Any, Any]:
        return _adapt(self._value)
        yield  # a generator, so that it can be awaited

    async def __aiter__(self) -> AsyncIterator[Any]:
        for item in self._value:
            yield _adapt(item)


class _Asynchronous:
    """A synchronous object whose methods can be awaited, so that one scenario runs with both clients."""

    def __init__(self, target: Any) -> None:
        self._target = target

    def __getattr__(self, name: str) -> Any:
        attribute = getattr(self._target, name)
        if not callable(attribute):
            return _adapt(attribute)
        if name == "create_client_token":  # synchronous in both clients
            return attribute
        if name == "with_options":  # so is this one
            return lambda **options: _Asynchronous(attribute(**options))
        return lambda *arguments, **named: _Awaited(attribute(*arguments, **named))

    async def __aiter__(self) -> AsyncIterator[Any]:
        for item in self._target:
            yield _adapt(item)


_SENDING = ("hms._pages", "hms_generated_client.resources")


def _adapt(value: Any) -> Any:
    return _Asynchronous(value) if type(value).__module__.startswith(_SENDING) else value


def _raw(client: Any) -> Any:
    return client._target if isinstance(client, _Asynchronous) else client


def _call(function: Callable[..., Any], /, *arguments: Any, **named: Any) -> _Awaited:
    return _Awaited(function(*arguments, **named))


class Connect:
    """Makes clients of the mock server, and closes them after the test.

    A failure that a test orders is one that it wants to see, so nothing is repeated unless it asks for it.
    What the clients send and get is checked against the document.
    """

    def __init__(self, kind: str, server: MockServer | Target, traffic: TrafficCheck) -> None:
        self._kind = kind
        self._server = server
        self._traffic = traffic
        self._open: list[hms.Client | hms.AsyncClient | httpx.Client | httpx.AsyncClient] = []

    def __call__(self, **options: Any) -> Any:
        if "management_token" not in options:
            options = {"access_key": self._server.access_key, "secret": self._server.secret, **options}
        options.setdefault("base_url", self._server.url)
        if isinstance(self._server, Target):
            options.setdefault("clock", self._server.now)
        options.setdefault("strict", True)
        options.setdefault("retries", 0)
        client = hms.AsyncClient(**options) if self._kind == "async" else hms.Client(**options)
        self._open.append(client)
        watch(client, self._traffic)
        return client if isinstance(client, hms.AsyncClient) else _Asynchronous(client)

    def http_client(self, **options: Any) -> Any:
        """A client of httpx of the same kind, to be passed as `http_client=`."""
        client = httpx.AsyncClient(**options) if self._kind == "async" else httpx.Client(**options)
        self._open.append(client)
        return client

    def functions(self, module: Any, client: Any) -> list[Callable[..., Any]]:
        """The functions of a generated module that send, and `hms.paginate` for a list; to be awaited."""
        names = ("asyncio", "asyncio_detailed") if self._kind == "async" else ("sync", "sync_detailed")
        functions: list[Callable[..., Any]] = [
            functools.partial(getattr(module, name), client=_raw(client)) for name in names
        ]
        if hasattr(module, "PAGINATION"):
            functions.append(functools.partial(hms.paginate, module, client=_raw(client)))
        if self._kind == "async":
            return functions
        return [functools.partial(_call, function) for function in functions]

    async def close(self) -> None:
        for client in reversed(self._open):
            if isinstance(client, hms.AsyncClient | httpx.AsyncClient):
                await client.aclose()
            else:
                client.close()


def watch(client: hms.Client | hms.AsyncClient, traffic: TrafficCheck) -> None:
    """Check all that a client sends and gets from now on."""

    def check(response: httpx.Response) -> None:
        response.read()
        traffic.check(response.request, response)

    async def check_asynchronously(response: httpx.Response) -> None:
        await response.aread()
        traffic.check(response.request, response)

    # Its own httpx client and no other, so that what users get is what is tested.
    engine: Any = client._engine
    asynchronous = isinstance(client, hms.AsyncClient)
    engine._client._client.event_hooks = {"response": [check_asynchronously if asynchronous else check]}


@pytest.fixture(scope="session")
def _document_of_traffic() -> TrafficCheck:
    return TrafficCheck()


@pytest.fixture
def traffic(_document_of_traffic: TrafficCheck, request: pytest.FixtureRequest) -> Iterator[TrafficCheck]:
    """Fails the test when something that went over the wire is not as documented."""
    traffic = copy.copy(_document_of_traffic)
    traffic.problems, traffic.seen = [], []
    traffic.checks_answers = request.node.get_closest_marker("undocumented_answers") is None
    yield traffic
    assert traffic.problems == []


@pytest.fixture
def target(request: pytest.FixtureRequest) -> MockServer | Target:
    """The mock server; or that of the environment, as if it had just been started where it can be reset."""
    chosen = chosen_target()
    if chosen is None:
        mock: MockServer = request.getfixturevalue("hms_mock")
        return mock
    if chosen.control_url:
        httpx.post(f"{chosen.control_url}/reset").raise_for_status()
    return chosen


@pytest.fixture(params=["sync", "async"])
async def connect(
    request: pytest.FixtureRequest, target: MockServer | Target, traffic: TrafficCheck
) -> AsyncIterator[Connect]:
    connect = Connect(request.param, target, traffic)
    yield connect
    await connect.close()


@pytest.fixture
def client(connect: Connect) -> Any:
    """A strict client: an answer of the mock that is not as documented fails the test."""
    return connect()
