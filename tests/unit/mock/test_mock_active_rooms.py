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


@pytest.fixture
def host(room: Any, control: Control) -> Any:
    return control.join(room["id"], role="host", name="Host", user_id="u-host", metadata='{"hand":false}')


@pytest.fixture
def guests(room: Any, host: Any, control: Control) -> Any:
    return [control.join(room["id"], role="guest", name=f"Guest {n}", user_id=f"u-{n}") for n in range(2)]


def test_active_room(api: httpx.Client, room: Any, host: Any, guests: Any) -> None:
    active = api.get(f"/active-rooms/{room['id']}").json()
    assert active == {
        "id": room["id"],
        "name": "physics",
        "customer_id": room["customer_id"],
        "session": {
            "id": host["session_id"],
            "created_at": "2025-06-15T15:06:40.123456000Z",
            "peers": [host["id"], *(guest["id"] for guest in guests)],
        },
    }


def test_peers_and_filters(api: httpx.Client, room: Any, host: Any, guests: Any) -> None:
    path = f"/active-rooms/{room['id']}/peers"
    peers = api.get(path).json()["peers"]
    assert list(peers) == [host["id"], guests[0]["id"], guests[1]["id"]]
    assert peers[host["id"]] == {
        "id": host["id"],
        "name": "Host",
        "user_id": "u-host",
        "metadata": '{"hand":false}',
        "role": "host",
        "joined_at": "2025-06-15T15:06:40.123456000Z",
    }
    assert list(api.get(path, params={"role": "host"}).json()["peers"]) == [host["id"]]
    assert list(api.get(path, params={"user_id": "u-1"}).json()["peers"]) == [guests[1]["id"]]
    assert api.get(path, params={"user_id": "u-1", "role": "host"}).json()["peers"] == {}


def test_peer_has_the_tracks_of_its_role(api: httpx.Client, room: Any, host: Any, control: Control) -> None:
    peer = api.get(f"/active-rooms/{room['id']}/peers/{host['id']}").json()
    tracks = {track["type"]: track for track in peer["tracks"].values()}
    assert set(tracks) == {"audio", "video"}
    assert tracks["audio"]["stream_id"] == tracks["video"]["stream_id"]
    assert all(peer["tracks"][track["id"]] == track for track in tracks.values())
    assert not tracks["audio"]["mute"]
    muted = control.mute(host["id"], "audio")
    assert {track["type"]: track["mute"] for track in muted["tracks"].values()} == {
        "audio": True,
        "video": False,
    }
    assert api.get(f"/active-rooms/{room['id']}/peers/{host['id']}").json()["tracks"] == muted["tracks"]
    control.mute(host["id"], "audio", mute=False)
    assert api.get(f"/active-rooms/{room['id']}/peers/{host['id']}").json() == peer


def test_update_peer(api: httpx.Client, room: Any, host: Any, control: Control) -> None:
    path = f"/active-rooms/{room['id']}/peers/{host['id']}"
    updated = api.post(path, json={"name": "Renamed", "metadata": "x"}).json()
    assert (updated["name"], updated["metadata"], updated["role"]) == ("Renamed", "x", "host")
    template = f"/templates/{control.default_template_id()}"
    api.post(f"{template}/roles/viewer", json={"publishParams": {"allowed": []}})
    api.post(f"{template}/roles/listener", json={"publishParams": {"allowed": ["audio"]}})
    assert api.post(path, json={"role": "viewer"}).json()["tracks"] == {}
    speaking = api.post(path, json={"role": "listener"}).json()
    assert [track["type"] for track in speaking["tracks"].values()] == ["audio"]
    kept = api.post(path, json={"role": "host"}).json()["tracks"]
    assert next(iter(speaking["tracks"])) in kept
    assert len(kept) == 2
    refused = api.post(path, json={"role": "king", "name": "Nobody"})
    assert (refused.status_code, refused.json()["message"]) == (404, "Role not found")
    assert api.get(path).json()["name"] == "Renamed"
    assert api.get(f"/sessions/{host['session_id']}").json()["peers"][host["id"]]["role"] == "host"


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ({}, [0, 1, 2]),
        ({"role": "guest"}, [1, 2]),
        ({"role": "", "peer_id": ""}, [0, 1, 2]),
        ({"peer_id": 1}, [1]),
        ({"peer_id": 1, "role": "host"}, [1]),
    ],
)
def test_messages_reach_whom_they_are_for(
    api: httpx.Client, room: Any, host: Any, guests: Any, control: Control, address: Any, expected: Any
) -> None:
    peers = [host, *guests]
    if address.get("peer_id"):
        address = address | {"peer_id": peers[address["peer_id"]]["id"]}
    body = {"message": "hi", "type": "chat"} | address
    response = api.post(f"/active-rooms/{room['id']}/send-message", json=body)
    assert response.json() == {"message": "message sent"}
    [message] = control.messages()
    assert message["recipients"] == [peers[number]["id"] for number in expected]
    assert (message["message"], message["type"], message["room_id"]) == ("hi", "chat", room["id"])
    assert control.messages("other") == []


def test_messages_to_nobody_known(api: httpx.Client, room: Any, host: Any, control: Control) -> None:
    path = f"/active-rooms/{room['id']}/send-message"
    assert api.post(path, json={"message": "hi", "peer_id": "x"}).json()["message"] == "Peer not found"
    assert api.post(path, json={"message": "hi", "role": "king"}).json()["message"] == "Role not found"
    assert api.post(path, json={"peer_id": host["id"]}).status_code == 400
    assert control.messages() == []
    assert api.post(path, json={"message": "hi", "role": "guest"}).status_code == 200
    assert control.messages()[0]["recipients"] == []


def test_remove_peers(api: httpx.Client, room: Any, host: Any, guests: Any) -> None:
    path = f"/active-rooms/{room['id']}/remove-peers"
    for body in ({}, {"reason": "r"}, {"peer_id": "", "role": ""}):
        refused = api.post(path, json=body)
        assert refused.status_code == 400
        assert refused.json()["details"] == ["Invalid body param: peer_id or role is required"]
    done = {"message": "peer remove request submitted"}
    assert api.post(path, json={"peer_id": guests[0]["id"], "role": "host"}).json() == done
    assert api.get(f"/active-rooms/{room['id']}").json()["session"]["peers"] == [host["id"], guests[1]["id"]]
    assert api.post(path, json={"peer_id": guests[0]["id"]}).status_code == 404
    assert api.post(path, json={"role": "king"}).status_code == 404
    assert api.post(path, json={"role": "guest"}).json() == done
    assert api.post(path, json={"role": "guest"}).json() == done
    assert api.post(path, json={"role": "host"}).json() == done
    assert api.get(f"/active-rooms/{room['id']}").status_code == 404
    assert api.get(f"/sessions/{host['session_id']}").json()["active"] is False


def test_peer_that_left_is_not_found(
    api: httpx.Client, room: Any, host: Any, guests: Any, control: Control
) -> None:
    control.leave(room["id"], host["id"])
    path = f"/active-rooms/{room['id']}/peers/{host['id']}"
    assert api.get(path).json()["message"] == "Peer not found"
    assert api.post(path, json={"name": "x"}).status_code == 404


def test_end_room(api: httpx.Client, room: Any, host: Any, control: Control) -> None:
    response = api.post(f"/active-rooms/{room['id']}/end-room", json={"reason": "over"})
    assert response.json() == {"message": "session is ending"}
    assert api.get(f"/sessions/{host['session_id']}").json()["active"] is False
    assert api.get(f"/rooms/{room['id']}").json()["enabled"] is True
    assert api.post(f"/active-rooms/{room['id']}/end-room", json={}).status_code == 404
    control.join(room["id"], role="host")
    api.post(f"/active-rooms/{room['id']}/end-room", json={"lock": True})
    assert api.get(f"/rooms/{room['id']}").json()["enabled"] is False


def test_room_without_a_session(api: httpx.Client, room: Any) -> None:
    base = f"/active-rooms/{room['id']}"
    for response in (
        api.get(base),
        api.get(f"{base}/peers"),
        api.get(f"{base}/peers/x"),
        api.post(f"{base}/peers/x", json={}),
        api.post(f"{base}/send-message", json={"message": "m"}),
        api.post(f"{base}/remove-peers", json={"role": "host"}),
        api.post(f"{base}/end-room", json={}),
    ):
        assert (response.status_code, response.json()["message"]) == (404, "Active room not found")
    assert api.get("/active-rooms/unknown").json()["message"] == "Room not found"
