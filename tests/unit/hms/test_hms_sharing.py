"""What a client shares with whom: threads, processes, event loops, copies, and other clients."""

from __future__ import annotations

import ast
import asyncio
import copy
import pickle
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx
import jwt
import pytest
from hms_fakes import BASE_URL, GET_THING, AsyncFakeEngine, FakeClock, FakeEngine, answer, operation

import hms
from hms import AsyncClient, Call, Client, ConfigurationError
from hms._httpx_engine import HttpxEngine

if TYPE_CHECKING:
    from collections.abc import Callable

    from hms import EngineRequest, EngineResponse


def transport() -> httpx.MockTransport:
    return httpx.MockTransport(lambda _: httpx.Response(200, json={"id": "t1"}))


@pytest.fixture
def fork(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Makes this process one that looks like a child of itself."""
    processes = iter(range(-1, -10, -1))

    def fork() -> None:
        process = next(processes)
        monkeypatch.setattr("hms._httpx_engine.os.getpid", lambda: process)

    return fork


def test_a_forked_process_has_connections_of_its_own(fork: Callable[[], None]) -> None:
    engine = HttpxEngine()
    fork()
    of_parent = engine._client.get()  # made before the fork, but used by nobody yet
    assert of_parent is engine._client.get()
    fork()
    of_child = engine._client.get()
    assert of_child is engine._client.get() is not of_parent
    engine.close()
    assert of_child.is_closed
    assert not of_parent.is_closed
    of_parent.close()


def test_a_forked_process_closes_nothing_of_its_parent(fork: Callable[[], None]) -> None:
    engine = HttpxEngine()
    of_parent = engine._client.get()
    fork()
    engine.close()
    assert not of_parent.is_closed
    of_parent.close()


def test_an_own_http_client_is_refused_in_a_forked_process(fork: Callable[[], None]) -> None:
    with httpx.Client(transport=transport()) as http_client:
        client = Client(management_token="tok", http_client=http_client)
        fork()
        client.send(GET_THING)
        fork()
        for _ in range(2):
            with pytest.raises(ConfigurationError, match="make the clients after the fork"):
                client.send(GET_THING)


def test_another_event_loop_is_refused() -> None:
    http_client = httpx.AsyncClient(transport=transport())
    client = AsyncClient(management_token="tok", http_client=http_client)

    async def send() -> None:
        await client.send(GET_THING)
        await client.with_options(timeout=1).send(GET_THING)

    asyncio.run(send())
    with pytest.raises(ConfigurationError, match="another event loop"):
        asyncio.run(send())
    with ThreadPoolExecutor(1) as pool, pytest.raises(ConfigurationError, match="another event loop"):
        pool.submit(asyncio.run, send()).result()
    asyncio.run(http_client.aclose())


def test_closing_in_another_event_loop_is_refused() -> None:
    client = AsyncClient(management_token="tok", base_url="http://127.0.0.1:1", retries=0)

    async def send() -> None:
        with pytest.raises(hms.APIConnectionError):
            await client.send(GET_THING)

    asyncio.run(send())
    with pytest.raises(ConfigurationError, match="another event loop"):
        asyncio.run(client.aclose())


def test_an_engine_that_knows_no_event_loop_serves_several() -> None:
    client = AsyncClient(management_token="tok", engine=AsyncFakeEngine(lambda _: answer()))
    for _ in range(2):
        assert asyncio.run(client.send(GET_THING)).status == 200


@pytest.mark.parametrize("kind", [Client, AsyncClient])
@pytest.mark.parametrize("duplicate", [pickle.dumps, copy.deepcopy])
def test_a_client_cannot_be_pickled_or_copied_deeply(
    kind: type[Client | AsyncClient], duplicate: Callable[[object], object]
) -> None:
    client = kind(management_token="planted", engine=AsyncFakeEngine([]))  # type: ignore[arg-type]
    for each in (client, client.with_options(timeout=1)):
        with pytest.raises(TypeError, match=f"hms.{kind.__name__} cannot be pickled") as caught:
            duplicate(each)
        assert "planted" not in str(caught.value)


def test_a_copy_shares_everything_and_needs_no_closing() -> None:
    engine = FakeEngine(lambda _: answer())
    client = Client(management_token="tok", engine=engine)
    copied = copy.copy(client)
    copied.close()
    assert client.send(GET_THING).status == 200
    client.close()
    with pytest.raises(ConfigurationError, match="closed"):
        copied.send(GET_THING)


def test_nothing_is_left_to_finalizers() -> None:
    for path in Path(hms.__file__).parent.rglob("*.py"):
        names = {
            node.name for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.FunctionDef)
        }
        assert "__del__" not in names, path


def in_threads(work: Callable[[int], object], threads: int = 8) -> list[object]:
    """What the work gives in each of several threads that begin at the same time."""
    barrier = threading.Barrier(threads)

    def begin(number: int) -> object:
        barrier.wait()
        return work(number)

    with ThreadPoolExecutor(threads) as pool:
        return list(pool.map(begin, range(threads)))


def test_many_threads_over_one_client() -> None:
    clock = FakeClock()

    def respond(request: EngineRequest) -> EngineResponse:
        clock.now += 3600  # so that tokens are renewed all the time
        return answer({"id": request.url.rpartition("/")[2]})

    engine = FakeEngine(respond)
    client = Client(access_key="key", secret="s" * 32, engine=engine, clock=clock, base_url=BASE_URL)

    def work(number: int) -> None:
        for turn in range(50):
            thing = f"{number}-{turn}"
            call: Call[Any] = Call(operation=operation(), path=f"/things/{thing}")
            sender = client.with_options(headers={"X-Thing": thing}) if turn % 2 else client
            assert sender.send(call).parsed.id == thing

    in_threads(work)
    assert len(engine.requests) == 8 * 50
    for request in engine.requests:
        assert request.headers.get("X-Thing", thing := request.url.rpartition("/")[2]) == thing
    assert 1 < len(set(engine.tokens)) < len(engine.tokens)


def test_clients_with_different_secrets_share_no_token() -> None:
    secrets = [f"secret-{number}-" + "x" * 32 for number in range(8)]
    engine = FakeEngine(lambda _: answer())  # even over the same connections
    clients = [
        Client(access_key=f"key-{number}", secret=secret, engine=engine, base_url=f"{BASE_URL}/{number}")
        for number, secret in enumerate(secrets)
    ]
    in_threads(lambda number: [clients[number].send(GET_THING) for _ in range(20)])
    assert len(engine.requests) == 8 * 20
    for request, token in zip(engine.requests, engine.tokens, strict=True):
        number = int(request.url.removeprefix(f"{BASE_URL}/").partition("/")[0])
        claims = jwt.decode(token, secrets[number], algorithms=["HS256"], options={"verify_iat": False})
        assert claims["access_key"] == f"key-{number}"
    assert not any(secret in repr(clients) for secret in secrets)
