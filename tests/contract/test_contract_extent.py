"""What is said about how much was reached is itself tested: it must notice every gap."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest

from .extent import FLOORS, KINDS, Extent, extent_of_har

NODE = {
    "type": "object",
    "properties": {
        "name": {"type": "string", "maxLength": 9},
        "labels": {"type": "object", "additionalProperties": {"$ref": "#/components/schemas/Label"}},
        "parts": {"type": "array", "items": {"$ref": "#/components/schemas/Node"}},
    },
    "required": ["name"],
    "additionalProperties": False,
    "allOf": [{"properties": {"size": {"type": "integer"}}}],
}
DOCUMENT: dict[str, Any] = {
    "servers": [{"url": "https://api.example.com/v2"}],
    "security": [{"managementToken": []}],
    "components": {
        "schemas": {
            "Node": NODE,
            "Label": {"oneOf": [{"properties": {"color": {}}}, {"properties": {"shape": {}}}]},
        }
    },
    "paths": {
        "/nodes/{id}": {
            "parameters": [{"name": "id", "in": "path"}],
            "post": {
                "operationId": "updateNode",
                "parameters": [{"name": "dry", "in": "query"}],
                "requestBody": {
                    "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Node"}}}
                },
                "responses": {
                    "200": {
                        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Node"}}}
                    },
                    "404": {},
                    "429": {},
                    "500": {},
                },
            },
        }
    },
}
MEMBERS = ["labels", "labels.*", "labels.*.color", "labels.*.shape", "name", "parts", "size"]
KEYWORDS = [
    *("body type", "body required name", "body additionalProperties"),
    *("name type", "name maxLength", "labels type", "parts type", "size type"),
]
VALUE: dict[str, Any] = {
    "name": "",
    "size": None,
    "labels": {"one": {"color": 1}, "other": {"shape": 2}},
    "parts": [
        {"name": "inside", "size": 1, "labels": {"a": {"color": 0, "shape": 0}}, "parts": [], "more": 1}
    ],
}


def _entry(
    status: int, *, query: str = "?dry=true", body: Any = VALUE, answer: Any = VALUE
) -> dict[str, Any]:
    return {
        "request": {
            "method": "POST",
            "url": f"http://127.0.0.1:1/v2/nodes/one{query}",
            "postData": {"text": json.dumps(body)},
        },
        "response": {"status": status, "content": {"text": json.dumps(answer)}},
    }


def _extent(*entries: dict[str, Any]) -> Extent:
    return extent_of_har({"log": {"entries": entries}}, DOCUMENT)


def _gaps(extent: Extent) -> dict[str, list[str]]:
    (operation,) = extent.operations
    return {kind: lacking for kind in KINDS if (lacking := extent.unreached(operation, kind))}


def test_what_is_documented() -> None:
    assert _gaps(_extent()) == {
        "parameters": ["dry", "id"],
        "members": _members(),
        "keywords": _keywords(),
        # Failures of the server and limits of its own are none of the contract.
        "statuses": ["200", "404"],
        "answers": _members(),
    }


def _members() -> list[str]:
    # The schema is entered once more where it is inside of itself.
    return sorted([*MEMBERS, *(f"parts.{each}" for each in MEMBERS)])


def _keywords() -> list[str]:
    below = [each.replace("body", "parts", 1) if "body" in each else f"parts.{each}" for each in KEYWORDS]
    # What holds the schema inside of itself is the same again there.
    return sorted({*KEYWORDS, *below} - {"parts.parts type"})


WRONG: dict[str, Any] = {"name": 1, "labels": 1, "parts": 1, "size": ""}
LONG: dict[str, Any] = {"name": "more than nine"}


def test_everything_was_reached() -> None:
    value = copy.deepcopy(VALUE)
    value["parts"] = [copy.deepcopy(VALUE)]
    wrong = [WRONG, LONG, {"more": 1}, {"parts": [WRONG, LONG, {"more": 1}, 1]}, 1]
    extent = _extent(
        _entry(200, body=value, answer=value), _entry(404), *(_entry(400, body=each) for each in wrong)
    )
    assert _gaps(extent) == {}
    assert extent.shortfalls(dict.fromkeys(KINDS, 1.0)) == []
    assert extent.markdown().endswith("Nothing.\n")


def _without(name: str) -> dict[str, Any]:
    value = copy.deepcopy(VALUE)
    del value[name]
    return value


@pytest.mark.parametrize(
    ("kind", "entry", "gap"),
    [
        ("parameters", _entry(200, query=""), "dry"),
        ("members", _entry(200, body=_without("name")), "name"),
        ("members", _entry(200, body={**VALUE, "labels": {}}), "labels.*"),
        ("members", _entry(200, body={**VALUE, "labels": {"one": {"color": 1}}}), "labels.*.shape"),
        ("members", _entry(200, body=[]), "size"),
        ("answers", _entry(200, answer=_without("size")), "size"),
        ("answers", _entry(200, answer={**VALUE, "parts": [{}]}), "parts.name"),
        ("keywords", _entry(400, body=WRONG), "name maxLength"),
        ("keywords", _entry(400, body=LONG), "name type"),
        ("keywords", _entry(400, body=VALUE), "name type"),
        ("keywords", _entry(200, body=WRONG), "name type"),
        ("keywords", _entry(400, body={"name": "", "more": 1}), "body required name"),
        ("keywords", _entry(400, body={}), "body additionalProperties"),
        ("statuses", _entry(404), "200"),
        ("parameters", _entry(404), "id"),
        ("members", _entry(404), "name"),
        ("answers", _entry(404), "name"),
    ],
)
def test_a_gap(kind: str, entry: dict[str, Any], gap: str) -> None:
    extent = _extent(entry)
    assert gap in _gaps(extent)[kind]
    (shortfall,) = extent.shortfalls({kind: 1.0})
    assert f"of the {kind} were reached, and 100.0% have to be; not reached: updateNode" in shortfall
    assert gap in shortfall
    assert extent.shortfalls({kind: extent.share(kind)}) == []
    assert f"- updateNode, {kind}: " in extent.markdown()


def test_the_report_counts() -> None:
    lines = _extent(_entry(404)).markdown().splitlines()
    known, keywords = len(_members()), len(_keywords())
    assert f"| updateNode | 0/2 | 0/{known} | 0/{keywords} | 1/2 | 0/{known} |" in lines
    assert (
        f"| all | 0/2, 0.0% | 0/{known}, 0.0% | 0/{keywords}, 0.0% | 1/2, 50.0% | 0/{known}, 0.0% |" in lines
    )


def test_every_kind_has_a_floor() -> None:
    assert FLOORS.keys() == set(KINDS)
    assert all(0 < floor <= 1 for floor in FLOORS.values())
