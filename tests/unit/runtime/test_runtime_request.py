from __future__ import annotations

import datetime
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hms_generated_client.codec import EncodeError
from hms_generated_client.request import expand_path, query_pairs
from hms_generated_client.types import UNSET, OpenEnum

LAW = settings(derandomize=True, deadline=None, database=None, max_examples=50)


class Color(OpenEnum):
    """Colors."""

    RED = "red"


@pytest.mark.parametrize(
    ("value", "encoded"),
    [
        ("abc-123_~.x", "abc-123_~.x"),
        ("a b", "a%20b"),
        ("a/b", "a%2Fb"),
        ("a?b#c", "a%3Fb%23c"),
        ("%2e%2e", "%252e%252e"),
        ("é", "%C3%A9"),
        ("{peer_id}", "%7Bpeer_id%7D"),
        ("...", "..."),
        (" ", "%20"),
        ("\r\nX: y", "%0D%0AX%3A%20y"),
        (Color.RED, "red"),
        (12, "12"),
        (-1, "-1"),
    ],
)
def test_path_parameters_are_encoded(value: str | int, encoded: str) -> None:
    path = expand_path("/rooms/{room_id}/peers/{peer_id}", {"room_id": value, "peer_id": "p"})
    assert path == f"/rooms/{encoded}/peers/p"


@LAW
@given(st.text(min_size=1, alphabet=st.characters(exclude_categories=["Cs"])))
def test_no_value_leaves_its_segment(value: str) -> None:
    if value in {".", ".."}:
        return
    path = expand_path("/rooms/{room_id}/end", {"room_id": value})
    empty, rooms, segment, end = path.split("/")
    assert (empty, rooms, end) == ("", "rooms", "end")
    assert unquote(segment) == value
    assert not set("?#\\ \t\r\n") & set(path)


@pytest.mark.parametrize("value", ["", ".", ".."])
def test_values_that_would_reach_another_operation_are_refused(value: str) -> None:
    with pytest.raises(ValueError, match="room_id must not be"):
        expand_path("/rooms/{room_id}", {"room_id": value})


@pytest.mark.parametrize("value", [None, True, 1.5, UNSET, b"x", ["x"]])
def test_a_path_parameter_is_a_string_or_an_integer(value: Any) -> None:
    with pytest.raises(TypeError, match="room_id must be a string or an integer, not "):
        expand_path("/rooms/{room_id}", {"room_id": value})


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (True, "true"),
        (False, "false"),
        (0, "0"),
        (20, "20"),
        (1.5, "1.5"),
        ("", ""),
        ("a b&c", "a b&c"),
        (Color.RED, "red"),
        (Color("mauve"), "mauve"),
        (datetime.datetime(2022, 9, 9, 11, 41, 8, tzinfo=datetime.UTC), "2022-09-09T11:41:08.000Z"),
        (
            datetime.datetime(
                2022, 9, 9, 11, 41, 8, 82549, tzinfo=datetime.timezone(datetime.timedelta(hours=2))
            ),
            "2022-09-09T09:41:08.082549Z",
        ),
    ],
)
def test_query_values_are_written_as_text(value: Any, text: str) -> None:
    assert query_pairs([("name", value)]) == (("name", text),)
    assert type(query_pairs([("name", value)])[0][1]) is str


def test_what_was_not_given_is_left_out() -> None:
    assert query_pairs([("a", None), ("b", UNSET), ("c", 1), ("d", UNSET)]) == (("c", "1"),)
    assert query_pairs([]) == ()


def test_a_list_is_sent_as_one_pair_for_each_item() -> None:
    pairs = query_pairs([("type", ["a", Color.RED, 1, True]), ("empty", []), ("text", "ab")])
    assert pairs == (("type", "a"), ("type", "red"), ("type", "1"), ("type", "true"), ("text", "ab"))


def test_a_timestamp_without_a_time_zone_is_refused() -> None:
    with pytest.raises(EncodeError, match="has no time zone"):
        query_pairs([("after", datetime.datetime(2022, 9, 9))])  # noqa: DTZ001  # that is the point
