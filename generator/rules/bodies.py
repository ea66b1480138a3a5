"""Rules for request and response bodies: JSON, by reference, with examples."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..errors import Finding
from ..walk import operations, resolve

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..nodes import JSONObject, Pointer


_SNAKE = re.compile(r"^[a-z][a-z0-9_]*$")


def requests(document: JSONObject) -> Iterator[Finding]:
    """A request body is JSON of a named schema with an example, and no GET or DELETE has one."""
    for node in operations(document):
        body = node.data.get("requestBody")
        if body is None:
            continue
        where = (*node.pointer, "requestBody")
        if node.method in {"get", "delete", "head"}:
            yield Finding(
                where,
                f"a {node.method.upper()} has a body",
                "servers and proxies may drop it; use parameters",
            )
        if "required" not in body:
            yield Finding(
                where, "the body does not say whether it is required", "add `required: true` or `false`"
            )
        if not body.get("description"):
            yield Finding(where, "the body has no description", "say what it is")
        schema = resolve(document, body.get("content", {}).get("application/json", {}).get("schema", {}))
        if schema.get("type") != "object" and not _SNAKE.match(body.get("x-argument", "")):
            yield Finding(
                where,
                "a body that is no object has no name in Python",
                "add `x-argument: name` beside `content`",
            )
        yield from _content(body.get("content", {}), where)


def responses(document: JSONObject) -> Iterator[Finding]:
    """An operation has one 2xx response; with a body it is JSON of a named schema with an example."""
    for node in operations(document):
        successes = [status for status in node.data.get("responses", {}) if str(status).startswith("2")]
        if len(successes) != 1:
            yield Finding(
                (*node.pointer, "responses"),
                f"{node.method.upper()} {node.path} has {len(successes)} responses with a 2xx status",
                "describe exactly one: the generated method has one return type",
            )
        for status in successes:
            response = node.data["responses"][status]
            if "content" in response:
                yield from _content(response["content"], (*node.pointer, "responses", status))


def _content(content: JSONObject, where: Pointer) -> Iterator[Finding]:
    if set(content) != {"application/json"}:
        yield Finding(
            where, f"the content types are {sorted(content)}", "the API speaks `application/json` only"
        )
        return
    media = content["application/json"]
    if "$ref" not in media.get("schema", {}):
        yield Finding(
            where, "the schema of the body has no name", "move it to a file in schemas/ and reference it"
        )
    if not media.get("examples"):
        yield Finding(where, "the body has no example", "add a realistic one under `examples`")
