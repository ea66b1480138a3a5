"""Writes objects of the mock as plain JSON values, and makes the same objects of them again.

What is written is what JSON has, and these forms for everything else:

| JSON | Python |
|---|---|
| {"$type": name, field: value, ...} | an instance of a dataclass that the codec knows |
| {"$enum": name, "value": value} | a member of an enumeration that it knows |
| {"$ref": number} | what was written before; the number counts everything that can be changed |
| {"$dict": [[key, value], ...]} | a dict with keys that are no text, or that begin with `$` |
| {"$tuple": [...]}, {"$set": [...]} | a tuple; a set of texts, in their order |
| {"$deque": [...], "maxlen": number} | a deque |
| {"$time": text}, {"$seconds": [days, seconds, microseconds]} | a datetime; a timedelta |
| {"$bytes": text} | bytes, in hexadecimal digits |

Values come back as they were, to the difference of 1 and 1.0, and objects that were shared are shared again,
also in circles; this is why no library does it. What tests pass in may be of a class of their own, such as a
`StrEnum`, a `HTTPStatus` or a `defaultdict`: it comes back as the plain value that it is equal to. Only
classes that the codec was given are made, and none of their code runs.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import MISSING, Field, dataclass, fields
from datetime import datetime, timedelta
from enum import Enum
from types import NoneType
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_PLAIN = frozenset({NoneType, bool, int, float, str})


@dataclass(frozen=True)
class KnownClass:
    """A dataclass that can be written.

    Attributes:
        kind: the class.
        fields: its fields by name.
        is_frozen: whether an instance is as good as another that is equal to it, as texts and tuples are.
    """

    kind: type[Any]
    fields: Mapping[str, Field[Any]]
    is_frozen: bool

    @classmethod
    def of(cls, kind: type[Any]) -> KnownClass:
        """Look at a class."""
        by_name = {field.name: field for field in fields(kind)}
        return cls(kind, by_name, vars(kind)["__dataclass_params__"].frozen)


class Codec:
    """Knows the classes whose instances it writes and reads.

    Args:
        classes: dataclasses and enumerations; no two of them have the same name.
    """

    def __init__(self, classes: Iterable[type[Any]]) -> None:
        self.enums: dict[str, type[Enum]] = {}
        self.dataclasses: dict[str, KnownClass] = {}
        for each in classes:
            if each.__name__ in self.enums or each.__name__ in self.dataclasses:
                raise ValueError(f"two classes are called {each.__name__}")
            if issubclass(each, Enum):
                self.enums[each.__name__] = each
            else:
                self.dataclasses[each.__name__] = KnownClass.of(each)

    def encode(self, value: Any) -> Any:
        """Write a value.

        Raises:
            TypeError: something in it is none of the above.
        """
        return _Encoder(self).encode(value)

    def decode(self, written: Any) -> Any:
        """Make again what `encode` wrote. Fields that are missing get their defaults.

        Raises:
            ValueError: `encode` wrote something else.
        """
        try:
            return _Decoder(self).decode(written)
        except (ValueError, TypeError, LookupError, AttributeError, OverflowError, RecursionError) as error:
            raise ValueError(f"{type(error).__name__}: {error}") from error


class _Encoder:
    def __init__(self, codec: Codec) -> None:
        self._codec = codec
        self._numbers: dict[int, int] = {}
        self._writers: dict[type, Callable[[Any], Any]] = {
            dict: self._dict,
            list: self._list,
            set: self._set,
            deque: self._deque,
            tuple: lambda value: {"$tuple": [self.encode(each) for each in value]},
            datetime: lambda value: {"$time": value.isoformat()},
            timedelta: lambda value: {"$seconds": [value.days, value.seconds, value.microseconds]},
            bytes: lambda value: {"$bytes": value.hex()},
        }
        self._writers_of_kinds: tuple[tuple[type, Callable[[Any], Any]], ...] = (
            (str, str.__str__),
            (int, int.__int__),
            (float, float.__float__),
            (tuple, self._writers[tuple]),
            (Sequence, self._list),
            (Mapping, self._dict),
        )

    def encode(self, value: Any) -> Any:
        kind = _type(value)
        if kind in _PLAIN:
            return value
        writer = self._writers.get(kind)
        if writer is not None:
            return writer(value)
        if self._codec.enums.get(kind.__name__) is kind:
            return {"$enum": kind.__name__, "value": value.value}
        known = self._codec.dataclasses.get(kind.__name__)
        if known is not None and known.kind is kind:
            return (not known.is_frozen and self._seen(value)) or {
                "$type": kind.__name__,
                **{name: self.encode(getattr(value, name)) for name in known.fields},
            }
        for base, write in self._writers_of_kinds:
            if isinstance(value, base):
                return write(value)
        raise TypeError(f"a {kind.__name__} cannot be written as JSON")

    def _seen(self, value: object) -> Any:
        """The reference to what was written already. What comes for the first time is given a number."""
        number = len(self._numbers)
        first = self._numbers.setdefault(id(value), number)
        return None if first == number else {"$ref": first}

    def _dict(self, value: dict[Any, Any]) -> Any:
        if (seen := self._seen(value)) is not None:
            return seen
        if all(type(key) is str and not key.startswith("$") for key in value):
            return {key: self.encode(each) for key, each in value.items()}
        return {"$dict": [[self.encode(key), self.encode(each)] for key, each in value.items()]}

    def _list(self, value: list[Any]) -> Any:
        return self._seen(value) or [self.encode(each) for each in value]

    def _set(self, value: set[Any]) -> Any:
        if not all(type(each) is str for each in value):
            raise TypeError("a set of something else than text cannot be written as JSON")
        return self._seen(value) or {"$set": sorted(value)}

    def _deque(self, value: deque[Any]) -> Any:
        return self._seen(value) or {
            "$deque": [self.encode(each) for each in value],
            "maxlen": value.maxlen,
        }


class _Decoder:
    def __init__(self, codec: Codec) -> None:
        self._codec = codec
        self._made: list[Any] = []
        self._readers: dict[str, Callable[[dict[str, Any]], Any]] = {
            "$type": self._object,
            "$enum": lambda written: self._codec.enums[written["$enum"]](written["value"]),
            "$ref": self._reference,
            "$dict": self._dict,
            "$tuple": lambda written: tuple(self.decode(each) for each in written["$tuple"]),
            "$set": lambda written: self._register(set(cast("list[str]", written["$set"]))),
            "$deque": self._deque,
            "$time": lambda written: datetime.fromisoformat(written["$time"]),
            "$seconds": lambda written: timedelta(*written["$seconds"]),
            "$bytes": lambda written: bytes.fromhex(written["$bytes"]),
        }

    def decode(self, written: Any) -> Any:
        kind = _type(written)
        if kind in _PLAIN:
            return written
        if kind is list:
            items: list[Any] = self._register([])
            items.extend(self.decode(each) for each in written)
            return items
        form = next(iter(written), "")
        if form.startswith("$"):
            return self._readers[form](written)
        members: dict[str, Any] = self._register({})
        for key, each in written.items():
            members[key] = self.decode(each)
        return members

    def _register(self, value: Any) -> Any:
        """Give a value the number by which references know it: before what is in it gets one."""
        self._made.append(value)
        return value

    def _reference(self, written: dict[str, Any]) -> Any:
        if written["$ref"] < 0:
            raise LookupError("a reference to nothing")
        return self._made[written["$ref"]]

    def _object(self, written: dict[str, Any]) -> Any:
        known = self._codec.dataclasses[written["$type"]]
        value: Any = object.__new__(known.kind)
        if not known.is_frozen:
            self._register(value)
        if unknown := written.keys() - known.fields.keys() - {"$type"}:
            raise LookupError(f"{known.kind.__name__} has no {', '.join(sorted(unknown))}")
        for name, field in known.fields.items():
            # Past the __setattr__ of frozen dataclasses.
            object.__setattr__(
                value, name, self.decode(written[name]) if name in written else _default(field)
            )
        return value

    def _dict(self, written: dict[str, Any]) -> Any:
        members: dict[Any, Any] = self._register({})
        for key, each in written["$dict"]:
            key = self.decode(key)  # noqa: PLW2901 - in the order in which they were numbered
            members[key] = self.decode(each)
        return members

    def _deque(self, written: dict[str, Any]) -> Any:
        items: deque[Any] = self._register(deque[Any](maxlen=written["maxlen"]))
        items.extend(self.decode(each) for each in written["$deque"])
        return items


def _type(value: object) -> type[Any]:
    return type(value)


def _default(field: Field[Any]) -> Any:
    if field.default is not MISSING:
        return field.default
    if field.default_factory is not MISSING:
        return field.default_factory()
    raise LookupError(f"{field.name} is missing")
