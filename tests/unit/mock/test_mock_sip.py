from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    import httpx

    from hms_mock import Control, MockApp

Json = dict[str, Any]

ABSENT = "0" * 24
TRUNK: Json = {
    "username": "acme",
    "password": "trunk-password",
    "address": "acme.example.com",
    "from": "+14155550100",
}


@pytest.fixture
def room(make_room: Callable[..., Json]) -> Json:
    return make_room(name="physics")


@pytest.fixture
def code(api: httpx.Client, room: Json) -> str:
    return str(api.post(f"/room-codes/room/{room['id']}/role/guest").json()["code"])


@pytest.fixture
def trunk(api: httpx.Client) -> str:
    return str(api.post("/sip/outbound/trunks", json=TRUNK).json()["id"])


@pytest.fixture
def call(api: httpx.Client, code: str, trunk: str) -> Callable[..., httpx.Response]:
    """Call somebody into the room: `call(to=..., name=...)`; a member that is None is left out."""

    def start(**members: Any) -> httpx.Response:
        body = {"to": "+14155550123", "room_code": code, "trunk_id": trunk} | members
        sent = {name: value for name, value in body.items() if value is not None}
        return api.post("/sip/outbound/call", json=sent)

    return start


@pytest.fixture
def phone(bare: httpx.Client, room: Json, sign: Callable[..., str]) -> Callable[..., httpx.Response]:
    """Press keys with a client token of the room: `phone("12#")`; keywords change the token."""

    def press(digits: str = "1", **changes: Any) -> httpx.Response:
        token = sign("app", **({"room_id": room["id"], "role": "host", "user_id": "u-1"} | changes))
        headers = {"Authorization": f"Bearer {token}"}
        return bare.post("/v2/sip/dtmf", headers=headers, json={"digits": list(digits)})

    return press


def message(response: httpx.Response) -> tuple[int, str]:
    return response.status_code, response.json()["message"]


def peers(api: httpx.Client, room: Json) -> list[Json]:
    response = api.get(f"/active-rooms/{room['id']}/peers")
    return list(response.json()["peers"].values()) if response.status_code == 200 else []


def track_types(api: httpx.Client, room: Json, peer_id: str) -> list[str]:
    peer = api.get(f"/active-rooms/{room['id']}/peers/{peer_id}").json()
    return [track["type"] for track in peer["tracks"].values()]


def test_create_and_update_a_trunk(
    api: httpx.Client, call: Callable[..., httpx.Response], control: Control
) -> None:
    created = api.post("/sip/outbound/trunks", json=TRUNK)
    trunk_id = created.json()["id"]
    assert created.json() == {"id": trunk_id}
    assert re.fullmatch(r"[0-9a-f]{24}", trunk_id)
    assert api.post("/sip/outbound/trunks", json=TRUNK).json()["id"] != trunk_id
    updated = api.post(f"/sip/outbound/trunks/{trunk_id}", json=TRUNK | {"from": "+14155550101"})
    assert updated.json() == {"id": trunk_id}
    call(trunk_id=trunk_id)
    api.post(f"/sip/outbound/trunks/{trunk_id}", json={"username": "other"})
    call(trunk_id=trunk_id)
    assert [made["from"] for made in control.calls()] == ["+14155550101", "+14155550101"]


@pytest.mark.parametrize("name", sorted(TRUNK))
def test_a_trunk_needs_all_its_members(api: httpx.Client, name: str) -> None:
    response = api.post(
        "/sip/outbound/trunks", json={key: value for key, value in TRUNK.items() if key != name}
    )
    assert response.json()["details"] == [f"Invalid body param: {name}: is required"]
    assert api.post("/sip/outbound/trunks", json=TRUNK | {name: 5}).status_code == 400


def test_no_such_trunk(api: httpx.Client) -> None:
    assert message(api.post(f"/sip/outbound/trunks/{ABSENT}", json=TRUNK)) == (404, "Trunk not found")


def test_who_takes_a_call_joins(
    api: httpx.Client, room: Json, trunk: str, call: Callable[..., httpx.Response], control: Control
) -> None:
    response = call(name="Grace", user_id="patient-1")
    assert response.status_code == 200
    [peer] = peers(api, room)
    assert (peer["name"], peer["user_id"], peer["role"]) == ("Grace", "patient-1", "guest")
    assert control.calls() == [
        {
            "id": response.json()["id"],
            "trunk_id": trunk,
            "from": "+14155550100",
            "to": "+14155550123",
            "room_id": room["id"],
            "role": "guest",
            "video": False,
            "headers": {},
            "outcome": "answered",
            "peer_id": peer["id"],
            "at": "2025-06-15T15:06:40.123Z",
        }
    ]
    assert control.calls("other") == []
    [joined] = [event["data"] for event in control.events() if event["type"] == "peer.join.success"]
    assert (joined["type"], joined["peer_id"], joined["user_name"]) == ("sip", peer["id"], "Grace")
    control.leave(room["id"], peer["id"])
    assert peers(api, room) == []


def test_a_callee_without_name_and_user(
    api: httpx.Client, room: Json, call: Callable[..., httpx.Response]
) -> None:
    call(user_id="")
    call(to="911")
    assert [(peer["name"], peer["user_id"]) for peer in peers(api, room)] == [
        ("********0123", ""),
        ("911", ""),
    ]


def test_a_voice_call_has_no_video(
    api: httpx.Client, room: Json, call: Callable[..., httpx.Response], control: Control
) -> None:
    for video in (None, False, True):
        call(video=video)
    voice, also_voice, video_call = (made["peer_id"] for made in control.calls())
    assert track_types(api, room, voice) == ["audio"]
    assert track_types(api, room, also_voice) == ["audio"]
    assert track_types(api, room, video_call) == ["audio", "video"]
    api.post(f"/active-rooms/{room['id']}/peers/{voice}", json={"role": "host"})
    assert track_types(api, room, voice) == ["audio"]


def test_headers_that_sip_needs_itself_are_ignored(
    call: Callable[..., httpx.Response], control: Control
) -> None:
    own = {"x-language-id": "5", "X-Case": "Dr. Who", "odd.!%*_+`'~-name": ""}
    reserved = {"Call-ID": "1", "FROM": "me", "t": "you", "P-Asserted-Identity": "somebody"}
    assert call(headers=own | reserved).status_code == 200
    assert control.calls()[0]["headers"] == own


@pytest.mark.parametrize(
    "headers",
    [{"x-a\r\nx-b": "1"}, {"x-a": "1\nx-b: 2"}, {"x-a": "1\r"}, {"x a": "1"}, {"": "1"}, {"x-a": 1}],
)
def test_headers_that_are_refused(
    call: Callable[..., httpx.Response], control: Control, headers: Json
) -> None:
    response = call(headers=headers)
    assert response.status_code == 400
    assert response.json()["details"][0].startswith("Invalid body param: headers")
    assert control.calls() == []


@pytest.mark.parametrize("name", ["to", "room_code", "trunk_id"])
@pytest.mark.parametrize("value", [None, ""])
def test_members_that_a_call_needs(call: Callable[..., httpx.Response], name: str, value: str | None) -> None:
    response = call(**{name: value})
    assert response.status_code == 400
    assert response.json() == {"code": 400, "message": f"{name} is mandatory"}


def test_what_does_not_exist(
    api: httpx.Client, room: Json, call: Callable[..., httpx.Response], control: Control
) -> None:
    assert message(call(room_code="abc-defg-hij")) == (400, "room_code not found")
    assert message(call(room_code=room["id"])) == (400, "room_code not found")
    assert message(call(trunk_id=ABSENT)) == (400, "trunk_id not found")
    assert message(call(to=5))[0] == 400
    assert (peers(api, room), control.calls()) == ([], [])


def test_who_may_not_be_called(
    api: httpx.Client, room: Json, code: str, call: Callable[..., httpx.Response], control: Control
) -> None:
    api.post("/room-codes/code", json={"code": code, "enabled": False})
    assert message(call()) == (403, "Code is disabled")
    api.post("/room-codes/code", json={"code": code, "enabled": True})
    api.post(f"/rooms/{room['id']}", json={"enabled": False})
    assert message(call()) == (403, "Room is disabled")
    api.post(f"/rooms/{room['id']}", json={"enabled": True, "size": 1})
    assert call().status_code == 200
    assert message(call()) == (403, "Room is full")
    api.delete(f"/templates/{room['template_id']}/roles/guest")
    assert message(call()) == (403, "Role not found")
    assert len(control.calls()) == 1


def test_calls_that_are_refused_or_time_out(
    api: httpx.Client, room: Json, call: Callable[..., httpx.Response], control: Control
) -> None:
    control.end_calls("refused")
    control.end_calls("timed_out", to="+1999", times=2)
    control.end_calls("answered", to="+1999")
    denied = call()
    assert (denied.status_code, list(denied.json())) == (200, ["id"])
    assert peers(api, room) == []
    for _ in range(2):
        late = call(to="+1999")
        assert late.status_code == 408
        assert late.json() == {"code": 408, "message": "timed out"}
    assert call().status_code == 200
    assert call(to="+1999").status_code == 200
    assert [made["outcome"] for made in control.calls()] == [
        "refused",
        "timed_out",
        "timed_out",
        "answered",
        "answered",
    ]
    assert [made["peer_id"] is not None for made in control.calls()] == [False, False, False, True, True]
    assert len(peers(api, room)) == 2
    for wrong in ({"outcome": "busy"}, {"outcome": "refused", "times": 0}):
        with pytest.raises(ValueError, match="must be"):
            control.end_calls(**wrong)


def test_tones_reach_everybody_on_the_telephone(
    room: Json,
    call: Callable[..., httpx.Response],
    phone: Callable[..., httpx.Response],
    control: Control,
) -> None:
    control.join(room["id"], role="host")
    call()
    call(to="+1999", video=True)
    on_the_phone = [made["peer_id"] for made in control.calls()]
    response = phone("19*#abcd")
    assert response.status_code == 200
    assert control.tones() == [
        {
            "room_id": room["id"],
            "session_id": control.join(room["id"], role="guest")["session_id"],
            "user_id": "u-1",
            "role": "host",
            "digits": "19*#abcd",
            "recipients": on_the_phone,
            "begins_at": "2025-06-15T15:06:40.123Z",
            "ends_at": "2025-06-15T15:06:41.723Z",
        }
    ]
    assert control.tones("other") == []
    control.leave(room["id"], on_the_phone[0])
    phone()
    assert control.tones()[1]["recipients"] == on_the_phone[1:]


def test_tones_wait_for_those_before(
    make_room: Callable[..., Json], room: Json, phone: Callable[..., httpx.Response], control: Control
) -> None:
    other = make_room()
    control.join(room["id"], role="host")
    control.join(other["id"], role="host")
    phone("123")
    phone("4")
    phone("5", room_id=other["id"])
    control.advance(10)
    phone("6")
    assert [
        (tones["digits"], tones["begins_at"][17:], tones["ends_at"][17:]) for tones in control.tones()
    ] == [
        ("123", "40.123Z", "40.723Z"),
        ("4", "40.723Z", "40.923Z"),
        ("5", "40.123Z", "40.323Z"),
        ("6", "50.123Z", "50.323Z"),
    ]


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ({}, "digits are mandatory"),
        ({"digits": []}, "digits are mandatory"),
        ({"digits": ["1", "x"]}, "invalid digit"),
        ({"digits": ["A"]}, "invalid digit"),
        ({"digits": ["12"]}, "invalid digit"),
        ({"digits": ["1\n"]}, "invalid digit"),
        ({"digits": [""]}, "invalid digit"),
        ({"digits": [1]}, "invalid digit"),
        ({"digits": [None]}, "invalid digit"),
    ],
)
def test_digits_that_are_refused(
    bare: httpx.Client, room: Json, sign: Callable[..., str], control: Control, body: Json, text: str
) -> None:
    control.join(room["id"], role="host")
    token = sign("app", room_id=room["id"], role="host", user_id="u")
    response = bare.post("/v2/sip/dtmf", headers={"Authorization": f"Bearer {token}"}, json=body)
    assert response.status_code == 400
    assert response.json() == {"code": 400, "message": text}
    assert control.tones() == []


def test_tones_need_a_client_token_of_an_active_room(
    api: httpx.Client, phone: Callable[..., httpx.Response], room: Json, control: Control
) -> None:
    assert message(phone()) == (403, "Room is not active")
    control.join(room["id"], role="host")
    assert message(api.post("/sip/dtmf", json={"digits": ["1"]})) == (
        401,
        "Token validation error: wrong token type",
    )
    assert message(phone(room_id="x")) == (401, "Token validation error: unknown room")
    assert message(phone(role="king")) == (401, "Token validation error: unknown role")
    assert message(phone(user_id=None)) == (401, "Token validation error: missing claim")
    assert message(phone(exp=1)) == (401, "Token validation error: the token has expired")
    assert control.tones() == []
    api.post(f"/rooms/{room['id']}", json={"enabled": False})
    assert phone().status_code == 200


@pytest.fixture
def other_token(sign: Callable[..., str]) -> Callable[..., str]:
    return lambda **claims: sign(
        "app",
        access_key="another-access-key",
        secret="another-secret-that-is-only-good-for-the-mock",
        **claims,
    )


def test_workspaces_do_not_share_trunks_codes_and_rooms(
    api: httpx.Client,
    other_api: httpx.Client,
    phone: Callable[..., httpx.Response],
    room: Json,
    code: str,
    trunk: str,
    other_token: Callable[..., str],
    control: Control,
) -> None:
    control.join(room["id"], role="host")
    assert other_api.post(f"/sip/outbound/trunks/{trunk}", json=TRUNK).status_code == 404
    own_trunk = other_api.post("/sip/outbound/trunks", json=TRUNK).json()["id"]
    own_room = other_api.post("/rooms", json={}).json()
    own_code = other_api.post(f"/room-codes/room/{own_room['id']}/role/guest").json()["code"]
    path = "/sip/outbound/call"
    foreign_code = other_api.post(path, json={"to": "1", "room_code": code, "trunk_id": own_trunk})
    foreign_trunk = other_api.post(path, json={"to": "1", "room_code": own_code, "trunk_id": trunk})
    assert message(foreign_code) == (400, "room_code not found")
    assert message(foreign_trunk) == (400, "trunk_id not found")
    token = other_token(room_id=room["id"], role="host", user_id="u")
    tones = other_api.post("/sip/dtmf", headers={"Authorization": f"Bearer {token}"}, json={"digits": ["1"]})
    assert message(tones) == (401, "Token validation error: unknown room")
    assert (control.calls(), control.tones(), len(peers(api, room))) == ([], [], 1)


def test_over_http(
    bare: httpx.Client, room: Json, call: Callable[..., httpx.Response], control: Control, app: MockApp
) -> None:
    assert bare.post("/_mock/calls", json={"outcome": "timed_out", "times": 1}).json() == {}
    assert call().status_code == 408
    assert call().status_code == 200
    assert bare.get("/_mock/calls").json() == {"calls": control.calls()}
    assert len(control.calls()) == 2
    assert bare.get("/_mock/tones").json() == {"tones": []}
    for body in ({}, {"outcome": "busy"}, {"outcome": "refused", "times": 0}):
        assert bare.post("/_mock/calls", json=body).status_code == 400
    control.end_calls("refused")
    control.reset()
    assert control.calls() == []


def test_identifiers_follow_from_the_seed(
    api: httpx.Client, call: Callable[..., httpx.Response], control: Control
) -> None:
    made = []
    for _ in range(2):
        control.reset()
        room = api.post("/rooms", json={}).json()
        code = api.post(f"/room-codes/room/{room['id']}/role/guest").json()["code"]
        trunk = api.post("/sip/outbound/trunks", json=TRUNK).json()["id"]
        answer = call(room_code=code, trunk_id=trunk).json()["id"]
        made.append((trunk, answer))
    assert made[0] == made[1]
    assert len(set(itertools.chain(*made))) == 2
