"""The arguments of a call in the form that they have in a URL."""

from __future__ import annotations

import datetime
import enum
from typing import TYPE_CHECKING
from urllib.parse import quote

from . import codec
from .types import Unset

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

QueryValue = str | bool | int | float | datetime.datetime | None | Unset


def expand_path(template: str, parameters: Mapping[str, str]) -> str:
    """Fill the parameters of a path template in, percent-encoded.

    Raises:
        TypeError: A parameter is no string.
        ValueError: A parameter is empty or would change the path, so the call would reach another operation.
    """
    for name, value in parameters.items():
        if not isinstance(value, str):  # pyright: ignore[reportUnnecessaryIsInstance]  # callers without types
            raise TypeError(f"{name} must be a string, not {type(value).__name__}")
        if value in {"", ".", ".."}:
            raise ValueError(f"{name} must not be {value!r}: the call would reach another operation")
    return template.format_map({name: quote(value, safe="") for name, value in parameters.items()})


def query_pairs(parameters: Iterable[tuple[str, QueryValue]]) -> tuple[tuple[str, str], ...]:
    """The query parameters that were given, as text. None means the same as UNSET: leave it out."""
    return tuple(
        (name, _as_text(value))
        for name, value in parameters
        if value is not None and not isinstance(value, Unset)
    )


def _as_text(value: str | bool | int | float | datetime.datetime) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime.datetime):
        return codec.format_timestamp(value)
    if isinstance(value, enum.Enum):
        return str(value.value)
    return str(value)
