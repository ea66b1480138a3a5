"""Tells the kinds of parsed JSON apart, in a way that type checkers follow, and writes them as text."""

from __future__ import annotations

import json
import re
from typing import Any, TypeGuard

_SURROGATE = re.compile("[\ud800-\udfff]")


def is_object(value: Any) -> TypeGuard[dict[str, Any]]:
    """Whether a parsed value is a JSON object."""
    return isinstance(value, dict)


def is_text(value: Any) -> TypeGuard[str]:
    """Whether a parsed value is text that can be written as UTF-8: no half of a surrogate pair is in it."""
    return isinstance(value, str) and _SURROGATE.search(value) is None


def is_array(value: Any) -> TypeGuard[list[Any]]:
    """Whether a parsed value is a JSON array."""
    return isinstance(value, list)


def as_text(value: Any) -> str:
    """Write a parsed value where text is wanted: text as it is, anything else in JSON."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
