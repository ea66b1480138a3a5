from __future__ import annotations

import datetime
import json
from types import MappingProxyType, NoneType
from typing import Any

import pytest

from hms_generated_client import codec
from hms_generated_client.codec import Decoded, NotJSONError, Problem
from hms_generated_client.models import PeerList, Room, RoomList, Session, Template, TemplateSettings
from hms_generated_client.types import UNSET

UTC = datetime.UTC

ROOM: dict[str, Any] = {
    "id": "66f0d2a0a4d23e0019b7d600",
    "name": "physics",
    "enabled": True,
    "description": "",
    "customer_id": "c",
    "template_id": "t",
    "region": "eu",
    "created_at": "2022-09-09T11:41:08.082549Z",
    "updated_at": "2022-09-10T00:00:00Z",
}


def decode(**members: Any) -> Decoded[Room]:
    """A room with these members, decoded; both ways of decoding must agree."""
    data = {**ROOM, **members}
    decoded = codec.decode(Room, json.dumps(data).encode())
    assert repr(codec.from_wire(Room, data)) == repr(decoded)
    return decoded


def raw(text: str) -> Decoded[Room]:
    """A room with members written as they are in JSON, decoded."""
    body = json.dumps(ROOM)[:-1] + f", {text}}}"
    return codec.decode(Room, body.encode("utf-8", "surrogatepass"))


def test_a_documented_body_has_no_problems() -> None:
    decoded = decode()
    assert decoded.problems == ()
    assert decoded.value.created_at == datetime.datetime(2022, 9, 9, 11, 41, 8, 82549, tzinfo=UTC)
    assert decoded.value.region == "eu"
    assert decoded.value.size is UNSET


def test_a_list_of_models() -> None:
    decoded = codec.decode(RoomList, json.dumps({"data": [ROOM, ROOM], "limit": 10, "last": "x"}).encode())
    assert decoded.problems == ()
    assert [type(room) for room in decoded.value.data or ()] == [Room, Room]


@pytest.mark.parametrize(
    ("name", "value", "path", "message"),
    [
        ("size", "12", "$.size", "Expected `int`, got `str`"),
        ("size", 1.5, "$.size", "Expected `int`, got `float`"),
        ("size", True, "$.size", "Expected `int`, got `bool`"),
        ("size", None, "$.size", "Expected `int`, got `null`"),
        ("enabled", 1, "$.enabled", "Expected `bool`, got `int`"),
        ("name", None, "$.name", "Expected `str`, got `null`"),
        ("region", 5, "$.region", "Expected `str`, got `int`"),
        ("region", None, "$.region", "Expected `str`, got `null`"),
        ("polls", None, "$.polls", "Expected `array`, got `null`"),
        ("polls", {}, "$.polls", "Expected `array`, got `object`"),
        ("polls", ["a", 1], "$.polls[1]", "Expected `str`, got `int`"),
        ("webhook", [], "$.webhook", "Expected `object | null`, got `array`"),
        ("created_at", 1662723668, "$.created_at", "Expected `datetime`, got `int`"),
        ("created_at", "", "$.created_at", "Invalid RFC3339 encoded datetime"),
        ("created_at", "yesterday", "$.created_at", "Invalid RFC3339 encoded datetime"),
        ("created_at", "2022-09-09", "$.created_at", "Invalid RFC3339 encoded datetime"),
        ("created_at", "2022-09-09T24:00:00Z", "$.created_at", "Invalid RFC3339 encoded datetime"),
        ("created_at", "2016-12-31T23:59:60Z", "$.created_at", "Invalid RFC3339 encoded datetime"),
        (
            "created_at",
            "2022-09-09T11:41:08",
            "$.created_at",
            "Expected `datetime` with a timezone component",
        ),
        ("created_at", "\ud800", "$.created_at", "Text with a lone surrogate"),
        ("region", "\ud800", "$.region", "Text with a lone surrogate"),
    ],
)
def test_what_does_not_fit_is_kept_as_it_came(name: str, value: object, path: str, message: str) -> None:
    decoded = decode(**{name: value})
    assert decoded.problems == (Problem(path, message),)
    assert getattr(decoded.value, name) == value
    assert type(getattr(decoded.value, name)) is type(value)
    assert decoded.value.id == ROOM["id"]


def test_one_slip_costs_no_other_member() -> None:
    decoded = decode(size="12", region="mars", updated_at="never")
    assert [problem.path for problem in decoded.problems] == ["$.size", "$.updated_at"]
    assert decoded.value.region == "mars"
    assert not decoded.value.region.is_known
    assert decoded.value.created_at == datetime.datetime(2022, 9, 9, 11, 41, 8, 82549, tzinfo=UTC)


def test_a_missing_member_is_unset() -> None:
    data = {key: value for key, value in ROOM.items() if key not in {"name", "region"}}
    decoded: Decoded[Any] = codec.decode(Room, json.dumps(data).encode())
    assert decoded.problems == (
        Problem("$.name", "Required member is missing"),
        Problem("$.region", "Required member is missing"),
    )
    assert decoded.value.name is UNSET
    assert decoded.value.region is UNSET
    assert decoded.value.id == ROOM["id"]


def test_an_unknown_member_is_no_problem() -> None:
    assert decode(member_of_tomorrow={"a": [1, None]}) == Decoded(decode().value)


@pytest.mark.parametrize(
    ("target", "data", "problems"),
    [
        (Room, {**ROOM, "size": 3, "region": ""}, []),
        (Room, {**ROOM, "tomorrow": [1]}, [("$.tomorrow", "`Room` has no such member; got `array`")]),
        (Room, {**ROOM, "a-b": None}, [('$["a-b"]', "`Room` has no such member; got `null`")]),
        (
            RoomList,
            {"data": [ROOM, {**ROOM, "region": "mars"}], "limit": 10, "last": ""},
            [("$.data[1].region", "Not one of the documented values of `RoomRegion`")],
        ),
        (
            Room,
            {**ROOM, "size": "x", "webhook": {"url": "u", "tries": 3}},
            [
                ("$.size", "Expected `int`, got `str`"),
                ("$.webhook.tries", "`RoomWebhook` has no such member; got `int`"),
            ],
        ),
        # What the document leaves open: the keys of a map, and everything in an object without members.
        (Room, {**ROOM, "webhook": {"url": "u", "headers": {"x-any": "s"}}}, []),
        (TemplateSettings, {"retry": {"any": {"thing": 1}}}, []),
    ],
)
def test_strict_decoding_also_finds_undocumented_members_and_values(
    target: type[Any], data: dict[str, Any], problems: list[tuple[str, str]]
) -> None:
    body = json.dumps(data).encode()
    strict, tolerant = codec.decode(target, body, strict=True), codec.decode(target, body)
    assert strict.problems == tuple(Problem(*problem) for problem in problems)
    assert {problem for problem in strict.problems if problem.message.startswith("Expected")} == set(
        tolerant.problems
    )
    assert repr(strict.value) == repr(tolerant.value)
    assert repr(codec.from_wire(target, data, strict=True)) == repr(strict)


def test_null_where_it_is_documented() -> None:
    assert decode(webhook=None).problems == ()
    assert decode(webhook=None).value.webhook is None


@pytest.mark.parametrize(
    ("text", "instant"),
    [
        ("2022-09-09T11:41:08Z", datetime.datetime(2022, 9, 9, 11, 41, 8, tzinfo=UTC)),
        ("2022-09-09T11:41:08.1Z", datetime.datetime(2022, 9, 9, 11, 41, 8, 100000, tzinfo=UTC)),
        ("2022-09-09T11:41:08.082Z", datetime.datetime(2022, 9, 9, 11, 41, 8, 82000, tzinfo=UTC)),
        ("2022-09-09T11:41:08.082549Z", datetime.datetime(2022, 9, 9, 11, 41, 8, 82549, tzinfo=UTC)),
        ("2022-09-09T11:41:08.082549451Z", datetime.datetime(2022, 9, 9, 11, 41, 8, 82549, tzinfo=UTC)),
        ("2022-09-09T11:41:08+05:30", datetime.datetime(2022, 9, 9, 6, 11, 8, tzinfo=UTC)),
        ("2022-09-09T11:41:08-00:00", datetime.datetime(2022, 9, 9, 11, 41, 8, tzinfo=UTC)),
        ("0001-01-01T00:00:00Z", datetime.datetime(1, 1, 1, tzinfo=UTC)),
    ],
)
def test_timestamps_of_any_precision(text: str, instant: datetime.datetime) -> None:
    decoded = decode(created_at=text)
    assert decoded.problems == ()
    assert decoded.value.created_at == instant
    assert decoded.value.created_at.utcoffset() is not None


def test_the_zero_date_with_an_offset_is_read() -> None:
    # It is before the year 1 in UTC, so it compares with nothing; but it must not cost the response.
    assert decode(created_at="0001-01-01T00:00:00+05:30").problems == ()


@pytest.mark.parametrize("number", [2**31, 2**53 + 1, 2**63 - 1, 2**63, 2**64, 10**30, -(10**30)])
def test_integers_of_any_size(number: int) -> None:
    decoded = decode(size=number)
    assert decoded.problems == ()
    assert decoded.value.size == number


def test_numbers_that_json_does_not_have_cost_their_member_alone() -> None:
    for text in ("NaN", "Infinity", "-Infinity", "1e999"):
        decoded = raw(f'"size": {text}')
        assert decoded.problems == (Problem("$.size", "Expected `int`, got `float`"),)
        assert isinstance(decoded.value.size, float)
    assert raw('"unknown": NaN').problems == ()


def test_a_lone_surrogate_in_text_is_kept() -> None:
    decoded = raw('"template": "\\ud800"')
    assert decoded.problems == ()
    assert decoded.value.template == "\ud800"


def test_of_a_member_that_comes_twice_the_last_one_counts() -> None:
    assert raw('"size": 3, "size": 4').value.size == 4
    assert raw('"size": "x", "size": 4') == Decoded(decode(size=4).value)
    assert raw('"size": NaN, "size": 4').value.size == 4


@pytest.mark.parametrize(
    ("target", "data", "path"),
    [
        (RoomList, {"data": [ROOM, {**ROOM, "size": "x"}], "limit": 10, "last": ""}, "$.data[1].size"),
        (RoomList, {"data": [ROOM, "x"], "limit": 10, "last": ""}, "$.data[1]"),
        (PeerList, {"peers": {"a-b": 5}}, '$.peers["a-b"]'),
        (PeerList, {"peers": {"plain": 5}}, "$.peers.plain"),
        (PeerList, {"peers": {'quo"ted.': 5}}, '$.peers["quo\\"ted."]'),
        (PeerList, {"peers": {"": 5}}, '$.peers[""]'),
        (Room, {**ROOM, "webhook": {"url": 5}}, "$.webhook.url"),
        (Room, [], "$"),
        (Room, None, "$"),
        (Room, "text", "$"),
    ],
)
def test_the_path_leads_to_the_problem(target: Any, data: object, path: str) -> None:
    decoded = codec.decode(target, json.dumps(data).encode())
    assert path in {problem.path for problem in decoded.problems}


def test_a_path_has_the_names_of_the_api() -> None:
    role = {"publishParams": {"allowed": ["audio"]}, "maxPeerCount": "many"}
    decoded = codec.decode(Template, json.dumps({"roles": {"host": role}}).encode())
    assert "$.roles.host.maxPeerCount" in {problem.path for problem in decoded.problems}


def test_a_body_of_another_kind_is_kept() -> None:
    decoded: Decoded[Any] = codec.decode(Room, b"[1, 2]")
    assert decoded.value == [1, 2]
    assert decoded.problems == (Problem("$", "Expected `object`, got `array`"),)


SECRET = "a-value-that-must-not-be-told"  # it is none


def _everywhere(value: object) -> object:
    """The value with the secret in the place of every scalar, and every number in the place of a text."""
    if isinstance(value, dict):
        return {key: _everywhere(member) for key, member in value.items()}
    if isinstance(value, list):
        return [_everywhere(item) for item in value]
    return 987654321 if isinstance(value, str) else SECRET


def test_messages_never_have_the_value() -> None:
    session = {
        "id": "s",
        "room_id": "r",
        "active": True,
        "created_at": "x",
        "peers": {"p": {"joined_at": "x"}},
    }
    room = {**ROOM, "size": 5, "polls": ["a"], "webhook": {"url": "u", "headers": {"k": "v"}}}
    for target, data in ((Room, room), (Session, session)):
        decoded = codec.decode(target, json.dumps(_everywhere(data)).encode())
        assert len(decoded.problems) > 4
        told = repr(decoded.problems)
        assert SECRET not in told
        assert "987654321" not in told
    with pytest.raises(NotJSONError) as caught:
        codec.decode(Room, f'{{"name": "{SECRET}'.encode())
    assert SECRET not in str(caught.value)


PAGE = json.dumps(
    {"data": [{**ROOM, "polls": ["é", "\\", "\u2028"]}], "limit": 10, "last": "x"}, ensure_ascii=False
)


def test_a_body_that_is_cut_short_anywhere_is_no_json() -> None:
    body = PAGE.encode()
    assert codec.decode(RoomList, body).problems == ()
    for length in range(len(body)):
        with pytest.raises(NotJSONError):
            codec.decode(RoomList, body[:length])


def test_a_body_that_does_not_fit_and_is_cut_short_is_no_json() -> None:
    body = json.dumps({"id": 5, "unknown": {"a": [1, "x"]}, "size": "x"}).encode()
    for length in range(len(body)):
        with pytest.raises(NotJSONError):
            codec.decode(Room, body[:length])


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (b"", "the body is empty"),
        (b" \r\n", "the body is empty"),
        (b"<html>", "Expecting value at byte 0 of 6"),
        (b'{"id": 1} trailing', "Extra data at byte 10 of 18"),
        (b'{"id": 1}{"id": 2}', "Extra data at byte 9 of 18"),
        (b'{"id": 01}', "at byte 8 of 10"),
        (b"{'id': 1}", "at byte 1 of 9"),
        (b'{"id": 1,}', "of 10"),
        (b'{"id": "\x01"}', "Invalid control character"),
        (b'{"id": "\xff"}', "UnicodeDecodeError while parsing a body of 11 bytes"),
        (b"[" * 200_000, "RecursionError while parsing a body of 200000 bytes"),
    ],
)
def test_what_is_no_json(body: bytes, message: str) -> None:
    with pytest.raises(NotJSONError) as caught:
        codec.decode(Room, body)
    assert message in str(caught.value)


def test_a_byte_order_mark_is_read_over() -> None:
    assert codec.decode(Room, b"\xef\xbb\xbf" + json.dumps(ROOM).encode()) == decode()


def test_nesting_that_python_can_parse_costs_nothing() -> None:
    assert raw('"unknown": ' + "[" * 400 + "]" * 400).problems == ()


def test_an_operation_without_a_body_takes_any_body() -> None:
    assert codec.decode(NoneType, b"") == codec.decode(NoneType, b"<html>") == Decoded(None)


def test_data_may_come_in_any_mapping_and_sequence() -> None:
    data = MappingProxyType({"data": (MappingProxyType(ROOM),), "limit": 10, "last": "x"})
    page = RoomList.from_dict(data)
    assert (
        page == codec.decode(RoomList, json.dumps({"data": [ROOM], "limit": 10, "last": "x"}).encode()).value
    )
    assert type((page.data or [])[0]) is Room


def test_building_a_model_of_wrong_data_says_where_it_is_wrong() -> None:
    with pytest.raises(codec.InvalidDataError) as caught:
        Room.from_dict({**ROOM, "size": SECRET, "enabled": None})
    assert caught.value.model == "Room"
    assert [problem.path for problem in caught.value.problems] == ["$.enabled", "$.size"]
    assert str(caught.value).startswith("the data is no valid Room: $.enabled: Expected `bool`")
    assert SECRET not in str(caught.value)


def test_prepare_refuses_what_cannot_be_decoded() -> None:
    codec.prepare(Room)
    codec.prepare(NoneType)
    with pytest.raises(TypeError):
        codec.prepare(Room | Session)
