from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    import httpx

    from hms_mock import Control


@pytest.fixture
def room(make_room: Callable[..., dict[str, Any]]) -> Any:
    return make_room(name="physics")


def sessions(api: httpx.Client, **query: Any) -> Any:
    return api.get("/sessions", params=query).json()["data"]


def test_session_opens_with_the_first_and_closes_with_the_last(
    api: httpx.Client, room: Any, control: Control
) -> None:
    assert sessions(api) == []
    one = control.join(room["id"], role="host", name="One", user_id="u1", metadata="m")
    control.advance(10)
    two = control.join(room["id"], role="guest", name="Two")
    assert one["session_id"] == two["session_id"]
    control.leave(room["id"], one["id"])
    running = api.get(f"/sessions/{one['session_id']}").json()
    assert (running["active"], running["room_id"]) == (True, room["id"])
    assert running["peers"][one["id"]] == {
        "id": one["id"],
        "session_id": one["session_id"],
        "name": "One",
        "role": "host",
        "user_id": "u1",
        "joined_at": "2025-06-15T15:06:40.123Z",
        "left_at": "2025-06-15T15:06:50.123Z",
    }
    assert "left_at" not in running["peers"][two["id"]]
    control.advance(5)
    control.leave(room["id"], two["id"])
    closed = api.get(f"/sessions/{one['session_id']}").json()
    assert (closed["active"], closed["updated_at"]) == (False, "2025-06-15T15:06:55.123Z")
    assert set(closed["peers"]) == {one["id"], two["id"]}
    assert control.join(room["id"], role="host")["session_id"] != one["session_id"]


def test_filters(api: httpx.Client, make_room: Callable[..., dict[str, Any]], control: Control) -> None:
    rooms = [make_room(name=f"r{number}") for number in range(3)]
    joined = []
    for room in rooms:
        joined.append(control.join(room["id"], role="host"))
        control.advance(10)
    control.leave(rooms[0]["id"], joined[0]["id"])
    ids = [peer["session_id"] for peer in joined]

    def found(**query: Any) -> Any:
        return [ids.index(session["id"]) for session in sessions(api, **query)]

    assert found() == [2, 1, 0]
    assert found(active="true") == [2, 1]
    assert found(active="false") == [0]
    assert found(room_id=rooms[1]["id"]) == [1]
    assert found(room_id="unknown") == []
    started = api.get(f"/sessions/{ids[1]}").json()["created_at"]
    assert found(after=started) == [2, 1]
    assert found(before=started) == [1, 0]
    assert found(after=started, before=started) == [1]


def test_unknown_session(api: httpx.Client) -> None:
    response = api.get("/sessions/000000000000000000000000")
    assert (response.status_code, response.json()["message"]) == (404, "Session not found")


@pytest.mark.parametrize(("members", "seconds"), [({"max_duration_seconds": 120}, 120), ({}, 43200)])
def test_session_ends_by_itself_when_its_time_is_up(
    api: httpx.Client, make_room: Callable[..., dict[str, Any]], control: Control, members: Any, seconds: Any
) -> None:
    room = make_room(**members)
    peer = control.join(room["id"], role="host")
    control.advance(seconds - 1)
    assert api.get(f"/sessions/{peer['session_id']}").json()["active"] is True
    control.advance(1000)
    session = api.get(f"/sessions/{peer['session_id']}").json()
    assert session["active"] is False
    ends = {120: "2025-06-15T15:08:40.123Z", 43200: "2025-06-16T03:06:40.123Z"}
    assert session["peers"][peer["id"]]["left_at"] == session["updated_at"] == ends[seconds]
    assert api.get(f"/active-rooms/{room['id']}").status_code == 404
