"""The models against their schemas: what a schema allows, its model reads and writes.

The values are made from `openapi.json`, not from the annotations of the models, so that a model which
differs from its schema is found.
"""

from __future__ import annotations

import datetime
import importlib.resources
import json
import random
import typing
from typing import TYPE_CHECKING, Any

import pytest

from hms_generated_client import codec, events, models
from hms_generated_client.model import Model

if TYPE_CHECKING:
    from collections.abc import Iterator

EXAMPLES = 25
"""How many values of each schema are tried."""
UNKNOWN = "a member of tomorrow"

DOCUMENT: dict[str, Any] = json.loads(
    importlib.resources.files("hms_generated_client").joinpath("openapi.json").read_bytes()
)
SCHEMAS: dict[str, Any] = DOCUMENT["components"]["schemas"]
OBJECTS = [name for name, schema in SCHEMAS.items() if "properties" in schema and hasattr(models, name)]
UNIONS = [name for name, schema in SCHEMAS.items() if "discriminator" in schema]
_HANDLED = frozenset(
    {
        "$ref",
        "allOf",
        "oneOf",
        "discriminator",
        "const",
        "enum",
        "type",
        "properties",
        "required",
        "additionalProperties",
        "propertyNames",
        "items",
        "format",
        # Bounds and patterns are checked by the server: a model reads and sends what is beyond them.
        "minimum",
        "maximum",
        "multipleOf",
        "minLength",
        "maxLength",
        "minItems",
        "maxItems",
        "pattern",
        # They say nothing about values.
        "description",
        "title",
        "examples",
        "example",
        "default",
        "deprecated",
        "readOnly",
        "writeOnly",
    }
)


class Author:
    """Writes JSON values of schemas, with a member more here and there and enums of tomorrow.

    The dice are those of the standard library: hypothesis takes ten seconds for the schema of a template.

    Args:
        name: the schema that it writes values of; the same name gives the same values in every run.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._dice = random.Random(name)  # noqa: S311  # repeatable

    def examples(self) -> Iterator[Any]:
        """Some values."""
        for _ in range(EXAMPLES):
            yield self.value({"$ref": f"#/{self._name}"})

    def value(self, schema: Any) -> Any:
        """One value of a schema."""
        unhandled = {keyword for keyword in schema if not keyword.startswith("x-")} - _HANDLED
        assert not unhandled, f"this author does not know {unhandled}"
        if "$ref" in schema:
            return self.value(SCHEMAS[schema["$ref"].rpartition("/")[2]])
        if "allOf" in schema:
            (only,) = schema["allOf"]  # a reference with words of its own beside it
            return self.value(only)
        if "oneOf" in schema:
            return self.value(self._dice.choice(schema["oneOf"]))
        if "const" in schema:
            return schema["const"]
        kinds = schema.get("type", ["integer", "string", "boolean"])
        return self._value_of(kinds if isinstance(kinds, str) else self._dice.choice(kinds), schema)

    def _value_of(self, kind: str, schema: Any) -> Any:
        match kind:
            case "object":
                return self._object(schema)
            case "array":
                return [self.value(schema["items"]) for _ in range(self._dice.randrange(3))]
            case "string":
                return self._string(schema)
            case "integer":
                return self._dice.choice([0, 1, -1, self._dice.randrange(-(2**62), 2**62)])
            case "number":
                return self._dice.choice([0, 2**53, -0.5, self._dice.uniform(-1e9, 1e9)])
            case "boolean":
                return self._dice.random() < 0.5
            case _:
                assert kind == "null"
                return None

    def _object(self, schema: Any) -> dict[str, Any]:
        properties = schema.get("properties", {})
        others = schema.get("additionalProperties")
        if isinstance(others, dict):
            assert not properties
            return {f"key {number}": self.value(others) for number in range(self._dice.randrange(3))}
        required = set(schema.get("required", ()))
        made = {
            name: self.value(each)
            for name, each in properties.items()
            if name in required or self._dice.random() < 0.5
        }
        if properties and self._dice.random() < 0.5:
            made[UNKNOWN] = self._dice.choice([None, 1, {"inside": [None]}])
        return made

    def _string(self, schema: Any) -> str:
        text = self._dice.choice(["", "a", "ü €", "a word of tomorrow", '"\\/\n\x00'])
        if "enum" in schema:
            known: list[str] = [value for value in schema["enum"] if value is not None]
            return self._dice.choice([*known, text])
        if schema.get("format") == "date-time":
            since = datetime.datetime(1, 1, 2) + datetime.timedelta(  # noqa: DTZ001  # Z is written behind it
                milliseconds=self._dice.randrange(300_000_000_000_000)
            )
            return f"{since.isoformat(timespec='milliseconds')}Z"
        return text


def without_unknown(value: Any) -> Any:
    """The value without the members that no schema has."""
    if isinstance(value, dict):
        return {name: without_unknown(member) for name, member in value.items() if name != UNKNOWN}
    return [without_unknown(item) for item in value] if isinstance(value, list) else value


def test_every_model_has_a_schema() -> None:
    exported = {name: getattr(models, name) for name in models.__all__}
    made = {name for name, model in exported.items() if isinstance(model, type) and issubclass(model, Model)}
    assert made == set(OBJECTS)
    assert [name for name, model in exported.items() if not isinstance(model, type)] == UNIONS


@pytest.mark.parametrize("name", [*OBJECTS, *UNIONS])
def test_what_a_schema_allows_is_read_without_a_problem_and_written_as_it_came(name: str) -> None:
    target: Any = getattr(models, name)
    for wire in Author(name).examples():
        decoded = codec.decode(target, json.dumps(wire).encode())
        assert decoded.problems == ()
        assert decoded == codec.from_wire(target, wire)
        assert codec.to_wire(decoded.value) == without_unknown(wire)


@pytest.mark.parametrize("name", UNIONS)
def test_each_kind_of_a_union_becomes_its_model_and_others_are_kept(name: str) -> None:
    union: Any = getattr(models, name)
    discriminator = SCHEMAS[name]["discriminator"]
    kinds = {value: reference.rpartition("/")[2] for value, reference in discriminator["mapping"].items()}
    assert {getattr(models, kind) for kind in kinds.values()} == set(typing.get_args(union))
    for value, kind in kinds.items():
        wire = next(Author(kind).examples())
        assert wire[discriminator["propertyName"]] == value
        assert type(codec.decode(union, json.dumps(wire).encode()).value) is getattr(models, kind)
        unknown = {**wire, discriminator["propertyName"]: "kind.of.tomorrow"}
        kept = codec.decode(union, json.dumps(unknown).encode())
        assert (kept.value, len(kept.problems)) == (unknown, 1)


def test_each_type_of_event_has_the_model_that_says_so() -> None:
    for event_type, name in events.EVENTS.items():
        model = events.event_model(event_type)
        assert model is getattr(models, name)
        for wire in Author(name).examples():
            assert events.event_model(wire["type"]) is model
    assert set(events.EVENTS.values()) <= set(OBJECTS)
