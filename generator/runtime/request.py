"""The arguments of a call in the form that they have in a URL."""

from __future__ import annotations

import datetime
import enum
from collections.abc import Sequence
from typing import TYPE_CHECKING
from urllib.parse import quote

from . import codec
from .types import Unset

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Scalar = str | bool | int | float | datetime.datetime
QueryValue = Scalar | Sequence[Scalar] | None | Unset


def expand_path(template: str, parameters: Mapping[str, str | int]) -> str:
    """Fill the parameters of a path template in, percent-encoded.

    Raises:
        TypeError: A parameter is neither a string nor an integer.
        ValueError: A parameter is empty or would change the path, so the call would reach another operation.
    """
    for name, value in parameters.items():
        if isinstance(value, bool) or not isinstance(value, (str, int)):  # pyright: ignore[reportUnnecessaryIsInstance]  # callers without types
            raise TypeError(f"{name} must be a string or an integer, not {type(value).__name__}")
        if value in {"", ".", ".."}:
            raise ValueError(f"{name} must not be {value!r}: the call would reach another operation")
    return template.format_map({name: quote(str(value), safe="") for name, value in parameters.items()})


def query_pairs(parameters: Iterable[tuple[str, QueryValue]]) -> tuple[tuple[str, str], ...]:
    """The query parameters that were given, as text; one pair for each item of a list.

    None means the same as UNSET: leave it out.
    """
    pairs: list[tuple[str, str]] = []
    for name, value in parameters:
        if value is None or isinstance(value, Unset):
            continue
        values = [value] if isinstance(value, _SCALARS) else value
        pairs.extend((name, _as_text(each)) for each in values)
    return tuple(pairs)


_SCALARS = (str, bool, int, float, datetime.datetime)


def _as_text(value: Scalar) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime.datetime):
        return codec.format_timestamp(value)
    if isinstance(value, enum.Enum):
        return str(value.value)
    return str(value)
