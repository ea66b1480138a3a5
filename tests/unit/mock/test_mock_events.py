"""What happens in rooms is taken down as the webhooks and the analytics tell it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from hms_mock import ApiError
from hms_mock.document import Document
from hms_mock.errors import ContractError
from hms_mock.validation import Validators

if TYPE_CHECKING:
    import httpx

    from hms_mock import Control

Json = dict[str, Any]
MakeRoom = Callable[..., Json]


START = "2025-06-15T15:06:40.123456000Z"
NEVER = "0001-01-01T00:00:00Z"


def types(control: Control) -> list[str]:
    return [event["type"] for event in control.events()]


def data(control: Control, event_type: str) -> Json:
    """The data of the only event of a type."""
    [event] = [event for event in control.events() if event["type"] == event_type]
    content: Json = event["data"]
    return content


@pytest.fixture
def room(make_room: MakeRoom) -> Json:
    return make_room(name="physics-monday")


def test_a_call_from_the_first_peer_to_the_last(room: Json, control: Control) -> None:
    ada = control.join(room["id"], role="host", name="Ada", user_id="teacher-17", metadata='{"hand":true}')
    control.advance(30)
    control.mute(ada["id"], "audio")
    control.advance(30.5)
    control.leave(room["id"], ada["id"])

    assert types(control) == [
        "session.open.success",
        "peer.join.success",
        "track.add.success",
        "track.add.success",
        "track.update.success",
        "track.remove.success",
        "track.remove.success",
        "peer.leave.success",
        "session.close.success",
    ]
    of_session = {
        "room_id": room["id"],
        "room_name": "physics-monday",
        "session_id": ada["session_id"],
        "template_id": room["template_id"],
        "session_started_at": START,
    }
    of_peer = {
        "peer_id": ada["id"],
        "user_id": "teacher-17",
        "user_name": "Ada",
        "user_data": '{"hand":true}',
        "role": "host",
        "type": "regular",
        "joined_at": START,
    }
    assert data(control, "session.open.success") == of_session
    assert data(control, "peer.join.success") == of_session | of_peer
    assert data(control, "peer.leave.success") == of_session | of_peer | {
        "left_at": "2025-06-15T15:07:40.623456000Z",
        "duration": 60,
        "reason": "client request",
    }
    assert data(control, "session.close.success") == of_session | {
        "session_stopped_at": "2025-06-15T15:07:40.623456000Z",
        "session_duration": 60,
    }


def test_the_envelope(room: Json, control: Control) -> None:
    control.join(room["id"], role="host")
    opened, joined = control.events()[:2]
    assert {name: opened[name] for name in opened if name not in {"id", "data"}} == {
        "version": "2.0",
        "account_id": room["customer_id"],
        "app_id": room["app_id"],
        "timestamp": START,
        "type": "session.open.success",
    }
    assert opened["id"] != joined["id"]
    track = control.events()[2]
    assert track.keys() == {"version", "id", "timestamp", "type", "data"}


def test_events_of_tracks(room: Json, control: Control) -> None:
    ada = control.join(room["id"], role="host", name="Ada", user_id="teacher-17")
    control.mute(ada["id"], "video")
    control.mute(ada["id"], "video")
    control.mute(ada["id"], "video", mute=False)
    control.advance(5)
    control.leave(room["id"], ada["id"])
    tracks = [event for event in control.events() if event["type"].startswith("track.")]
    video = [event for event in tracks if event["data"]["type"] == "video"]
    # Muting what is muted already is no event.
    assert [(event["type"], event["data"]["mute"]) for event in video] == [
        ("track.add.success", False),
        ("track.update.success", True),
        ("track.update.success", False),
        ("track.remove.success", False),
    ]
    assert video[0]["data"] == {
        "room_id": room["id"],
        "room_name": "physics-monday",
        "session_id": ada["session_id"],
        "peer_id": ada["id"],
        "user_id": "teacher-17",
        "user_name": "Ada",
        "joined_at": START,
        "role": "host",
        "track_id": next(track["id"] for track in ada["tracks"].values() if track["type"] == "video"),
        "stream_id": next(iter(ada["tracks"].values()))["stream_id"],
        "type": "video",
        "source": "regular",
        "mute": False,
        "started_at": START,
    }
    assert video[-1]["data"] == video[0]["data"] | {"stopped_at": "2025-06-15T15:06:45.123456000Z"}


def test_why_peers_leave(api: httpx.Client, room: Json, control: Control) -> None:
    bea, cy, _dot = [control.join(room["id"], role="guest", name=name) for name in ("Bea", "Cy", "Dot")]
    control.leave(room["id"], bea["id"])
    path = f"/active-rooms/{room['id']}"
    api.post(f"{path}/remove-peers", json={"peer_id": cy["id"], "reason": "shouting"})
    api.post(f"{path}/end-room", json={"reason": "class is over", "lock": True})
    left = [event["data"] for event in control.events() if event["type"] == "peer.leave.success"]
    assert [(each["user_name"], each["reason"], each.get("message")) for each in left] == [
        ("Bea", "client request", None),
        ("Cy", "peer kicked", "shouting"),
        ("Dot", "peer kicked", "class is over"),
    ]
    ended = data(control, "room.end.success")
    assert (ended["source"], ended["lock_room"], ended["reason"]) == ("api", True, "class is over")
    assert ended["session_id"] == cy["session_id"]
    order = types(control)
    assert order.index("room.end.success") < order.index("session.close.success")


def test_ending_a_room_that_nobody_is_in(api: httpx.Client, room: Json, control: Control) -> None:
    assert api.post(f"/active-rooms/{room['id']}/end-room", json={}).status_code == 404
    failure = data(control, "room.end.failure")
    assert (failure["error_code"], failure["error_message"]) == (404, "session not found")
    assert "session_id" not in failure
    assert api.post("/active-rooms/unknown/end-room", json={}).status_code == 404
    assert types(control) == ["room.end.failure"]


def test_roles_change(api: httpx.Client, room: Json, control: Control) -> None:
    template_id = room["template_id"]
    listener = {"name": "listener", "publishParams": {"allowed": []}}
    assert api.post(f"/templates/{template_id}/roles/listener", json=listener).status_code == 200
    bea = control.join(room["id"], role="guest", name="Bea")
    path = f"/active-rooms/{room['id']}/peers/{bea['id']}"
    assert api.post(path, json={"role": "listener"}).status_code == 200
    changed = data(control, "role.change.success")
    assert (changed["previous_role"], changed["role"]) == ("guest", "listener")
    assert changed["role_changed_at"] == START
    # A listener has no tracks.
    assert types(control).count("track.remove.success") == 2
    assert api.post(path, json={"role": "listener", "name": "Beatrice"}).status_code == 200
    assert types(control).count("role.change.success") == 1
    assert api.post(path, json={"role": "nobody"}).status_code == 404
    failure = data(control, "role.change.failure")
    assert (failure["role"], failure["error_message"]) == ("nobody", "role not found")


def test_who_is_not_let_in(api: httpx.Client, make_room: MakeRoom, control: Control) -> None:
    room = make_room(size=1)
    control.join(room["id"], role="host")

    def refuse(**how: Any) -> None:
        with pytest.raises(ApiError):
            control.join(room["id"], **how)

    refuse(role="nobody", name="Bea", user_id="student-9")
    refuse(role="guest")
    api.post(f"/rooms/{room['id']}", json={"enabled": False})
    refuse(role="guest")
    refuse(token="no token")
    failures = [event["data"] for event in control.events() if event["type"] == "peer.join.failure"]
    assert [failure["error_message"] for failure in failures] == [
        "role not allowed",
        "room is full",
        "room is disabled",
    ]
    assert (failures[0]["role"], failures[0]["user_name"]) == ("nobody", "Bea")
    assert (failures[0]["user_id"], failures[0]["joined_at"]) == ("student-9", NEVER)


def test_leaving_twice(room: Json, control: Control) -> None:
    ada = control.join(room["id"], role="host")
    bea = control.join(room["id"], role="guest")
    control.leave(room["id"], bea["id"])
    with pytest.raises(ApiError, match="404"):
        control.leave(room["id"], bea["id"])
    failure = data(control, "peer.leave.failure")
    assert (failure["peer_id"], failure["error_message"]) == (bea["id"], "peer not joined")
    control.leave(room["id"], ada["id"])


def test_what_is_noticed_late_happened_when_it_was_due(make_room: MakeRoom, control: Control) -> None:
    room = make_room(max_duration_seconds=120)
    control.join(room["id"], role="host")
    control.advance(7200, tokens=False)
    closed = control.events()[-1]
    assert closed["type"] == "session.close.success"
    assert closed["timestamp"] == closed["data"]["session_stopped_at"] == "2025-06-15T15:08:40.123456000Z"
    left = data(control, "peer.leave.success")
    assert (left["duration"], left["message"]) == (120, "maximum duration reached")


def test_events_of_one_room_and_reset(make_room: MakeRoom, control: Control) -> None:
    rooms = [make_room(), make_room()]
    for room in rooms:
        control.join(room["id"], role="host")
    assert {event["data"]["room_id"] for event in control.events(rooms[1]["id"])} == {rooms[1]["id"]}
    assert len(control.events()) == 8
    control.reset()
    assert control.events() == []


def test_same_calls_same_events(make_room: MakeRoom, control: Control) -> None:
    def play() -> list[Json]:
        control.join(make_room(name="physics")["id"], role="host", user_id="teacher-17")
        return control.events()

    first = play()
    control.reset()
    assert play() == first


def test_events_can_not_be_changed_from_outside(room: Json, control: Control) -> None:
    control.join(room["id"], role="host", name="Ada")
    for event in control.events():
        event["data"].clear()
    assert data(control, "peer.join.success")["user_name"] == "Ada"


@pytest.mark.parametrize(
    "event_type",
    [
        "client.publish.failed",
        "client.subscribe.failed",
        "client.join.failed",
        "client.disconnected",
        "client.connect.failed",
    ],
)
def test_clients_report_errors(api: httpx.Client, room: Json, control: Control, event_type: str) -> None:
    ada = control.join(room["id"], role="host", name="Ada", user_id="teacher-17")
    event = control.report_error(event_type, room["id"], peer_id=ada["id"], terminal=True)
    assert event["type"] == event_type
    content = event["data"]
    assert (content["peer_id"], content["session_id"]) == (ada["id"], ada["session_id"])
    assert (content["user_name"], content["user_id"], content["role"]) == ("Ada", "teacher-17", "host")
    assert content["is_terminal"] is True
    assert content["account_id"] == room["customer_id"]
    # The answer of the API is validated against the document.
    [listed] = api.get("/analytics/events", params={"room_id": room["id"], "error": "true"}).json()["events"]
    assert listed == event


def test_errors_of_somebody_who_never_joined(room: Json, control: Control) -> None:
    event = control.report_error(
        "client.join.failed",
        room["id"],
        name="Blaise",
        user_id="student-204",
        role="guest",
        code=401,
        error="Unauthorized",
        message="token expired",
        description="the token expired an hour ago",
    )
    content = event["data"]
    assert "session_id" not in content
    assert (content["user_name"], content["user_id"], content["role"]) == ("Blaise", "student-204", "guest")
    assert (content["error_code"], content["error_name"]) == (401, "Unauthorized")
    assert (content["error_message"], content["is_terminal"]) == ("token expired", False)
    assert content["error_description"] == "the token expired an hour ago"


def test_errors_that_can_not_be_reported(room: Json, control: Control) -> None:
    with pytest.raises(ApiError, match="400"):
        control.report_error("client.bored", room["id"])
    with pytest.raises(ApiError, match="404"):
        control.report_error("client.disconnected", "unknown")
    with pytest.raises(ApiError, match="404"):
        control.report_error("client.disconnected", room["id"], peer_id="unknown")
    assert control.events() == []


def test_over_http(bare: httpx.Client, room: Json, control: Control) -> None:
    ada = control.join(room["id"], role="host")
    errors = f"/_mock/rooms/{room['id']}/errors"
    answer = bare.post(errors, json={"type": "client.disconnected", "peer_id": ada["id"], "code": 1234})
    assert answer.json()["data"]["error_code"] == 1234
    assert bare.get("/_mock/events").json() == {"events": control.events()}
    assert bare.post(errors, json={"type": "client.bored"}).status_code == 400
    assert bare.post(errors, json={"type": "client.disconnected", "surprise": 1}).status_code == 400
    assert bare.post("/_mock/rooms/unknown/errors", json={"type": "client.disconnected"}).status_code == 404


def test_webhooks_are_held_to_the_document(room: Json, control: Control) -> None:
    validators = Validators(Document.bundled())
    control.join(room["id"], role="host")
    opened = control.events()[0]
    validators.event("session.open.success", opened)
    with pytest.raises(ContractError, match=r"data\.session_id: is required"):
        validators.event("session.open.success", opened | {"data": {}})
    with pytest.raises(ContractError, match="does not list"):
        validators.event("session.open.succes", opened)
