"""The OpenAPI document as the mock needs it: a flat list of operations, references followed."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from importlib import resources
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import urlsplit

from hms_mock.errors import ConfigurationError
from hms_mock.shapes import is_array, is_object

if TYPE_CHECKING:
    from collections.abc import Mapping

JsonObject = dict[str, Any]

_METHODS = ("get", "post", "put", "patch", "delete")
_JSON = "application/json"


@dataclass(frozen=True)
class Parameter:
    """A path or query parameter. `pointer` is where its schema stands in the document."""

    name: str
    location: str
    required: bool
    schema: Mapping[str, Any]
    pointer: str


@dataclass(frozen=True)
class Response:
    """A documented response. `pointer` is where the schema of its body stands; None for no body."""

    pointer: str | None


@dataclass(frozen=True)
class Operation:
    """One operation of the API.

    Attributes:
        id: the operationId.
        method: the HTTP method in capitals.
        path: the path template below the server's URL.
        parameters: the path and query parameters.
        body_pointer: where the schema of the JSON body stands; None when the operation takes no body.
        body_required: whether a body has to be sent.
        security: the names of the security schemes of all alternatives; empty for none.
        responses: the documented responses by status.
    """

    id: str
    method: str
    path: str
    parameters: tuple[Parameter, ...]
    body_pointer: str | None
    body_required: bool
    security: tuple[str, ...]
    responses: Mapping[str, Response]

    @cached_property
    def path_parameters(self) -> tuple[Parameter, ...]:
        """The parameters of the path."""
        return tuple(parameter for parameter in self.parameters if parameter.location == "path")

    @cached_property
    def query_parameters(self) -> tuple[Parameter, ...]:
        """The parameters of the query."""
        return tuple(parameter for parameter in self.parameters if parameter.location == "query")

    def response(self, status: int) -> Response | None:
        """The documented response for a status, or None when there is none."""
        for key in (str(status), f"{status // 100}XX", "default"):
            if key in self.responses:
                return self.responses[key]
        return None

    def __hash__(self) -> int:
        return hash(self.id)


class Document:
    """An OpenAPI 3.1 document in one piece, whose references are all local.

    Args:
        content: the parsed document.

    Raises:
        ConfigurationError: a reference leads nowhere or an operation has no usable operationId.
    """

    def __init__(self, content: JsonObject) -> None:
        self.content = content
        self.operations = tuple(self._walk())
        seen: dict[str, str] = {}
        for operation in self.operations:
            where = f"{operation.method} {operation.path}"
            if operation.id in seen:
                raise ConfigurationError(
                    f"the operationId {operation.id!r} is given to {seen[operation.id]} and to {where}"
                )
            seen[operation.id] = where

    @classmethod
    def bundled(cls) -> Document:
        """The document that ships with the generated client."""
        file = resources.files("hms_generated_client").joinpath("openapi.json")
        try:
            return cls(json.loads(file.read_bytes()))
        except FileNotFoundError:
            raise ConfigurationError(
                "the package hms_generated_client has no openapi.json; run `make generate`"
            ) from None

    @property
    def base_path(self) -> str:
        """The path of the server's URL, for example `/v2`; empty when it has none."""
        servers = self.content.get("servers") or [{"url": "/"}]
        return urlsplit(cast("str", servers[0]["url"])).path.rstrip("/")

    @property
    def security_schemes(self) -> Mapping[str, Any]:
        """The security schemes by name."""
        return cast("Mapping[str, Any]", self.content.get("components", {}).get("securitySchemes", {}))

    @property
    def webhooks(self) -> Mapping[str, str]:
        """For each type of webhook, the pointer to the schema of its body."""
        found: dict[str, str] = {}
        for event_type in self.content.get("webhooks", {}):
            pointer = _join(_join("/webhooks", event_type), "post")
            value, pointer = self.resolve(pointer)
            schema_pointer, _ = self._body(value, pointer)
            if schema_pointer is not None:
                found[event_type] = schema_pointer
        return found

    def resolve(self, pointer: str) -> tuple[Any, str]:
        """Follow a JSON pointer and any references that it leads to.

        Args:
            pointer: a JSON pointer without the leading `#`.

        Returns:
            The value that is no reference, and the pointer to it.

        Raises:
            ConfigurationError: it leads nowhere, or round in a circle.
        """
        for _ in range(32):
            value: Any = self.content
            for token in pointer.split("/")[1:]:
                key = token.replace("~1", "/").replace("~0", "~")
                try:
                    value = value[int(key)] if is_array(value) else value[key]
                except (KeyError, IndexError, ValueError, TypeError):
                    raise ConfigurationError(f"the document has nothing at #{pointer}") from None
            if not (is_object(value) and "$ref" in value):
                return value, pointer
            reference = cast("str", value["$ref"])
            if not reference.startswith("#/"):
                raise ConfigurationError(f"the document has a reference that is not local: {reference}")
            pointer = reference[1:]
        raise ConfigurationError(f"the references at #{pointer} go round in a circle")

    def _walk(self) -> list[Operation]:
        operations: list[Operation] = []
        for path in self.content.get("paths", {}):
            item, item_pointer = self.resolve(_join("/paths", path))
            operations += [
                self._operation(path, method, item_pointer) for method in _METHODS if method in item
            ]
        return operations

    def _operation(self, path: str, method: str, item_pointer: str) -> Operation:
        pointer = _join(item_pointer, method)
        value, _ = self.resolve(pointer)
        if not isinstance(value.get("operationId"), str):
            raise ConfigurationError(f"the document gives no operationId to {method.upper()} {path}")
        body_pointer, body_required = self._body(value, pointer)
        security = value.get("security", self.content.get("security", []))
        return Operation(
            id=value["operationId"],
            method=method.upper(),
            path=path,
            parameters=self._parameters(item_pointer, pointer),
            body_pointer=body_pointer,
            body_required=body_required,
            security=tuple(name for requirement in security for name in requirement),
            responses={
                status: self._response(_join(_join(pointer, "responses"), status))
                for status in value.get("responses", {})
            },
        )

    def _parameters(self, item_pointer: str, pointer: str) -> tuple[Parameter, ...]:
        found: dict[tuple[str, str], Parameter] = {}
        for owner in (item_pointer, pointer):
            owner_value, _ = self.resolve(owner)
            for index in range(len(owner_value.get("parameters", ()))):
                value, at = self.resolve(f"{owner}/parameters/{index}")
                schema, schema_pointer = self.resolve(_join(at, "schema"))
                found[value["name"], value["in"]] = Parameter(
                    name=value["name"],
                    location=value["in"],
                    required=bool(value.get("required", False)),
                    schema=schema,
                    pointer=schema_pointer,
                )
        return tuple(found.values())

    def _body(self, value: JsonObject, pointer: str) -> tuple[str | None, bool]:
        if "requestBody" not in value:
            return None, False
        body, at = self.resolve(_join(pointer, "requestBody"))
        if _JSON not in body.get("content", {}):
            raise ConfigurationError(f"the request body of {value['operationId']} is not {_JSON}")
        schema_pointer = _join(_join(_join(at, "content"), _JSON), "schema")
        return schema_pointer, bool(body.get("required", False))

    def _response(self, pointer: str) -> Response:
        value, at = self.resolve(pointer)
        if _JSON not in value.get("content", {}):
            return Response(pointer=None)
        return Response(pointer=_join(_join(_join(at, "content"), _JSON), "schema"))


def _join(pointer: str, key: str) -> str:
    return f"{pointer}/{key.replace('~', '~0').replace('/', '~1')}"
