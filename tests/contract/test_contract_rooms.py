"""Rooms, their codes and those in them: who is let in, who is seen, and what a disabled room refuses."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

import pytest

from .calls import OPERATIONS, WRITES, good_call, required_query
from .picking import the_first
from .scene import ROLES, Depth

if TYPE_CHECKING:
    from collections.abc import Callable

    import httpx

    from .document import Operation
    from .scene import Stage

    Authorization = Callable[[Operation], dict[str, str]]

REFUSED = {
    "createRoomCodes",
    "listRoomCodes",
    "createRoleRoomCode",
    "startRecording",
    "startLiveStream",
    "startExternalStream",
    "createStreamKey",
    "getStreamKey",
    "disableStreamKey",
    "startOutboundCall",
}
"""What a disabled room refuses with 403."""
OF_ROOMS = [
    each
    for each in OPERATIONS
    if "room_id" in {*each.path_parameters, *required_query(each)} or each.family == "sip"
    if "trunk" not in each.path
]


@pytest.mark.parametrize("operation", OF_ROOMS, ids=[each.id for each in OF_ROOMS])
def test_a_disabled_room(
    api: httpx.Client, stage: Stage, authorization: Authorization, operation: Operation
) -> None:
    """A disabled room refuses what would let somebody in, and serves everything else; enabled, all of it."""
    stage.spend()
    call, headers = good_call(stage, operation), authorization(operation)
    room_id = call.values["room_id"]
    stage.enable_room(room_id, enabled=False)
    assert api.get(f"/rooms/{room_id}").raise_for_status().json()["enabled"] is False
    response = call.send(api, **headers)
    if operation.id in REFUSED:
        assert response.status_code == 403, response.text
        stage.enable_room(room_id)
        response = call.send(api, **headers)
    stage.spend()
    assert response.status_code == operation.success[0], response.text


def test_nobody_joins_a_disabled_room(api: httpx.Client, stage: Stage) -> None:
    """Those who are in a room that is disabled stay; nobody else comes in until it is enabled."""
    scene = stage.scene(Depth.PEERS)
    stage.enable_room(scene.room_id, enabled=False)
    assert stage.try_control(f"/rooms/{scene.room_id}/join", {"role": ROLES[0]}) == 403
    assert set(_connected(api, scene.room_id)) == {each["id"] for each in scene.peers}
    stage.enable_room(scene.room_id)
    joined = stage.join(scene.room_id, ROLES[0])
    assert joined["id"] in _connected(api, scene.room_id)
    stage.spend()


def test_a_room_that_is_ended_and_locked(api: httpx.Client, stage: Stage) -> None:
    """Ending with `lock` disables the room, without it does not; both end the session for everybody."""
    for lock in (False, True):
        stage.spend()
        scene = stage.scene(Depth.PEERS)
        ended = api.post(f"/active-rooms/{scene.room_id}/end-room", json={"lock": lock})
        assert ended.status_code == 200
        assert api.get(f"/rooms/{scene.room_id}").raise_for_status().json()["enabled"] is not lock
        assert api.get(f"/active-rooms/{scene.room_id}").status_code == 404
        session = api.get(f"/sessions/{scene.session_id}").raise_for_status().json()
        assert session["active"] is False
        assert all(each["left_at"] for each in session["peers"].values())
        assert stage.try_control(f"/rooms/{scene.room_id}/join", {"role": ROLES[0]}) == (403 if lock else 200)
    stage.spend()


def _connected(api: httpx.Client, room_id: str) -> list[str]:
    peers: list[str] = api.get(f"/active-rooms/{room_id}").raise_for_status().json()["session"]["peers"]
    return peers


def test_all_reads_show_the_same_people(api: httpx.Client, stage: Stage) -> None:
    """The active room, its peers, each peer and the session agree on who is there, and who was."""
    room_id = stage.new_room()
    joined = []
    for number, role in enumerate(ROLES[:4]):
        body = {"role": role, "user_id": f"user-{number}"}
        joined.append(stage.props.control(f"/rooms/{room_id}/join", body))
        stage.props.advance(5)
    (gone, removed, *staying) = (each["id"] for each in joined)
    stage.props.control(f"/rooms/{room_id}/leave", {"peer_id": gone})
    stage.props.advance(5)
    assert api.post(f"/active-rooms/{room_id}/remove-peers", json={"peer_id": removed}).status_code == 200
    assert _connected(api, room_id) == staying
    peers = api.get(f"/active-rooms/{room_id}/peers").raise_for_status().json()["peers"]
    assert list(peers) == staying
    for each in joined:
        single = api.get(f"/active-rooms/{room_id}/peers/{each['id']}")
        assert single.status_code == (200 if each["id"] in staying else 404)
        if each["id"] in staying:
            shown = single.json()
            assert {name: shown[name] for name in peers[each["id"]]} == peers[each["id"]]
    session = api.get(f"/sessions/{joined[0]['session_id']}").raise_for_status().json()
    assert list(session["peers"]) == [each["id"] for each in joined]
    for peer_id, each in session["peers"].items():
        assert ("left_at" in each and each["left_at"] is not None) == (peer_id not in staying)
        assert session["created_at"] <= each["joined_at"] <= (each.get("left_at") or session["updated_at"])
    for query in ({"room_id": room_id}, {"room_id": room_id, "active": "true"}):
        assert api.get("/sessions", params=query).raise_for_status().json()["data"] == [session]
    assert api.post(f"/active-rooms/{room_id}/remove-peers", json={"role": ROLES[2]}).status_code == 200
    assert _connected(api, room_id) == staying[1:]


def test_measurements_are_of_a_stay(api: httpx.Client, stage: Stage) -> None:
    """Statistics are measured while the peer was there, and every list has a value for each time."""
    history = stage.props.once("history")
    session = api.get(f"/sessions/{history['session_id']}").raise_for_status().json()
    peer = session["peers"][history["peer_id"]]
    joined, left = (datetime.fromisoformat(peer[name]).timestamp() for name in ("joined_at", "left_at"))
    query = {"session_id": history["session_id"], "peer_id": history["peer_id"]}
    stats = api.get("/analytics/peer-stats", params=query).raise_for_status().json()
    series = [
        track["time_series"]
        for side in ("publisher", "subscriber")
        for kind in ("audio", "video")
        for track in stats[side][kind]
    ]
    assert series, "nothing was measured, so the test proves nothing"
    for each in series:
        assert {len(values) for values in each.values()} == {len(each["timestamps"])}
        assert each["timestamps"] == sorted(set(each["timestamps"]))
        assert all(joined <= moment / 1000 <= left for moment in each["timestamps"])


def test_a_session_begins_with_the_first_and_ends_with_the_last(api: httpx.Client, stage: Stage) -> None:
    """A room has one running session at most; when the last one has left, the next one begins another."""
    room_id = stage.new_room()
    sessions = []
    for _ in range(2):
        assert api.get(f"/active-rooms/{room_id}").status_code == 404
        first, second = stage.join(room_id, ROLES[0]), stage.join(room_id, ROLES[1])
        assert first["session_id"] == second["session_id"]
        assert (
            api.get(f"/active-rooms/{room_id}").raise_for_status().json()["session"]["id"]
            == first["session_id"]
        )
        sessions.append(first["session_id"])
        for peer in (first, second):
            assert api.get(f"/sessions/{first['session_id']}").raise_for_status().json()["active"] is True
            stage.props.advance(1)
            stage.props.control(f"/rooms/{room_id}/leave", {"peer_id": peer["id"]})
        assert api.get(f"/sessions/{first['session_id']}").raise_for_status().json()["active"] is False
    assert len(set(sessions)) == 2
    listed = (
        api.get("/sessions", params={"room_id": room_id, "active": "false"}).raise_for_status().json()["data"]
    )
    assert [each["id"] for each in listed] == sessions[::-1]


def test_the_longest_session(api: httpx.Client, stage: Stage) -> None:
    """A session ends after `max_duration_seconds`, not before."""
    room_id = stage.new_room()
    api.post(f"/rooms/{room_id}", json={"max_duration_seconds": 300}).raise_for_status()
    session_id = stage.join(room_id, ROLES[0])["session_id"]
    stage.props.advance(299)
    assert api.get(f"/sessions/{session_id}").raise_for_status().json()["active"] is True
    stage.props.advance(1)
    assert api.get(f"/sessions/{session_id}").raise_for_status().json()["active"] is False


def test_the_size_of_a_room(api: httpx.Client, stage: Stage) -> None:
    """Not more peers than `size` are let in; a place that becomes free can be taken."""
    room_id = stage.new_room()
    api.post(f"/rooms/{room_id}", json={"size": 2}).raise_for_status()
    peers = [stage.join(room_id, ROLES[0]) for _ in range(2)]
    assert stage.try_control(f"/rooms/{room_id}/join", {"role": ROLES[1]}) == 403
    stage.props.control(f"/rooms/{room_id}/leave", {"peer_id": peers[0]["id"]})
    assert stage.try_control(f"/rooms/{room_id}/join", {"role": ROLES[1]}) == 200


def test_a_code_admits_while_it_is_enabled(api: httpx.Client, stage: Stage) -> None:
    """A room code lets in in its role, to its room; disabled it lets nobody in."""
    stage.spend()
    scene = stage.scene(Depth.CODES)
    codes = {each["code"]: each["role"] for each in _codes(api, scene.room_id)}
    assert sorted(codes.values()) == sorted(ROLES)
    code, role = the_first(codes.items(), "a room has codes")
    path = f"/rooms/{scene.room_id}/join"
    assert stage.props.control(path, {"code": code})["role"] == role
    api.post("/room-codes/code", json={"code": code, "enabled": False}).raise_for_status()
    assert stage.try_control(path, {"code": code}) == 403
    assert stage.try_control(f"/rooms/{stage.new_room()}/join", {"code": next(reversed(codes))}) == 404
    again = api.post(f"/room-codes/room/{scene.room_id}/role/{role}").raise_for_status().json()
    assert again["code"] not in codes, "a role whose code was disabled gets a fresh one"
    assert {each["code"] for each in _codes(api, scene.room_id)} == {*codes, again["code"]}
    api.post("/room-codes/code", json={"code": code, "enabled": True}).raise_for_status()
    assert stage.props.control(path, {"code": code})["role"] == role
    stage.spend()


def _codes(api: httpx.Client, room_id: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = (
        api.get(f"/room-codes/room/{room_id}", params={"limit": 100}).raise_for_status().json()["data"]
    )
    return found


def test_codes_follow_the_roles(api: httpx.Client, stage: Stage) -> None:
    """Created again, codes stay, new roles get one, and those of roles that are gone are disabled."""
    stage.spend()
    scene = stage.scene(Depth.CODES)
    before = {each["role"]: each["code"] for each in _codes(api, scene.room_id)}
    template = f"/templates/{scene.template_id}/roles"
    assert api.delete(f"{template}/{ROLES[0]}").status_code == 204
    assert api.post(f"{template}/late", json={}).status_code == 200
    made = api.post(f"/room-codes/room/{scene.room_id}").raise_for_status().json()["data"]
    kept = {each["role"]: each["code"] for each in made}
    assert kept.keys() == {*ROLES[1:], "late"}
    assert {**before, **kept} == {**before, "late": kept["late"]}
    disabled = [each["code"] for each in _codes(api, scene.room_id) if not each["enabled"]]
    assert disabled == [before.get(ROLES[0])]
    stage.spend()


def test_a_name_names_one_room(api: httpx.Client, stage: Stage) -> None:
    """A room that is created under a name that there is, whatever its case, is that room."""
    for path in ("/rooms", "/templates"):
        first = api.post(path, json={"name": "Chemistry.Lab"}).raise_for_status().json()
        second = api.post(path, json={"name": "chemistry.lab"}).raise_for_status().json()
        assert first["id"] == second["id"]
    listed = api.get("/rooms", params={"name": "CHEMISTRY.LAB"}).raise_for_status().json()["data"]
    assert len(listed) == 1


@pytest.mark.parametrize(("path", "rest"), [("/rooms", {}), ("/templates", {"roles": {}, "settings": {}})])
def test_a_name_that_is_given_up_is_free(api: httpx.Client, path: str, rest: dict[str, Any]) -> None:
    """Renamed, an object is found under its new name, and another one can have the earlier name."""
    renamed = api.post(path, json={"name": "Earlier.Name"}).raise_for_status().json()["id"]
    api.post(f"{path}/{renamed}", json={"name": "Later.Name", **rest}).raise_for_status()
    assert api.post(path, json={"name": "later.name"}).raise_for_status().json()["id"] == renamed
    assert api.post(path, json={"name": "earlier.name"}).raise_for_status().json()["id"] != renamed


def test_parts_of_a_template_are_what_the_template_shows(api: httpx.Client, stage: Stage) -> None:
    """Roles, settings and destinations read alone are those of the template, after each change."""
    stage.spend()
    changes = [
        each
        for each in WRITES
        if each.family == "templates" and each.method == "POST" and "template_id" in each.path_parameters
    ]
    for operation in changes:
        call = good_call(stage, operation)
        assert call.send(api).status_code == 200
        path = f"/templates/{call.values['template_id']}"
        template = api.get(path).raise_for_status().json()
        assert api.get(f"{path}/settings").json() == template["settings"]
        assert api.get(f"{path}/destinations").json() == template["destinations"]
        for name, role in template["roles"].items():
            assert api.get(f"{path}/roles/{name}").json() == role
            assert role["name"] == name
        listed = api.get("/templates", params={"limit": 100}).raise_for_status().json()["data"]
        assert template in listed
    stage.spend()


def test_a_renamed_role(api: httpx.Client, stage: Stage) -> None:
    """A role with another name is found under that name only, and the rest of it is as it was."""
    stage.spend()
    path = f"/templates/{stage.scene(Depth.TEMPLATE).template_id}/roles"
    before = api.get(f"{path}/{ROLES[0]}").raise_for_status().json()
    assert api.post(f"{path}/{ROLES[0]}", json={"name": "renamed"}).json() == {**before, "name": "renamed"}
    assert api.get(f"{path}/{ROLES[0]}").status_code == 404
    assert api.get(f"{path}/renamed").json() == {**before, "name": "renamed"}
    assert api.post(f"{path}/renamed", json={"name": ROLES[1]}).status_code == 409
    assert api.get(f"{path}/renamed").status_code == 200
    stage.spend()
