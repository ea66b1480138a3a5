"""The base class of all generated models."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from . import codec


class Model:
    """A JSON object of the API, as an attrs class.

    Models compare by value, copy and pickle. A member that was not sent is `UNSET`, which is different
    from None (a JSON null).
    """

    __slots__ = ()

    __wire_names__: ClassVar[Mapping[str, str]] = {}
    """The JSON member of each attribute whose Python name differs from it."""

    def to_dict(self) -> dict[str, Any]:
        """The JSON object with its members as the API names them; members that are UNSET are left out.

        Raises:
            codec.EncodeError: A value has no JSON form, for example a timestamp without a time zone.
        """
        members: dict[str, Any] = codec.to_wire(self)
        return members

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Build the model from a JSON object with its members as the API names them.

        Raises:
            codec.InvalidDataError: A member is missing or has another type than documented.
        """
        decoded = codec.from_wire(cls, data)
        if decoded.problems:
            raise codec.InvalidDataError(cls.__name__, decoded.problems)
        return decoded.value
