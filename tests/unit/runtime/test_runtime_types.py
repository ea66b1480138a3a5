from __future__ import annotations

import copy
import json
import pickle
from typing import TYPE_CHECKING, Any

import pytest

from hms_generated_client import models
from hms_generated_client.types import UNSET, OpenEnum, Unset

if TYPE_CHECKING:
    from collections.abc import Callable

ENUMS = [
    exported
    for name in models.__all__
    if isinstance(exported := getattr(models, name), type) and issubclass(exported, OpenEnum)
]


class Color(OpenEnum):
    """Colors."""

    RED = "red"
    LIGHT_GREEN = "light-green"
    NONE = ""


def through_pickle(value: Any) -> Any:
    return pickle.loads(pickle.dumps(value))  # what this test has pickled itself


COPIES: list[Callable[[Any], Any]] = [copy.copy, copy.deepcopy, through_pickle]


@pytest.mark.parametrize("duplicate", COPIES)
@pytest.mark.parametrize("value", ["red", "", "mauve", "RED", "unknown:red", "é 中"])
def test_an_enum_value_survives_being_copied(duplicate: Callable[[Any], Any], value: str) -> None:
    color = Color(value)
    copied = duplicate(color)
    assert copied == color
    assert type(copied) is Color
    assert copied.is_known == color.is_known
    assert copied.value == value


@pytest.mark.parametrize("value", ["red", "light-green", "", "mauve", "RED", "unknown:mauve"])
def test_an_enum_value_is_its_string(value: str) -> None:
    color = Color(value)
    assert color == value
    assert value == color
    assert hash(color) == hash(value)
    assert {value: 1}[color] == 1
    assert str(color) == f"{color}" == f"{value}"
    assert f"{color:>20}" == f"{value:>20}"
    assert json.dumps([color]) == json.dumps([value])
    assert json.loads(json.dumps({color: 1})) == {value: 1}
    assert isinstance(color, Color)
    assert Color(color) == color


def test_a_known_value_is_its_member() -> None:
    assert Color("light-green") is Color.LIGHT_GREEN
    assert Color.RED.is_known
    assert Color("").is_known


@pytest.mark.parametrize("value", ["mauve", "RED", "NONE", "mro", "name", "unknown:red"])
def test_an_unknown_value_is_told_from_a_documented_one(value: str) -> None:
    color = Color(value)
    assert not color.is_known
    assert color == Color(value)
    assert color != Color.RED
    assert color not in list(Color)
    assert value in repr(color)


def test_unknown_values_leave_the_enum_as_it_was() -> None:
    Color("mauve")
    assert [member.value for member in Color] == ["red", "light-green", ""]
    assert "mauve" not in Color.__members__


@pytest.mark.parametrize("value", [None, 1, 1.5, True, ["red"], b"red"])
def test_what_is_no_string_is_no_value(value: Any) -> None:
    with pytest.raises(ValueError, match="is not a valid Color"):
        Color(value)


@pytest.mark.parametrize("enum", ENUMS, ids=lambda enum: enum.__name__)
def test_the_enums_of_the_document_are_open(enum: type[OpenEnum]) -> None:
    assert all(member.is_known and enum(member.value) is member for member in enum)
    unknown = through_pickle(enum("a value of tomorrow"))
    assert unknown == "a value of tomorrow"
    assert isinstance(unknown, enum)
    assert not unknown.is_known


@pytest.mark.parametrize("duplicate", COPIES)
def test_unset_stays_the_one_it_is(duplicate: Callable[[Any], Any]) -> None:
    assert duplicate(UNSET) is UNSET
    assert duplicate([UNSET])[0] is UNSET
    assert isinstance(UNSET, Unset)
    assert UNSET is not None
