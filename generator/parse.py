"""Step 4: openapi-python-client reads the lowered document."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING
from unittest import mock

from openapi_python_client import strings
from openapi_python_client.config import Config, ConfigFile, MetaType
from openapi_python_client.parser import GeneratorData
from openapi_python_client.parser.errors import GeneratorError, ParseError

from .errors import DocumentError, Mistake

if TYPE_CHECKING:
    from pathlib import Path

    from .nodes import JSONObject

# openapi-python-client renames every member that is spelled like a builtin (`type_`). We keep the
# API's names, but for those that the annotations of generated code themselves use.
_ANNOTATION_NAMES = {"self", "datetime", "str", "int", "float", "bool", "bytes", "list", "dict"}
_RESERVED_WORDS = {name for name in dir(builtins) if name[0].isupper()} | _ANNOTATION_NAMES


def parse(document: JSONObject, *, output: Path) -> GeneratorData:
    """Parse a lowered document.

    Args:
        document: The document as `lower` returns it.
        output: The folder that the package will be written to.

    Raises:
        DocumentError: The generator dropped or misunderstood something. Its warnings count: a dropped
            operation is one that users would miss.
    """
    with mock.patch.object(strings, "RESERVED_WORDS", _RESERVED_WORDS):
        parsed = GeneratorData.from_dict(document, config=config(output))
    if isinstance(parsed, GeneratorError):
        raise DocumentError([_mistake(parsed)])
    problems: list[ParseError] = list(parsed.errors)
    for collection in parsed.endpoint_collections_by_tag.values():
        problems.extend(collection.parse_errors)
    if problems:
        raise DocumentError(_mistake(problem) for problem in problems)
    return parsed


def config(output: Path) -> Config:
    """The settings of openapi-python-client."""
    return Config.from_sources(
        ConfigFile(post_hooks=[]),
        meta_type=MetaType.NONE,
        document_source=output / "openapi.json",
        file_encoding="utf-8",
        overwrite=True,
        output_path=output,
    )


def _mistake(error: GeneratorError | ParseError) -> Mistake:
    return Mistake(
        f"openapi-python-client: {error.header} {error.detail or ''}".strip(),
        "write it in a form that the generator reads, or teach generator/lower.py to rewrite it",
    )
