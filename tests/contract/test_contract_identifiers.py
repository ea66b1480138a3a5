"""An identifier stands for one object: of one kind, and within what it belongs to."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from .calls import NAMES, OPERATIONS, READS, differences, good_call, look, look_behind, required_query
from .document import read_document
from .values import Catalogue

if TYPE_CHECKING:
    import httpx

    from .calls import Call
    from .document import Operation
    from .scene import Stage

CATALOGUE = Catalogue(read_document())


def _of_path(operation: Operation) -> list[str]:
    """The parameters of the path that identify an object."""
    return [name for name in operation.path_parameters if name not in NAMES]


IDENTIFIERS = {name for operation in OPERATIONS for name in _of_path(operation)}


def _of_all(operation: Operation) -> list[str]:
    """What identifies an object in the path, in the query or in the body."""
    members = CATALOGUE.resolved(operation.body_schema).get("properties", {})
    return [*_of_path(operation), *required_query(operation), *(IDENTIFIERS & members.keys())]


def _with(call: Call, name: str, value: str) -> Call:
    """The call with another identifier in one place."""
    if name in call.operation.path_parameters:
        return replace(call, values={**call.values, name: value})
    if name in required_query(call.operation):
        return replace(call, query={**call.query, name: value})
    return replace(call, body={**call.body, name: value})


def _kind(operation: Operation, name: str) -> str:
    # Streams of both kinds are called the same.
    return operation.family if name == "stream_id" else name


def _one_of_each_kind(stage: Stage) -> dict[str, str]:
    """An identifier of each kind of object that can be read."""
    return {
        _kind(operation, name): good_call(stage, operation).values[name]
        for operation in READS
        for name in _of_path(operation)
    }


IDENTIFYING = [each for each in OPERATIONS if _of_path(each)]


@pytest.mark.parametrize("operation", IDENTIFYING, ids=[each.id for each in IDENTIFYING])
def test_an_object_of_another_kind_is_not_there(
    api: httpx.Client, control: httpx.Client, stage: Stage, operation: Operation
) -> None:
    """The identifier of something else names nothing: 404, and nothing happens to what it does name."""
    call = good_call(stage, operation)
    others = _one_of_each_kind(stage)
    before = look(api, {**others, **call.values}) | look_behind(control)
    for name in _of_path(operation):
        for kind, value in others.items():
            if kind != _kind(operation, name):
                response = _with(call, name, value).send(api)
                assert response.status_code == 404, f"a {kind} for the {name}: {response.text}"
    assert not differences(before, look(api, {**others, **call.values}) | look_behind(control))


WITHIN = [each for each in OPERATIONS if len(_of_all(each)) > 1]


@pytest.mark.parametrize("operation", WITHIN, ids=[each.id for each in WITHIN])
def test_what_belongs_elsewhere_is_not_there(
    api: httpx.Client, control: httpx.Client, stage: Stage, operation: Operation
) -> None:
    """What is in one object is not found in another one of its kind, and nothing happens to it."""
    calls = []
    for _ in range(2):
        stage.spend()
        call = good_call(stage, operation)
        for name in _of_all(operation):
            call = _with(call, name, call.values[name])
        calls.append(call)
    call, elsewhere = calls
    before = look(api, call.values) | look_behind(control)
    for name in _of_all(operation):
        response = _with(call, name, elsewhere.values[name]).send(api)
        assert response.status_code == 404, f"the {name} is another one: {response.text}"
    assert not differences(before, look(api, call.values) | look_behind(control))
    assert call.send(api).status_code == operation.success[0], "where it belongs it is found"
    stage.spend()
