from __future__ import annotations

import copy
from typing import Any

import pytest

from generator.lower import lower


def lowered_member(document: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    """What becomes of a schema that is a member of an object."""
    document["components"]["schemas"]["Thing"]["properties"]["extra"] = schema
    member: dict[str, Any] = lower(document)["components"]["schemas"]["Thing"]["properties"]["extra"]
    return member


@pytest.mark.parametrize(
    ("schema", "lowered"),
    [
        ({"type": "integer", "default": 10, "minimum": 1}, {"type": "integer", "minimum": 1}),
        ({"type": "boolean", "default": False}, {"type": "boolean"}),
        ({"type": ["string", "null"], "default": None}, {"type": ["string", "null"]}),
        (
            {"type": "array", "items": {"type": "string", "default": "x"}},
            {"type": "array", "items": {"type": "string"}},
        ),
        (
            {"oneOf": [{"type": "string", "default": "x"}, {"type": "null"}]},
            {"oneOf": [{"type": "string"}, {"type": "null"}]},
        ),
        ({"type": "string", "format": "date-time"}, {"type": "string", "format": "date-time"}),
        ({"type": "string", "format": "date"}, {"type": "string"}),
        ({"type": "string", "format": "uri"}, {"type": "string"}),
        ({"type": "string", "format": "uuid"}, {"type": "string"}),
        ({"type": "string", "format": "password"}, {"type": "string"}),
        ({"type": "integer", "format": "int64"}, {"type": "integer"}),
        (
            {"type": ["string", "null"], "enum": ["a", "b", None]},
            {"oneOf": [{"type": "string", "enum": ["a", "b"]}, {"type": "null"}]},
        ),
        ({"type": "string", "enum": ["a", "b"]}, {"type": "string", "enum": ["a", "b"]}),
        ({"type": ["string", "null"]}, {"type": ["string", "null"]}),
        ({"type": "object", "additionalProperties": True}, {"type": "object", "additionalProperties": {}}),
        (
            {"type": "object", "additionalProperties": False},
            {"type": "object", "additionalProperties": False},
        ),
        ({"type": "array", "items": True}, {"type": "array", "items": {}}),
    ],
)
def test_schemas_are_rewritten(
    document: dict[str, Any], schema: dict[str, Any], lowered: dict[str, Any]
) -> None:
    assert lowered_member(document, schema) == lowered


def test_a_member_that_is_named_like_a_keyword_stays(document: dict[str, Any]) -> None:
    members = {name: {"type": "string"} for name in ("default", "format", "enum")}
    document["components"]["schemas"]["Thing"]["properties"] = members
    assert lower(document)["components"]["schemas"]["Thing"]["properties"] == members


def test_the_schemas_of_parameters_are_rewritten_too(document: dict[str, Any]) -> None:
    limit = lower(document)["paths"]["/things"]["get"]["parameters"][1]
    assert limit["schema"] == {"type": "integer", "minimum": 10, "maximum": 100}
    assert limit["example"] == 20


def test_only_successes_are_left_of_the_responses(document: dict[str, Any]) -> None:
    document["paths"]["/things"]["post"]["responses"]["202"] = {"description": "Later."}
    lowered = lower(document)
    assert list(lowered["paths"]["/things"]["get"]["responses"]) == ["200"]
    assert list(lowered["paths"]["/things"]["post"]["responses"]) == ["200", "202"]


def test_examples_are_left_as_they_are(document: dict[str, Any]) -> None:
    content = document["paths"]["/things"]["post"]["requestBody"]["content"]["application/json"]
    content["examples"]["shown"]["value"] = {"name": "x", "default": 1, "format": "uri"}
    lowered = lower(document)["paths"]["/things"]["post"]["requestBody"]["content"]["application/json"]
    assert lowered["examples"] == content["examples"]


def test_the_document_itself_is_not_changed(document: dict[str, Any]) -> None:
    document["components"]["schemas"]["Thing"]["properties"]["extra"] = {
        "type": ["string", "null"],
        "enum": ["a", None],
        "default": "a",
    }
    before = copy.deepcopy(document)
    lowered = lower(document)
    assert document == before
    assert lowered != before
