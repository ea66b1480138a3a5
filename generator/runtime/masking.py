"""Keeping what the document marks as a password out of tracebacks, and finding it in models.

Members of models that hold one are left out of their repr. An argument of a function is a local variable of
its frame, which tools print that report errors, so such arguments become `MaskedText` at once.
"""

from __future__ import annotations

import typing
from collections.abc import Iterator, Mapping
from typing import TypeVar

import attrs

T = TypeVar("T")


class MaskedText(str):
    """Text that its repr does not show. In everything else it is that text."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "'***'"


def masked(value: T) -> T:
    """The value of an argument with its text masked, also inside of lists and maps."""
    made: object = value
    if isinstance(value, str):
        made = MaskedText(value)
    elif isinstance(value, list):
        made = [masked(item) for item in typing.cast("list[object]", value)]
    elif isinstance(value, dict):
        made = {key: masked(member) for key, member in typing.cast("dict[object, object]", value).items()}
    return typing.cast("T", made)


def secrets_of(value: object) -> Iterator[str]:
    """All text of a value that its repr leaves out: that of the members of models that are passwords."""
    model = type(value)
    if attrs.has(model):
        for field in attrs.fields(model):
            member = getattr(value, field.name)
            yield from secrets_of(member) if field.repr else _texts_of(member)
    else:
        for member in _inside(value):
            yield from secrets_of(member)


def _texts_of(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    for member in _inside(value):
        yield from _texts_of(member)


def _inside(value: object) -> list[object]:
    model = type(value)
    if attrs.has(model):
        return [getattr(value, field.name) for field in attrs.fields(model)]
    if isinstance(value, Mapping):
        return list(typing.cast("Mapping[object, object]", value).values())
    return typing.cast("list[object]", value) if isinstance(value, list) else []
