from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from openapi_python_client import strings

from generator.errors import DocumentError
from generator.lower import lower
from generator.parse import parse

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def test_every_operation_and_schema_is_parsed(document: dict[str, Any], tmp_path: Path) -> None:
    parsed = parse(lower(document), output=tmp_path)
    names = [
        endpoint.name for tag in parsed.endpoint_collections_by_tag.values() for endpoint in tag.endpoints
    ]
    assert sorted(names) == ["create_thing", "get_thing", "list_things"]
    assert sorted(model.class_info.name for model in parsed.models) == [
        "CreateThingRequest",
        "Error",
        "Thing",
        "ThingList",
    ]
    assert [enum.class_info.name for enum in parsed.enums] == ["Color"]


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(
            lambda document: document["paths"]["/things"]["get"]["parameters"][0].update(
                {"in": "path", "required": True}
            ),
            id="parameter that is not in the path",
        ),
        pytest.param(
            lambda document: document["paths"]["/things"]["get"]["parameters"][0].update(
                schema={"$ref": "#/components/schemas/Nothing"}
            ),
            id="parameter of no schema",
        ),
        pytest.param(
            lambda document: document["components"]["schemas"]["Thing"]["properties"].update(
                extra={"$ref": "https://example.com/thing.json"}
            ),
            id="schema elsewhere",
        ),
        pytest.param(
            lambda document: document["components"]["schemas"]["Color"].update(enum=["a", 1]),
            id="enum of different types",
        ),
        pytest.param(
            lambda document: document["components"]["schemas"]["Thing"]["properties"].update(
                {"a b": {"type": "string"}, "a-b": {"type": "string"}}
            ),
            id="members with the same Python name",
        ),
        pytest.param(
            lambda document: document["paths"]["/things"]["post"]["requestBody"].update(
                content={"text/csv": {"schema": {"type": "string"}}}
            ),
            id="body of a media type that it cannot send",
        ),
        pytest.param(lambda document: document.pop("info"), id="no OpenAPI document"),
    ],
)
def test_what_the_generator_would_drop_is_an_error(
    document: dict[str, Any], change: Callable[[dict[str, Any]], object], tmp_path: Path
) -> None:
    change(document)
    with pytest.raises(DocumentError) as caught:
        parse(lower(document), output=tmp_path)
    assert caught.value.mistakes[0].message.startswith("openapi-python-client: ")
    assert "generator/lower.py" in caught.value.mistakes[0].hint


@pytest.mark.parametrize(
    ("wire", "name"),
    [
        ("type", "type"),
        ("format", "format"),
        ("filter", "filter"),
        ("id", "id"),
        ("camelCase", "camel_case"),
        ("class", "class_"),
        ("self", "self_"),
        ("str", "str_"),
        ("list", "list_"),
        ("datetime", "datetime_"),
        ("1st", "field_1st"),
    ],
)
def test_members_keep_their_names_where_python_lets_them(
    document: dict[str, Any], wire: str, name: str, tmp_path: Path
) -> None:
    document["components"]["schemas"]["Thing"]["properties"] = {wire: {"type": "string"}}
    document["components"]["schemas"]["Thing"]["required"] = [wire]
    (thing,) = (
        model for model in parse(lower(document), output=tmp_path).models if model.class_info.name == "Thing"
    )
    assert [prop.python_name for prop in thing.required_properties or ()] == [name]


def test_the_names_are_kept_for_this_call_alone(document: dict[str, Any], tmp_path: Path) -> None:
    before = strings.RESERVED_WORDS
    parse(lower(document), output=tmp_path)
    assert strings.RESERVED_WORDS is before
