"""Step 3: rewrite, on a copy, what openapi-python-client reads wrongly or not at all."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

from .walk import operations, schemas

if TYPE_CHECKING:
    from .nodes import JSONObject

# Formats that change the Python type of a string. All others are prose to a client: the server
# checks them, and a value it sends must not fail on them.
_TYPED_FORMATS = {"date-time"}


def lower(document: JSONObject) -> JSONObject:
    """A copy of a bundled document that openapi-python-client turns into the types we mean.

    Errors are left out of the operations: whoever sends a call reads them, not the generated code.
    """
    lowered = copy.deepcopy(document)
    for node in operations(lowered):
        node.data["responses"] = {
            status: response
            for status, response in node.data["responses"].items()
            if str(status).startswith("2")
        }
    for schema in list(schemas(lowered)):
        _lower_schema(schema.data)
    return lowered


def _lower_schema(schema: JSONObject) -> None:
    # The generator makes a default the default of the attribute and so sends it in every body: an
    # update would reset what its caller did not mention. What is left out is the server's to fill.
    schema.pop("default", None)
    if schema.get("format") not in _TYPED_FORMATS:
        schema.pop("format", None)
    for keyword in ("items", "additionalProperties"):
        # A boolean schema says "anything"; the generator knows only the empty schema for that.
        if schema.get(keyword) is True:
            schema[keyword] = {}
    _split_nullable_enum(schema)


def _split_nullable_enum(schema: JSONObject) -> None:
    """Split an enum that may be null in two; the generator would make three classes of it."""
    kinds: Any = schema.get("type")
    if "enum" not in schema or not isinstance(kinds, list) or "null" not in kinds:
        return
    values = [value for value in schema.pop("enum") if value is not None]
    (kind,) = [kind for kind in schema.pop("type") if kind != "null"]
    schema["oneOf"] = [{"type": kind, "enum": values}, {"type": "null"}]
