from __future__ import annotations

import json
from collections import OrderedDict, defaultdict, deque
from dataclasses import dataclass, field
from datetime import UTC, timedelta, timezone
from enum import StrEnum
from http import HTTPStatus
from types import MappingProxyType
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hms_mock.codec import Codec


class Color(StrEnum):
    RED = "red"


@dataclass
class Node:
    name: Any
    next: Node | None = None
    items: list[Any] = field(default_factory=list[Any])


@dataclass(frozen=True)
class Point:
    x: int
    y: int = 7


class Shade(StrEnum):
    """An enumeration that the codec does not know."""

    DARK = "dark"


class Place(NamedTuple):
    row: int
    column: int


@dataclass
class Unknown:
    x: int = 1


CODEC = Codec([Color, Node, Point])
TIMES = st.datetimes(timezones=st.sampled_from([UTC, timezone(timedelta(hours=5, minutes=30))])).map(
    lambda moment: moment.replace(fold=0)  # which means nothing in these zones
)
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.text()
    | st.binary()
    | TIMES
    | st.timedeltas()
    | st.just(Color.RED)
    | st.builds(Point, st.integers(), st.integers())
)
VALUES: st.SearchStrategy[Any] = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner)
        | st.dictionaries(st.text() | st.sampled_from(["$ref", "$type", "$"]), inner)
        | st.dictionaries(st.integers(), inner)
        | st.sets(st.text())
        | st.builds(tuple, st.lists(inner))
        | st.builds(deque, st.lists(inner), st.none() | st.integers(0, 5))
        | st.builds(Node, inner, st.none(), st.lists(inner))
    ),
    max_leaves=20,
)


def through(value: Any) -> Any:
    return CODEC.decode(json.loads(json.dumps(CODEC.encode(value))))


def exactly(value: Any) -> Any:
    """A value with the types in it, which == does not look at."""
    if isinstance(value, dict):
        return dict, [(exactly(key), exactly(each)) for key, each in value.items()]
    if isinstance(value, list | tuple):
        return type(value), [exactly(each) for each in value]
    if isinstance(value, deque):
        return deque, value.maxlen, [exactly(each) for each in value]
    if isinstance(value, Node):
        return Node, exactly(value.name), exactly(value.items)
    return type(value), repr(sorted(value)) if isinstance(value, set) else repr(value)


@given(VALUES)
def test_values_come_back_with_their_types(value: Any) -> None:
    assert exactly(through(value)) == exactly(value)


class Size(int):
    """A number of somebody's own."""


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        (HTTPStatus.SERVICE_UNAVAILABLE, 503),
        (Size(3), 3),
        (Shade.DARK, "dark"),
        ([defaultdict(int, {"a": 1}), OrderedDict(b=Shade.DARK)], [{"a": 1}, {"b": "dark"}]),
        ({Shade.DARK: MappingProxyType({"a": 1})}, {"dark": {"a": 1}}),
        (Place(1, 2), (1, 2)),
        (range(3), [0, 1, 2]),
    ],
)
def test_values_of_other_classes_come_back_plain(value: Any, plain: Any) -> None:
    assert exactly(through(value)) == exactly(plain)


def test_what_is_shared_stays_shared_also_in_circles() -> None:
    shared, table, names = Node("shared"), {"a": 1}, {"x"}
    first = Node("first", items=[shared, shared, table, table, names, names])
    first.next = Node("second", next=first)
    again = through(first)
    assert again.next.next is again
    assert again.items[0] is again.items[1]
    assert again.items[2] is again.items[3]
    assert again.items[4] is again.items[5]
    assert again.items[4] == {"x"}


def test_a_field_that_is_missing_has_its_default() -> None:
    assert CODEC.decode({"$type": "Point", "x": 1}) == Point(1, 7)
    made = [CODEC.decode({"$type": "Node", "name": "n"}) for _ in range(2)]
    assert made[0] == Node("n")
    assert made[0].items is not made[1].items


@pytest.mark.parametrize("value", [object(), [Unknown()], {1, 2}, {"a": print}, Node(Unknown)])
def test_nothing_else_is_written(value: Any) -> None:
    with pytest.raises(TypeError, match="cannot be written as JSON"):
        CODEC.encode(value)


@pytest.mark.parametrize(
    "written",
    [
        {"$type": "Unknown", "x": 1},
        {"$type": "os.system", "command": "true"},
        {"$type": "Point"},
        {"$type": "Point", "x": 1, "z": 2},
        {"$type": ["Point"]},
        {"$enum": "Color", "value": "blue"},
        {"$enum": "Point", "value": "red"},
        {"$ref": 5},
        {"$ref": -1},
        {"$ref": "0"},
        {"$dict": [[1]]},
        {"$dict": [[[], 1]]},
        {"$tuple": 5},
        {"$set": [[]]},
        {"$deque": [], "maxlen": -1},
        {"$deque": []},
        {"$time": "yesterday"},
        {"$seconds": [10**12, 0, 0]},
        {"$bytes": "xyz"},
        {"$pickle": "gASVCg=="},
    ],
)
def test_nothing_else_is_read(written: Any) -> None:
    with pytest.raises(ValueError, match="Error: "):
        CODEC.decode([written])


def test_two_classes_of_the_same_name_are_refused() -> None:
    with pytest.raises(ValueError, match="two classes are called Point"):
        Codec([Point, type("Point", (Node,), {})])
