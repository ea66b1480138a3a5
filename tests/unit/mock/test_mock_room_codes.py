from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from hms_mock.ids import Ids

if TYPE_CHECKING:
    from collections.abc import Callable

    import httpx

    from hms_mock import Control


@pytest.fixture
def room(make_room: Callable[..., dict[str, Any]]) -> Any:
    return make_room(name="physics")


@pytest.fixture
def codes(api: httpx.Client, room: Any) -> Any:
    return {code["role"]: code for code in api.post(f"/room-codes/room/{room['id']}").json()["data"]}


def listed(api: httpx.Client, room: Any, **query: Any) -> Any:
    return api.get(f"/room-codes/room/{room['id']}", params=query).json()["data"]


def test_one_code_for_each_role(room: Any, codes: Any) -> None:
    assert set(codes) == {"host", "guest"}
    for role, code in codes.items():
        assert re.fullmatch(r"[a-z]{3}-[a-z]{4}-[a-z]{3}", code["code"])
        assert (code["room_id"], code["role"], code["enabled"]) == (room["id"], role, True)


def test_creating_again_keeps_adds_and_disables(
    api: httpx.Client, room: Any, codes: Any, control: Control
) -> None:
    template = f"/templates/{control.default_template_id()}"
    api.post(f"{template}/roles/viewer", json={})
    api.delete(f"{template}/roles/guest")
    control.advance(60)
    again = {code["role"]: code for code in api.post(f"/room-codes/room/{room['id']}").json()["data"]}
    assert set(again) == {"host", "viewer"}
    assert again["host"] == codes["host"]
    assert listed(api, room, enabled="false") == [
        codes["guest"] | {"enabled": False, "updated_at": "2025-06-15T15:07:40.123Z"}
    ]
    refused = api.post("/room-codes/code", json={"code": codes["guest"]["code"], "enabled": True})
    assert (refused.status_code, refused.json()["message"]) == (403, "Code can not be enabled")


def test_a_disabled_code_makes_room_for_a_fresh_one(api: httpx.Client, room: Any, codes: Any) -> None:
    api.post("/room-codes/code", json={"code": codes["host"]["code"], "enabled": False})
    fresh = api.post(f"/room-codes/room/{room['id']}/role/host").json()
    assert fresh["code"] != codes["host"]["code"]
    assert api.post(f"/room-codes/room/{room['id']}/role/host").json() == fresh
    assert len(listed(api, room, role="host")) == 2


def test_no_two_rooms_have_the_same_code(
    api: httpx.Client, make_room: Callable[..., Any], codes: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn = iter([*(code["code"] for code in codes.values()), "abc-defg-hij", "abc-defg-hij", "klm-nopq-rst"])
    monkeypatch.setattr(Ids, "room_code", lambda _ids: next(drawn))
    other = api.post(f"/room-codes/room/{make_room(name='other')['id']}").json()["data"]
    assert [code["code"] for code in other] == ["abc-defg-hij", "klm-nopq-rst"]


def test_a_room_has_a_hundred_codes_at_most(api: httpx.Client, room: Any) -> None:
    path = f"/room-codes/room/{room['id']}/role/host"
    for _ in range(100):
        code = api.post(path).json()["code"]
        api.post("/room-codes/code", json={"code": code, "enabled": False})
    refused = api.post(path)
    assert (refused.status_code, refused.json()["message"]) == (403, "Too many room codes")


def test_update(api: httpx.Client, codes: Any, control: Control) -> None:
    code = codes["host"]
    control.advance(1)
    off = api.post("/room-codes/code", json={"code": code["code"], "enabled": False}).json()
    assert off == code | {"enabled": False, "updated_at": "2025-06-15T15:06:41.123Z"}
    assert (
        api.post("/room-codes/code", json={"code": code["code"], "enabled": True}).json()["enabled"] is True
    )
    assert api.post("/room-codes/code", json={"code": "abc-defg-hij", "enabled": True}).status_code == 404
    for wrong in ({"role": "guest"}, {"enabled": "no"}):
        body = {"code": code["code"], "enabled": True} | wrong
        assert api.post("/room-codes/code", json=body).status_code == 400


def test_disabled_room_gives_no_codes(api: httpx.Client, room: Any, codes: Any) -> None:
    api.post(f"/rooms/{room['id']}", json={"enabled": False})
    path = f"/room-codes/room/{room['id']}"
    for response in (api.post(path), api.post(f"{path}/role/host"), api.get(path)):
        assert (response.status_code, response.json()["message"]) == (403, "Room is disabled")


def test_unknown_room_and_role(api: httpx.Client, room: Any) -> None:
    for path in ("/room-codes/room/unknown", "/room-codes/room/unknown/role/host"):
        assert api.post(path).json()["message"] == "Room not found"
    assert api.get("/room-codes/room/unknown").status_code == 404
    for response in (
        api.post(f"/room-codes/room/{room['id']}/role/king"),
        api.get(f"/room-codes/room/{room['id']}?role=king"),
    ):
        assert (response.status_code, response.json()["message"]) == (404, "Role not found")


def test_filters_and_pages(api: httpx.Client, room: Any, codes: Any, control: Control) -> None:
    assert [code["role"] for code in listed(api, room)] == ["guest", "host"]
    assert listed(api, room, role="host") == [codes["host"]]
    assert listed(api, room, enabled="false") == []
    for number in range(12):
        api.post(f"/templates/{control.default_template_id()}/roles/r{number}", json={})
    assert listed(api, room, role="r1") == []
    api.post(f"/room-codes/room/{room['id']}")
    first = api.get(f"/room-codes/room/{room['id']}").json()
    second = api.get(f"/room-codes/room/{room['id']}", params={"start": first["last"]}).json()
    assert (len(first["data"]), len(second["data"])) == (10, 4)
    assert first["last"] == first["data"][-1]["code"]
    assert second["last"] == ""


def test_codes_of_another_room_are_no_cursor(
    api: httpx.Client, make_room: Callable[..., dict[str, Any]], codes: Any
) -> None:
    other = make_room(name="other")
    assert api.get(f"/room-codes/room/{other['id']}?start={codes['host']['code']}").status_code == 400
