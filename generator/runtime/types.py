"""The values that every generated module needs: "left out", and enums that keep what they do not know."""

from __future__ import annotations

import enum
from typing import Self

# msgspec's own marker, because only it may stand in a union that msgspec decodes. It is a real
# singleton: it survives copy, deepcopy and pickle, so `is UNSET` is always the right question.
from msgspec import UNSET
from msgspec import UnsetType as Unset

__all__ = ["UNSET", "OpenEnum", "Unset"]


class OpenEnum(enum.StrEnum):
    """A string enum that accepts values it has no member for.

    The server may learn new values before this package does. Such a value becomes an instance that
    equals its string, hashes like it, pickles and copies; `is_known` tells it from a documented one.
    """

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        if not isinstance(value, str):
            return None
        unknown = str.__new__(cls, value)
        # No member can have this name, so an unknown value is never taken for a member spelled alike.
        unknown._name_ = f"unknown:{value}"
        unknown._value_ = value
        return unknown

    @property
    def is_known(self) -> bool:
        """Whether the value is one that the OpenAPI document lists."""
        return self._name_ in type(self).__members__
