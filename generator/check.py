"""Step 2: the document is valid, its examples are true, and it keeps the house rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import jsonschema_rs
from openapi_spec_validator import OpenAPIV31SpecValidator

from .errors import Finding
from .rules import RULES
from .walk import operations, outermost_schemas, resolve, schemas

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .bundle import Bundle
    from .nodes import JSONObject, Pointer


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
    for node in schemas(document):
        for index, example in enumerate(node.data.get("examples", ())):
            yield from _example(document, node.data, example, (*node.pointer, "examples", index))
        if "default" in node.data:
            yield from _example(document, node.data, node.data["default"], (*node.pointer, "default"))
    for pointer, holder in _with_examples(document):
        if "example" in holder:
            yield from _example(document, holder["schema"], holder["example"], (*pointer, "example"))
        for name, reference in holder.get("examples", {}).items():
            example = resolve(document, reference)
            yield from _example(
                document, holder["schema"], example.get("value"), (*pointer, "examples", name)
            )


def _with_examples(document: JSONObject) -> Iterator[tuple[Pointer, JSONObject]]:
    """Everything that has a schema and examples side by side: parameters and media types."""
    components = document.get("components", {})
    for name, parameter in components.get("parameters", {}).items():
        yield ("components", "parameters", name), parameter
    for name, response in components.get("responses", {}).items():
        for media, content in response.get("content", {}).items():
            yield ("components", "responses", name, "content", media), content
    for path, item in document.get("paths", {}).items():
        for index, parameter in enumerate(item.get("parameters", ())):
            if "$ref" not in parameter:
                yield ("paths", path, "parameters", index), parameter
    for node in operations(document):
        for index, parameter in enumerate(node.data.get("parameters", ())):
            if "$ref" not in parameter:
                yield (*node.pointer, "parameters", index), parameter
        for media, content in node.data.get("requestBody", {}).get("content", {}).items():
            yield (*node.pointer, "requestBody", "content", media), content
        for status, response in node.data.get("responses", {}).items():
            for media, content in response.get("content", {}).items():
                yield (*node.pointer, "responses", status, "content", media), content


def _example(document: JSONObject, schema: JSONObject, example: Any, pointer: Pointer) -> Iterator[Finding]:
    validator = jsonschema_rs.Draft202012Validator(
        {"allOf": [schema], "components": document.get("components", {})}, validate_formats=True
    )
    for error in validator.iter_errors(example):
        path = "".join(f"[{key}]" if isinstance(key, int) else f".{key}" for key in error.instance_path)
        yield Finding(
            pointer,
            f"the example breaks its schema at ${path}: {error.message[:300]}",
            "correct the example or the schema",
        )
