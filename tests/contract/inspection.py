"""What every answer has to be, whoever asked for what: as the document says, and never a server error."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import jsonschema_rs

from .document import base_path_of, operation_at, operations_of
from .envelope import problems_of_error

if TYPE_CHECKING:
    import httpx

    from .document import Operation

_BASE = "urn:contract:document"
_UNROUTED = frozenset({404, 405})
_NAMED_WAIT = re.compile(r"\d+ ?s", re.IGNORECASE)
"""The documentation knows no `Retry-After`; its 429 names the seconds in the message."""
_OF_THE_SERVER = frozenset({413})
"""Statuses of limits that a server may have of its own."""


class BadAnswerError(AssertionError):
    """An answer is not what every answer has to be, or does not come, whatever the test is about."""


class Inspector:
    """Compares answers with the document.

    Schemathesis sees the answers to what it generates; the laws lead to states that no generated call reaches
    (recordings with files, rooms with people in them), and what is answered there is looked at here.

    Args:
        document: the parsed document.
    """

    def __init__(self, document: dict[str, Any]) -> None:
        self._base_path = base_path_of(document)
        self._operations = operations_of(document)
        self._registry = jsonschema_rs.Registry([(_BASE, document)], draft=jsonschema_rs.Draft202012)
        self._validators: dict[tuple[str, int], jsonschema_rs.Validator] = {}

    def operation_of(self, request: httpx.Request) -> Operation | None:
        """The operation that a request calls; None for a method or a path that the API does not have."""
        path = request.url.raw_path.decode().partition("?")[0].removeprefix(self._base_path)
        return operation_at(self._operations, request.method, path)

    def problems(self, response: httpx.Response) -> list[str]:
        """Say what is wrong with an answer; nothing when all is right.

        Args:
            response: the answer, read to its end.
        """
        status = response.status_code
        token = response.request.headers.get("Authorization", "").rpartition(" ")[2]
        if status >= 500:
            return [f"the server failed with {status}"]
        problems = problems_of_error(status, response.content, token) if _has_body(response) else []
        if status == 429 and not (response.headers.get("retry-after") or _NAMED_WAIT.search(response.text)):
            problems.append("429 does not say when to come back")
        operation = self.operation_of(response.request)
        if operation is None:
            if status not in _UNROUTED:
                problems.append(f"{status} for a method or a path that the document does not have")
            return problems
        if str(status) not in operation.responses:
            if status not in _OF_THE_SERVER:
                problems.append(f"{status} is not documented for {operation.id}")
            return problems
        return problems + self._problems_of_content(operation, response)

    def _problems_of_content(self, operation: Operation, response: httpx.Response) -> list[str]:
        content = operation.responses[str(response.status_code)].get("content", {})
        if not content:
            return ["there is a body, and none is documented"] if response.content else []
        media_type = response.headers.get("content-type", "").partition(";")[0].strip()
        if media_type not in content:
            return [f"the content type is {media_type!r}; documented is {', '.join(content)}"]
        try:
            body = json.loads(response.content)
        except ValueError:
            return ["the body is no JSON"]
        key = operation.id, response.status_code
        if key not in self._validators:
            schema = content[media_type]["schema"]
            pointed = {"$ref": f"{_BASE}{schema['$ref']}"} if "$ref" in schema else schema
            self._validators[key] = jsonschema_rs.Draft202012Validator(
                pointed, registry=self._registry, validate_formats=True
            )
        return [
            f"{'.'.join(map(str, error.instance_path)) or 'the body'}: {error.message}"
            for error in self._validators[key].iter_errors(body)
        ]


def _has_body(response: httpx.Response) -> bool:
    return response.request.method != "HEAD"
