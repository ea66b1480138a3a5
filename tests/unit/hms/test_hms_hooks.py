from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

import pytest
from hms_fakes import GET_THING, Driver, answer

import hms
from hms import AsyncClient, AttemptEnded, AttemptStarted, Client, ConfigurationError, EngineError, Retry

if TYPE_CHECKING:
    from collections.abc import Callable

    from hms import EngineRequest, EngineResponse

THING: dict[str, Any] = {
    "operation": "getThing",
    "method": "GET",
    "path": "/things/t1",
    "path_template": "/things/{thing_id}",
}


def ended(attempt: int, **values: Any) -> AttemptEnded:
    defaults = {"status": None, "error": None, "elapsed": 0.0, "retry_in": None, "request_id": None}
    return AttemptEnded(**THING, attempt=attempt, **{**defaults, **values})


def started(attempt: int) -> AttemptStarted:
    return AttemptStarted(**THING, attempt=attempt)


@pytest.fixture
def told() -> list[AttemptStarted | AttemptEnded]:
    return []


@pytest.fixture
def hooks(told: list[Any]) -> dict[str, Any]:
    return {"on_attempt_start": told.append, "on_attempt_end": told.append}


def test_every_attempt_is_told(drive: Callable[..., Driver], hooks: dict[str, Any], told: list[Any]) -> None:
    def respond(_: EngineRequest) -> EngineResponse:
        driver.time.now += 0.25
        if len(driver.engine.requests) == 1:
            raise EngineError("broken") from ConnectionResetError()
        if len(driver.engine.requests) == 2:
            return answer({}, status=503, headers={"Retry-After": "3", "x-request-id": "r2"})
        return answer(headers={"X-Request-Id": "r3"})

    driver = drive(respond, retries=Retry(random=lambda: 1.0), **hooks)
    driver.send(GET_THING)
    assert told == [
        started(1),
        ended(1, error="ConnectionResetError", elapsed=0.25, retry_in=0.5),
        started(2),
        ended(2, status=503, elapsed=0.25, retry_in=4.0, request_id="r2"),
        started(3),
        ended(3, status=200, elapsed=0.25, request_id="r3"),
    ]
    assert driver.time.sleeps == [0.5, 4.0]


def test_the_last_attempt_of_a_call_that_fails(
    drive: Callable[..., Driver], hooks: dict[str, Any], told: list[Any]
) -> None:
    with pytest.raises(hms.NotFoundError):
        drive([answer({}, status=404)], **hooks).send(GET_THING)
    assert told == [started(1), ended(1, status=404)]
    told.clear()

    def respond(_: EngineRequest) -> EngineResponse:
        raise EngineError("broken")

    with pytest.raises(hms.APIConnectionError):
        drive(respond, **hooks).send(GET_THING)
    assert told == [started(1), ended(1, error="EngineError")]


def test_a_request_with_a_new_token_is_an_attempt(
    drive: Callable[..., Driver], hooks: dict[str, Any], told: list[Any]
) -> None:
    drive([answer({}, status=401), answer()], **hooks).send(GET_THING)
    assert told == [started(1), ended(1, status=401), started(2), ended(2, status=200)]


def test_hooks_are_told_no_secret(
    drive: Callable[..., Driver], hooks: dict[str, Any], told: list[Any]
) -> None:
    def echo(request: EngineRequest) -> EngineResponse:
        return answer(headers={"X-Request-Id": request.headers["Authorization"]})

    driver = drive(echo, **hooks)
    driver.send(GET_THING)
    assert told[-1].request_id == "Bearer ***"
    assert driver.engine.tokens[0] not in repr(told)


def test_views_of_a_client_tell_the_same_hooks(
    drive: Callable[..., Driver], hooks: dict[str, Any], told: list[Any]
) -> None:
    drive([answer()], **hooks).send(GET_THING, timeout=1)
    assert told == [started(1), ended(1, status=200)]


def test_a_hook_that_fails_is_logged_and_the_call_goes_on(
    drive: Callable[..., Driver], caplog: pytest.LogCaptureFixture
) -> None:
    def fail(_: object) -> None:
        raise ZeroDivisionError

    driver = drive(lambda _: answer(), on_attempt_start=fail, on_attempt_end=fail)
    assert driver.send(GET_THING).parsed.id == "t1"
    records = [(record.name, record.levelname, record.getMessage()) for record in caplog.records]
    assert records == [
        ("hms", "ERROR", f"a hook failed on {event}; the call goes on")
        for event in ("AttemptStarted", "AttemptEnded")
    ]
    assert "ZeroDivisionError" in caplog.text


def test_a_hook_that_is_interrupted_interrupts_the_call(drive: Callable[..., Driver]) -> None:
    def interrupt(_: object) -> None:
        raise KeyboardInterrupt

    driver = drive(lambda _: answer(), on_attempt_start=interrupt)
    with pytest.raises(KeyboardInterrupt):
        driver.send(GET_THING)
    assert driver.engine.requests == []


def test_asynchronous_hooks_are_awaited(told: list[Any], caplog: pytest.LogCaptureFixture) -> None:
    async def hook(event: object) -> None:
        told.append(event)
        raise ZeroDivisionError

    driver = Driver([answer()], asynchronous=True, on_attempt_start=hook, on_attempt_end=hook)
    driver.send(GET_THING)
    assert told == [started(1), ended(1, status=200)]
    assert [record.levelno for record in caplog.records] == [logging.ERROR] * 2


@pytest.mark.parametrize("name", ["on_attempt_start", "on_attempt_end"])
def test_what_cannot_be_a_hook_is_refused(name: str) -> None:
    async def hook(_: object) -> None: ...

    asynchronous: dict[str, Any] = {name: hook}
    with pytest.raises(ConfigurationError, match=f"{name}= of hms.Client must be a plain function"):
        Client(management_token="tok", **asynchronous)
    wrong: dict[str, Any] = {name: "print"}
    for client in (Client, AsyncClient):
        with pytest.raises(ConfigurationError, match=f"{name}= must be a function, not str"):
            client(management_token="tok", **wrong)
