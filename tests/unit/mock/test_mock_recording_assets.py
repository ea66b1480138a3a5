from __future__ import annotations

import csv
import io
import json
import zipfile
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from hms_mock import MockServer

if TYPE_CHECKING:
    from collections.abc import Callable

    from hms_mock import Control

Json = dict[str, Any]


@pytest.fixture
def room(make_room: Callable[..., Json]) -> Json:
    return make_room(name="physics")


@pytest.fixture
def record(api: httpx.Client, control: Control, room: Json) -> Callable[..., list[Json]]:
    """Record the room, and return the assets: `record(audio_only=True)`."""

    def call(**body: Any) -> list[Json]:
        recording = api.post(f"/recordings/room/{room['id']}/start", json=body).json()
        control.finish_job(recording["id"])
        assets: list[Json] = api.get(f"/recordings/{recording['id']}").json()["recording_assets"]
        return assets

    return call


@pytest.fixture
def sign_url(api: httpx.Client) -> Callable[..., str]:
    """Make a pre-signed URL: `sign_url(asset, presign_duration=60)`."""

    def call(asset: Json, **query: int) -> str:
        answer = api.get(f"/recording-assets/{asset['id']}/presigned-url", params=query).json()
        assert answer["path"] == asset["path"]
        url: str = answer["url"]
        return url

    return call


def configure(api: httpx.Client, control: Control, **config: Any) -> None:
    config = {"name": "default", "role": "host"} | config
    response = api.post(f"/templates/{control.default_template_id()}/recordings", json=[config])
    assert response.status_code == 200, response.text


def all_assets(api: httpx.Client, **query: str) -> list[Json]:
    assets: list[Json] = api.get("/recording-assets", params=query).json()["data"]
    return assets


def test_get_and_list(
    api: httpx.Client,
    control: Control,
    room: Json,
    record: Callable[..., list[Json]],
    make_room: Callable[..., Json],
) -> None:
    video, chat = record()
    [job] = control.jobs()
    origin = {"job_id": job["id"], "room_id": room["id"], "session_id": job["session_id"]}
    assert api.get(f"/recording-assets/{video['id']}").json() == video | origin
    assert all_assets(api) == [chat | origin, video | origin]
    assert all_assets(api, room_id=room["id"], session_id=job["session_id"], status="completed") == [
        chat | origin,
        video | origin,
    ]
    assert all_assets(api, room_id=make_room()["id"]) == []
    assert all_assets(api, session_id="unknown") == []
    assert all_assets(api, status="failed") == []
    assert api.get("/recording-assets", params={"status": "processing"}).status_code == 400
    assert api.get("/recording-assets/unknown").json()["message"] == "Recording asset not found"


def test_pages(api: httpx.Client, record: Callable[..., list[Json]]) -> None:
    made = [asset["id"] for _ in range(6) for asset in record()]
    first = api.get("/recording-assets").json()
    assert (first["limit"], len(first["data"])) == (10, 10)
    second = api.get("/recording-assets", params={"start": first["last"]}).json()
    assert [asset["id"] for asset in first["data"] + second["data"]] == made[::-1]


def test_paths(api: httpx.Client, control: Control, make_room: Callable[..., Json]) -> None:
    upload = {"type": "oss", "location": "acme", "prefix": "classes/physics"}
    room = make_room(recording_info={"upload_info": upload})
    recording = api.post(f"/recordings/room/{room['id']}/start", json={}).json()
    control.finish_job(recording["id"])
    chat, video = all_assets(api)
    name = f"{room['id']}/20250615/Rec-{room['id']}-1750000000"
    assert video["path"] == f"oss://acme/classes/physics/beam/{name}.mp4"
    assert chat["path"] == f"oss://acme/classes/physics/chat/{name}.csv"
    answer = api.get(f"/recording-assets/{video['id']}/presigned-url").json()
    assert answer["expiry"] == 9 * 3600


def test_presigned_url_opens_the_file_for_a_while(
    api: httpx.Client, bare: httpx.Client, control: Control, record: Callable[..., list[Json]]
) -> None:
    video, _ = record()
    path = f"/recording-assets/{video['id']}/presigned-url"
    answer = api.get(path, params={"presign_duration": 60}).json()
    assert answer == {"id": video["id"], "path": video["path"], "url": answer["url"], "expiry": 60}
    assert answer["url"].startswith(f"http://mock/_mock/files/{video['id']}/Rec-")
    file = bare.get(answer["url"])
    assert (file.status_code, file.headers["content-type"]) == (200, "video/mp4")
    assert len(file.content) == video["size"] == int(file.headers["content-length"])
    assert file.content[4:8] == b"ftyp"
    assert bare.get(answer["url"]).content == file.content
    control.advance(59)
    assert bare.get(answer["url"]).status_code == 200
    control.advance(2)
    expired = bare.get(answer["url"])
    assert (expired.status_code, expired.json()["details"]) == (403, ["the address has expired"])
    renewed = api.get(path).json()
    assert renewed["expiry"] == 3 * 86400
    assert bare.get(renewed["url"]).content == file.content
    assert api.get(path).json()["url"] != renewed["url"]


@pytest.mark.parametrize(
    ("old", "new", "status"),
    [
        ("expires=", "expires=9", 403),
        ("number=", "number=1", 403),
        ("signature=", "signature=0", 403),
        ("signature=", "signature=%ff", 403),
        ("signature=", "other=", 403),
        ("/Rec-", "/Other-", 404),
        ("/files/", "/files/0", 403),
    ],
)
def test_forged_url(
    bare: httpx.Client,
    record: Callable[..., list[Json]],
    sign_url: Callable[..., str],
    old: str,
    new: str,
    status: int,
) -> None:
    url = sign_url(record()[0])
    assert bare.get(url).status_code == 200
    forged = bare.get(url.replace(old, new))
    assert forged.status_code == status
    assert forged.json()["code"] == status


def test_url_dies_with_a_reset(
    bare: httpx.Client,
    control: Control,
    record: Callable[..., list[Json]],
    sign_url: Callable[..., str],
) -> None:
    url = sign_url(record()[0])
    control.reset()
    assert bare.get(url).json()["message"] == "File not found"


@pytest.mark.parametrize(
    ("asked", "first", "last"),
    [
        ("bytes=0-0", 0, 0),
        ("bytes=100-199", 100, 199),
        ("bytes=65000-", 65000, None),
        ("bytes=-10", -10, None),
        ("Bytes=7-7", 7, 7),
        ("bytes=-999999", 0, None),
        ("bytes=10-99999999", 10, None),
    ],
)
def test_range(
    bare: httpx.Client,
    record: Callable[..., list[Json]],
    sign_url: Callable[..., str],
    asked: str,
    first: int,
    last: int | None,
) -> None:
    url = sign_url(record()[0])
    whole = bare.get(url).content
    part = bare.get(url, headers={"Range": asked})
    expected = whole[first : None if last is None else last + 1]
    assert (part.status_code, part.content) == (206, expected)
    begin = first % len(whole)
    assert part.headers["content-range"] == f"bytes {begin}-{begin + len(expected) - 1}/{len(whole)}"


@pytest.mark.parametrize("asked", ["bytes=0-1,5-6", "lines=1-2", "bytes=-", "bytes=9-3", "bytes=x", ""])
def test_range_that_is_none_gives_the_whole_file(
    bare: httpx.Client, record: Callable[..., list[Json]], sign_url: Callable[..., str], asked: str
) -> None:
    video = record()[0]
    whole = bare.get(sign_url(video), headers={"Range": asked})
    assert (whole.status_code, len(whole.content)) == (200, video["size"])
    assert whole.headers["accept-ranges"] == "bytes"


@pytest.mark.parametrize("asked", ["bytes=999999-", "bytes=-0"])
def test_range_beyond_the_end(
    bare: httpx.Client, record: Callable[..., list[Json]], sign_url: Callable[..., str], asked: str
) -> None:
    video = record()[0]
    refused = bare.get(sign_url(video), headers={"Range": asked})
    assert (refused.status_code, refused.json()["code"]) == (416, 416)
    assert refused.headers["content-range"] == f"bytes */{video['size']}"


def test_resumption_of_the_same_file_only(
    bare: httpx.Client, record: Callable[..., list[Json]], sign_url: Callable[..., str]
) -> None:
    url = sign_url(record()[0])
    tag = bare.get(url).headers["etag"]
    assert bare.get(url, headers={"Range": "bytes=5-", "If-Range": tag}).status_code == 206
    assert bare.get(url, headers={"Range": "bytes=5-", "If-Range": '"other"'}).status_code == 200
    head = bare.head(url)
    assert (head.status_code, head.content, head.headers["etag"]) == (200, b"", tag)


def test_pages_of_any_origin_may_read_files(
    bare: httpx.Client, control: Control, record: Callable[..., list[Json]], sign_url: Callable[..., str]
) -> None:
    url, origin = sign_url(record()[0]), {"Origin": "https://app.example"}
    preflight = {"Access-Control-Request-Method": "GET", "Access-Control-Request-Headers": "if-range"}
    answers = [
        bare.options(url, headers=origin | preflight),
        bare.get(url, headers=origin | {"Range": "bytes=0-1"}),
        bare.get(url, headers=origin | {"Range": "bytes=-0"}),
        bare.get(url + "0", headers=origin),
    ]
    assert [answer.status_code for answer in answers] == [200, 206, 416, 403]
    for answer in answers:
        assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert answers[1].headers["Access-Control-Expose-Headers"] == "Accept-Ranges, Content-Range, ETag"


def test_chat(
    api: httpx.Client,
    bare: httpx.Client,
    control: Control,
    room: Json,
    sign_url: Callable[..., str],
) -> None:
    peer = control.join(room["id"], role="host")
    path = f"/active-rooms/{room['id']}/send-message"
    api.post(path, json={"message": "too early"})
    recording = api.post(f"/recordings/room/{room['id']}/start", json={}).json()
    control.advance(10)
    api.post(path, json={"message": "to, all", "type": "news"})
    api.post(path, json={"message": "to hosts", "role": "host"})
    api.post(path, json={"message": "to one", "peer_id": peer["id"]})
    control.finish_job(recording["id"])
    chat, _ = all_assets(api)
    file = bare.get(sign_url(chat))
    assert file.headers["content-type"] == "text/csv; charset=utf-8"
    header, *rows = csv.reader(io.StringIO(file.text))
    assert header == ["SenderPeerID", "SenderName", "SenderUserID", "Roles", "SentAt", "Type", "Message"]
    assert [row[3:] for row in rows] == [
        ["[]", "2025-06-15T15:06:50.123Z", "news", "to, all"],
        ["[host]", "2025-06-15T15:06:50.123Z", "chat", "to hosts"],
    ]


def test_transcripts_and_summary(
    bare: httpx.Client,
    control: Control,
    room: Json,
    record: Callable[..., list[Json]],
    sign_url: Callable[..., str],
) -> None:
    ann = control.join(room["id"], role="host", name="Ann")
    control.join(room["id"], role="guest", name="Ben")
    sections = [{"title": "People", "format": "bullets"}, {"title": "Short", "format": "paragraph"}]
    transcription = {"enabled": True, "summary": {"enabled": True, "sections": sections}}
    files = [bare.get(sign_url(asset)) for asset in record(transcription=transcription)[2:]]
    txt, srt, transcript, summary = (file.text for file in files)
    assert txt == "Ann: Hello, this is Ann.\nBen: Hello, this is Ben.\n"
    assert srt.startswith("1\n00:00:00,000 --> 00:00:03,000\nAnn: Hello")
    sentence = json.loads(transcript)["sentences"][0]
    assert (sentence["name"], sentence["peer_id"], sentence["end_time"]) == ("Ann", ann["id"], "3000")
    people, short = json.loads(summary)["summary"]["sections"]
    assert people == {"title": "People", "format": "bullets", "bullets": ["Ann", "Ben"], "paragraph": ""}
    assert short["paragraph"] == "Present were Ann, Ben."


def test_files_that_are_not_there_have_no_url(api: httpx.Client, control: Control, room: Json) -> None:
    body = {"transcription": {"enabled": True}}
    recording = api.post(f"/recordings/room/{room['id']}/start", json=body).json()
    control.finish_job(recording["id"], transcripts=False)
    pending = next(asset for asset in all_assets(api) if asset["status"] == "processing")
    refused = api.get(f"/recording-assets/{pending['id']}/presigned-url")
    assert (refused.status_code, refused.json()["details"]) == (403, ["it is processing"])
    control.fail_job(recording["id"])
    assert len(all_assets(api, status="failed")) == 3
    assert api.get("/recording-assets/unknown/presigned-url").status_code == 404
    bad = api.get(f"/recording-assets/{pending['id']}/presigned-url", params={"presign_duration": 0})
    assert bad.status_code == 400


def test_playback_on_demand(
    api: httpx.Client,
    bare: httpx.Client,
    control: Control,
    make_room: Callable[..., Json],
    sign_url: Callable[..., str],
) -> None:
    zipped = {"hlsVod": True, "enableZipUpload": True}
    hls = {"hlsDestinations": {"main": {"name": "main", "recording": zipped}}}
    api.post(f"/templates/{control.default_template_id()}/destinations", json=hls)
    upload = {"type": "s3", "location": "acme"}
    # The storage of the platform takes no ZIP files.
    for number, info in enumerate((None, {"upload_info": upload})):
        room = make_room(**({} if info is None else {"recording_info": info}))
        stream = api.post(f"/live-streams/room/{room['id']}/start", json={}).json()
        control.finish_job(stream["id"])
        [vod] = api.get(f"/live-streams/{stream['id']}").json()["recording_assets"]
        file = bare.get(sign_url(vod))
        if number:
            with zipfile.ZipFile(io.BytesIO(file.content)) as archive:
                assert "master.m3u8" in archive.namelist()
                assert archive.testzip() is None
        else:
            assert file.text.startswith("#EXTM3U\n")
            assert file.headers["content-type"] == "application/vnd.apple.mpegurl"


def test_tracks_are_recorded_by_the_media_server(
    api: httpx.Client,
    bare: httpx.Client,
    control: Control,
    room: Json,
    sign_url: Callable[..., str],
) -> None:
    configure(api, control, trackRecording={"enabled": True})
    peer = control.join(room["id"], role="host", user_id="teacher-17")
    tracks = {track["id"]: track for track in peer["tracks"].values()}
    control.advance(100)
    started = [e["data"] for e in control.events() if e["type"] == "track.recording.started.success"]
    assert {data["track_id"] for data in started} == set(tracks)
    assert [job["status"] for job in control.jobs()] == ["running"]
    control.leave(room["id"], peer["id"])
    control.advance(59)
    assert all_assets(api) == []
    control.advance(1)
    assets = all_assets(api)
    assert {asset["metadata"]["track_id"] for asset in assets} == set(tracks)
    for asset in assets:
        track = tracks[asset["metadata"]["track_id"]]
        assert (asset["type"], asset["duration"]) == ("track", 100)
        assert asset["metadata"] == {
            "track_id": track["id"],
            "stream_id": track["stream_id"],
            "peer_id": peer["id"],
            "track_type": track["type"],
        }
        assert bare.get(sign_url(asset)).headers["content-type"] == "video/webm"
        # What the media server records is no recording of the API.
        assert api.get(f"/recordings/{asset['job_id']}").status_code == 404
    assert control.events()[-1]["type"] == "track.recording.success"
    assert control.jobs() == []


def test_streams_are_recorded_by_the_media_server(api: httpx.Client, control: Control, room: Json) -> None:
    template = f"/templates/{control.default_template_id()}"
    api.post(f"{template}/roles/listener", json={"publishParams": {"allowed": ["audio"]}})
    configure(api, control, streamRecording={"enabled": True})
    host = control.join(room["id"], role="host", user_id="teacher-17")
    listener = control.join(room["id"], role="listener")
    control.advance(30)
    control.leave(room["id"], host["id"])
    control.advance(30)
    control.leave(room["id"], listener["id"])
    control.advance(60)
    audio, both = all_assets(api)
    assert (both["type"], both["duration"], both["metadata"]["stream_type"]) == ("stream", 30, "regular")
    assert (both["metadata"]["peer_id"], both["metadata"]["user_id"]) == (host["id"], "teacher-17")
    assert (audio["duration"], audio["metadata"]["stream_type"]) == (60, "audio")
    assert [e["type"] for e in control.events()][-2:] == ["stream.recording.success"] * 2


def test_a_shared_screen_is_recorded_by_the_media_server(
    api: httpx.Client, control: Control, room: Json
) -> None:
    configure(api, control, streamRecording={"enabled": True})
    host = control.join(room["id"], role="host")
    control.advance(10)
    control.publish(host["id"], "screen")
    control.advance(20)
    control.leave(room["id"], host["id"])
    control.advance(60)
    recorded = {(asset["metadata"]["stream_type"], asset["duration"]) for asset in all_assets(api)}
    assert recorded == {("regular", 30), ("screen", 20)}


def test_whole_room_is_recorded_by_the_media_server(
    api: httpx.Client, control: Control, make_room: Callable[..., Json]
) -> None:
    room = make_room(recording_info={"enabled": True})
    peer = control.join(room["id"], role="host")
    api.post(f"/active-rooms/{room['id']}/send-message", json={"message": "hi"})
    control.advance(40)
    [running] = control.jobs()
    with pytest.raises(Exception, match="ends with its session"):
        control.finish_job(running["id"])
    control.leave(room["id"], peer["id"])
    control.finish_job(running["id"])
    chat, video = all_assets(api)
    assert (video["type"], video["duration"], chat["type"]) == ("room-composite-legacy", 40, "chat")
    recorded = control.events()[-1]
    assert (recorded["type"], recorded["data"]["room_name"]) == ("recording.success", room["name"])


@pytest.mark.parametrize(
    ("config", "event"),
    [
        ({"trackRecording": {"enabled": True}}, "track.recording.failure"),
        ({"streamRecording": {"enabled": True}}, "stream.recording.failure"),
        ({"compositeRecording": {"customComposite": {"enabled": True}}}, "recording.failed"),
    ],
)
def test_media_server_fails(
    api: httpx.Client, control: Control, room: Json, config: Json, event: str
) -> None:
    configure(api, control, **config)
    peer = control.join(room["id"], role="host")
    control.leave(room["id"], peer["id"])
    [job] = control.jobs()
    with pytest.raises(Exception, match="reason: must be one of"):
        control.fail_job(job["id"], "BAD_LUCK")
    control.fail_job(job["id"], "CLOUD_ACCESS_ERROR")
    assert {asset["status"] for asset in all_assets(api)} == {"failed"}
    assert control.events()[-1]["type"] == event
    assert control.jobs() == []


def test_assets_of_others(
    api: httpx.Client, other_api: httpx.Client, record: Callable[..., list[Json]]
) -> None:
    video, _ = record()
    assert all_assets(other_api) == []
    assert other_api.get(f"/recording-assets/{video['id']}").status_code == 404
    assert other_api.get(f"/recording-assets/{video['id']}/presigned-url").status_code == 404
    assert other_api.get("/recording-assets", params={"start": video["id"]}).status_code == 400
    assert api.get(f"/recording-assets/{video['id']}").status_code == 200


def test_url_leads_to_the_server(sign: Callable[..., str]) -> None:
    with MockServer() as server:
        now = int(server.control.now().timestamp())
        token = sign(iat=now, nbf=now, exp=now + 3600)
        with httpx.Client(base_url=server.url, headers={"Authorization": f"Bearer {token}"}) as client:
            room = client.post("/rooms", json={}).json()
            recording = client.post(f"/recordings/room/{room['id']}/start", json={}).json()
            server.control.finish_job(recording["id"])
            asset_id = all_assets(client)[0]["id"]
            url = client.get(f"/recording-assets/{asset_id}/presigned-url").json()["url"]
        assert url.startswith(f"{server.control_url}/files/{asset_id}/")
        assert httpx.get(url).text.startswith("SenderPeerID,")
