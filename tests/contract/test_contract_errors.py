from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .calls import ABSENT
from .document import Operation, operations_of, read_document
from .envelope import problems_of_error
from .props import start_body
from .scene import Depth

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    import httpx
    from _pytest.mark import ParameterSet

    from .scene import Stage

    Authorization = Callable[[Operation], dict[str, str]]

OPERATIONS = operations_of(read_document())


def _each(operations: Iterable[Operation]) -> list[ParameterSet]:
    return [pytest.param(operation, id=operation.id) for operation in operations]


def _is_error(response: httpx.Response, status: int, operation: Operation | None = None) -> None:
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/json"
    token = response.request.headers["Authorization"].removeprefix("Bearer ")
    assert problems_of_error(status, response.content, token) == []
    if operation is not None:
        assert str(status) in operation.definition["responses"]


@pytest.mark.reads
@pytest.mark.parametrize("operation", _each(each for each in OPERATIONS if each.path_parameters))
def test_what_does_not_exist(api: httpx.Client, operation: Operation) -> None:
    path = operation.request_path({}, ABSENT)
    _is_error(api.request(operation.method, path, json=operation.example_body), 404, operation)


@pytest.mark.parametrize("body", ["", "{", "[1,]", "NaN", '"\\ud800"', "\x00"], ids=ascii)
@pytest.mark.parametrize("operation", _each(each for each in OPERATIONS if each.takes_body))
def test_a_body_that_is_no_json(
    api: httpx.Client, authorization: Authorization, operation: Operation, body: str
) -> None:
    path = operation.request_path({}, ABSENT)
    headers = {"Content-Type": "application/json"} | authorization(operation)
    _is_error(api.request(operation.method, path, content=body, headers=headers), 400, operation)


@pytest.mark.parametrize("operation", _each(each for each in OPERATIONS if each.takes_body))
def test_a_body_of_another_type(
    api: httpx.Client, authorization: Authorization, operation: Operation
) -> None:
    # Every documented body is an object or an array.
    path = operation.request_path({}, ABSENT)
    response = api.request(operation.method, path, json="text", headers=authorization(operation))
    _is_error(response, 400, operation)


@pytest.mark.parametrize(
    ("operation", "name"),
    [
        pytest.param(operation, parameter["name"], id=f"{operation.id}-{parameter['name']}")
        for operation in OPERATIONS
        for parameter in operation.parameters
        if parameter["in"] == "query"
        and (parameter["schema"].get("type") != "string" or "format" in parameter["schema"])
    ],
)
def test_a_query_parameter_of_another_type(
    api: httpx.Client, stage: Stage, operation: Operation, name: str
) -> None:
    path = operation.request_path(stage.values(operation.method, operation.path))
    _is_error(api.request(operation.method, path, params={name: "anything else"}), 400, operation)


@pytest.mark.reads
@pytest.mark.parametrize("path", ["/", "/nothing", "/rooms/one/two/three/four/five", "/rooms//"])
def test_a_path_that_leads_nowhere(api: httpx.Client, path: str) -> None:
    _is_error(api.get(path), 404)


ONCE = [
    pytest.param(operation, id=operation.id)
    for operation in OPERATIONS
    if operation.id in {"startRecording", "startLiveStream", "startExternalStream", "createStreamKey"}
]


@pytest.mark.parametrize("operation", ONCE)
def test_a_second_one_where_a_room_has_one(api: httpx.Client, stage: Stage, operation: Operation) -> None:
    room = (
        api.post("/rooms", json={"template_id": stage.scene(Depth.TEMPLATE).template_id})
        .raise_for_status()
        .json()
    )
    path = operation.request_path({"room_id": room["id"]})
    body = start_body(operation.path.split("/")[1]) if operation.takes_body else None
    assert api.request(operation.method, path, json=body).status_code == 200
    _is_error(api.request(operation.method, path, json=body), 400, operation)


def test_a_call_that_nobody_takes(api: httpx.Client, stage: Stage) -> None:
    operation = next(each for each in OPERATIONS if each.id == "startOutboundCall")
    body = {
        "to": "+14155550123",
        "room_code": stage.scene(Depth.CODES).codes[0],
        "trunk_id": stage.props.once("trunk")["trunk_id"],
    }
    stage.props.control("/calls", {"outcome": "timed_out"})
    _is_error(api.post(operation.path, json=body), 408, operation)
    assert api.post(operation.path, json=body).status_code == 200
