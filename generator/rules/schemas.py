"""Rules for schemas: described, named, of a shape that the generator can turn into good classes."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from openapi_python_client.strings import ClassName

from ..errors import Finding
from ..nodes import is_object
from ..walk import resolve, schemas

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..nodes import JSONObject

_PASCAL = re.compile(r"^([A-Z][a-z0-9]*)+$")
_PAIRS = (("minimum", "maximum"), ("minLength", "maxLength"), ("minItems", "maxItems"))


def descriptions(document: JSONObject) -> Iterator[Finding]:
    """Every named schema and every member is described."""
    for node in schemas(document):
        is_component = node.pointer[:2] == ("components", "schemas") and len(node.pointer) == 3
        if (is_component or (node.is_property and "$ref" not in node.data)) and not node.data.get(
            "description"
        ):
            yield Finding(
                node.pointer, f"`{node.pointer[-1]}` has no description", "say what it is for, and its unit"
            )


def shapes(document: JSONObject) -> Iterator[Finding]:
    """Arrays say what they hold, objects have names, unions are of things that can be told apart."""
    for node in schemas(document):
        data, where = node.data, node.pointer
        if "$ref" in data:
            continue
        kinds = data.get("type", ())
        kinds = [kinds] if isinstance(kinds, str) else kinds
        if not kinds and not any(keyword in data for keyword in ("allOf", "oneOf")):
            yield Finding(where, "the schema has no type", "add `type`")
        if "array" in kinds and "items" not in data:
            yield Finding(where, "an array without `items`", "say what the array holds")
        if "properties" in data and len(where) > 3:
            yield Finding(
                where, "an object without a name", "move it to a file of its own in schemas/ and reference it"
            )
        if "properties" in data and data.get("additionalProperties", False) is not False:
            yield Finding(
                where, "an object with members and a map at once", "make the map a member of its own"
            )
        if "anyOf" in data:
            yield Finding(
                where, "`anyOf` makes no good type", "use `oneOf`, or one object with optional members"
            )
        if len(data.get("allOf", ())) > 1:
            yield Finding(where, "`allOf` of several schemas", "write the members out: one class, one file")
        if "nullable" in data:
            yield Finding(
                where,
                "`nullable` is of OpenAPI 3.0",
                "use `type: [..., 'null']` or a `oneOf` with `type: 'null'`",
            )
        for name in data.get("required", ()):
            if name not in data.get("properties", {}):
                yield Finding(where, f"`{name}` is required but no member", "correct `required`")


def booleans(document: JSONObject) -> Iterator[Finding]:
    """Members have a schema, not true or false in the place of one."""
    for node in schemas(document):
        for name, member in node.data.get("properties", {}).items():
            if not is_object(member):
                yield Finding(
                    (*node.pointer, "properties", name), f"`{name}` is a boolean schema", "write its type"
                )


def unions(document: JSONObject) -> Iterator[Finding]:
    """A union of objects says by which constant its arms are told apart, and which file has which."""
    for node in schemas(document):
        arms = [resolve(document, arm) for arm in node.data.get("oneOf", ()) if is_object(arm)]
        if sum("properties" in arm for arm in arms) < 2:
            continue
        discriminator = node.data.get("discriminator", {})
        name = discriminator.get("propertyName")
        constants = {
            arm.get("properties", {}).get(name, {}).get("const"): reference.get("$ref")
            for arm, reference in zip(arms, node.data["oneOf"], strict=True)
        }
        if constants != discriminator.get("mapping"):
            yield Finding(
                node.pointer,
                "nothing tells the objects of this union apart",
                "add a `discriminator` with `propertyName`, and a `mapping` from the `const` of each arm "
                "for this member to the file of the arm",
            )


def bounds(document: JSONObject) -> Iterator[Finding]:
    """A minimum is not above its maximum, a pattern compiles, an enum and a default fit the type."""
    for node in schemas(document):
        for low, high in _PAIRS:
            if low in node.data and high in node.data and node.data[low] > node.data[high]:
                yield Finding(node.pointer, f"`{low}` is above `{high}`", "swap or correct them")
        if "pattern" in node.data:
            try:
                re.compile(node.data["pattern"])
            except re.error as error:
                yield Finding(
                    (*node.pointer, "pattern"), f"the pattern is no regular expression: {error}", "correct it"
                )
        values = [json.dumps(value, sort_keys=True) for value in node.data.get("enum", ())]
        if len(values) != len(set(values)):
            yield Finding((*node.pointer, "enum"), "the enum lists a value twice", "keep it once")


def names(document: JSONObject) -> Iterator[Finding]:
    """Schemas are named in PascalCase, because classes are named after them."""
    for name in document.get("components", {}).get("schemas", {}):
        if not _PASCAL.match(name) or ClassName(name, "") != name:
            yield Finding(
                ("components", "schemas", name),
                f"the schema `{name}` is not named in PascalCase",
                f"rename its file, for example to {ClassName(name, '')}.yaml",
            )


def unused(document: JSONObject) -> Iterator[Finding]:
    """Every component is referenced from somewhere."""
    text = json.dumps(document)
    for kind in ("schemas", "parameters", "responses", "examples"):
        for name in document.get("components", {}).get(kind, {}):
            if f'"#/components/{kind}/{name}"' not in text:
                yield Finding(
                    ("components", kind, name), f"the component {kind}/{name} is not used", "remove it"
                )
