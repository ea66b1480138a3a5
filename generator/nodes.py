"""The nodes of a JSON document and where they stand."""

from __future__ import annotations

from typing import Any, TypeGuard

Pointer = tuple[str | int, ...]
"""Where something stands in a document: the keys and indexes from the root down."""

JSONObject = dict[str, Any]


def is_object(node: Any) -> TypeGuard[JSONObject]:
    """Whether a node is a JSON object."""
    return isinstance(node, dict)


def is_array(node: Any) -> TypeGuard[list[Any]]:
    """Whether a node is a JSON array."""
    return isinstance(node, list)
