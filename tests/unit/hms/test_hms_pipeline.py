from __future__ import annotations

import logging
import re
import sys
import tomllib
from pathlib import Path
from types import NoneType
from typing import TYPE_CHECKING, Any

import pytest
from hms_fakes import BASE_URL, GET_THING, LIST_THINGS, Driver, ThingMap, answer, operation

import hms
from hms import Call, DecodeError, EngineError, EngineRequest, EngineResponse, EngineTimeoutError

if TYPE_CHECKING:
    from collections.abc import Callable


def test_the_request_of_a_call_without_a_body(drive: Callable[..., Driver]) -> None:
    driver = drive([answer()], management_token="tok")
    driver.send(GET_THING)
    (request,) = driver.engine.requests
    assert (request.method, request.url, request.body) == ("GET", f"{BASE_URL}/things/t1", None)
    assert dict(request.headers) == {
        "Accept": "application/json",
        "User-Agent": f"hms-server-sdk/{hms.__version__} python/{sys.version.split()[0].rstrip('+')}",
        "Authorization": "Bearer tok",
    }
    assert request.timeout == hms.Timeout(connect=5, read=30, write=30, pool=30)


def test_the_request_of_a_call_with_a_body(drive: Callable[..., Driver]) -> None:
    driver = drive([answer()], timeout=2.5)
    driver.send(Call(operation=operation(method="POST"), path="/things", query=(("q", "ä /"),), body=b"{}"))
    (request,) = driver.engine.requests
    assert request.url == f"{BASE_URL}/things?q=%C3%A4+%2F"
    assert request.body == b"{}"
    assert request.headers["content-type"] == "application/json"
    assert request.timeout == hms.Timeout(connect=2.5, read=2.5, write=2.5, pool=2.5)


def test_the_response_as_it_came_and_parsed(drive: Callable[..., Driver]) -> None:
    body = b'{"id": "t1", "size": 3, "unknown": 1}'
    response = drive([answer(body, status=201, headers={"X-Request-Id": "r1"})]).send(GET_THING)
    assert (response.status, response.content) == (201, body)
    assert response.headers["x-request-id"] == "r1"
    assert (response.parsed.id, response.parsed.size) == ("t1", 3)


def test_an_operation_without_a_response_body_reads_none(drive: Callable[..., Driver]) -> None:
    call: Call[None] = Call(operation=operation(NoneType, method="DELETE"), path="/things/t1")
    assert drive([answer(b"", status=204)]).send(call).parsed is None
    assert drive([answer(b"<html>", status=200)]).send(call).parsed is None


@pytest.mark.parametrize(
    ("failure", "error_class"),
    [
        (EngineError("ConnectError: refused"), hms.APIConnectionError),
        (EngineTimeoutError("slow"), hms.APITimeoutError),
    ],
)
def test_no_answer(
    drive: Callable[..., Driver], failure: EngineError, error_class: type[hms.CallError]
) -> None:
    cause = OSError("of the network")

    def respond(_: EngineRequest) -> EngineResponse:
        raise failure from cause

    with pytest.raises(hms.APIConnectionError) as caught:
        drive(respond).send(GET_THING)
    assert type(caught.value) is error_class
    assert caught.value.__cause__ is cause
    assert caught.value.operation == "getThing"
    assert str(failure) in str(caught.value)


@pytest.mark.parametrize("strict", [False, True])
@pytest.mark.parametrize("body", [b"", b"<html></html>", b'{"id": "t1"', b"\xff", b"{'id': 't1'}"])
def test_a_body_that_is_no_json_always_raises(
    drive: Callable[..., Driver], body: bytes, strict: bool
) -> None:
    with pytest.raises(DecodeError, match="is no JSON") as caught:
        drive([answer(body)], strict=strict).send(GET_THING)
    error = caught.value
    assert (error.operation, error.json_path, error.body, error.problems) == ("getThing", "$", body, ())


ODD_LIST = {"data": [{"id": "a", "size": 1}, {"id": 2}, {"size": "planted"}], "last": None}


def test_strict_raises_for_the_first_problem_and_carries_all(drive: Callable[..., Driver]) -> None:
    with pytest.raises(DecodeError, match=re.escape("$.data[1].id")) as caught:
        drive([answer(ODD_LIST)], strict=True).send(LIST_THINGS)
    error = caught.value
    assert error.json_path == "$.data[1].id"
    assert [problem.path for problem in error.problems] == ["$.data[1].id", "$.data[2].id", "$.data[2].size"]
    assert b"planted" in error.body
    assert "planted" not in str(error)


def test_strict_raises_for_an_undocumented_member_that_others_take_in_silence(
    drive: Callable[..., Driver], caplog: pytest.LogCaptureFixture
) -> None:
    driver = drive(lambda _: answer({"id": "t1", "secret-of-tomorrow": "planted"}))
    assert driver.send(GET_THING).parsed.id == "t1"
    with pytest.raises(DecodeError, match="`Thing` has no such member; got `str`") as caught:
        driver.send(GET_THING, strict=True)
    assert caught.value.json_path == '$["secret-of-tomorrow"]'
    assert "planted" not in str(caught.value) + repr(caught.value.problems)
    assert not caplog.records


def test_a_tolerant_client_keeps_the_value_and_logs_each_place_once(
    drive: Callable[..., Driver], caplog: pytest.LogCaptureFixture
) -> None:
    driver = drive(lambda _: answer(ODD_LIST))
    with caplog.at_level(logging.WARNING, "hms"):
        for _ in range(3):
            things = driver.send(LIST_THINGS).parsed.data
    assert (things[1].id, things[2].size) == (2, "planted")
    assert {record.name for record in caplog.records} == {"hms.decode"}
    assert {record.levelname for record in caplog.records} == {"WARNING"}
    messages = [record.getMessage() for record in caplog.records]
    assert len(messages) == 2
    assert all("listThings" in message for message in messages)
    assert "$.data[1].id" in messages[0]
    assert "$.data[2].size" in messages[1]
    assert "planted" not in caplog.text


def test_log_once_is_per_client_and_operation(
    drive: Callable[..., Driver], caplog: pytest.LogCaptureFixture
) -> None:
    other: Call[Any] = Call(operation=operation(id="otherThing"), path="/things/t2")
    for _ in range(2):
        driver = drive(lambda _: answer({"id": 1}))
        driver.send(GET_THING)
        driver.send(other)
        driver.send(other)
    operations = [re.findall(r"\w+Thing", record.getMessage())[0] for record in caplog.records]
    assert operations == ["getThing", "otherThing"] * 2


def test_keys_of_maps_and_endless_places_do_not_flood_the_log(
    drive: Callable[..., Driver], caplog: pytest.LogCaptureFixture
) -> None:
    call: Call[Any] = Call(operation=operation(ThingMap), path="/things")
    drive([answer({"things": {f"peer-{index}": {"id": 1} for index in range(50)}})]).send(call)
    assert len(caplog.records) == 1
    caplog.clear()
    drive([answer({"things": {f"peer_{index}": {"id": 1} for index in range(1100)}})]).send(call)
    assert len(caplog.records) == 1000


def test_one_debug_line_for_each_request(
    drive: Callable[..., Driver], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, "hms")
    driver = drive([answer({}, status=401), answer()])
    driver.send(GET_THING)
    lines = [record.getMessage() for record in caplog.records if record.name == "hms"]
    assert len(lines) == 2
    assert re.fullmatch(r"GET getThing: attempt 1: 401 in \d+ ms", lines[0])
    assert re.fullmatch(r"GET getThing: attempt 2: 200 in \d+ ms", lines[1])


def test_a_debug_line_when_there_is_no_answer(
    drive: Callable[..., Driver], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, "hms")

    def respond(_: EngineRequest) -> EngineResponse:
        raise EngineError("refused") from ConnectionRefusedError()

    with pytest.raises(hms.APIConnectionError):
        drive(respond).send(GET_THING)
    (line,) = [record.getMessage() for record in caplog.records if record.name == "hms"]
    assert re.fullmatch(r"GET getThing: attempt 1: no answer after \d+ ms: ConnectionRefusedError", line)


def test_the_version_is_that_of_the_distribution() -> None:
    project = tomllib.loads((Path(__file__).parents[3] / "pyproject.toml").read_text())["project"]
    assert project.get("version", hms.__version__) == hms.__version__
