from __future__ import annotations

import copy
import pickle

import attrs
import pytest

from hms_generated_client.api.rooms import create_room, list_rooms
from hms_generated_client.models import CreateRoomRequest, Room, RoomList
from hms_generated_client.operation import Call, Response


def test_a_query_parameter_is_added() -> None:
    call = list_rooms.build(limit=20)
    assert call.with_query("start", "abc").query == (("limit", "20"), ("start", "abc"))
    assert call.query == (("limit", "20"),)


def test_a_query_parameter_is_replaced() -> None:
    call = list_rooms.build(limit=20, start="abc")
    moved = call.with_query("start", "def")
    assert moved.query == (("limit", "20"), ("start", "def"))
    assert moved.operation is call.operation
    assert moved.path == call.path
    doubled = attrs.evolve(call, query=(("start", "a"), ("limit", "20"), ("start", "b")))
    assert doubled.with_query("start", "c").query == (("limit", "20"), ("start", "c"))


def test_the_body_of_a_call_does_not_show() -> None:
    call = create_room.build(body=CreateRoomRequest(name="a name that shows"))
    assert call.body == b'{"name":"a name that shows"}'
    assert "a name that shows" not in repr(call)
    assert "createRoom" in repr(call)


def test_the_body_of_a_response_does_not_show() -> None:
    response = Response(status=200, headers={}, content=b"content that shows", parsed=None)
    assert "content that shows" not in repr(response)


def test_calls_cannot_be_changed_and_compare_by_value() -> None:
    call = list_rooms.build(limit=20)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        call.path = "/other"  # type: ignore[misc]
    assert call == list_rooms.build(limit=20)
    assert call != list_rooms.build(limit=30)


def test_calls_survive_being_copied() -> None:
    call: Call[Room] = create_room.build(body=CreateRoomRequest(name="a"))
    assert copy.deepcopy(call) == call
    assert pickle.loads(pickle.dumps(call)) == call  # what this test has pickled itself


def test_an_operation_says_what_the_document_says() -> None:
    listing = list_rooms.OPERATION
    assert (listing.id, listing.method, listing.path) == ("listRooms", "GET", "/rooms")
    assert listing.response is RoomList
    assert listing.security == "managementToken"
    assert listing.idempotent
    assert listing.documentation.startswith("https://www.100ms.live/docs/")
    pages = list_rooms.PAGINATION
    assert (pages.items, pages.cursor, pages.parameter) == ("data", "last", "start")
