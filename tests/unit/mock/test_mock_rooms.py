from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    import httpx

    from hms_mock import Control

BUCKET = {
    "type": "s3",
    "location": "recordings",
    "prefix": "calls",
    "options": {"region": "eu-central-1"},
    "credentials": {"key": "bucket-key", "secret": "bucket-secret"},
}


def test_room_without_a_name_or_template(
    api: httpx.Client, make_room: Callable[..., dict[str, Any]], control: Control
) -> None:
    room = make_room()
    assert str(uuid.UUID(room["name"])) == room["name"]
    assert room["template_id"] == control.default_template_id()
    assert api.get(f"/templates/{room['template_id']}").json()["name"] == room["template"]
    assert room["created_at"] == room["updated_at"] == "2025-06-15T15:06:40.123Z"
    assert (room["enabled"], room["large_room"], room["description"], room["region"]) == (
        True,
        False,
        "",
        "auto",
    )
    assert api.get(f"/rooms/{room['id']}").json() == room


def test_same_seed_same_identifiers(
    api: httpx.Client, control: Control, make_room: Callable[..., dict[str, Any]]
) -> None:
    first = make_room()
    control.reset()
    assert make_room()["id"] == first["id"]
    control.seed(7)
    seeded = make_room()["id"]
    control.reset()
    control.seed(7)
    assert make_room()["id"] == seeded


def test_a_seed_that_was_used_before_is_gone_on_with(
    control: Control, make_room: Callable[..., dict[str, Any]]
) -> None:
    made: list[str] = []
    for seed in (7, 8, 7, 8):
        control.seed(seed)
        made += [make_room()["id"], make_room()["id"]]
    assert len(set(made)) == len(made)


def test_creation_updates_the_room_of_that_name_in_any_case(
    control: Control, make_room: Callable[..., dict[str, Any]]
) -> None:
    room = make_room(name="Physics", description="first", size=10)
    control.advance(5)
    again = make_room(name="pHYSICS", description="second")
    assert again["id"] == room["id"]
    assert (again["name"], again["description"], again["size"]) == ("Physics", "second", 10)
    assert again["created_at"] == room["created_at"]
    assert again["updated_at"] == "2025-06-15T15:06:45.123Z"


def test_creation_under_an_existing_name_assigns_another_template(
    api: httpx.Client, make_room: Callable[..., dict[str, Any]], control: Control
) -> None:
    make_room(name="physics")
    template = api.post("/templates", json={"name": "classroom"}).json()
    assert make_room(name="physics", template_id=template["id"])["template"] == "classroom"
    assert make_room(name="physics")["template_id"] == template["id"]
    assert make_room()["template_id"] == control.default_template_id()


def test_unknown_template(api: httpx.Client) -> None:
    response = api.post("/rooms", json={"template_id": "000000000000000000000000"})
    assert (response.status_code, response.json()["message"]) == (400, "Error: template not found")


@pytest.mark.parametrize(
    ("body", "detail"),
    [
        ({"size": 20001, "large_room": True}, "Invalid body param: room size greater than 20000"),
        ({"size": 2501}, "Invalid body param: room size greater than 2500, set large_room flag as true"),
        ({"max_duration_seconds": 119}, "Invalid body param: max_duration_seconds less than 120 seconds"),
        (
            {"max_duration_seconds": 43201},
            "Invalid body param: max_duration_seconds greater than 43200 seconds",
        ),
        ({"template": "classroom"}, "Invalid body param: template. Use template_id"),
        ({"region": "mars"}, "Error: region not supported"),
        ({"recording_info": {"upload_info": {"type": "s3"}}}, "Bucket location is missing"),
        (
            {"recording_info": {"upload_info": {"type": "ftp", "location": "b"}}},
            "Invalid upload configuration",
        ),
        ({"name": "no spaces"}, 'Invalid body param: name: the value does not match "^[A-Za-z0-9.:_-]+$"'),
    ],
)
def test_refusals_use_the_documented_words(
    api: httpx.Client, make_room: Callable[..., dict[str, Any]], body: Any, detail: Any
) -> None:
    room = make_room()
    for path in ("/rooms", f"/rooms/{room['id']}"):
        response = api.post(path, json=body)
        assert response.status_code == 400
        assert response.json() == {"code": 400, "message": "Invalid body param", "details": [detail]}
    assert api.get(f"/rooms/{room['id']}").json() == room


def test_size_is_judged_with_the_flag_that_the_room_has(
    api: httpx.Client, make_room: Callable[..., dict[str, Any]]
) -> None:
    room = make_room(size=20000, large_room=True)
    assert (room["size"], room["large_room"]) == (20000, True)
    assert api.post(f"/rooms/{room['id']}", json={"size": 5000}).status_code == 200
    assert api.post(f"/rooms/{room['id']}", json={"large_room": False}).status_code == 400
    assert api.post(f"/rooms/{room['id']}", json={"large_room": False, "size": 2500}).status_code == 200


def test_update_keeps_what_it_does_not_mention(
    api: httpx.Client, make_room: Callable[..., dict[str, Any]], control: Control
) -> None:
    room = make_room(name="physics", description="d", size=5, polls=["p1"], max_duration_seconds=600)
    control.advance(1)
    updated = api.post(f"/rooms/{room['id']}", json={"enabled": False}).json()
    assert updated == room | {"enabled": False, "updated_at": "2025-06-15T15:06:41.123Z"}
    renamed = api.post(f"/rooms/{room['id']}", json={"name": "Chemistry", "enabled": True}).json()
    assert (renamed["name"], renamed["enabled"], renamed["size"]) == ("Chemistry", True, 5)
    assert make_room(name="chemistry")["id"] == room["id"]
    assert make_room(name="physics")["id"] != room["id"]


def test_update_ignores_members_that_it_does_not_take(
    api: httpx.Client, make_room: Callable[..., dict[str, Any]]
) -> None:
    room = make_room()
    changed = api.post(f"/rooms/{room['id']}", json={"template_id": ["?"], "customer_id": "x"}).json()
    assert (changed["template_id"], changed["customer_id"]) == (room["template_id"], room["customer_id"])
    assert api.post("/rooms", json={"enabled": "?"}).json()["enabled"] is True


def test_update_to_the_name_of_another_room_updates_that_room(
    api: httpx.Client, make_room: Callable[..., dict[str, Any]]
) -> None:
    one, other = make_room(name="one"), make_room(name="other")
    answer = api.post(f"/rooms/{one['id']}", json={"name": "OTHER", "description": "changed"}).json()
    assert (answer["id"], answer["name"], answer["description"]) == (other["id"], "OTHER", "changed")
    assert api.get(f"/rooms/{one['id']}").json() == one


def test_recording_settings_come_from_the_template_until_the_room_has_its_own(
    api: httpx.Client, make_room: Callable[..., dict[str, Any]], control: Control
) -> None:
    template = f"/templates/{control.default_template_id()}/settings"
    room = make_room()
    assert room["recording_source_template"] is True
    assert room["recording_info"] == {"enabled": False}
    upload = BUCKET | {"credentials": {"key": "bucket-key", "secretKey": "bucket-secret"}}
    api.post(template, json={"recording": {"enabled": True, "upload": upload}, "region": "in"})
    followed = api.get(f"/rooms/{room['id']}").json()
    assert followed["recording_info"] == {"enabled": True, "upload_info": BUCKET}
    assert followed["region"] == "in"
    own = {"enabled": True, "upload_info": BUCKET | {"location": "mine"}}
    updated = api.post(f"/rooms/{room['id']}", json={"recording_info": own, "region": "eu"}).json()
    assert (updated["recording_source_template"], updated["recording_info"]) == (False, own)
    api.post(template, json={"recording": None})
    final = api.get(f"/rooms/{room['id']}").json()
    assert (final["recording_info"], final["region"]) == (own, "eu")


def test_webhook_is_stored(make_room: Callable[..., dict[str, Any]]) -> None:
    webhook = {"url": "https://example.com/hook", "headers": {"x-secret": "s"}}
    assert make_room(webhook=webhook)["webhook"] == webhook


def test_list_shows_enabled_rooms_unless_asked_otherwise(
    api: httpx.Client, make_room: Callable[..., dict[str, Any]]
) -> None:
    on, off = make_room(name="on"), make_room(name="off")
    api.post(f"/rooms/{off['id']}", json={"enabled": False})

    def ids(**query: Any) -> Any:
        return [room["id"] for room in api.get("/rooms", params=query).json()["data"]]

    assert ids() == [on["id"]]
    assert ids(enabled="true") == [on["id"]]
    assert ids(enabled="false") == [off["id"]]


def test_list_filters(api: httpx.Client, make_room: Callable[..., dict[str, Any]], control: Control) -> None:
    template = api.post("/templates", json={"name": "t"}).json()["id"]
    rooms = []
    for number in range(4):
        rooms.append(make_room(name=f"room-{number}", **({"template_id": template} if number % 2 else {})))
        control.advance(10)

    def names(**query: Any) -> Any:
        return [room["name"] for room in api.get("/rooms", params=query).json()["data"]]

    assert names() == ["room-3", "room-2", "room-1", "room-0"]
    assert names(template_id=template) == ["room-3", "room-1"]
    assert names(name="ROOM-2") == ["room-2"]
    assert names(name="room") == []
    assert names(after=rooms[2]["created_at"]) == ["room-3", "room-2"]
    assert names(before=rooms[1]["created_at"]) == ["room-1", "room-0"]
    assert names(after=rooms[1]["created_at"], before=rooms[2]["created_at"]) == ["room-2", "room-1"]
    assert names(after="2025-06-15T20:37:00.123000000+05:30") == ["room-3", "room-2"]
    assert names(after="0000-01-01T00:00:00Z", before="9999-12-31T23:59:59-23:59") == names()


def test_list_members(api: httpx.Client, make_room: Callable[..., dict[str, Any]]) -> None:
    room = make_room(name="physics")
    page = api.get("/rooms").json()
    assert page["limit"] == 10
    assert page["data"] == [room | {"key": f"{room['customer_id']}:physics"}]
    assert page["last"] == room["id"]
