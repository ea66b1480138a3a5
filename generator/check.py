"""Step 2: the document is valid, its examples are true, and it keeps the house rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import jsonschema_rs
from openapi_spec_validator import OpenAPIV31SpecValidator

from .errors import Finding
from .rules import RULES
from .walk import operations, outermost_schemas, resolve, schemas

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .bundle import Bundle
    from .nodes import JSONObject, Pointer


_BASE = "urn:document"


def check(bundle: Bundle) -> None:
    """Check a bundled document.

    Raises:
        DocumentError: With all mistakes of the first stage that finds any: each stage takes for granted
            what those before it looked at.
    """
    # The whole OpenAPI validator comes last. It knows rules that our own do not have, but tells the place
    # of none.
    for stage in (_structure, _schemas, _house_rules, _examples, _openapi):
        findings = list(stage(bundle.document))
        if findings:
            raise bundle.error(findings)


def _structure(document: JSONObject) -> Iterator[Finding]:
    for error in OpenAPIV31SpecValidator.schema_validator.iter_errors(document):
        yield _invalid(tuple(error.absolute_path), error.message)


def _schemas(document: JSONObject) -> Iterator[Finding]:
    validator = jsonschema_rs.Draft202012Validator({"$ref": "https://json-schema.org/draft/2020-12/schema"})
    for node in outermost_schemas(document):
        for error in validator.iter_errors(node.data):
            yield _invalid((*node.pointer, *error.instance_path), error.message)


def _openapi(document: JSONObject) -> Iterator[Finding]:
    for error in OpenAPIV31SpecValidator(document).iter_errors():
        yield _invalid(tuple(error.absolute_path), error.message)


def _invalid(pointer: Pointer, message: str) -> Finding:
    # What follows the first line is the instance, which can be the whole document.
    (line, *_) = message.splitlines()
    return Finding(pointer, f"not valid OpenAPI 3.1: {line[:500]}", "see the OpenAPI specification, 3.1.0")


def _house_rules(document: JSONObject) -> Iterator[Finding]:
    for rule in RULES:
        yield from rule(document)


def _examples(document: JSONObject) -> Iterator[Finding]:
    """Every example and default is valid against the schema it stands beside."""
    registry = jsonschema_rs.Registry([(_BASE, document)], draft=jsonschema_rs.Draft202012)

    def breaks(schema: Pointer, example: Any, pointer: Pointer) -> Iterator[Finding]:
        steps = (quote(str(key).replace("~", "~0").replace("/", "~1")) for key in schema)
        validator = jsonschema_rs.Draft202012Validator(
            {"$ref": f"{_BASE}#/{'/'.join(steps)}"}, registry=registry, validate_formats=True
        )
        for error in validator.iter_errors(example):
            path = "".join(f"[{key}]" if isinstance(key, int) else f".{key}" for key in error.instance_path)
            message = f"the example breaks its schema at ${path}: {error.message[:300]}"
            yield Finding(pointer, message, "correct the example or the schema")

    for node in schemas(document):
        for index, example in enumerate(node.data.get("examples", ())):
            yield from breaks(node.pointer, example, (*node.pointer, "examples", index))
        if "default" in node.data:
            yield from breaks(node.pointer, node.data["default"], (*node.pointer, "default"))
    for pointer, holder in _with_examples(document):
        schema = (*pointer, "schema")
        if "example" in holder:
            yield from breaks(schema, holder["example"], (*pointer, "example"))
        for name, reference in holder.get("examples", {}).items():
            example = resolve(document, reference)
            yield from breaks(schema, example.get("value"), (*pointer, "examples", name))


def _with_examples(document: JSONObject) -> Iterator[tuple[Pointer, JSONObject]]:
    """Everything that has a schema and examples side by side: parameters and media types."""
    components = document.get("components", {})
    for name, parameter in components.get("parameters", {}).items():
        yield ("components", "parameters", name), parameter
    for name, response in components.get("responses", {}).items():
        yield from _media_types(response, ("components", "responses", name))
    for path, item in document.get("paths", {}).items():
        yield from _inline_parameters(item, ("paths", path))
    for name, item in document.get("webhooks", {}).items():
        yield from _media_types(item["post"]["requestBody"], ("webhooks", name, "post", "requestBody"))
    for node in operations(document):
        yield from _inline_parameters(node.data, node.pointer)
        yield from _media_types(node.data.get("requestBody", {}), (*node.pointer, "requestBody"))
        for status, response in node.data.get("responses", {}).items():
            yield from _media_types(response, (*node.pointer, "responses", status))


def _media_types(holder: JSONObject, pointer: Pointer) -> Iterator[tuple[Pointer, JSONObject]]:
    for media, content in holder.get("content", {}).items():
        yield (*pointer, "content", media), content


def _inline_parameters(holder: JSONObject, pointer: Pointer) -> Iterator[tuple[Pointer, JSONObject]]:
    for index, parameter in enumerate(holder.get("parameters", ())):
        if "$ref" not in parameter:
            yield (*pointer, "parameters", index), parameter
