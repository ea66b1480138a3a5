from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    import httpx

    from hms_mock import Control


@pytest.fixture
def template(api: httpx.Client) -> Any:
    return api.post("/templates", json={"name": "Classroom", "roles": {"teacher": {}, "student": {}}}).json()


def test_a_workspace_starts_with_one_template(api: httpx.Client, control: Control) -> None:
    [template] = api.get("/templates").json()["data"]
    assert template["id"] == template["_id"] == control.default_template_id()
    assert list(template["roles"]) == ["host", "guest"]
    assert template["roles"]["host"]["permissions"]["endRoom"] is True
    assert template["roles"]["guest"]["permissions"]["endRoom"] is False


def test_creation_fills_in_defaults(template: Any) -> None:
    role = template["roles"]["student"]
    assert role == {
        "name": "student",
        "publishParams": {
            "allowed": ["audio", "video", "screen"],
            "audio": {"bitRate": 32, "codec": "opus"},
            "video": {"bitRate": 256, "codec": "vp8", "frameRate": 25, "width": 320, "height": 180},
            "screen": {"bitRate": 1024, "codec": "vp8", "frameRate": 10, "width": 1280, "height": 720},
        },
        "subscribeParams": {
            "subscribeToRoles": ["teacher", "student"],
            "maxSubsBitRate": 3200,
            "subscribeDegradation": {
                "packetLossThreshold": 50,
                "degradeGracePeriodSeconds": 1,
                "recoverGracePeriodSeconds": 4,
            },
        },
        "permissions": {
            "endRoom": False,
            "removeOthers": False,
            "mute": False,
            "unmute": False,
            "changeRole": False,
            "sendRoomState": False,
            "pollRead": False,
            "pollWrite": False,
            "browserRecording": True,
            "rtmpStreaming": True,
            "hlsStreaming": True,
        },
        "priority": 1,
        "maxPeerCount": 0,
    }
    assert template["settings"]["region"] == "auto"
    assert template["settings"]["recording"] is None
    assert template["destinations"] == {}
    assert template["customerId"] == template["customer"]


def test_what_is_sent_wins_over_defaults(api: httpx.Client) -> None:
    body = {"roles": {"solo": {"publishParams": {"video": {"width": 640}, "allowed": []}, "priority": 5}}}
    role = api.post("/templates", json=body).json()["roles"]["solo"]
    assert role["publishParams"]["video"] == {
        "bitRate": 256,
        "codec": "vp8",
        "frameRate": 25,
        "width": 640,
        "height": 180,
    }
    assert (role["publishParams"]["allowed"], role["priority"]) == ([], 5)


def test_creation_overwrites_the_template_of_that_name_in_any_case(
    api: httpx.Client, template: Any, control: Control
) -> None:
    control.advance(1)
    again = api.post("/templates", json={"name": "cLASSROOM", "roles": {"solo": {}}}).json()
    assert (again["id"], again["name"], list(again["roles"])) == (template["id"], "Classroom", ["solo"])
    assert again["createdAt"] == template["createdAt"]
    assert again["updatedAt"] == "2025-06-15T15:06:41.123Z"
    assert api.post("/templates", json={}).json()["id"] != template["id"]


def test_update_overwrites_all_but_the_name(api: httpx.Client, template: Any) -> None:
    api.post(f"/templates/{template['id']}/destinations", json={"rtmpDestinations": {"d": {"name": "d"}}})
    body = {"roles": {"solo": {}}, "settings": {"region": "eu"}}
    updated = api.post(f"/templates/{template['id']}", json=body).json()
    assert (updated["name"], list(updated["roles"])) == ("Classroom", ["solo"])
    assert (updated["settings"]["region"], updated["destinations"]) == ("eu", {})
    assert api.get(f"/templates/{template['id']}").json() == updated
    assert api.post(f"/templates/{template['id']}", json={"roles": {}}).status_code == 400


def test_taken_template_name(api: httpx.Client, template: Any) -> None:
    other = api.post("/templates", json={"name": "Other"}).json()
    body = {"name": "CLASSROOM", "roles": {}, "settings": {}}
    refused = api.post(f"/templates/{other['id']}", json=body)
    assert (refused.status_code, refused.json()["message"]) == (409, "Template name taken")
    assert api.get(f"/templates/{other['id']}").json() == other
    assert api.post(f"/templates/{template['id']}", json=body).json()["name"] == "CLASSROOM"


def test_plugins_and_simulcast_are_kept(api: httpx.Client) -> None:
    plugins = {"whiteboard": {"permissions": {"admin": ["host"], "reader": ["guest"]}}}
    layers = [{"rid": "f", "scaleResolutionDownBy": 1, "maxFramerate": 25}]
    roles = {"host": {"publishParams": {"simulcast": {"video": {"layers": layers}, "screen": {}}}}}
    template = api.post("/templates", json={"plugins": plugins, "roles": roles}).json()
    assert template["plugins"] == plugins
    assert template["roles"]["host"]["publishParams"]["simulcast"]["video"]["layers"] == layers


def test_roles(api: httpx.Client, template: Any) -> None:
    path = f"/templates/{template['id']}/roles"
    assert api.get(f"{path}/teacher").json() == template["roles"]["teacher"]
    assert api.get(f"{path}/king").json()["message"] == "Role not found"
    created = api.post(f"{path}/guest", json={"priority": 3}).json()
    assert (created["name"], created["priority"]) == ("guest", 3)
    assert created["subscribeParams"]["subscribeToRoles"] == ["teacher", "student", "guest"]
    changed = api.post(f"{path}/guest", json={"maxPeerCount": 7}).json()
    assert changed == created | {"maxPeerCount": 7}
    assert api.get(f"{path}/guest").json() == changed


def test_rename_a_role(api: httpx.Client, template: Any) -> None:
    path = f"/templates/{template['id']}/roles"
    renamed = api.post(f"{path}/teacher", json={"name": "tutor"}).json()
    assert renamed == template["roles"]["teacher"] | {"name": "tutor"}
    assert list(api.get(f"/templates/{template['id']}").json()["roles"]) == ["tutor", "student"]
    assert api.get(f"{path}/teacher").status_code == 404
    refused = api.post(f"{path}/tutor", json={"name": "student"})
    assert (refused.status_code, refused.json()["message"]) == (409, "Role name taken")


def test_delete_a_role(api: httpx.Client, template: Any) -> None:
    path = f"/templates/{template['id']}/roles/teacher"
    deleted = api.delete(path)
    assert (deleted.status_code, deleted.content) == (204, b"")
    assert "content-type" not in deleted.headers
    assert api.delete(path).status_code == 404
    assert list(api.get(f"/templates/{template['id']}").json()["roles"]) == ["student"]


def test_deleting_a_role_leaves_its_peers_connected(
    api: httpx.Client, make_room: Callable[..., dict[str, Any]], control: Control, template: Any
) -> None:
    room = make_room(template_id=template["id"])
    peer = control.join(room["id"], role="teacher")
    api.delete(f"/templates/{template['id']}/roles/teacher")
    assert api.get(f"/active-rooms/{room['id']}/peers/{peer['id']}").json()["role"] == "teacher"


def test_settings_are_overwritten_and_credentials_kept(api: httpx.Client, template: Any) -> None:
    path = f"/templates/{template['id']}/settings"
    upload = {
        "type": "s3",
        "location": "b",
        "prefix": "p",
        "credentials": {"key": "k", "secretKey": "s"},
    }
    sent = {"region": "eu", "recording": {"upload": upload}, "roomState": {"messageInterval": 10}}
    answer = api.post(path, json=sent).json()
    assert answer["recording"] == {"upload": upload}
    assert answer["roomState"] == {
        "messageInterval": 10,
        "sendPeerList": False,
        "stopRoomStateOnJoin": True,
        "enabled": False,
    }
    assert api.get(path).json() == answer
    assert api.get(f"/templates/{template['id']}").json()["settings"] == answer
    assert api.post(path, json={}).json()["recording"] is None
    assert api.post(path, json={"roomState": {"messageInterval": 7}}).status_code == 400


def test_destinations_are_overwritten(api: httpx.Client, template: Any) -> None:
    path = f"/templates/{template['id']}/destinations"
    assert api.get(path).json() == {}
    sent = {"hlsDestinations": {"d": {"name": "d", "layers": [{"width": 1280, "height": 720}, {}]}}}
    assert api.post(path, json=sent).json() == sent
    replaced = {"rtmpDestinations": {"r": {"name": "r", "rtmpUrls": ["rtmp://example.com/live"]}}}
    assert api.post(path, json=replaced).json() == replaced
    assert api.get(f"/templates/{template['id']}").json()["destinations"] == replaced


def test_recordings_leave_out_what_is_false(api: httpx.Client, template: Any) -> None:
    path = f"/templates/{template['id']}/recordings"
    assert api.get(path).json() == []
    sent = [
        {
            "name": "default",
            "role": "teacher",
            "compositeRecording": {"browserComposite": {"autoStart": False, "width": 1920}},
            "trackRecording": {"enabled": False},
            "streamRecording": {"enabled": True},
        }
    ]
    answer = api.post(path, json=sent).json()
    assert answer == [
        {
            "name": "default",
            "role": "teacher",
            "compositeRecording": {"browserComposite": {"width": 1920}},
            "trackRecording": {},
            "streamRecording": {"enabled": True},
        }
    ]
    assert api.get(path).json() == answer
    assert api.post(path, json=[sent[0] | {"role": "king"}]).json()["message"] == "Role not found"
    assert api.post(path, json=sent * 2).status_code == 400
    assert api.post(path, json=[]).json() == []


def test_unknown_template(api: httpx.Client) -> None:
    for suffix in ("", "/settings", "/destinations", "/recordings", "/roles/host"):
        response = api.get(f"/templates/unknown{suffix}")
        assert (response.status_code, response.json()["message"]) == (404, "Template not found")
