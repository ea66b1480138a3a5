from __future__ import annotations

import datetime
import json
from types import MappingProxyType
from typing import Any

import pytest

from hms_generated_client import codec
from hms_generated_client.models import (
    CreateRoomRequest,
    CreateTemplateRequest,
    Region,
    Role,
    Room,
    RoomRegion,
    UploadType,
    VideoCodec,
)
from hms_generated_client.types import UNSET

UTC = datetime.UTC
INDIA = datetime.timezone(datetime.timedelta(hours=5, minutes=30))
NAIVE = datetime.datetime(2022, 9, 9, 11, 41)  # noqa: DTZ001  # that is the point


def test_what_is_unset_is_left_out() -> None:
    assert codec.encode(CreateRoomRequest()) == b"{}"
    assert codec.encode(CreateRoomRequest(name="a", description=UNSET)) == b'{"name":"a"}'


def test_none_is_sent() -> None:
    room = Room.from_dict({**_room(), "webhook": None})
    assert room.to_dict()["webhook"] is None
    assert "recording_info" not in room.to_dict()
    assert b'"webhook":null' in codec.encode(room)


def _room() -> dict[str, Any]:
    return {
        "id": "a",
        "name": "n",
        "enabled": True,
        "description": "",
        "customer_id": "c",
        "template_id": "t",
        "region": "eu",
        "created_at": "2022-01-01T00:00:00Z",
        "updated_at": "0001-01-01T00:00:00Z",
    }


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "null"),
        (True, "true"),
        (5, "5"),
        (10**30, "1" + "0" * 30),
        (1.5, "1.5"),
        ("é\n", '"\\u00e9\\n"'),
        ("\ud800", '"\\ud800"'),
        ([1, (2, 3)], "[1,[2,3]]"),
        ({"b": 1, "a": {}}, '{"b":1,"a":{}}'),
        (MappingProxyType({"a": [None]}), '{"a":[null]}'),
        (Region.EU, '"eu"'),
        (Region("mars"), '"mars"'),
        ([VideoCodec("av9"), {"codec": UploadType.S3}], '["av9",{"codec":"s3"}]'),
        (datetime.datetime(2022, 9, 9, 11, 41, 8, tzinfo=UTC), '"2022-09-09T11:41:08.000Z"'),
        ([CreateRoomRequest(name="a"), CreateRoomRequest()], '[{"name":"a"},{}]'),
    ],
)
def test_values_have_a_json_form(value: object, text: str) -> None:
    assert codec.encode(value) == text.encode()


def test_models_inside_models_and_names_of_the_api() -> None:
    role = {
        "name": "host",
        "publishParams": {"allowed": ["audio", "video"], "video": {"bitRate": 300, "frameRate": 25}},
        "subscribeParams": {"subscribeToRoles": ["host"]},
        "maxPeerCount": 0,
    }
    known = Role.from_dict(role)
    assert known.to_dict() == role
    assert known.max_peer_count == 0
    request = CreateTemplateRequest(name="t", roles={"host": known})
    assert json.loads(codec.encode(request)) == {"name": "t", "roles": {"host": role}}


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (datetime.datetime(2022, 9, 9, 11, 41, 8, tzinfo=UTC), "2022-09-09T11:41:08.000Z"),
        (datetime.datetime(2022, 9, 9, 11, 41, 8, 82000, tzinfo=UTC), "2022-09-09T11:41:08.082Z"),
        (datetime.datetime(2022, 9, 9, 11, 41, 8, 82549, tzinfo=UTC), "2022-09-09T11:41:08.082549Z"),
        (datetime.datetime(2022, 1, 1, 2, 0, tzinfo=INDIA), "2021-12-31T20:30:00.000Z"),
        (datetime.datetime(1, 1, 1, tzinfo=UTC), "0001-01-01T00:00:00.000Z"),
        (datetime.datetime(9999, 12, 31, 23, 59, 59, 999999, tzinfo=UTC), "9999-12-31T23:59:59.999999Z"),
    ],
)
def test_timestamps_are_sent_in_utc(value: datetime.datetime, text: str) -> None:
    assert codec.format_timestamp(value) == text


@pytest.mark.parametrize(
    "value",
    [
        NAIVE,
        datetime.datetime(1, 1, 1, tzinfo=INDIA),
        float("nan"),
        float("inf"),
        b"bytes",
        {1, 2},
        datetime.date(2022, 9, 9),
        object(),
        {("a", "b"): 1},
        [UNSET],
        {"a": UNSET},
        UNSET,
    ],
    ids=lambda value: type(value).__name__,
)
@pytest.mark.parametrize("wrap", [lambda value: value, lambda value: {"inside": [value]}])
def test_what_has_no_json_form_is_refused(value: object, wrap: Any) -> None:
    with pytest.raises(codec.EncodeError):
        codec.encode(wrap(value))


def test_a_circle_is_refused() -> None:
    circle: list[object] = []
    circle.append(circle)
    with pytest.raises(codec.EncodeError):
        codec.encode(circle)


def test_the_refusal_of_a_timestamp_says_what_to_do() -> None:
    with pytest.raises(codec.EncodeError, match=r"has no time zone; use for example datetime\.now"):
        codec.format_timestamp(NAIVE)
    with pytest.raises(codec.EncodeError, match="is outside the years 1 to 9999 in UTC"):
        codec.format_timestamp(datetime.datetime(1, 1, 1, tzinfo=INDIA))


@pytest.mark.parametrize("at", [NAIVE, datetime.datetime(1, 1, 1, tzinfo=INDIA)])
def test_a_model_with_such_a_timestamp_is_refused(at: datetime.datetime) -> None:
    room = Room.from_dict(_room())
    room.created_at = at
    for encode in (room.to_dict, lambda: codec.encode(room)):
        with pytest.raises(codec.EncodeError):
            encode()


def test_an_enum_becomes_a_plain_string() -> None:
    room = Room.from_dict(_room())
    assert room.region is RoomRegion.EU
    assert type(room.to_dict()["region"]) is str
