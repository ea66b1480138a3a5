"""The proof of reach is itself tested: it must notice a run that reached nothing."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from .document import Operation, operations_of, read_document
from .envelope import problems_of_error
from .reach import Statuses, operations_of_curl, slowest_of_har, statuses_of_har, unreached

OPERATIONS = operations_of(read_document())
BASE = "http://127.0.0.1:1/v2"


def _entry(method: str, url: str, status: int) -> dict[str, Any]:
    return {"request": {"method": method, "url": url}, "response": {"status": status}}


def _complete() -> dict[str, tuple[int, ...]]:
    return {operation.id: (200, *operation.reachable_errors) for operation in OPERATIONS}


def _seen(calls: dict[str, tuple[int, ...]]) -> Statuses:
    return {operation: Counter(statuses) for operation, statuses in calls.items()}


def test_a_report_is_read_back() -> None:
    entries = [
        _entry(operation.method, BASE + operation.request_path({}, "some%2Fthing"), status)
        for operation in OPERATIONS
        for status in _complete()[operation.id]
    ]
    assert statuses_of_har({"log": {"entries": entries}}, OPERATIONS, "/v2") == _seen(_complete())


def test_the_slowest_answers() -> None:
    times = {"listRooms": (12.0, 1500.0, 3.0), "createRoom": (7.0,)}
    entries = [
        {**_entry("GET" if name == "listRooms" else "POST", f"{BASE}/rooms", 200), "time": time}
        for name, taken in times.items()
        for time in taken
    ]
    assert slowest_of_har({"log": {"entries": entries}}, OPERATIONS, "/v2") == {
        "listRooms": 1.5,
        "createRoom": 0.007,
    }


def test_the_operations_of_curl_commands() -> None:
    text = f"""
    curl -X GET -H 'Authorization: [Filtered]' '{BASE}/rooms?limit=10'
    curl -X POST -H 'Authorization: [Filtered]' -d '{{"name": "https://a.example"}}' {BASE}/rooms/one
    curl -X GET {BASE}/rooms
    curl -X PURGE {BASE}/rooms
    """
    assert [each.id for each in operations_of_curl(text, OPERATIONS, "/v2")] == ["listRooms", "updateRoom"]


def test_a_complete_run() -> None:
    assert unreached(_seen(_complete()), OPERATIONS) == []


@pytest.mark.parametrize("operation", OPERATIONS, ids=[each.id for each in OPERATIONS])
def test_one_operation_without_success(operation: Operation) -> None:
    calls = _complete() | {operation.id: operation.reachable_errors}
    (problem,) = unreached(_seen(calls), OPERATIONS)
    assert problem.startswith(f"{operation.id} ({operation.label}) never answered 2xx; got")


@pytest.mark.parametrize("operation", OPERATIONS, ids=[each.id for each in OPERATIONS])
def test_one_operation_without_one_of_its_errors(operation: Operation) -> None:
    assert 401 in operation.reachable_errors
    for error in operation.reachable_errors:
        calls = _complete()
        calls[operation.id] = tuple(status for status in calls[operation.id] if status != error)
        (problem,) = unreached(_seen(calls), OPERATIONS)
        assert f"{operation.id} ({operation.label}) never answered {error};" in problem
        assert unreached(_seen(calls), OPERATIONS, errors=()) == []


def test_a_run_that_is_always_refused() -> None:
    calls: dict[str, tuple[int, ...]] = {operation.id: (401,) for operation in OPERATIONS}
    assert len(unreached(_seen(calls), OPERATIONS)) == len(OPERATIONS)
    assert len(unreached(_seen(calls), OPERATIONS, errors=())) == len(OPERATIONS)


def test_an_empty_run() -> None:
    problems = unreached(statuses_of_har({"log": {"entries": []}}, OPERATIONS, "/v2"), OPERATIONS)
    assert len(problems) == len(OPERATIONS)
    assert all(problem.endswith("got nothing") for problem in problems)


def test_calls_that_belong_to_no_operation_prove_nothing() -> None:
    entries = [
        _entry("PUT", f"{BASE}/rooms", 200),
        _entry("GET", f"{BASE}/rooms/one/two", 200),
        _entry("GET", "http://127.0.0.1:1/_mock/requests", 200),
        _entry("GET", f"{BASE}/rooms", 0),
    ]
    assert statuses_of_har({"log": {"entries": entries}}, OPERATIONS, "/v2") == {}


def test_a_fixed_segment_counts_before_a_parameter() -> None:
    document = {
        "security": [{"managementToken": []}],
        "paths": {
            "/things/{id}": {
                "parameters": [{"name": "id", "in": "path"}],
                "get": {"operationId": "getThing", "responses": {"200": {}}},
            },
            "/things/latest": {"get": {"operationId": "getLatest", "responses": {"200": {}}}},
        },
    }
    operations = operations_of(document)
    entries = [
        _entry("GET", "http://host/things/latest?a=b", 200),
        _entry("GET", "http://host/things/1", 404),
    ]
    seen = statuses_of_har({"log": {"entries": entries}}, operations, "")
    assert seen == {"getLatest": Counter({200: 1}), "getThing": Counter({404: 1})}


@pytest.mark.parametrize(
    ("status", "content", "found"),
    [
        (204, b"", []),
        (404, b'{"code":404,"message":"Room not found","details":[]}', []),
        (404, b'{"code":404,"message":"Room not found"}', []),
        (404, b'{"code":400,"message":"Room not found"}', ["`code` is 400, the HTTP status is 404"]),
        (404, b'{"code":"404","message":"Room not found"}', ["`code` is '404', the HTTP status is 404"]),
        (404, b'{"code":404,"message":" "}', ["`message` says nothing"]),
        (404, b'{"code":404}', ["`message` says nothing"]),
        (404, b"", ["the body is no JSON"]),
        (404, b"<html>", ["the body is no JSON"]),
        (404, b"[]", ["the body is no JSON object"]),
        (
            401,
            b'{"code":401,"message":"bad token aaaaaaaaaa.bbbbbbbbbb.cccccccccc"}',
            ["the body repeats the bearer token of the request"],
        ),
    ],
)
def test_the_check_of_the_error_envelope(status: int, content: bytes, found: list[str]) -> None:
    assert problems_of_error(status, content, "aaaaaaaaaa.bbbbbbbbbb.cccccccccc") == found
