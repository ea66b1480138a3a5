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
def start(api: httpx.Client, room: Json) -> Callable[..., Json]:
    """Start a live stream of the room: `start(recording={...})`."""

    def call(**body: Any) -> Json:
        response = api.post(f"/live-streams/room/{room['id']}/start", json=body)
        assert response.status_code == 200, response.text
        stream: Json = response.json()
        return stream

    return call


def get(api: httpx.Client, stream: Json) -> Json:
    shown: Json = api.get(f"/live-streams/{stream['id']}").json()
    return shown


def configure(api: httpx.Client, control: Control, **destinations: Json) -> None:
    template = f"/templates/{control.default_template_id()}"
    response = api.post(f"{template}/destinations", json=destinations)
    assert response.status_code == 200, response.text


def test_without_recording_it_is_completed_at_once(
    api: httpx.Client, control: Control, room: Json, start: Callable[..., Json]
) -> None:
    stream = start()
    assert stream == {
        "id": stream["id"],
        "room_id": room["id"],
        "session_id": stream["session_id"],
        "status": "starting",
        "meeting_url": stream["meeting_url"],
        "playback": {"url": stream["playback"]["url"]},
        "recording": {"hls_vod": False, "single_file_per_layer": False},
        "destination": "default",
        "created_at": "2025-06-15T15:06:40.123Z",
        "started_at": None,
        "updated_at": "2025-06-15T15:06:40.123Z",
        "started_by": "",
        "stopped_at": None,
        "stopped_by": "",
        "recording_assets": None,
    }
    assert get(api, stream) == stream
    control.advance(5)
    assert get(api, stream)["status"] == "running"
    control.advance(5)
    stopping = api.post(f"/live-streams/{stream['id']}/stop").json()
    assert (stopping["status"], stopping["stopped_at"]) == ("stopping", "2025-06-15T15:06:50.123Z")
    assert get(api, stream) == stopping
    control.advance(2)
    over = get(api, stream)
    assert (over["status"], over["recording_assets"]) == ("completed", None)
    types = [event["type"] for event in control.events() if event["type"].startswith("hls.")]
    assert types == ["hls.started.success", "hls.stopped.success"]


def test_recorded_in_both_forms(
    api: httpx.Client, control: Control, room: Json, start: Callable[..., Json]
) -> None:
    stream = start(recording={"hls_vod": True, "single_file_per_layer": True})
    control.advance(35)
    api.post(f"/active-rooms/{room['id']}/send-message", json={"message": "welcome"})
    api.post(f"/live-streams/{stream['id']}/stop")
    control.advance(2)
    assert get(api, stream)["status"] == "post_processing"
    control.advance(30)
    over = get(api, stream)
    assert over["status"] == "completed"
    vod, *layers, chat = over["recording_assets"]
    assert (vod["type"], vod["duration"]) == ("room-vod", 30)
    assert vod["metadata"] == {"num_layers": "3", "max_width": 1280, "max_height": 720}
    assert vod["path"].endswith("/vod/master.m3u8")
    assert [layer["type"] for layer in layers] == ["room-composite"] * 3
    assert [layer["metadata"]["layer"] for layer in layers] == ["0", "1", "2"]
    assert layers[0]["metadata"]["resolution"] == {"width": 1280, "height": 720}
    assert chat["type"] == "chat"
    listed = api.get("/recording-assets").json()["data"]
    assert {asset["job_id"] for asset in listed} == {stream["id"]}
    assert [asset["id"] for asset in listed] == [asset["id"] for asset in reversed(over["recording_assets"])]
    recorded = control.events()[-1]
    assert recorded["type"] == "hls.recording.success"
    assert recorded["data"]["hls_vod_recording_path"] == vod["path"]
    assert [each["asset_id"] for each in recorded["data"]["recording_single_files"]] == [
        layer["id"] for layer in layers
    ]


def test_settings_of_the_template(
    api: httpx.Client, control: Control, make_room: Callable[..., Json]
) -> None:
    layers = [{"width": 640, "height": 360}, {"width": 320, "height": 180}]
    recording = {
        "hlsVod": True,
        "singleFilePerLayer": True,
        "enableZipUpload": True,
        "layers": layers[:1],
        "thumbnails": {"enabled": True, "offsets": [2, 10]},
    }
    hls = {"name": "main", "layers": layers, "recording": recording, "enableStaticUrl": True}
    configure(api, control, hlsDestinations={"main": hls})
    upload = {"type": "gs", "location": "acme", "prefix": "/classes/"}
    room = make_room(recording_info={"enabled": False, "upload_info": upload})
    path = f"/live-streams/room/{room['id']}/start"
    stream = api.post(path, json={"recording": {"single_file_per_layer": False}}).json()
    assert stream["recording"] == {"hls_vod": True, "single_file_per_layer": False}
    assert (stream["destination"], stream["playback"]["url"].split("/")[-2]) == ("main", room["id"])
    control.finish_job(stream["id"])
    [vod] = get(api, stream)["recording_assets"]
    assert vod["path"].startswith(f"gs://acme/classes/hls/{room['id']}/20250615/")
    assert vod["path"].endswith(".zip")
    assert len(vod["thumbnails"]) == 2
    assert vod["metadata"] == {"num_layers": "1", "max_width": 640, "max_height": 360}
    thumbnails = control.events()[-1]["data"]["recording_thumbnails"]
    assert [each["offset"] for each in thumbnails] == [2, 10]
    again = api.post(path, json={"destination": "main"}).json()
    assert again["recording"] == {"hls_vod": True, "single_file_per_layer": True}
    assert again["playback"] == stream["playback"]


def test_destination_is_needed_when_there_are_several(
    api: httpx.Client, control: Control, room: Json, start: Callable[..., Json]
) -> None:
    configure(api, control, hlsDestinations={name: {"name": name} for name in ("one", "two")})
    path = f"/live-streams/room/{room['id']}/start"
    assert api.post(path, json={}).status_code == 400
    assert api.post(path, json={"destination": "three"}).status_code == 400
    assert start(destination="two")["destination"] == "two"


@pytest.mark.parametrize(
    ("transcription", "files", "captions"),
    [
        (None, 0, False),
        ({"enabled": True}, 3, False),
        ({"enabled": True, "modes": ["live"]}, 0, True),
        ({"enabled": True, "modes": ["live", "recorded"], "output_modes": ["txt"]}, 1, True),
        ({"modes": ["recorded"]}, 0, False),
    ],
)
def test_transcription(
    api: httpx.Client,
    control: Control,
    start: Callable[..., Json],
    transcription: Json | None,
    files: int,
    captions: bool,
) -> None:
    body = {} if transcription is None else {"transcription": transcription}
    stream = start(recording={"hls_vod": True}, **body)
    control.finish_job(stream["id"])
    types = [asset["type"] for asset in get(api, stream)["recording_assets"]]
    assert types == ["room-vod", *["transcript"] * files]
    [stopped] = [event for event in control.events() if event["type"] == "hls.stopped.success"]
    assert stopped["data"]["live_transcription_enabled"] is captions


def test_transcription_needs_a_recording(
    api: httpx.Client, control: Control, start: Callable[..., Json]
) -> None:
    stream = start(transcription={"enabled": True, "modes": ["recorded"]})
    control.finish_job(stream["id"])
    assert get(api, stream)["recording_assets"] is None


def test_timed_metadata(api: httpx.Client, control: Control, start: Callable[..., Json]) -> None:
    stream = start()
    path = f"/live-streams/{stream['id']}/timed-metadata"
    body = {"payload": '{"show":"poll"}', "duration": 5}
    early = api.post(path, json=body)
    assert (early.status_code, early.json()["message"]) == (403, "Live stream is not running")
    control.advance(10)
    assert api.post(path, json=body).json() == get(api, stream)
    assert control.jobs()[0]["timed_metadata"] == [body | {"sent_at": "2025-06-15T15:06:50.123Z"}]
    assert api.post(path, json=body | {"payload": "x" * 101}).status_code == 400
    assert api.post(path, json={"payload": "x"}).status_code == 400
    api.post(f"/live-streams/{stream['id']}/stop")
    assert api.post(path, json=body).status_code == 403
    assert len(control.jobs()[0]["timed_metadata"]) == 1


def test_timed_metadata_can_be_disabled_by_the_template(
    api: httpx.Client, control: Control, start: Callable[..., Json]
) -> None:
    configure(api, control, hlsDestinations={"main": {"name": "main", "enableMetadataInsertion": False}})
    stream = start()
    control.advance(10)
    refused = api.post(f"/live-streams/{stream['id']}/timed-metadata", json={"payload": "x", "duration": 1})
    assert (refused.status_code, refused.json()["message"]) == (403, "Timed metadata is disabled")


def test_pause_and_resume_its_recording(
    api: httpx.Client, control: Control, start: Callable[..., Json]
) -> None:
    stream = start(recording={"hls_vod": True})
    base = f"/live-streams/{stream['id']}"
    assert api.post(f"{base}/pause-recording").status_code == 403
    control.advance(15)
    paused = api.post(f"{base}/pause-recording").json()
    assert paused["status"] == "running"
    assert paused == api.post(f"{base}/pause-recording").json() == get(api, stream)
    assert control.jobs()[0]["paused"] is True
    control.advance(20)
    assert api.post(f"{base}/resume-recording").json()["status"] == "running"
    control.advance(5)
    api.post(f"{base}/stop")
    assert api.post(f"{base}/resume-recording").status_code == 403
    control.advance(60)
    assert get(api, stream)["recording_assets"][0]["duration"] == 15
    [stopped] = [event for event in control.events() if event["type"] == "hls.stopped.success"]
    assert stopped["data"]["duration"] == 35


def test_nothing_to_pause_without_a_recording(
    api: httpx.Client, control: Control, start: Callable[..., Json]
) -> None:
    stream = start()
    control.advance(10)
    for action in ("pause-recording", "resume-recording"):
        refused = api.post(f"/live-streams/{stream['id']}/{action}")
        assert (refused.status_code, refused.json()["message"]) == (403, "Live stream is not recorded")


def test_stop_for_room(api: httpx.Client, control: Control, room: Json, start: Callable[..., Json]) -> None:
    path = f"/live-streams/room/{room['id']}/stop"
    assert api.post(path).json() == {"error": "", "limit": 10, "data": [], "last": ""}
    stream = start()
    control.advance(10)
    page = api.post(path).json()
    assert page == {"error": "", "limit": 10, "data": [get(api, stream)], "last": stream["id"]}


def test_list_leaves_assets_out(
    api: httpx.Client, control: Control, room: Json, start: Callable[..., Json]
) -> None:
    first = start(recording={"hls_vod": True})
    control.finish_job(first["id"])
    second = start()
    listed = api.get("/live-streams", params={"room_id": room["id"]}).json()
    assert [stream["id"] for stream in listed["data"]] == [second["id"], first["id"]]
    assert [stream["recording_assets"] for stream in listed["data"]] == [None, None]
    assert listed["last"] == first["id"]
    only = api.get("/live-streams", params={"status": "completed", "session_id": first["session_id"]})
    assert [stream["id"] for stream in only.json()["data"]] == [first["id"]]


def test_one_at_a_time_in_a_room(api: httpx.Client, room: Json, start: Callable[..., Json]) -> None:
    start()
    again = api.post(f"/live-streams/room/{room['id']}/start", json={})
    assert (again.status_code, again.json()["message"]) == (400, "Live stream already started")


def test_fails(api: httpx.Client, control: Control, start: Callable[..., Json]) -> None:
    stream = start()
    control.advance(10)
    control.fail_job(stream["id"])
    assert get(api, stream)["status"] == "failed"
    types = [event["type"] for event in control.events() if event["type"].startswith("hls.")]
    assert types == ["hls.started.success", "hls.failure", "hls.stopped.success"]


def test_unknown_and_of_others(
    api: httpx.Client, other_api: httpx.Client, room: Json, start: Callable[..., Json]
) -> None:
    stream = start()
    calls: dict[str, Json | None] = {
        "stop": None,
        "pause-recording": None,
        "resume-recording": None,
        "timed-metadata": {"payload": "x", "duration": 1},
    }
    for client, stream_id in ((api, "unknown"), (other_api, stream["id"])):
        assert client.get(f"/live-streams/{stream_id}").json()["message"] == "Live stream not found"
        for action, body in calls.items():
            assert client.post(f"/live-streams/{stream_id}/{action}", json=body).status_code == 404
    for action, body in {"start": {}, "stop": None}.items():
        assert other_api.post(f"/live-streams/room/{room['id']}/{action}", json=body).status_code == 404
    assert other_api.get("/live-streams").json()["data"] == []
    assert get(api, stream) == stream
