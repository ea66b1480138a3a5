from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    import httpx

    from hms_mock import Control

Json = dict[str, Any]


@pytest.fixture
def room(make_room: Callable[..., Json]) -> Json:
    return make_room(name="physics")


@pytest.fixture
def path(room: Json) -> str:
    return f"/stream-keys/room/{room['id']}"


def test_create_and_get(api: httpx.Client, room: Json, path: str) -> None:
    created = api.post(path).json()
    assert created == {
        "id": created["id"],
        "room_id": room["id"],
        "key": created["key"],
        "url": "rtmp://ingest.example.com/live",
        "customer_id": room["customer_id"],
        "app_id": room["app_id"],
        "enabled": True,
        "created_at": "2025-06-15T15:06:40.123Z",
        "updated_at": "2025-06-15T15:06:40.123Z",
    }
    assert created["key"]
    assert api.get(path).json() == {"data": [created], "last": created["id"]}


def test_a_room_has_one(
    api: httpx.Client, path: str, control: Control, make_room: Callable[..., Json]
) -> None:
    first = api.post(path).json()
    again = api.post(path)
    assert (again.status_code, again.json()["message"]) == (400, "Active key already exists")
    assert api.get(path).json()["data"] == [first]
    elsewhere = api.post(f"/stream-keys/room/{make_room()['id']}").json()
    assert elsewhere["key"] != first["key"]
    disabled = api.post(f"{path}/disable")
    assert (disabled.status_code, disabled.json()) == (201, {"message": "key disabled successfully"})
    control.advance(60)
    second = api.post(path).json()
    assert not {second["id"], second["key"]} & {first["id"], first["key"]}
    assert second["created_at"] == "2025-06-15T15:07:40.123Z"


def test_without_a_key(api: httpx.Client, path: str) -> None:
    for response in (api.get(path), api.post(f"{path}/disable")):
        assert (response.status_code, response.json()["message"]) == (404, "No active key found")
    api.post(path)
    assert api.post(f"{path}/disable").status_code == 201
    assert api.post(f"{path}/disable").status_code == 404


def test_disabled_room_refuses_until_it_is_enabled(api: httpx.Client, room: Json, path: str) -> None:
    key = api.post(path).json()
    api.post(f"/rooms/{room['id']}", json={"enabled": False})
    for response in (api.post(path), api.get(path), api.post(f"{path}/disable")):
        assert (response.status_code, response.json()["message"]) == (403, "Room is disabled")
    api.post(f"/rooms/{room['id']}", json={"enabled": True})
    assert api.get(path).json()["data"] == [key]


def test_unknown_room_and_those_of_others(api: httpx.Client, other_api: httpx.Client, path: str) -> None:
    key = api.post(path).json()
    for client, base in ((api, "/stream-keys/room/unknown"), (other_api, path)):
        for response in (client.post(base), client.get(base), client.post(f"{base}/disable")):
            assert (response.status_code, response.json()["message"]) == (404, "Room not found")
    assert api.get(path).json()["data"] == [key]
