"""Rules for webhook events: each has one body, whose `type` says which event it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import Finding
from ..walk import resolve

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..nodes import JSONObject


def events(document: JSONObject) -> Iterator[Finding]:
    """Every event is a POST of JSON of a named schema with an example, whose constant `type` is its name."""
    for name, item in document.get("webhooks", {}).items():
        where = ("webhooks", name, "post")
        operation = item.get("post", {})
        for member in ("operationId", "summary", "description", "externalDocs"):
            if not operation.get(member):
                yield Finding(where, f"the event {name} has no {member}", f"add `{member}`")
        content = operation.get("requestBody", {}).get("content", {}).get("application/json", {})
        if "$ref" not in content.get("schema", {}):
            yield Finding(where, f"the body of the event {name} has no name", "reference a file in schemas/")
            continue
        if not content.get("examples"):
            yield Finding(where, f"the event {name} has no example", "add a realistic one under `examples`")
        kind = resolve(document, content["schema"]).get("properties", {}).get("type", {}).get("const")
        if kind != name:
            yield Finding(
                where,
                f"the `type` of the event {name} is {kind!r}",
                f"give it `type: string` and `const: {name}`",
            )
