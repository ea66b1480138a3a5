"""What participants do through the control plane: share their screen, stop to publish, and chat."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from hms_mock import ApiError, Control

if TYPE_CHECKING:
    from collections.abc import Callable

    import httpx

Json = dict[str, Any]


@pytest.fixture
def room(make_room: Callable[..., Json]) -> Json:
    return make_room(name="physics")


@pytest.fixture
def ada(room: Json, control: Control) -> Json:
    return control.join(room["id"], role="host", name="Ada", user_id="u-ada")


def kinds(peer: Json) -> list[tuple[str, str]]:
    return [(track["type"], track["source"]) for track in peer["tracks"].values()]


def refused(call: Callable[..., object], *arguments: Any, **named: Any) -> tuple[int, str]:
    with pytest.raises(ApiError) as caught:
        call(*arguments, **named)
    return caught.value.status, caught.value.message


def test_a_screen_is_shared_and_no_longer(api: httpx.Client, control: Control, room: Json, ada: Json) -> None:
    control.advance(10)
    shown = control.publish(ada["id"], "screen")
    assert kinds(shown) == [("audio", "regular"), ("video", "regular"), ("video", "screen")]
    assert api.get(f"/active-rooms/{room['id']}/peers/{ada['id']}").json()["tracks"] == shown["tracks"]
    camera, screen = list(shown["tracks"].values())[1:]
    assert screen["stream_id"] != camera["stream_id"]
    assert control.publish(ada["id"], "screen") == shown
    [workspace, _] = control.overview()["workspaces"]
    in_the_console = workspace["rooms"][0]["session"]["peers"][0]["tracks"]
    assert [track["type"] for track in in_the_console] == ["audio", "video", "screen"]
    muted = control.mute(ada["id"], "screen")
    assert [track["mute"] for track in muted["tracks"].values()] == [False, False, True]
    control.advance(20)
    assert kinds(control.unpublish(ada["id"], "screen")) == [("audio", "regular"), ("video", "regular")]
    assert refused(control.unpublish, ada["id"], "screen") == (404, "Track not found")
    told = [
        (event["type"], event["timestamp"][14:19])
        for event in control.events(room["id"])
        if event["data"].get("track_id") == screen["id"]
    ]
    assert told == [
        ("track.add.success", "06:50"),
        ("track.update.success", "06:50"),
        ("track.remove.success", "07:10"),
    ]
    control.leave(room["id"], ada["id"])
    stats = api.get("/analytics/peer-stats", params={"session_id": ada["session_id"], "peer_id": ada["id"]})
    assert {each["type"] for each in stats.json()["publisher"]["video"]} == {"regular", "screen"}


def test_what_was_stopped_is_published_again_in_the_same_stream(control: Control, ada: Json) -> None:
    stream = next(iter(ada["tracks"].values()))["stream_id"]
    without = control.unpublish(ada["id"], "video")
    assert kinds(without) == [("audio", "regular")]
    again = control.publish(ada["id"], "video")
    assert kinds(again) == [("audio", "regular"), ("video", "regular")]
    assert {track["stream_id"] for track in again["tracks"].values()} == {stream}
    assert not again["tracks"].keys() <= ada["tracks"].keys()


def test_roles_say_what_may_be_published(api: httpx.Client, control: Control, room: Json, ada: Json) -> None:
    template = f"/templates/{control.default_template_id()}"
    api.post(f"{template}/roles/listener", json={"publishParams": {"allowed": ["audio"]}})
    control.publish(ada["id"], "screen")
    api.post(f"/active-rooms/{room['id']}/peers/{ada['id']}", json={"role": "listener"})
    assert kinds(control.mute(ada["id"], "audio")) == [("audio", "regular")]
    assert refused(control.publish, ada["id"], "screen") == (403, "Track not allowed")
    assert refused(control.publish, ada["id"], "smell")[0] == 400
    assert refused(control.publish, "unknown", "audio") == (404, "Peer not found")


def test_chat(api: httpx.Client, bare: httpx.Client, control: Control, room: Json, ada: Json) -> None:
    ben = control.join(room["id"], role="guest", name="Ben")
    recording = api.post(f"/recordings/room/{room['id']}/start", json={}).json()
    control.advance(10)
    said = control.chat(ada["id"], "Hello, all")
    assert said["sender"] == {"peer_id": ada["id"], "name": "Ada", "user_id": "u-ada"}
    assert (said["type"], ben["id"] in said["recipients"], ada["id"] in said["recipients"]) == (
        "chat",
        True,
        False,
    )
    assert control.chat(ada["id"], "to guests", role="guest", type="news")["recipients"] == [ben["id"]]
    assert control.chat(ada["id"], "to Ben", recipient_id=ben["id"])["recipients"] == [ben["id"]]
    api.post(f"/active-rooms/{room['id']}/send-message", json={"message": "from the API"})
    assert [message["message"] for message in control.messages(room["id"])] == [
        "Hello, all",
        "to guests",
        "to Ben",
        "from the API",
    ]
    assert control.messages()[-1]["sender"] is None
    assert refused(control.chat, ada["id"], "m", role="king") == (404, "Role not found")
    assert refused(control.chat, ada["id"], "m", recipient_id="x") == (404, "Peer not found")
    assert refused(control.chat, "x", "m") == (404, "Peer not found")

    control.finish_job(recording["id"])
    assets = api.get("/recording-assets", params={"room_id": room["id"]}).json()["data"]
    chat = next(asset["id"] for asset in assets if asset["type"] == "chat")
    file = bare.get(api.get(f"/recording-assets/{chat}/presigned-url").json()["url"])
    at = "2025-06-15T15:06:50.123Z"
    assert file.text.splitlines()[1:] == [
        f'{ada["id"]},Ada,u-ada,[],{at},chat,"Hello, all"',
        f"{ada['id']},Ada,u-ada,[guest],{at},news,to guests",
        f",,,[],{at},chat,from the API",
    ]


def test_over_http(bare: httpx.Client, control: Control, ada: Json) -> None:
    peer = f"/_mock/peers/{ada['id']}"
    assert len(bare.post(f"{peer}/publish", json={"track": "screen"}).json()["tracks"]) == 3
    assert len(bare.post(f"{peer}/unpublish", json={"track": "screen"}).json()["tracks"]) == 2
    assert bare.post(f"{peer}/chat", json={"message": "hi", "role": "host"}).json() == control.messages()[0]


@pytest.mark.parametrize(
    ("action", "body", "status"),
    [
        ("publish", {"track": "smell"}, 400),
        ("publish", {}, 400),
        ("publish", {"track": "audio"}, 404),
        ("unpublish", {"track": "audio"}, 404),
        ("chat", {"message": "m"}, 404),
        ("chat", {"message": 1}, 400),
        ("chat", {"message": "m", "to": "all"}, 400),
    ],
)
def test_what_is_wrong_is_refused(bare: httpx.Client, action: str, body: Json, status: int) -> None:
    answer = bare.post(f"/_mock/peers/unknown/{action}", json=body)
    assert (answer.status_code, answer.json()["code"]) == (status, status)
