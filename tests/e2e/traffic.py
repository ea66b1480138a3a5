"""Checks what goes over the wire against the OpenAPI document, without the mock server's own checks.

openapi-core would do a part of it, but wants older releases of the validators that the generator uses, and
lets undocumented parameters and bodies pass.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, unquote, urlsplit

import jsonschema_rs
import jwt

from tests.contract.document import Operation, base_path_of, operation_at, operations_of, read_document
from tests.contract.tokens import TYPES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import httpx

_REFUSALS = frozenset({400, 401, 415, 422})
"""What a server answers to a request that is wrong, as tests send some on purpose."""
JSON = "application/json"


class TrafficCheck:
    """Collects where requests and answers are not as documented.

    Attributes:
        problems: what was found, in words.
        seen: the operationId and the status of each exchange.
        checks_answers: whether answers are checked, too. A test that orders undocumented ones says no.
    """

    def __init__(self, document: Mapping[str, Any] | None = None) -> None:
        self._document = read_document() if document is None else document
        self._operations = operations_of(self._document)
        self._base_path = base_path_of(self._document)
        self._validators: dict[str, Any] = {}
        self.problems: list[str] = []
        self.seen: list[tuple[str, int]] = []
        self.checks_answers = True

    def check(self, request: httpx.Request, response: httpx.Response) -> None:
        """Check one exchange. Both must have been read."""
        path = urlsplit(str(request.url)).path
        operation = operation_at(self._operations, request.method, path.removeprefix(self._base_path))
        if operation is None or not path.startswith(self._base_path):
            self.problems.append(f"{request.method} {path}: there is no such operation")
            return
        self.seen.append((operation.id, response.status_code))
        found: list[str] = []
        if response.status_code not in _REFUSALS:
            found += self._of_request(operation, request)
        if self.checks_answers:
            found += self._of_answer(operation, response)
        self.problems += [f"{operation.id}: {problem}" for problem in found]

    def _of_request(self, operation: Operation, request: httpx.Request) -> Iterator[str]:
        url = urlsplit(str(request.url))
        segments = zip(
            operation.path.split("/"), url.path.removeprefix(self._base_path).split("/"), strict=True
        )
        given = {name[1:-1]: [unquote(value)] for name, value in segments if name.startswith("{")}
        yield from self._of_parameters(operation, "path", given)
        query: dict[str, list[str]] = {}
        for name, value in parse_qsl(url.query, keep_blank_values=True):
            query.setdefault(name, []).append(value)
        yield from self._of_parameters(operation, "query", query)
        yield from _of_headers(operation, request.headers)
        yield from self._of_body(operation, request)

    def _of_parameters(
        self, operation: Operation, place: str, given: Mapping[str, Sequence[str]]
    ) -> Iterator[str]:
        documented = {each["name"]: each for each in operation.parameters if each["in"] == place}
        for name in given.keys() - documented.keys():
            yield f"the {place} parameter {name} is not documented"
        for name, parameter in documented.items():
            if name not in given:
                if parameter.get("required"):
                    yield f"the {place} parameter {name} is missing"
                continue
            value = self._read(parameter["schema"], given[name])
            for problem in self._errors(parameter["schema"], value):
                yield f"the {place} parameter {name}: {problem}"

    def _read(self, schema: Mapping[str, Any], texts: Sequence[str]) -> Any:
        """What a parameter stands for; where it is not as its schema says, text that the schema refuses."""
        schema = self._follow(schema)
        if schema.get("type") == "array":
            return [self._read(schema["items"], [text]) for text in texts]
        if len(texts) > 1:
            return list(texts)
        if schema.get("type") in {"integer", "number", "boolean"}:
            try:
                return json.loads(texts[0])
            except ValueError:
                return texts[0]
        return texts[0]

    def _of_body(self, operation: Operation, request: httpx.Request) -> Iterator[str]:
        documented = operation.definition.get("requestBody")
        content_type = request.headers.get("Content-Type")
        if not request.content:
            if documented and documented.get("required"):
                yield "the body is missing"
            if content_type:
                yield "there is a Content-Type without a body"
            return
        if documented is None:
            yield "a body is not documented"
            return
        if content_type != JSON:
            yield f"the Content-Type of the body is {content_type}"
        schema = documented["content"][JSON]["schema"]
        try:
            value = json.loads(request.content)
        except ValueError:
            yield "the body is no JSON"
            return
        for problem in self._errors(schema, value):
            yield f"the body: {problem}"
        properties = self._follow(schema).get("properties")
        if isinstance(value, dict) and properties is not None:
            for name in value.keys() - properties.keys():
                yield f"the member {name} of the body is not documented"

    def _of_answer(self, operation: Operation, response: httpx.Response) -> Iterator[str]:
        documented = operation.definition["responses"].get(str(response.status_code))
        if documented is None:
            yield f"the status {response.status_code} is not documented"
            return
        content = self._follow(documented).get("content")
        if content is None:
            if response.content:
                yield f"a body is not documented for {response.status_code}"
            return
        if response.headers.get("Content-Type") != JSON:
            yield f"the Content-Type of the answer is {response.headers.get('Content-Type')}"
        try:
            value = json.loads(response.content)
        except ValueError:
            yield "the answer is no JSON"
            return
        for problem in self._errors(content[JSON]["schema"], value):
            yield f"the answer: {problem}"

    def _errors(self, schema: Mapping[str, Any], value: Any) -> Iterator[str]:
        key = json.dumps(schema, sort_keys=True)
        if key not in self._validators:
            self._validators[key] = jsonschema_rs.Draft202012Validator(
                {**schema, "components": self._document["components"]}, validate_formats=True
            )
        for error in self._validators[key].iter_errors(value):
            place = "/".join(map(str, error.instance_path))
            yield f"at /{place}: {error.message}"

    def _follow(self, item: Mapping[str, Any]) -> Mapping[str, Any]:
        while "$ref" in item:
            target: Any = self._document
            for step in item["$ref"].removeprefix("#/").split("/"):
                target = target[step]
            item = target
        return item


def _of_headers(operation: Operation, headers: httpx.Headers) -> Iterator[str]:
    scheme, _, token = headers.get("Authorization", "").partition(" ")
    if scheme != "Bearer":
        yield "there is no bearer token"
    else:
        try:
            claims = jwt.decode(token, options={"verify_signature": False})
        except jwt.InvalidTokenError:
            claims = {}
        if claims.get("type") != TYPES[operation.token]:
            yield f"the token is no {operation.token}"
    if headers.get("Accept") != JSON:
        yield f"it accepts {headers.get('Accept')}"
