from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    import httpx

    from hms_mock import Control

Json = dict[str, Any]
URL = "rtmps://live.example.com:443/app/key"


@pytest.fixture
def room(make_room: Callable[..., Json]) -> Json:
    return make_room(name="physics")


@pytest.fixture
def start(api: httpx.Client, room: Json) -> Callable[..., Json]:
    """Start an external stream of the room: `start(recording=True)`."""

    def call(**body: Any) -> Json:
        body.setdefault("rtmp_urls", [URL])
        response = api.post(f"/external-streams/room/{room['id']}/start", json=body)
        assert response.status_code == 200, response.text
        stream: Json = response.json()
        return stream

    return call


def get(api: httpx.Client, stream: Json) -> Json:
    shown: Json = api.get(f"/external-streams/{stream['id']}").json()
    return shown


def test_from_start_to_end(
    api: httpx.Client, control: Control, room: Json, start: Callable[..., Json]
) -> None:
    stream = start()
    assert stream == {
        "id": stream["id"],
        "room_id": room["id"],
        "session_id": stream["session_id"],
        "status": "starting",
        "destination": "default",
        "rtmp_urls": [URL],
        "meeting_url": stream["meeting_url"],
        "recording": False,
        "resolution": {"width": 1280, "height": 720},
        "created_at": "2025-06-15T15:06:40.123Z",
        "started_at": None,
        "stopped_at": None,
        "updated_at": "2025-06-15T15:06:40.123Z",
        "started_by": "",
        "stopped_by": "",
        "recording_assets": None,
    }
    assert get(api, stream) == stream
    control.advance(5)
    assert get(api, stream)["status"] == "running"
    stopping = api.post(f"/external-streams/{stream['id']}/stop").json()
    assert (stopping["status"], stopping["stopped_at"]) == ("stopping", "2025-06-15T15:06:45.123Z")
    assert api.post(f"/external-streams/{stream['id']}/stop").json() == stopping == get(api, stream)
    control.advance(2)
    over = get(api, stream)
    assert (over["status"], over["recording_assets"]) == ("completed", None)
    told = [event for event in control.events() if event["type"].startswith("beam.")]
    assert [event["type"] for event in told] == ["beam.started.success", "beam.stopped.success"]
    assert told[0]["data"]["rtmp"] == [{"url": URL}]
    assert told[0]["data"]["recording_enabled"] is False


def test_recorded(api: httpx.Client, control: Control, start: Callable[..., Json]) -> None:
    stream = start(recording=True, resolution={"width": 1080, "height": 1920})
    control.advance(25)
    api.post(f"/external-streams/{stream['id']}/stop")
    control.advance(2)
    assert get(api, stream)["status"] == "post_processing"
    control.advance(30)
    over = get(api, stream)
    [video] = over["recording_assets"]
    assert (over["status"], video["type"], video["duration"]) == ("completed", "room-composite", 20)
    assert video["metadata"] == {"resolution": {"width": 1080, "height": 1920}}
    assert control.events()[-1]["type"] == "beam.recording.success"


def test_files_of_jobs_that_began_together_have_names_of_their_own(
    api: httpx.Client, control: Control, room: Json, start: Callable[..., Json]
) -> None:
    stream = start(recording=True)
    recording = api.post(f"/recordings/room/{room['id']}/start", json={}).json()
    for job in (stream, recording):
        control.finish_job(job["id"])
    paths = [asset["path"] for asset in api.get("/recording-assets").json()["data"]]
    assert len(set(paths)) == len(paths) == 3


@pytest.mark.parametrize(
    ("resolution", "status"),
    [
        ({"width": 500, "height": 480}, 200),
        ({"width": 1920, "height": 1080}, 200),
        ({"width": 1081, "height": 1081}, 400),
        ({"width": 499, "height": 480}, 400),
        ({"width": 1921, "height": 720}, 400),
        ({"width": 1280}, 400),
    ],
)
def test_resolution(api: httpx.Client, room: Json, resolution: dict[str, int], status: int) -> None:
    body = {"rtmp_urls": [URL], "resolution": resolution}
    response = api.post(f"/external-streams/room/{room['id']}/start", json=body)
    assert response.status_code == status
    if status == 200:
        assert response.json()["resolution"] == resolution


@pytest.mark.parametrize(
    "urls", [None, [], ["https://live.example.com"], [f"rtmp://live.example.com/{n}" for n in range(6)]]
)
def test_urls(api: httpx.Client, control: Control, room: Json, urls: list[str] | None) -> None:
    body = {} if urls is None else {"rtmp_urls": urls}
    response = api.post(f"/external-streams/room/{room['id']}/start", json=body)
    assert response.status_code == 400
    assert "rtmp_urls" in response.json()["details"][0]
    assert control.jobs() == []


def test_settings_of_the_template(
    api: httpx.Client, control: Control, room: Json, start: Callable[..., Json]
) -> None:
    destination = {
        "name": "phones",
        "width": 720,
        "height": 1280,
        "recordingEnabled": True,
        "rtmpUrls": [URL],
        "maxDuration": 60,
    }
    template = f"/templates/{control.default_template_id()}"
    api.post(f"{template}/destinations", json={"rtmpDestinations": {"phones": destination}})
    stream = start(rtmp_urls=[])
    assert (stream["destination"], stream["recording"], stream["rtmp_urls"]) == ("phones", True, [URL])
    assert stream["resolution"] == {"width": 720, "height": 1280}
    control.join(room["id"], role="host")
    control.advance(66)
    assert control.jobs()[0]["reason"] == "max duration reached"
    assert start(recording=False, destination="phones")["recording"] is False


def test_one_at_a_time_in_a_room(
    api: httpx.Client, control: Control, room: Json, start: Callable[..., Json]
) -> None:
    first = start()
    again = api.post(f"/external-streams/room/{room['id']}/start", json={"rtmp_urls": [URL]})
    assert (again.status_code, again.json()["message"]) == (400, "External stream already started")
    control.advance(10)
    page = api.post(f"/external-streams/room/{room['id']}/stop").json()
    assert page == {"error": "", "limit": 10, "data": [get(api, first)], "last": first["id"]}
    second = start()
    listed = api.get("/external-streams").json()
    assert [stream["id"] for stream in listed["data"]] == [second["id"], first["id"]]
    stopping = api.get("/external-streams", params={"status": "stopping", "room_id": room["id"]}).json()
    assert [stream["id"] for stream in stopping["data"]] == [first["id"]]


def test_list_shows_assets(api: httpx.Client, control: Control, start: Callable[..., Json]) -> None:
    stream = start(recording=True)
    control.finish_job(stream["id"])
    [listed] = api.get("/external-streams", params={"session_id": stream["session_id"]}).json()["data"]
    assert listed == get(api, stream)
    assert len(listed["recording_assets"]) == 1


def test_unknown_disabled_and_of_others(
    api: httpx.Client, other_api: httpx.Client, room: Json, start: Callable[..., Json]
) -> None:
    stream = start()
    for client, stream_id in ((api, "unknown"), (other_api, stream["id"])):
        assert client.get(f"/external-streams/{stream_id}").json()["message"] == "External stream not found"
        assert client.post(f"/external-streams/{stream_id}/stop").status_code == 404
    base = f"/external-streams/room/{room['id']}"
    assert other_api.post(f"{base}/start", json={"rtmp_urls": [URL]}).status_code == 404
    assert other_api.post(f"{base}/stop").status_code == 404
    assert other_api.get("/external-streams").json()["data"] == []
    assert get(api, stream) == stream
    api.post(f"/rooms/{room['id']}", json={"enabled": False})
    assert api.post(f"{base}/start", json={"rtmp_urls": [URL]}).json()["message"] == "Room is disabled"
