"""The rule for operations that make the pre-signed URL of a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import Finding
from ..walk import operations, resolve

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..nodes import JSONObject

_KEYS = {"url", "path", "schema", "id", "size"}
_METHODS = {"download", "download_many"}


def downloads(document: JSONObject) -> Iterator[Finding]:
    """`x-download` names members that exist, of the response and of the schema that describes the file."""
    methods = {
        (node.data.get("x-resource"), node.data.get("x-method")): node for node in operations(document)
    }
    for node in operations(document):
        described = node.data.get("x-download")
        if described is None:
            continue
        where, name = (*node.pointer, "x-download"), node.data.get("operationId")
        if set(described) != _KEYS:
            yield Finding(
                where, f"`x-download` of {name} has {sorted(described)}", f"it has {', '.join(sorted(_KEYS))}"
            )
            continue
        content = node.data.get("responses", {}).get("200", {}).get("content", {}).get("application/json", {})
        answer = resolve(document, content.get("schema", {}))
        item = resolve(document, described["schema"])
        for key, schema, owner, expected in (
            ("url", answer, "the response", "string"),
            ("path", answer, "the response", "string"),
            ("id", item, "the schema", "string"),
            ("size", item, "the schema", "integer"),
        ):
            member = resolve(document, schema.get("properties", {}).get(described[key], {}))
            if member.get("type") != expected or described[key] not in schema.get("required", ()):
                yield Finding(
                    where,
                    f"`{key}: {described[key]}` is no required {expected} of {owner}",
                    f"it has {', '.join(schema.get('properties', ())) or 'no members'}",
                )
        if [parameter.get("in") for parameter in node.parameters(document)].count("path") != 1:
            yield Finding(
                where,
                f"{name} does not have exactly one path parameter",
                "it identifies the file; `x-download` needs one",
            )
        for method in sorted(_METHODS):
            if (node.data.get("x-resource"), method) in methods:
                yield Finding(
                    where,
                    f"{node.data.get('x-resource')}.{method} is another operation",
                    "`x-download` makes that method; give the other operation another `x-method`",
                )
