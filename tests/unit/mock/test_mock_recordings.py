from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    import httpx

    from hms_mock import Control, MockApp

Json = dict[str, Any]
PAGE = "https://app.example.com/preview/recorder?skip_preview=true"


@pytest.fixture
def room(make_room: Callable[..., Json]) -> Json:
    return make_room(name="physics")


@pytest.fixture
def start(api: httpx.Client, room: Json) -> Callable[..., Json]:
    """Start a recording of the room: `start(audio_only=True)`."""

    def call(**body: Any) -> Json:
        response = api.post(f"/recordings/room/{room['id']}/start", json=body)
        assert response.status_code == 200, response.text
        recording: Json = response.json()
        return recording

    return call


def get(api: httpx.Client, recording: Json) -> Json:
    shown: Json = api.get(f"/recordings/{recording['id']}").json()
    return shown


def statuses(api: httpx.Client, control: Control, recording: Json, *steps: float) -> list[str]:
    found = [get(api, recording)["status"]]
    for seconds in steps:
        control.advance(seconds)
        found.append(get(api, recording)["status"])
    return found


def use_template(api: httpx.Client, template_id: str, **config: Any) -> None:
    config = {"name": "default", "role": "host"} | config
    response = api.post(f"/templates/{template_id}/recordings", json=[config])
    assert response.status_code == 200, response.text


def test_from_start_to_assets(
    api: httpx.Client, control: Control, room: Json, start: Callable[..., Json]
) -> None:
    peer = control.join(room["id"], role="host", name="Ann")
    recording = start()
    assert recording == {
        "id": recording["id"],
        "room_id": room["id"],
        "session_id": peer["session_id"],
        "status": "starting",
        "created_at": "2025-06-15T15:06:40.123Z",
        "started_at": None,
        "updated_at": "2025-06-15T15:06:40.123Z",
        "stopped_at": None,
        "meeting_url": recording["meeting_url"],
        "started_by": "",
        "stopped_by": "",
        "asset_types": ["room-composite", "chat"],
        "recording_assets": None,
        "destination": "default",
    }
    assert room["id"] in recording["meeting_url"]
    assert statuses(api, control, recording, 4.9, 0.2) == ["starting", "starting", "running"]
    assert get(api, recording)["started_at"] == "2025-06-15T15:06:45.123Z"
    control.advance(60)
    stopping = api.post(f"/recordings/{recording['id']}/stop").json()
    assert (stopping["status"], stopping["stopped_at"]) == ("stopping", None)
    assert stopping == get(api, recording)
    assert "destination" not in stopping
    assert statuses(api, control, recording, 1, 1, 29, 1) == [
        "stopping",
        "stopping",
        "post_processing",
        "post_processing",
        "completed",
    ]
    over = get(api, recording)
    assert over["stopped_at"] == "2025-06-15T15:07:47.223Z"
    assert [asset["type"] for asset in over["recording_assets"]] == ["room-composite", "chat"]
    video = over["recording_assets"][0]
    assert video["duration"] == 60
    assert video["metadata"] == {"resolution": {"width": 1280, "height": 720}}
    assert not video.keys() & {"job_id", "room_id", "session_id"}


def test_one_jump_of_the_clock_is_as_good_as_many_steps(
    api: httpx.Client, control: Control, room: Json, start: Callable[..., Json]
) -> None:
    control.join(room["id"], role="host")
    recording = start(transcription={"enabled": True})
    control.advance(20 * 3600, tokens=False)
    over = get(api, recording)
    # Four hours are the longest that a recording runs.
    assert (over["started_at"], over["stopped_at"]) == (
        "2025-06-15T15:06:45.123Z",
        "2025-06-15T19:06:47.123Z",
    )
    assert over["status"] == "completed"
    assert {asset["duration"] for asset in over["recording_assets"]} == {4 * 3600, 0}
    assert control.jobs()[0]["reason"] == "max duration reached"


def test_bot_takes_part_and_opens_a_session(
    api: httpx.Client, control: Control, room: Json, start: Callable[..., Json]
) -> None:
    recording = start()
    active = api.get(f"/active-rooms/{room['id']}").json()
    assert active["session"]["id"] == recording["session_id"]
    [bot_id] = active["session"]["peers"]
    assert control.jobs() == [
        {
            "id": recording["id"],
            "kind": "recording",
            "room_id": room["id"],
            "session_id": recording["session_id"],
            "peer_id": bot_id,
            "status": "starting",
            "paused": False,
            "reason": "",
            "assets": [],
            "timed_metadata": [],
        }
    ]
    assert control.join(room["id"], role="guest")["session_id"] == recording["session_id"]
    control.advance(10)
    api.post(f"/recordings/{recording['id']}/stop")
    assert bot_id not in api.get(f"/active-rooms/{room['id']}").json()["session"]["peers"]
    assert control.jobs("elsewhere") == []


def test_bot_takes_nobodys_place(api: httpx.Client, control: Control, make_room: Callable[..., Json]) -> None:
    small = make_room(size=1)
    assert api.post(f"/recordings/room/{small['id']}/start", json={}).status_code == 200
    assert control.join(small["id"], role="host")["role"] == "host"


def test_ends_by_itself_when_everybody_has_left(
    api: httpx.Client, control: Control, room: Json, start: Callable[..., Json]
) -> None:
    peer = control.join(room["id"], role="host")
    recording = start()
    control.advance(100)
    control.leave(room["id"], peer["id"])
    assert statuses(api, control, recording, 299, 1) == ["running", "running", "stopping"]
    assert control.jobs()[0]["reason"] == "last peer left"
    session = api.get(f"/sessions/{recording['session_id']}").json()
    assert (session["active"], session["updated_at"]) == (False, "2025-06-15T15:13:20.123Z")


def test_somebody_who_comes_back_keeps_it_running(
    api: httpx.Client, control: Control, room: Json, start: Callable[..., Json]
) -> None:
    peer = control.join(room["id"], role="host")
    recording = start()
    control.advance(10)
    control.leave(room["id"], peer["id"])
    control.advance(200)
    assert control.join(room["id"], role="host")["session_id"] == recording["session_id"]
    assert statuses(api, control, recording, 1000) == ["running", "running"]


@pytest.mark.parametrize(
    ("end", "reason"),
    [
        ("end-room", "client request"),
        ("remove-peers", "client request"),
        ("time", "room ended"),
    ],
)
def test_ends_with_its_bot(
    api: httpx.Client, control: Control, make_room: Callable[..., Json], end: str, reason: str
) -> None:
    room = make_room(max_duration_seconds=120)
    control.join(room["id"], role="host")
    recording = api.post(f"/recordings/room/{room['id']}/start", json={}).json()
    control.advance(60)
    if end == "time":
        control.advance(1000)
    else:
        body = {"peer_id": control.jobs()[0]["peer_id"]} if end == "remove-peers" else {}
        assert api.post(f"/active-rooms/{room['id']}/{end}", json=body).status_code == 200
        control.advance(1)
    job = control.jobs()[0]
    assert (job["reason"], job["status"]) == (reason, "completed" if end == "time" else "stopping")
    if end == "time":
        assert get(api, recording)["recording_assets"][0]["duration"] == 115


def test_stopped_before_it_runs_fails(
    api: httpx.Client, control: Control, room: Json, start: Callable[..., Json]
) -> None:
    recording = start()
    control.advance(2)
    assert api.post(f"/recordings/{recording['id']}/stop").json()["status"] == "stopping"
    assert statuses(api, control, recording, 2) == ["stopping", "failed"]
    assert get(api, recording)["recording_assets"] is None
    told = [event["data"]["error_type"] for event in control.events() if event["type"] == "beam.failure"]
    assert told == ["BEAM_STOPPED"]


def test_one_at_a_time_in_a_room(
    api: httpx.Client,
    control: Control,
    room: Json,
    start: Callable[..., Json],
    make_room: Callable[..., Json],
) -> None:
    first = start()
    again = api.post(f"/recordings/room/{room['id']}/start", json={})
    assert (again.status_code, again.json()["message"]) == (400, "Recording already started")
    other = make_room()
    assert api.post(f"/recordings/room/{other['id']}/start", json={}).status_code == 200
    control.advance(10)
    assert api.post(f"/recordings/room/{room['id']}/start", json={}).status_code == 400
    api.post(f"/recordings/{first['id']}/stop")
    second = start()
    assert second["id"] != first["id"]


def test_all_three_kinds_at_once(api: httpx.Client, control: Control, room: Json) -> None:
    bodies: dict[str, Json] = {
        "recordings": {},
        "live-streams": {},
        "external-streams": {"rtmp_urls": ["rtmp://live.example.com/app/key"]},
    }
    for kind, body in bodies.items():
        assert api.post(f"/{kind}/room/{room['id']}/start", json=body).status_code == 200
    control.advance(10)
    assert [job["status"] for job in control.jobs()] == ["running"] * 3
    assert len(api.get(f"/active-rooms/{room['id']}").json()["session"]["peers"]) == 3
    api.post(f"/recordings/room/{room['id']}/stop")
    assert [job["status"] for job in control.jobs()] == ["stopping", "running", "running"]


def test_pause_and_resume(
    api: httpx.Client, control: Control, room: Json, start: Callable[..., Json]
) -> None:
    base = f"/recordings/room/{room['id']}"
    nothing = api.post(f"{base}/pause")
    assert (nothing.status_code, nothing.json()["message"]) == (404, "Active recording not found")
    recording = start()
    early = api.post(f"{base}/pause")
    assert (early.status_code, early.json()["message"]) == (403, "Recording is not running")
    control.advance(15)
    paused = api.post(f"{base}/pause").json()
    assert (paused["status"], paused["asset_types"], paused["destination"]) == ("running", None, "default")
    assert control.jobs()[0]["paused"] is True
    control.advance(10)
    assert api.post(f"{base}/pause").json() == paused
    control.advance(10)
    resumed = api.post(f"{base}/resume").json()
    assert (resumed["id"], resumed["status"]) == (recording["id"], "running")
    assert api.post(f"{base}/resume").json() == resumed
    assert control.jobs()[0]["paused"] is False
    control.advance(20)
    api.post(f"{base}/pause")
    control.advance(40)
    api.post(f"{base}/stop")
    assert api.post(f"{base}/resume").status_code == 404
    control.advance(60)
    assert get(api, recording)["recording_assets"][0]["duration"] == 30


def test_stop_for_room_answers_with_a_page(
    api: httpx.Client, control: Control, room: Json, start: Callable[..., Json]
) -> None:
    path = f"/recordings/room/{room['id']}/stop"
    assert api.post(path).json() == {"limit": 10, "data": [], "last": ""}
    recording = start()
    control.advance(10)
    page = api.post(path).json()
    assert page == {"limit": 10, "data": [get(api, recording)], "last": recording["id"]}
    assert page["data"][0]["status"] == "stopping"
    assert api.post(path).json()["data"] == []


def test_stop_twice_changes_nothing(api: httpx.Client, control: Control, start: Callable[..., Json]) -> None:
    recording = start()
    control.advance(10)
    first = api.post(f"/recordings/{recording['id']}/stop").json()
    control.advance(1)
    assert api.post(f"/recordings/{recording['id']}/stop").json() == first
    control.advance(100)
    assert api.post(f"/recordings/{recording['id']}/stop").json()["status"] == "completed"


def test_list(
    api: httpx.Client,
    control: Control,
    room: Json,
    start: Callable[..., Json],
    make_room: Callable[..., Json],
) -> None:
    made = []
    for _ in range(11):
        recording = start()
        control.advance(10)
        control.finish_job(recording["id"])
        made.append(recording["id"])
    elsewhere = make_room()["id"]
    other = api.post(f"/recordings/room/{elsewhere}/start", json={}).json()
    made.append(other["id"])

    def found(**query: str) -> list[str]:
        return [each["id"] for each in api.get("/recordings", params=query).json()["data"]]

    page = api.get("/recordings").json()
    assert [each["id"] for each in page["data"]] == made[:1:-1]
    assert all("recording_assets" not in each and "destination" not in each for each in page["data"])
    assert found(start=page["last"]) == made[1::-1]
    assert found(room_id=elsewhere) == [other["id"]]
    assert found(session_id=other["session_id"]) == [other["id"]]
    assert found(status="starting") == [other["id"]]
    assert found(status="completed", room_id=elsewhere) == []
    assert len(found(status="completed", limit="100")) == 11
    assert api.get("/recordings", params={"status": "paused"}).status_code == 400
    assert api.get("/recordings", params={"start": "unknown"}).status_code == 400


def test_settings_of_the_call(api: httpx.Client, control: Control, start: Callable[..., Json]) -> None:
    recording = start(meeting_url=PAGE, resolution={"width": 1920})
    assert recording["meeting_url"] == PAGE
    control.finish_job(recording["id"])
    [video, chat] = get(api, recording)["recording_assets"]
    assert video["metadata"] == {"resolution": {"width": 1920, "height": 720}}
    assert chat["metadata"] == {}
    recording = start(audio_only=True)
    control.finish_job(recording["id"])
    assert get(api, recording)["recording_assets"][0]["metadata"] == {}


def test_settings_of_the_template(api: httpx.Client, control: Control, start: Callable[..., Json]) -> None:
    browser = {"width": 640, "height": 360, "autoStopTimeout": 30}
    use_template(
        api,
        control.default_template_id(),
        name="small",
        maxDuration=1000,
        compositeRecording={"browserComposite": browser},
    )
    recording = start()
    assert recording["destination"] == "small"
    assert "/host?" in recording["meeting_url"]
    assert statuses(api, control, recording, 5, 29, 1) == ["starting", "running", "running", "stopping"]
    control.advance(60)
    [video, _] = get(api, recording)["recording_assets"]
    assert video["metadata"] == {"resolution": {"width": 640, "height": 360}}


def test_destination(api: httpx.Client, control: Control, room: Json, start: Callable[..., Json]) -> None:
    path = f"/recordings/room/{room['id']}/start"
    unknown = api.post(path, json={"destination": "nowhere"})
    assert unknown.json()["details"] == [
        "Invalid body param: destination: the template has none for recordings that is called 'nowhere'"
    ]
    template = f"/templates/{control.default_template_id()}"
    older = {name: {"name": name, "role": "guest"} for name in ("one", "two")}
    assert api.post(f"{template}/destinations", json={"browserRecordings": older}).status_code == 200
    assert "template has several for recordings: one, two" in api.post(path, json={}).json()["details"][0]
    assert start(destination="two")["destination"] == "two"


def test_template_without_a_subdomain_needs_a_meeting_url(
    api: httpx.Client, make_room: Callable[..., Json]
) -> None:
    template = api.post("/templates", json={"name": "mine", "roles": {"host": {}}}).json()
    room = make_room(template_id=template["id"])
    path = f"/recordings/room/{room['id']}/start"
    refused = api.post(path, json={})
    assert refused.status_code == 400
    assert "meeting_url: is required" in refused.json()["details"][0]
    assert api.post(path, json={"meeting_url": PAGE}).status_code == 200


def test_transcripts_are_processed_after_the_end(
    api: httpx.Client, control: Control, room: Json, start: Callable[..., Json]
) -> None:
    control.join(room["id"], role="host", name="Ann")
    transcription = {"enabled": True, "output_modes": ["srt", "txt", "srt"], "summary": {"enabled": True}}
    recording = start(transcription=transcription)
    assert recording["asset_types"] == ["room-composite", "chat", "transcript", "summary"]
    control.advance(2005)
    api.post(f"/recordings/{recording['id']}/stop")
    control.advance(32)

    def transcripts() -> list[tuple[str, str, str]]:
        return [
            (asset["type"], asset["metadata"]["output_mode"], asset["status"])
            for asset in get(api, recording)["recording_assets"][2:]
        ]

    assert transcripts() == [
        ("transcript", "srt", "processing"),
        ("transcript", "txt", "processing"),
        ("summary", "json", "processing"),
    ]
    control.advance(399)
    assert {status for _, _, status in transcripts()} == {"processing"}
    control.advance(1)
    assert {status for _, _, status in transcripts()} == {"completed"}
    types = [event["type"] for event in control.events()]
    assert types[-1] == "transcription.success"
    assert types.index("transcription.started.success") > types.index("beam.recording.success")


def test_transcription_of_the_template(
    api: httpx.Client, control: Control, start: Callable[..., Json]
) -> None:
    configured = {
        "default": {
            "name": "default",
            "role": "host",
            "modes": ["recorded"],
            "outputModes": ["json"],
            "summary": {"enabled": True},
        }
    }
    template = f"/templates/{control.default_template_id()}"
    api.post(f"{template}/destinations", json={"transcriptions": configured})
    recording = start()
    assert recording["asset_types"][2:] == ["transcript", "summary"]
    control.finish_job(recording["id"])
    modes = [asset["metadata"].get("output_mode") for asset in get(api, recording)["recording_assets"]]
    assert modes == [None, None, "json", "json"]
    assert start(transcription={"enabled": False})["asset_types"] == ["room-composite", "chat"]


def test_finish(api: httpx.Client, control: Control, start: Callable[..., Json]) -> None:
    recording = start(transcription={"enabled": True})
    done = control.finish_job(recording["id"], transcripts=False)
    assert done["status"] == "completed"
    found = {asset["status"] for asset in get(api, recording)["recording_assets"]}
    assert found == {"completed", "processing"}
    control.finish_job(recording["id"])
    assert {asset["status"] for asset in get(api, recording)["recording_assets"]} == {"completed"}
    with pytest.raises(Exception, match="is completed already"):
        control.finish_job(recording["id"])
    with pytest.raises(Exception, match="Job not found"):
        control.finish_job("unknown")


def test_fail(api: httpx.Client, control: Control, room: Json, start: Callable[..., Json]) -> None:
    recording = start()
    control.advance(30)
    with pytest.raises(Exception, match="reason: must be one of"):
        control.fail_job(recording["id"], "BAD_LUCK")
    assert control.fail_job(recording["id"], "MAX_RETRIES_REACHED")["status"] == "failed"
    failed = get(api, recording)
    assert (failed["status"], failed["recording_assets"]) == ("failed", None)
    [failure, stopped] = [event for event in control.events() if event["type"].startswith("beam.")][-2:]
    assert (failure["type"], failure["data"]["error_type"]) == ("beam.failure", "MAX_RETRIES_REACHED")
    assert (stopped["type"], stopped["data"]["reason"]) == (
        "beam.stopped.success",
        "failure: MAX_RETRIES_REACHED",
    )
    assert api.get(f"/active-rooms/{room['id']}").status_code == 404
    with pytest.raises(Exception, match="is failed already"):
        control.fail_job(recording["id"])
    with pytest.raises(Exception, match="Job not found"):
        control.fail_job("unknown")


def test_fail_of_upload_and_of_transcripts(
    api: httpx.Client, control: Control, start: Callable[..., Json]
) -> None:
    recording = start()
    control.advance(30)
    api.post(f"/recordings/{recording['id']}/stop")
    control.advance(3)
    control.fail_job(recording["id"], "UPLOAD_ERROR")
    [video, chat] = get(api, recording)["recording_assets"]
    assert (video["status"], video["size"], chat["status"]) == ("failed", 0, "failed")
    recording = start(transcription={"enabled": True})
    control.finish_job(recording["id"], transcripts=False)
    assert control.fail_job(recording["id"])["status"] == "completed"
    found = [asset["status"] for asset in get(api, recording)["recording_assets"]]
    assert found == ["completed"] * 2 + ["failed"] * 3
    assert control.events()[-1]["type"] == "transcription.failure"


def test_control_over_http(
    api: httpx.Client, bare: httpx.Client, room: Json, start: Callable[..., Json]
) -> None:
    first = start()
    assert [job["id"] for job in bare.get("/_mock/jobs").json()["jobs"]] == [first["id"]]
    done = bare.post(f"/_mock/jobs/{first['id']}/finish", json={"transcripts": True}).json()
    assert (done["status"], len(done["assets"])) == ("completed", 2)
    second = start()
    path = f"/_mock/jobs/{second['id']}/fail"
    assert bare.post(path, json={"reason": "x"}).status_code == 400
    assert bare.post(path, json={"reason": "INTERNAL_ERROR"}).json()["status"] == "failed"
    assert bare.post("/_mock/jobs/unknown/finish").status_code == 404
    assert get(api, second)["status"] == "failed"


def test_disabled_and_unknown_rooms(
    api: httpx.Client, control: Control, room: Json, start: Callable[..., Json]
) -> None:
    recording = start()
    control.advance(10)
    api.post(f"/rooms/{room['id']}", json={"enabled": False})
    refused = api.post(f"/recordings/room/{room['id']}/start", json={})
    assert (refused.status_code, refused.json()["message"]) == (403, "Room is disabled")
    # What runs already goes on.
    assert get(api, recording)["status"] == "running"
    for action, body in (("start", {}), ("stop", None), ("pause", None), ("resume", None)):
        unknown = api.post(f"/recordings/room/unknown/{action}", json=body)
        assert (unknown.status_code, unknown.json()["message"]) == (404, "Room not found")
    assert api.get("/recordings/unknown").json()["message"] == "Recording not found"
    assert api.post("/recordings/unknown/stop").status_code == 404


def test_workspaces_do_not_see_each_other(
    api: httpx.Client, other_api: httpx.Client, room: Json, start: Callable[..., Json]
) -> None:
    recording = start()
    assert other_api.get("/recordings").json()["data"] == []
    assert other_api.get(f"/recordings/{recording['id']}").status_code == 404
    assert other_api.post(f"/recordings/{recording['id']}/stop").status_code == 404
    for action, body in (("start", {}), ("stop", None), ("pause", None), ("resume", None)):
        assert other_api.post(f"/recordings/room/{room['id']}/{action}", json=body).status_code == 404
    assert other_api.get("/recordings", params={"start": recording["id"]}).status_code == 400
    assert get(api, recording) == {name: value for name, value in recording.items() if name != "destination"}


def test_automatic_recording(api: httpx.Client, control: Control, room: Json) -> None:
    use_template(
        api, control.default_template_id(), compositeRecording={"browserComposite": {"autoStart": True}}
    )
    assert control.jobs() == []
    peer = control.join(room["id"], role="host")
    control.advance(10)
    [recording] = api.get("/recordings").json()["data"]
    assert (recording["session_id"], recording["status"]) == (peer["session_id"], "running")
    assert recording["created_at"] == "2025-06-15T15:06:40.123Z"
    control.join(room["id"], role="guest")
    assert len(control.jobs()) == 1
    # Automatic recording switches the streams of the template off.
    refused = api.post(f"/live-streams/room/{room['id']}/start", json={})
    assert (refused.status_code, refused.json()["message"]) == (403, "Streaming is disabled")
    body = {"rtmp_urls": ["rtmp://live.example.com/app/key"]}
    assert api.post(f"/external-streams/room/{room['id']}/start", json=body).status_code == 403


def test_events(api: httpx.Client, control: Control, room: Json, start: Callable[..., Json]) -> None:
    control.join(room["id"], role="host")
    recording = start()
    control.advance(65)
    api.post(f"/recordings/{recording['id']}/stop")
    control.advance(3600)
    told = {event["type"]: event for event in control.events() if event["type"].startswith("beam.")}
    assert list(told) == ["beam.started.success", "beam.stopped.success", "beam.recording.success"]
    began, stopped, recorded = (event["data"] for event in told.values())
    assert (began["job_id"], began["start_delay"], began["recording_enabled"]) == (recording["id"], 5, True)
    assert (stopped["duration"], stopped["reason"]) == (60, "client request")
    video = get(api, recording)["recording_assets"][0]
    assert (recorded["recording_path"], recorded["size"]) == (video["path"], video["size"])
    assert recorded["chat_recording_path"].endswith(".csv")
    assert recorded["recording_presigned_url"].startswith("http://mock/_mock/files/")
    # Settled late, they carry the time at which they happened.
    assert told["beam.recording.success"]["timestamp"] == "2025-06-15T15:08:17.123456000Z"


def test_same_seed_same_recording(app: MockApp, api: httpx.Client, make_room: Callable[..., Json]) -> None:
    def play() -> Json:
        app.control.reset()
        room = make_room(name="again")
        recording: Json = api.post(f"/recordings/room/{room['id']}/start", json={}).json()
        app.control.finish_job(recording["id"])
        return get(api, recording)

    assert play() == play()
