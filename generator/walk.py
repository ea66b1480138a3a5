"""Ways through a bundled document: its operations, its schemas, its local references."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from .nodes import is_array, is_object

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .nodes import JSONObject, Pointer

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")


@attrs.frozen
class OperationNode:
    """One operation where it stands in the document."""

    path: str
    method: str
    data: JSONObject
    shared_parameters: list[JSONObject]
    """The parameters of the path item, which hold for all of its operations."""

    @property
    def pointer(self) -> Pointer:
        """Where the operation stands."""
        return ("paths", self.path, self.method)

    def parameters(self, document: JSONObject) -> list[JSONObject]:
        """The parameters of the operation and of its path, references resolved."""
        listed = [*self.shared_parameters, *self.data.get("parameters", ())]
        return [resolve(document, parameter) for parameter in listed]


@attrs.frozen
class SchemaNode:
    """One schema where it stands in the document."""

    pointer: Pointer
    data: JSONObject
    is_property: bool = False
    """Whether it is the value of a member of an object."""


def operations(document: JSONObject) -> Iterator[OperationNode]:
    """All operations in the order of the document."""
    for path, item in document.get("paths", {}).items():
        for method in METHODS:
            if method in item:
                yield OperationNode(path, method, item[method], item.get("parameters", []))


def resolve(document: JSONObject, node: JSONObject) -> JSONObject:
    """The node, or the component it references."""
    while "$ref" in node:
        _, *keys = node["$ref"].split("/")
        target: Any = document
        for key in keys:
            target = target[key]
        node = target
    return node


def unwrap(document: JSONObject, schema: JSONObject) -> JSONObject:
    """The schema that a reference leads to, also one in an `allOf` of one element."""
    target = resolve(document, schema)
    while len(target.get("allOf", ())) == 1:
        target = resolve(document, target["allOf"][0])
    return target


def schemas(document: JSONObject) -> Iterator[SchemaNode]:
    """All schemas in the document: the outermost ones, and those inside them."""
    for node in outermost_schemas(document):
        yield from _within(node.data, node.pointer)


def outermost_schemas(document: JSONObject) -> Iterator[SchemaNode]:
    """The schemas that are in no other schema: components, and those of parameters and bodies."""
    for name, schema in document.get("components", {}).get("schemas", {}).items():
        yield SchemaNode(("components", "schemas", name), schema)
    for kind in ("parameters", "responses", "headers"):
        for name, component in document.get("components", {}).get(kind, {}).items():
            yield from _schemas_of(component, ("components", kind, name))
    yield from _schemas_of(document.get("paths", {}), ("paths",))


def _schemas_of(node: Any, pointer: Pointer) -> Iterator[SchemaNode]:
    """The schemas that stand under the key `schema` somewhere below a node, examples left aside."""
    if is_object(node):
        for key, value in node.items():
            if key == "schema":
                yield SchemaNode((*pointer, key), value)
            elif key not in {"example", "examples"}:
                yield from _schemas_of(value, (*pointer, key))
    elif is_array(node):
        for index, item in enumerate(node):
            yield from _schemas_of(item, (*pointer, index))


def _within(schema: JSONObject, pointer: Pointer, *, is_property: bool = False) -> Iterator[SchemaNode]:
    yield SchemaNode(pointer, schema, is_property)
    for name, member in schema.get("properties", {}).items():
        if is_object(member):  # a boolean schema has nothing inside; a house rule refuses it
            yield from _within(member, (*pointer, "properties", name), is_property=True)
    for keyword in ("items", "additionalProperties", "not"):
        if isinstance(schema.get(keyword), dict):
            yield from _within(schema[keyword], (*pointer, keyword))
    for keyword in ("allOf", "anyOf", "oneOf"):
        for index, arm in enumerate(schema.get(keyword, ())):
            yield from _within(arm, (*pointer, keyword, index))
