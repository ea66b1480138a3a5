"""The examples of the document, decoded by what was generated from it."""

from __future__ import annotations

import importlib
import importlib.resources
import json
import pkgutil
from types import NoneType
from typing import TYPE_CHECKING, Any

import pytest

from hms_generated_client import api, codec

if TYPE_CHECKING:
    from hms_generated_client.operation import Operation

DOCUMENT: dict[str, Any] = json.loads(
    importlib.resources.files("hms_generated_client").joinpath("openapi.json").read_text("utf-8")
)


def operations() -> list[Operation[Any]]:
    modules = pkgutil.walk_packages(api.__path__, f"{api.__name__}.")
    found = [importlib.import_module(module.name) for module in modules if not module.ispkg]
    return [module.OPERATION for module in found]


def resolve(node: Any) -> Any:
    while "$ref" in node:
        target: Any = DOCUMENT
        for key in node["$ref"].split("/")[1:]:
            target = target[key]
        node = target
    return node


def examples(operation: Operation[Any]) -> dict[str, Any]:
    """The examples of the answers with 2xx, by name."""
    answers = DOCUMENT["paths"][operation.path][operation.method.lower()]["responses"]
    return {
        f"{operation.id}-{status}-{name}": resolve(example)["value"]
        for status, answer in answers.items()
        if status.startswith("2")
        for media in resolve(answer).get("content", {}).values()
        for name, example in media["examples"].items()
    }


@pytest.mark.parametrize("operation", [pytest.param(each, id=each.id) for each in operations()])
def test_the_examples_of_answers_have_nothing_undocumented(operation: Operation[Any]) -> None:
    shown = examples(operation)
    assert bool(shown) == (operation.response is not NoneType)
    for name, example in shown.items():
        decoded: codec.Decoded[Any] = codec.decode(
            operation.response, json.dumps(example).encode(), strict=True
        )
        assert decoded.problems == (), name


def test_all_operations_are_here() -> None:
    assert len(operations()) == sum(
        method in item for item in DOCUMENT["paths"].values() for method in ("get", "post", "delete", "put")
    )
