from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from starlette.routing import BaseRoute, Mount, Route

from hms_mock import ApiError, create_app

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from hms_mock import Control

MINE = "/_mock/rooms/{}/join"


@pytest.fixture
def room(make_room: Callable[..., dict[str, Any]]) -> Any:
    return make_room(name="physics")


def refused(call: Any, *arguments: Any, **keywords: Any) -> Any:
    with pytest.raises(ApiError) as caught:
        call(*arguments, **keywords)
    return caught.value.status, caught.value.message


def test_join_with_a_client_token(
    api: httpx.Client, room: Any, control: Control, sign: Callable[..., str]
) -> None:
    token = sign("app", room_id=room["id"], role="guest", user_id="u-1")
    peer = control.join(room["id"], token=token, name="N", user_id="ignored")
    assert (peer["role"], peer["user_id"], peer["name"]) == ("guest", "u-1", "N")
    assert api.get(f"/active-rooms/{room['id']}/peers/{peer['id']}").json() == {
        name: value for name, value in peer.items() if name != "session_id"
    }


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"exp": 1}, (401, "Token validation error: the token has expired")),
        ({"secret": "x" * 40}, (401, "Token validation error: bad signature")),
        ({"kind": "management"}, (401, "Token validation error: wrong token type")),
        ({"room_id": "another"}, (401, "Token validation error: wrong room")),
        ({"user_id": None}, (401, "Token validation error: missing claim")),
        ({"role": 5}, (401, "Token validation error: wrong claim")),
        ({"role": "king"}, (404, "Role not found")),
    ],
)
def test_client_tokens_are_really_verified(
    room: Any, control: Control, sign: Callable[..., str], changes: Any, expected: Any
) -> None:
    base = {"kind": "app", "room_id": room["id"], "role": "host", "user_id": "u"}
    assert refused(control.join, room["id"], token=sign(**(base | changes))) == expected


def test_join_with_a_room_code(
    api: httpx.Client, make_room: Callable[..., dict[str, Any]], room: Any, control: Control
) -> None:
    code = api.post(f"/room-codes/room/{room['id']}/role/guest").json()["code"]
    assert control.join(room["id"], code=code)["role"] == "guest"
    assert refused(control.join, make_room()["id"], code=code) == (404, "Code not found")
    api.post("/room-codes/code", json={"code": code, "enabled": False})
    assert refused(control.join, room["id"], code=code) == (403, "Code is disabled")


def test_who_may_not_join(api: httpx.Client, room: Any, control: Control) -> None:
    assert refused(control.join, "unknown", role="host") == (404, "Room not found")
    assert refused(control.join, room["id"], role="king") == (404, "Role not found")
    assert refused(control.join, room["id"])[0] == 400
    assert refused(control.join, room["id"], role="host", code="c")[0] == 400
    control.join(room["id"], role="host")
    api.post(f"/rooms/{room['id']}", json={"enabled": False})
    assert refused(control.join, room["id"], role="host") == (403, "Room is disabled")
    assert api.get(f"/active-rooms/{room['id']}").status_code == 200
    api.post(f"/rooms/{room['id']}", json={"enabled": True})
    control.join(room["id"], role="host")


def test_limits_of_room_and_role(
    api: httpx.Client, make_room: Callable[..., dict[str, Any]], control: Control
) -> None:
    room = make_room(size=2)
    path = f"/templates/{control.default_template_id()}/roles/host"
    api.post(path, json={"maxPeerCount": 1})
    first = control.join(room["id"], role="host")
    assert refused(control.join, room["id"], role="host") == (403, "Role is full")
    control.join(room["id"], role="guest")
    assert refused(control.join, room["id"], role="guest") == (403, "Room is full")
    control.leave(room["id"], first["id"])
    control.join(room["id"], role="host")
    api.post(path, json={"maxPeerCount": -1})
    assert refused(control.join, make_room()["id"], role="host") == (403, "Role is full")
    control.join(make_room(size=0)["id"], role="guest")


def test_leave_and_mute_need_a_connected_peer(room: Any, control: Control) -> None:
    assert refused(control.leave, room["id"], "x") == (404, "Active room not found")
    peer = control.join(room["id"], role="host")
    assert refused(control.leave, room["id"], "x") == (404, "Peer not found")
    assert refused(control.mute, "x", "audio") == (404, "Peer not found")
    assert refused(control.mute, peer["id"], "screen") == (404, "Track not found")
    control.leave(room["id"], peer["id"])
    assert refused(control.mute, peer["id"], "audio") == (404, "Peer not found")


def test_reset_forgets_everything(api: httpx.Client, room: Any, control: Control) -> None:
    control.join(room["id"], role="host")
    control.advance(100)
    control.fail(503, times=5)
    control.reset()
    assert api.get("/rooms").json()["data"] == []
    assert api.get("/sessions").json()["data"] == []
    assert (control.messages(), control.pending_faults(), control.clock_offset()) == ([], 0, 0.0)
    assert [request["path"] for request in control.requests()] == ["/v2/rooms", "/v2/sessions"]


def test_requests_are_recorded_without_tokens(
    bare: httpx.Client, api: httpx.Client, control: Control, sign: Callable[..., str]
) -> None:
    api.get("/rooms?limit=20")
    bare.post("/v2/rooms", headers={"Authorization": f"Bearer {sign(kind='app')}"})
    api.get("/nothing")
    control.fail(503)
    api.get("/templates")
    log = control.requests()
    assert [(entry["method"], entry["path"], entry["operation"], entry["status"]) for entry in log] == [
        ("GET", "/v2/rooms", "listRooms", 200),
        ("POST", "/v2/rooms", "createRoom", 401),
        ("GET", "/v2/nothing", None, 404),
        ("GET", "/v2/templates", "listTemplates", 503),
    ]
    assert log[0]["query"] == "limit=20"
    assert sign() not in str(log)
    assert sign(kind="app") not in str(log)


def test_request_log_is_bounded(api: httpx.Client, control: Control) -> None:
    for _ in range(1010):
        api.get("/nothing")
    assert len(control.requests()) == 1000


def test_fault_with_envelope_headers_and_times(api: httpx.Client, control: Control) -> None:
    control.fail(503, headers={"Retry-After": "7"}, times=2)
    for _ in range(2):
        response = api.post("/rooms", json={"name": "never"})
        assert response.status_code == 503
        assert response.headers["Retry-After"] == "7"
        assert response.json()["code"] == 503
        assert response.json()["message"] == "Service Unavailable"
    assert api.get("/rooms").json()["data"] == []


def test_faults_for_one_operation_and_their_bodies(
    api: httpx.Client, bare: httpx.Client, control: Control
) -> None:
    control.fail(500, text="<html>oops</html>", headers={"Content-Type": "text/html"}, operation="listRooms")
    control.fail(429, body={"error": "slow down"}, operation="listRooms")
    control.fail(502, text="", operation="listRooms")
    assert api.get("/templates").status_code == 200
    # Faults come before the token is looked at.
    broken = bare.get("/v2/rooms")
    assert (broken.status_code, broken.text, broken.headers["Content-Type"]) == (
        500,
        "<html>oops</html>",
        "text/html",
    )
    assert (api.get("/rooms").json(), api.get("/rooms").content) == ({"error": "slow down"}, b"")
    assert control.pending_faults() == 0
    assert api.get("/rooms").status_code == 200


def test_dropped_call_in_process(api: httpx.Client, control: Control) -> None:
    control.fail(drop=True)
    with pytest.raises((ConnectionResetError, httpx.TransportError)):
        api.post("/rooms", json={})
    assert control.requests()[-1]["status"] is None
    assert api.get("/rooms").json()["data"] == []


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        {"status": 99},
        {"status": 500, "times": 0},
        {"status": 500, "body": {}, "text": ""},
        {"delay_seconds": -1},
        {"drop": True, "text": "x"},
        {"delay_seconds": float("nan")},
    ],
)
def test_faults_that_make_no_sense(control: Control, wrong: Any) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        control.fail(**wrong)


def test_cleared_faults(api: httpx.Client, control: Control) -> None:
    control.fail(503, times=3)
    control.clear_faults()
    assert api.get("/rooms").status_code == 200


def test_unknown_workspace_has_no_default_template(control: Control) -> None:
    assert refused(control.default_template_id, "nobody")[0] == 400


def test_everything_over_http(
    api: httpx.Client,
    bare: httpx.Client,
    control: Control,
    make_room: Callable[..., dict[str, Any]],
    sign: Callable[..., str],
) -> None:
    assert bare.post("/_mock/seed", json={"seed": 3}).json() == {}
    room = make_room()
    assert bare.get("/_mock/clock").json() == {"now": "2025-06-15T15:06:40.123Z", "offset_seconds": 0.0}
    moved = bare.post("/_mock/clock/advance", json={"seconds": 1.5}).json()
    assert moved == {"now": "2025-06-15T15:06:41.623Z", "offset_seconds": 1.5}
    peer = bare.post(MINE.format(room["id"]), json={"role": "host", "name": "N"}).json()
    assert peer["name"] == "N"
    muted = bare.post(f"/_mock/peers/{peer['id']}/mute", json={"track": "video"}).json()
    assert [track["type"] for track in muted["tracks"].values() if track["mute"]] == ["video"]
    api.post(f"/active-rooms/{room['id']}/send-message", json={"message": "m"})
    assert bare.get("/_mock/messages").json()["messages"] == control.messages()
    assert bare.get("/_mock/requests").json()["requests"][-1]["operation"] == "sendMessage"
    assert bare.post(f"/_mock/rooms/{room['id']}/leave", json={"peer_id": peer["id"]}).json() == {}
    assert bare.post("/_mock/faults", json={"status": 503, "headers": {"Retry-After": "1"}}).json() == {}
    assert api.get("/rooms").headers["Retry-After"] == "1"
    bare.post("/_mock/faults", json={"status": 503})
    assert bare.delete("/_mock/faults").json() == {}
    assert bare.post("/_mock/reset").json() == {}
    assert api.get("/rooms").json()["data"] == []
    later = bare.post("/_mock/clock/advance", json={"seconds": 10**7, "tokens": False})
    assert later.status_code == 200
    assert api.get("/rooms").status_code == 200


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("/_mock/seed", {}, 400),
        ("/_mock/seed", {"seed": "x"}, 400),
        ("/_mock/clock/advance", {"seconds": -1}, 400),
        ("/_mock/clock/advance", {"seconds": 1e300}, 400),
        ("/_mock/clock/advance", [], 400),
        ("/_mock/rooms/unknown/join", {"role": "host"}, 404),
        ("/_mock/rooms/unknown/join", {"roll": "host"}, 400),
        ("/_mock/rooms/unknown/join", {}, 400),
        ("/_mock/rooms/unknown/leave", {}, 400),
        ("/_mock/peers/unknown/mute", {"track": "audio"}, 404),
        ("/_mock/peers/unknown/mute", {"track": "smell"}, 400),
        ("/_mock/faults", {}, 400),
        ("/_mock/faults", {"status": 503, "headers": {"X": "a\r\nb"}}, 400),
        ("/_mock/faults", {"status": 503, "headers": {"X Y": "a"}}, 400),
        ("/_mock/faults", {"status": 503, "often": 3}, 400),
        ("/_mock/reset", {"all": True}, 400),
    ],
)
def test_control_plane_tells_what_is_wrong(bare: httpx.Client, path: Any, body: Any, status: Any) -> None:
    response = bare.post(path, json=body)
    assert response.status_code == status, response.text
    assert response.json()["code"] == status
    assert response.json()["details"]


def test_control_plane_knows_its_methods(bare: httpx.Client) -> None:
    response = bare.get("/_mock/reset")
    assert (response.status_code, response.json()["code"], response.headers["Allow"]) == (405, 405, "POST")


def test_the_guide_lists_every_request() -> None:
    guide = Path(__file__).parents[3] / "docs" / "mock-server.md"
    listed = re.findall(r"^\| `([A-Z]+ /_mock/\S+)` \|", guide.read_text(encoding="utf-8"), re.MULTILINE)
    there = set(_requests(create_app().routes, "/_mock")) - {"GET /_mock/console/{name}"}
    assert sorted(listed) == sorted(there)


def _requests(routes: Sequence[BaseRoute], under: str, path: str = "") -> Iterator[str]:
    for route in routes:
        if isinstance(route, Mount):
            yield from _requests(route.routes, under, path + route.path)
        elif isinstance(route, Route) and (path + route.path).startswith(under):
            yield from (f"{method} {path}{route.path}" for method in (route.methods or set()) - {"HEAD"})
