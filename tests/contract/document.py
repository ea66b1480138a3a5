"""The operations of the OpenAPI document, as far as the contract tests need to know them."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cached_property
from importlib import resources
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from importlib.resources.abc import Traversable

METHODS = ("get", "post", "put", "patch", "delete")


@dataclass(frozen=True)
class Operation:
    """One operation of the API.

    Attributes:
        id: the operationId.
        method: the HTTP method in capitals.
        path: the path template.
        definition: the Operation Object.
        parameters: its parameters and those of its path, with references followed.
        token: the security scheme that it asks for.
        example_body: the first documented example of its request body; None when it takes none.
        body_schema: the schema of its request body; empty when it takes none.
        responses: its responses by status, with references followed down to the schemas of their bodies.
        documentation: the page that describes it.
    """

    id: str
    method: str
    path: str
    definition: Mapping[str, Any]
    parameters: tuple[Mapping[str, Any], ...]
    token: str
    example_body: Any
    body_schema: Mapping[str, Any]
    responses: Mapping[str, Mapping[str, Any]]
    documentation: str

    @property
    def family(self) -> str:
        """The first segment of its path."""
        return self.path.split("/")[1]

    @property
    def query_parameters(self) -> tuple[Mapping[str, Any], ...]:
        """The parameters of the query."""
        return tuple(each for each in self.parameters if each["in"] == "query")

    @property
    def writes(self) -> bool:
        """Whether it is there to change something."""
        return self.method != "GET"

    @property
    def success(self) -> tuple[int, Mapping[str, Any]]:
        """The documented status of success, and its response."""
        status = next(status for status in self.responses if status.startswith("2"))
        return int(status), self.responses[status]

    @property
    def answer_schema(self) -> Mapping[str, Any]:
        """The schema of the body of its success, possibly a reference; empty for no body."""
        content = self.success[1].get("content", {})
        schema: Mapping[str, Any] = content.get("application/json", {}).get("schema", {})
        return schema

    @property
    def label(self) -> str:
        """How schemathesis calls it."""
        return f"{self.method} {self.path}"

    @property
    def path_parameters(self) -> tuple[str, ...]:
        """The names of the parameters of the path."""
        return tuple(each["name"] for each in self.parameters if each["in"] == "path")

    @property
    def takes_query(self) -> bool:
        """Whether it has query parameters."""
        return any(each["in"] == "query" for each in self.parameters)

    @property
    def takes_body(self) -> bool:
        """Whether it has a request body."""
        return "requestBody" in self.definition

    @property
    def pagination(self) -> Mapping[str, str] | None:
        """How its pages are walked, with a cursor or by their numbers; None when everything comes at once."""
        pagination: Mapping[str, str] | None = self.definition.get("x-pagination")
        return pagination if pagination and "parameter" in pagination else None

    @property
    def reachable_errors(self) -> tuple[int, ...]:
        """The documented errors that need no particular state of the server."""
        reachable = {
            400: self.takes_body or self.takes_query,
            401: True,
            404: bool(self.path_parameters),
            415: self.takes_body,
        }
        documented = self.definition["responses"]
        return tuple(status for status, can in reachable.items() if can and str(status) in documented)

    def request_path(self, values: Mapping[str, str], default: str = "") -> str:
        """Fill in the path parameters.

        Args:
            values: the values by name.
            default: the value of all others, except for numbers: they are 1.
        """
        path = self.path
        for each in self.parameters:
            if each["in"] == "path":
                filling = "1" if each["schema"].get("type") == "integer" else default
                path = path.replace(f"{{{each['name']}}}", values.get(each["name"], filling))
        return path

    def matches(self, method: str, path: str) -> bool:
        """Whether a request belongs to this operation.

        Args:
            method: the HTTP method in capitals.
            path: the path below the server's URL, percent-encoded.
        """
        return method == self.method and self._pattern.fullmatch(path) is not None

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(re.sub(r"\\\{\w+\\\}", "[^/]+", re.escape(self.path)) + "/?")


def document_file() -> Traversable:
    """Where the document is: in one piece, as the client ships it."""
    return resources.files("hms_generated_client").joinpath("openapi.json")


def read_document() -> dict[str, Any]:
    """Read the document."""
    content: dict[str, Any] = json.loads(document_file().read_bytes())
    return content


def follow(document: Mapping[str, Any], item: Mapping[str, Any]) -> Mapping[str, Any]:
    """Follow references until there is none."""
    while "$ref" in item:
        target: Any = document
        for step in item["$ref"].removeprefix("#/").split("/"):
            target = target[step.replace("~1", "/").replace("~0", "~")]
        item = target
    return item


def operations_of(document: Mapping[str, Any]) -> list[Operation]:
    """List the operations of a document, in its order."""

    def media(definition: Mapping[str, Any]) -> Mapping[str, Any]:
        body = follow(document, definition.get("requestBody", {}))
        found: Mapping[str, Any] = body.get("content", {}).get("application/json", {})
        return found

    def example(definition: Mapping[str, Any]) -> Any:
        examples = media(definition).get("examples", {})
        return follow(document, next(iter(examples.values())))["value"] if examples else None

    return [
        Operation(
            id=definition["operationId"],
            method=method.upper(),
            path=path,
            definition=definition,
            parameters=tuple(
                follow(document, each)
                for each in (*item.get("parameters", ()), *definition.get("parameters", ()))
            ),
            token=next(iter((definition.get("security") or document["security"])[0])),
            example_body=example(definition),
            body_schema=media(definition).get("schema", {}),
            responses={status: follow(document, each) for status, each in definition["responses"].items()},
            documentation=definition.get("externalDocs", {}).get("url", ""),
        )
        for path, item in document["paths"].items()
        for method, definition in item.items()
        if method in METHODS
    ]


def operation_at(operations: Iterable[Operation], method: str, path: str) -> Operation | None:
    """The operation that a request belongs to; None for a method or a path that the API does not have.

    Args:
        operations: all of them.
        method: the HTTP method in capitals.
        path: the path below the server's URL, percent-encoded.
    """
    matching = [operation for operation in operations if operation.matches(method, path)]
    # A fixed segment is a better match than a parameter in its place.
    return min(matching, key=lambda operation: len(operation.path_parameters), default=None)


def base_path_of(document: Mapping[str, Any]) -> str:
    """The path of the document's server, for example `/v2`."""
    url: str = document["servers"][0]["url"]
    return urlsplit(url).path.rstrip("/")
