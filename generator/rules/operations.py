"""Rules for operations: names, prose, security, statuses, parameters, extensions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..errors import Finding
from ..walk import OperationNode, operations, resolve, unwrap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..nodes import JSONObject

DOCUMENTATION = "https://www.100ms.live/docs/"
_SNAKE = re.compile(r"^[a-z][a-z0-9]*(_[a-z0-9]+)*$")
_CAMEL = re.compile(r"^[a-z][a-zA-Z0-9]*$")
_WAIT_KEYS = {"method", "summary", "description", "state", "passing", "succeeded", "failed", "timeout"}
_PATH_PARAMETER = re.compile(r"{([^{}]+)}")


def identifiers(document: JSONObject) -> Iterator[Finding]:
    """Every operation has an operationId in camelCase that no other one has."""
    seen: dict[str, OperationNode] = {}
    for node in operations(document):
        identifier = node.data.get("operationId")
        if not isinstance(identifier, str) or not _CAMEL.match(identifier):
            yield Finding(
                node.pointer, f"{_name(node)} has no operationId in camelCase", "add `operationId: verbNoun`"
            )
        elif identifier in seen:
            yield Finding(
                (*node.pointer, "operationId"),
                f"the operationId `{identifier}` is also that of {_name(seen[identifier])}",
                "give each operation its own; generated modules are named after it",
            )
        else:
            seen[identifier] = node


def prose(document: JSONObject) -> Iterator[Finding]:
    """Every operation is described, tagged, and leads to its page of the documentation."""
    tags = {tag["name"] for tag in document.get("tags", ())}
    for node in operations(document):
        for member in ("summary", "description"):
            if not node.data.get(member):
                yield Finding(node.pointer, f"{_name(node)} has no {member}", f"add `{member}`")
        if len(node.data.get("tags", ())) != 1 or not set(node.data["tags"]) <= tags:
            yield Finding(
                node.pointer,
                f"{_name(node)} does not have exactly one tag that the root declares",
                f"use one of {', '.join(sorted(tags)) or 'the tags you declare in the root'}",
            )
        if not str(node.data.get("externalDocs", {}).get("url", "")).startswith(DOCUMENTATION):
            yield Finding(
                node.pointer,
                f"{_name(node)} does not say on which page it is documented",
                f"add `externalDocs` with a `url` under {DOCUMENTATION}",
            )


def python_names(document: JSONObject) -> Iterator[Finding]:
    """Every operation names its Python method, `x-resource` and `x-method`, and no two the same.

    Neither is the method that waits, `method` of `x-wait`, named like another one.
    """
    seen: set[tuple[str, str]] = set()
    for node in operations(document):
        resource = str(node.data.get("x-resource", ""))
        methods: dict[tuple[str, ...], str] = {("x-method",): str(node.data.get("x-method", ""))}
        if "x-wait" in node.data:
            methods["x-wait", "method"] = str(node.data["x-wait"].get("method", ""))
        for place, method in methods.items():
            if not (_SNAKE.match(resource) and _SNAKE.match(method)):
                yield Finding(
                    node.pointer,
                    f"{_name(node)} does not name its Python method",
                    f"add `x-resource` and `{'.'.join(place)}` in snake_case, for example `rooms` and `list`",
                )
            elif (resource, method) in seen:
                yield Finding(
                    (*node.pointer, *place),
                    f"another operation is also the method {resource}.{method}",
                    f"give it another `{'.'.join(place)}`",
                )
            seen.add((resource, method))


def security(document: JSONObject) -> Iterator[Finding]:
    """Every operation says which token it takes, itself, with a scheme that is declared."""
    schemes = set(document.get("components", {}).get("securitySchemes", {}))
    for node in operations(document):
        named = [scheme for requirement in node.data.get("security", ()) for scheme in requirement]
        if len(named) != 1 or not set(named) <= schemes:
            yield Finding(
                node.pointer,
                f"{_name(node)} does not name exactly one declared security scheme",
                f"add `security` with one of {', '.join(sorted(schemes)) or 'the schemes you declare'}",
            )


def error_statuses(document: JSONObject) -> Iterator[Finding]:
    """Every operation documents the statuses that each call can end in."""
    for node in operations(document):
        expected = {"401", "403", "500"}
        if any(parameter.get("in") == "path" for parameter in node.parameters(document)):
            expected.add("404")
        if "requestBody" in node.data or any(
            parameter.get("in") == "query" for parameter in node.parameters(document)
        ):
            expected.add("400")
        if "requestBody" in node.data:
            expected.add("415")
        missing = sorted(expected - set(map(str, node.data.get("responses", ()))))
        if missing:
            yield Finding(
                (*node.pointer, "responses"),
                f"{_name(node)} does not document the status {', '.join(missing)}",
                "reference the shared response of each in `responses`",
            )


def parameters(document: JSONObject) -> Iterator[Finding]:
    """Parameters are described, shown by an example, and those of the path are those in the path."""
    for node in operations(document):
        listed = node.parameters(document)
        for parameter in listed:
            name = parameter.get("name", "?")
            if not parameter.get("description"):
                yield Finding(
                    node.pointer, f"the parameter {name} of {_name(node)} has no description", "describe it"
                )
            if "example" not in parameter and "examples" not in parameter:
                yield Finding(
                    node.pointer, f"the parameter {name} of {_name(node)} has no example", "add `example`"
                )
        in_path = [parameter["name"] for parameter in listed if parameter.get("in") == "path"]
        if sorted(in_path) != sorted(_PATH_PARAMETER.findall(node.path)):
            yield Finding(
                node.pointer,
                f"the path parameters of {_name(node)} are {in_path}, not those of its path",
                "every {name} in the path has a parameter with `in: path`, and the other way round",
            )


def idempotency(document: JSONObject) -> Iterator[Finding]:
    """Every POST says whether it may be repeated; other methods say it by what HTTP makes of them.

    A DELETE may deny it: deleting the first of a list twice deletes two.
    """
    for node in operations(document):
        marked = node.data.get("x-idempotent")
        if node.method == "post" and not isinstance(marked, bool):
            yield Finding(
                node.pointer,
                f"{_name(node)} does not say whether it may be repeated",
                "add `x-idempotent: true` when sending it twice does what sending it once does, else false",
            )
        denied = node.method == "delete" and marked is False
        if node.method != "post" and marked is not None and not denied:
            yield Finding(
                (*node.pointer, "x-idempotent"),
                f"{node.method.upper()} is idempotent by HTTP",
                "remove `x-idempotent`; a DELETE that deletes more when repeated has `x-idempotent: false`",
            )


def pagination(document: JSONObject) -> Iterator[Finding]:
    """`x-pagination` names members of the response and a query parameter that exist."""
    for node in operations(document):
        described = node.data.get("x-pagination")
        if described is None:
            continue
        where = (*node.pointer, "x-pagination")
        members = _members(document, node)
        queries = {
            parameter["name"] for parameter in node.parameters(document) if parameter.get("in") == "query"
        }
        if set(described) not in (
            {"items"},
            {"items", "cursor", "parameter"},
            {"items", "pages", "parameter"},
        ):
            yield Finding(
                where,
                f"`x-pagination` of {_name(node)} has {sorted(described)}",
                "it has `items`, or besides it `parameter` and one of `cursor` and `pages`",
            )
        for key in ("items", "cursor", "pages"):
            if key in described and described[key] not in members:
                yield Finding(
                    where,
                    f"`{key}: {described[key]}` is no member of the response",
                    f"it has {', '.join(members)}",
                )
        numbers = unwrap(document, members.get(described.get("pages"), {})).get("properties", {})
        if "pages" in described and not {"current_page", "has_next"} <= set(numbers):
            yield Finding(
                where,
                f"`pages: {described['pages']}` does not number pages",
                "it is an object with `current_page` and `has_next`",
            )
        if "parameter" in described and described["parameter"] not in queries:
            yield Finding(
                where,
                f"`parameter: {described['parameter']}` is no query parameter",
                f"it has {', '.join(sorted(queries))}",
            )


def waiting(document: JSONObject) -> Iterator[Finding]:
    """`x-wait` names a member of the response whose states it sorts, all of them and each once."""
    for node in operations(document):
        described = node.data.get("x-wait")
        if described is None:
            continue
        where = (*node.pointer, "x-wait")
        if node.method != "get":
            yield Finding(where, f"{_name(node)} is no GET", "say it where the object is read")
        if set(described) != _WAIT_KEYS:
            yield Finding(
                where,
                f"`x-wait` of {_name(node)} has {sorted(described)}",
                f"it has {', '.join(sorted(_WAIT_KEYS))}",
            )
            continue
        state, members = described["state"], _members(document, node)
        states = unwrap(document, members.get(state, {})).get("enum")
        if states is None:
            yield Finding(
                where,
                f"`state: {state}` is no member of the response that is an enum",
                f"it has {', '.join(members)}",
            )
            continue
        listed = [*described["passing"], *described["succeeded"], *described["failed"]]
        if sorted(listed) != sorted(states) or not (described["passing"] and described["succeeded"]):
            yield Finding(
                where,
                f"`x-wait` of {_name(node)} sorts {listed}, but the states are {states}",
                "each is in one of `passing`, `succeeded` and `failed`, and the first two are not empty",
            )
        if not (type(described["timeout"]) is int and described["timeout"] > 0):
            yield Finding(
                (*where, "timeout"),
                f"`timeout: {described['timeout']}` is no number of seconds",
                "give a whole number above 0",
            )


def _members(document: JSONObject, node: OperationNode) -> JSONObject:
    """The members of the response to a call that went well."""
    content = node.data.get("responses", {}).get("200", {}).get("content", {}).get("application/json", {})
    members: JSONObject = resolve(document, content.get("schema", {})).get("properties", {})
    return members


def _name(node: OperationNode) -> str:
    return f"{node.method.upper()} {node.path}"
