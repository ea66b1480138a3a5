from __future__ import annotations

import asyncio
from typing import Any

import pytest
from hms_fakes import GET_THING, LIST_THINGS, THINGS, AsyncFakeEngine, FakeEngine, answer

from hms import AsyncClient, Client, ConfigurationError, Timeout


def client(**arguments: Any) -> Client:
    return Client(management_token="tok", engine=FakeEngine(lambda _: answer()), **arguments)


@pytest.mark.parametrize(
    ("argument", "variable", "expected"),
    [
        (None, None, "https://api.100ms.live/v2"),
        (None, "", "https://api.100ms.live/v2"),
        (None, " http://127.0.0.1:8080/v2/\n", "http://127.0.0.1:8080/v2"),
        ("http://localhost:1/v2//", "http://other", "http://localhost:1/v2"),
    ],
)
def test_base_url(
    monkeypatch: pytest.MonkeyPatch, argument: str | None, variable: str | None, expected: str
) -> None:
    if variable is not None:
        monkeypatch.setenv("HMS_BASE_URL", variable)
    assert client(base_url=argument).base_url == expected


@pytest.mark.parametrize(
    "base_url",
    [
        "",
        "api.100ms.live/v2",
        "ftp://host/v2",
        "https://",
        "https://host/v2?a=1",
        "https://host/#x",
        "http://h:port",
        "https://user:planted@host/v2",
        "http://[::1/v2",
        "/v2",
    ],
)
def test_an_invalid_base_url_is_refused(base_url: str) -> None:
    with pytest.raises(ConfigurationError, match="base_url=") as caught:
        client(base_url=base_url)
    assert "planted" not in str(caught.value)


def test_an_invalid_base_url_of_the_environment_names_the_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HMS_BASE_URL", "nonsense")
    with pytest.raises(ConfigurationError, match="HMS_BASE_URL"):
        client()


@pytest.mark.parametrize("timeout", [0, -1, float("nan"), float("inf"), True, "5", None])
def test_an_invalid_timeout_is_refused(timeout: Any) -> None:
    with pytest.raises(ConfigurationError, match="timeout"):
        client(timeout=timeout)
    if timeout is not None:
        with pytest.raises(ConfigurationError, match="read timeout"):
            Timeout(read=timeout)


def test_http_client_and_engine_exclude_each_other() -> None:
    both: Any = object()
    with pytest.raises(ConfigurationError, match="http_client="):
        client(http_client=both)
    with pytest.raises(ConfigurationError, match="http_client="):
        AsyncClient(management_token="tok", http_client=both, engine=AsyncFakeEngine([]))


def test_a_closed_client_says_so() -> None:
    with client() as closed:
        assert closed.send(GET_THING).status == 200
    for use in (
        lambda: closed.send(GET_THING),
        lambda: closed.paginate(LIST_THINGS, THINGS),
        closed.__enter__,
    ):
        with pytest.raises(ConfigurationError, match="closed"):
            use()


def test_a_closed_asynchronous_client_says_so() -> None:
    async def scenario() -> None:
        engine = AsyncFakeEngine(lambda _: answer())
        async with AsyncClient(management_token="tok", engine=engine) as closed:
            assert (await closed.send(GET_THING)).status == 200
        with pytest.raises(ConfigurationError, match="closed"):
            await closed.send(GET_THING)
        with pytest.raises(ConfigurationError, match="closed"):
            await closed.paginate(LIST_THINGS, THINGS)
        assert engine.closed == 0

    asyncio.run(scenario())


def test_a_passed_in_engine_is_never_closed() -> None:
    engine = FakeEngine([])
    Client(management_token="tok", engine=engine).close()
    assert engine.closed == 0


def test_the_flow_ends_when_an_engine_is_interrupted() -> None:
    def interrupt(_: object) -> Any:
        raise KeyboardInterrupt

    interrupted = Client(management_token="tok", engine=FakeEngine(interrupt))
    with pytest.raises(KeyboardInterrupt):
        interrupted.send(GET_THING)


def test_repr_names_the_class_and_the_base_url() -> None:
    assert repr(client()) == "<hms.Client base_url='https://api.100ms.live/v2'>"
