"""Checks requests and responses against the schemas of the document.

The schemas are compiled once, when the mock starts; a check is one call into compiled code.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote_to_bytes

import jsonschema_rs

from hms_mock.errors import BAD_BODY, ApiError, BriefError, ConfigurationError, ContractError, bad_query
from hms_mock.shapes import is_array, is_text

if TYPE_CHECKING:
    from hms_mock.document import Document, Operation

DocumentedDetails = Mapping[tuple[str, str], str]
"""By member and schema keyword: the sentence with which the API is documented to refuse it.

`*` stands for any item of an array, as in `digits.*`.
"""


class Message(str):
    """A sentence that is the whole answer, its `message`, where others are one of the `details`."""

    __slots__ = ()


_BASE = "urn:hms:document"
_INTEGER = re.compile(r"-?[0-9]{1,100}")
_NUMBER = re.compile(r"-?[0-9]{1,19}(\.[0-9]{1,19})?")
_LONGEST_REPORT = 10


class Validators:
    """The compiled schemas of a document.

    Args:
        document: where the schemas are.
    """

    def __init__(self, document: Document) -> None:
        self._registry = jsonschema_rs.Registry([(_BASE, document.content)], draft=jsonschema_rs.Draft202012)
        self._compiled: dict[str, jsonschema_rs.Validator] = {}
        for operation in document.operations:
            pointers = [parameter.pointer for parameter in operation.parameters]
            pointers += [response.pointer for response in operation.responses.values() if response.pointer]
            pointers += [operation.body_pointer] if operation.body_pointer else []
            for pointer in pointers:
                self._compile(pointer, operation.id)
        self._events = document.webhooks
        for event_type, pointer in self._events.items():
            self._compile(pointer, event_type)

    def path(self, operation: Operation, raw: Mapping[str, str]) -> dict[str, Any]:
        """Read the parameters of the path.

        Args:
            operation: what the path belongs to.
            raw: the percent-encoded values by name.

        Returns:
            The values by name.

        Raises:
            ApiError: 404, because a value that cannot be an identifier names no object.
        """
        values: dict[str, Any] = {}
        for parameter in operation.path_parameters:
            values[parameter.name] = value = _coerce(_decode(raw[parameter.name]), parameter.schema)
            if details := self._problems(parameter.pointer, value, parameter.name):
                raise ApiError(404, "not found", details)
        return values

    def query(self, operation: Operation, raw: Sequence[tuple[str, str]]) -> dict[str, Any]:
        """Read the query, and fill in the documented defaults.

        Args:
            operation: what the query belongs to.
            raw: names and values, percent-encoded, in the order in which they came.

        Returns:
            The values by name, without those that were left out and have no default. An operation that
            takes no query gives none, whatever was sent.

        Raises:
            ApiError: 400, with one detail for each parameter that is unknown, repeated, missing or wrong.
        """
        known = {parameter.name: parameter for parameter in operation.query_parameters}
        if not known:
            return {}
        problems: list[str] = []
        sent: dict[str, Any] = {}
        for raw_name, raw_value in raw:
            name = _decode(raw_name.replace("+", " "))
            if name not in known:
                shown = name.encode("utf-8", "backslashreplace").decode()
                problems.append(f"{shown}: no such parameter; it takes {', '.join(known)}")
            elif known[name].schema.get("type") == "array":
                sent.setdefault(name, []).append(_decode(raw_value.replace("+", " ")))
            elif name in sent:
                problems.append(f"{name}: given more than once")
            else:
                sent[name] = _decode(raw_value.replace("+", " "))
        values: dict[str, Any] = {}
        for name, parameter in known.items():
            if name in sent:
                given = sent[name]
                values[name] = given if is_array(given) else _coerce(given, parameter.schema)
                problems += self._problems(parameter.pointer, values[name], name)
            elif parameter.required:
                problems.append(f"{name}: is required")
            elif "default" in parameter.schema:
                values[name] = parameter.schema["default"]
        if problems:
            raise bad_query(*problems[:_LONGEST_REPORT])
        return values

    def body(self, operation: Operation, value: Any, documented: DocumentedDetails) -> None:
        """Check a parsed JSON body.

        Args:
            operation: what the body was sent to.
            value: the body.
            documented: the sentences that the API is documented to use instead of ours.

        Raises:
            ApiError: 400, with one detail for each member that is wrong, or with one documented message.
        """
        if operation.body_pointer is None:
            return
        details = self._problems(operation.body_pointer, value, "", f"{BAD_BODY}: ", documented)
        for detail in details:
            if isinstance(detail, Message):
                raise BriefError(400, str(detail))
        if details:
            raise ApiError(400, BAD_BODY, details)

    def response(self, operation: Operation, status: int, body: Any) -> None:
        """Check an answer of the mock itself.

        Args:
            operation: what is answered.
            status: the HTTP status.
            body: the body before it is written as JSON; None for no body.

        Raises:
            ContractError: the status or the body is not what the document promises.
        """
        response = operation.response(status)
        if response is None:
            raise ContractError(f"{operation.id} answered {status}, which the document does not list")
        if response.pointer is None:
            if body is not None:
                raise ContractError(f"{operation.id} answered {status} with a body; the document has none")
        elif details := self._problems(response.pointer, body, ""):
            raise ContractError(f"{operation.id} answered {status} with a wrong body: {'; '.join(details)}")

    def event(self, event_type: str, body: Any) -> None:
        """Check a webhook that the mock sends. A document without webhooks promises nothing about them.

        Args:
            event_type: the type of the webhook.
            body: what is sent.

        Raises:
            ContractError: the document has no such webhook, or its body is not what the document promises.
        """
        if not self._events:
            return
        if event_type not in self._events:
            raise ContractError(f"the mock sent the webhook {event_type}, which the document does not list")
        if details := self._problems(self._events[event_type], body, ""):
            raise ContractError(f"the mock sent a wrong webhook {event_type}: {'; '.join(details)}")

    def _compile(self, pointer: str, owner: str) -> None:
        if pointer in self._compiled:
            return
        try:
            self._compiled[pointer] = jsonschema_rs.Draft202012Validator(
                {"$ref": f"{_BASE}#{quote(pointer)}"},
                registry=self._registry,
                validate_formats=True,
                mask="the value",
            )
        except ValueError as error:
            raise ConfigurationError(
                f"the schema at #{pointer} of {owner} does not compile: {error}"
            ) from error

    def _problems(
        self,
        pointer: str,
        value: Any,
        name: str,
        prefix: str = "",
        documented: DocumentedDetails | None = None,
    ) -> list[str]:
        validator = self._compiled[pointer]
        texts: list[Any] = value if is_array(value) else [value]
        if any(isinstance(text, str) and not is_text(text) for text in texts):
            return [f"{prefix}{name}: is not valid UTF-8"]
        if validator.is_valid(value):
            return []
        found = list(validator.iter_errors(value))[:_LONGEST_REPORT]
        return [_sentence(error, name, prefix, documented or {}) for error in found]


def _sentence(
    error: jsonschema_rs.ValidationError, name: str, prefix: str, documented: DocumentedDetails
) -> str:
    steps = [name] if name else []
    steps += [str(step) for step in error.instance_path]
    keyword = str(error.schema_path[-1]) if error.schema_path else ""
    message = error.message
    if isinstance(error.kind, jsonschema_rs.ValidationErrorKind.Required):
        steps.append(str(error.kind.property))
        message = "is required"
    member = ".".join(steps)
    items = ".".join("*" if isinstance(step, int) else str(step) for step in error.instance_path)
    if sentence := documented.get((member, keyword)) or documented.get((items, keyword)):
        return sentence
    return f"{prefix}{member}: {message}" if member else f"{prefix}{message}"


def _decode(raw: str) -> str:
    # Bytes that are no UTF-8 become lone surrogates, which are refused together with all other mistakes.
    return unquote_to_bytes(raw).decode("utf-8", "surrogateescape")


def _coerce(text: str, schema: Mapping[str, Any]) -> Any:
    """Read a parameter as what its schema asks for; text that cannot be read so stays text, to be refused."""
    types = schema.get("type", ())
    wanted = {types} if isinstance(types, str) else set(types)
    if "integer" in wanted and _INTEGER.fullmatch(text):
        return int(text)
    if "number" in wanted and _NUMBER.fullmatch(text):
        return float(text)
    if "boolean" in wanted and text in {"true", "false"}:
        return text == "true"
    return text
