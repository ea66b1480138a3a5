"""Recordings, live streams and external streams go through their states in order, and stay where they end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

import pytest

from .document import follow, read_document
from .picking import the_only
from .props import start_body

if TYPE_CHECKING:
    from collections.abc import Callable

    import httpx

    from .scene import Stage

    End = Callable[["Job"], object]

Json = dict[str, Any]

STATES = follow(read_document(), {"$ref": "#/components/schemas/JobStatus"})["enum"]
RECORDED = ["starting", "running", "stopping", "post_processing", "completed"]
UNRECORDED = ["starting", "running", "stopping", "completed"]
_PATIENCE = 5 * 60
_LONGEST = 4 * 3600
_DAY = 86400
_SOON = 120
"""Seconds in which everything that was told to stop is over."""


@dataclass
class Kind:
    """What a room can have one of.

    Attributes:
        collection: the first segment of its paths.
        body: starts one whose files are kept.
        bare: starts one without files; None where there are always some.
        events: what tells that it started, stopped, was recorded and failed.
    """

    collection: str
    body: Json
    bare: Json | None
    events: tuple[str, str, str, str]


_BEAM = ("beam.started.success", "beam.stopped.success", "beam.recording.success", "beam.failure")
_HLS = ("hls.started.success", "hls.stopped.success", "hls.recording.success", "hls.failure")
_EXTERNAL = start_body("external-streams")
KINDS = [
    Kind("recordings", start_body("recordings"), None, _BEAM),
    Kind("live-streams", start_body("live-streams"), {"meeting_url": _EXTERNAL["meeting_url"]}, _HLS),
    Kind("external-streams", {**_EXTERNAL, "recording": True}, _EXTERNAL, _BEAM),
]
each_kind = pytest.mark.parametrize("kind", KINDS, ids=[each.collection for each in KINDS])


class Job:
    """One recording or stream, watched while time passes."""

    def __init__(self, api: httpx.Client, stage: Stage, kind: Kind, body: Json, *, room_id: str = "") -> None:
        self._api, self.stage, self.kind = api, stage, kind
        self.room_id = room_id or stage.new_room()
        self.peer = stage.props.join(self.room_id, "somebody")
        answer = api.post(f"/{kind.collection}/room/{self.room_id}/start", json=body)
        assert answer.status_code == 200, answer.text
        self.id: str = answer.json()["id"]
        self.seen: list[Json] = []
        self.look()

    @property
    def states(self) -> list[str]:
        """The states that were seen, each as often as it was entered."""
        found: list[str] = []
        for each in self.seen:
            if found[-1:] != [each["status"]]:
                found.append(each["status"])
        return found

    def look(self) -> Json:
        """Read it, and compare with what was seen before."""
        response = self._api.get(f"/{self.kind.collection}/{self.id}")
        assert response.status_code == 200, response.text
        now: Json = response.json()
        _check(now, self.seen[-1] if self.seen else now)
        self.seen.append(now)
        return now

    def watch(self, seconds: int, *, step: float = 1) -> Json:
        """Look at it again and again."""
        for _ in range(int(seconds / step)):
            self.stage.props.advance(step)
            self.look()
        return self.seen[-1]

    def stop(self) -> Json:
        """Tell it to stop by its identifier."""
        response = self._api.post(f"/{self.kind.collection}/{self.id}/stop")
        assert response.status_code == 200, response.text
        self.look()
        found: Json = response.json()
        return found

    def control(self, path: str) -> None:
        """Call the control plane."""
        self.stage.props.control(path.format(job=self.id, room=self.room_id), {"peer_id": self.peer["id"]})


def _check(now: Json, before: Json) -> None:
    """The laws of any two looks at a job, one after the other."""
    was, is_ = STATES.index(before["status"]), STATES.index(now["status"])
    assert was <= is_, f"from {before['status']} back to {now['status']}"
    assert was < STATES.index("completed") or was == is_, "what is over stays as it ended"
    for name in ("id", "room_id", "session_id", "created_at", "meeting_url"):
        assert now[name] == before[name], f"{name} changed"
    for name in ("started_at", "stopped_at"):
        assert before[name] in {None, now[name]}, f"{name} was {before[name]}, and is {now[name]}"
    assert _time(before["updated_at"]) <= _time(now["updated_at"])
    assert now == before or was != is_ or now["updated_at"] != before["updated_at"], "changed without a time"
    times = [_time(now[name]) for name in ("created_at", "started_at", "stopped_at") if now[name] is not None]
    assert times == sorted(times), "created, started, stopped"
    assert _time(now["updated_at"]) >= max(times)
    if now["status"] == "starting":
        assert now["started_at"] is None
    if now["status"] in {"running", "post_processing", "completed"}:
        assert now["started_at"] is not None
    if now["status"] in {"starting", "running"}:
        assert now["stopped_at"] is None
    if now["status"] in {"post_processing", "completed", "failed"}:
        assert now["stopped_at"] is not None
    if now["status"] in {"starting", "running", "stopping", "post_processing"}:
        assert not now["recording_assets"], "files before the end"


def _time(text: str) -> datetime:
    return datetime.fromisoformat(text)


@each_kind
def test_the_states_come_in_order(api: httpx.Client, stage: Stage, kind: Kind) -> None:
    """starting, running, stopping, post_processing, completed: none is skipped, and the files come last."""
    job = Job(api, stage, kind, kind.body)
    job.watch(10)
    assert job.states == RECORDED[:2]
    assert job.stop()["status"] == "stopping"
    job.watch(_SOON, step=2)
    assert job.states == RECORDED
    assets = job.seen[-1]["recording_assets"]
    assert assets, "a completed recording has its files"
    assert all(each["status"] == "completed" and each["duration"] == 10 - 5 for each in _videos(assets))
    listed = api.get("/recording-assets", params={"room_id": job.room_id}).raise_for_status().json()["data"]
    assert {each["id"] for each in listed} == {each["id"] for each in assets}
    assert {each["job_id"] for each in listed} == {job.id}
    for each in assets:
        single = api.get(f"/recording-assets/{each['id']}").raise_for_status().json()
        assert {name: single[name] for name in each} == each


def _videos(assets: list[Json]) -> list[Json]:
    return [each for each in assets if each["type"] != "chat"]


@each_kind
def test_what_leaves_no_files_is_not_worked_on(api: httpx.Client, stage: Stage, kind: Kind) -> None:
    """A stream that is not recorded goes from stopping to completed, and has no files."""
    if kind.bare is None:
        assert kind.collection == "recordings", "recordings always leave files"
        return
    job = Job(api, stage, kind, kind.bare)
    job.watch(8)
    job.stop()
    job.watch(_SOON, step=2)
    assert job.states == UNRECORDED
    assert not job.seen[-1]["recording_assets"]
    assert (
        api.get("/recording-assets", params={"room_id": job.room_id}).raise_for_status().json()["data"] == []
    )


@each_kind
@pytest.mark.parametrize("status", STATES)
def test_every_list_shows_the_same_state(api: httpx.Client, stage: Stage, kind: Kind, status: str) -> None:
    """The list shows the state of the moment, and filters by it."""
    job = Job(api, stage, kind, kind.body)
    if status == "failed":
        stage.props.control(f"/jobs/{job.id}/fail")
    elif status != "starting":
        stage.props.advance(6)
        if status != "running":
            job.stop()
            stage.props.advance({"stopping": 0, "post_processing": 3, "completed": _SOON}[status])
    now = job.look()
    assert now["status"] == status
    for query in ({}, {"status": status}, {"room_id": job.room_id}):
        found = (
            api.get(f"/{kind.collection}", params={**query, "limit": "100"}).raise_for_status().json()["data"]
        )
        listed = the_only((each for each in found if each["id"] == job.id), f"it is listed with {query}")
        shared = (listed.keys() & now.keys()) - {"recording_assets"}
        assert {name: listed[name] for name in shared} == {name: now[name] for name in shared}
        if "status" in query:
            assert {each["status"] for each in found} == {status}
    others = [each for each in STATES if each != status]
    for other in others:
        found = (
            api.get(f"/{kind.collection}", params={"status": other, "limit": "100"})
            .raise_for_status()
            .json()["data"]
        )
        assert job.id not in {each["id"] for each in found}


ENDS: dict[str, tuple[int, End]] = {
    "it is stopped by its id": (0, lambda job: job.stop()),
    "all of the room are stopped": (0, lambda job: job.stage.end_jobs(job.kind.collection, job.room_id)),
    "the room ends": (0, lambda job: job.stage.end_room(job.room_id)),
    "the last participant has left": (_PATIENCE, lambda job: job.control("/rooms/{room}/leave")),
    "it has run for as long as it may": (_LONGEST, lambda job: None),
}
"""What ends a job, and after how many seconds."""


@each_kind
@pytest.mark.parametrize("end", ENDS)
def test_every_end(api: httpx.Client, stage: Stage, kind: Kind, end: str) -> None:
    """However it ends, it is completed, once, at the documented time."""
    after, happens = ENDS[end]
    job = Job(api, stage, kind, kind.body)
    stage.props.advance(10)
    running_at = _time(job.look()["started_at"])
    assert job.seen[-1]["status"] == "running"
    left_at = stage.now()
    happens(job)
    if after:
        begin = running_at if "run for" in end else left_at
        passed = (stage.now() - begin).total_seconds()
        stage.props.advance(after - passed - 1)
        assert job.look()["status"] == "running", f"after {after} seconds it ends, not before"
        stage.props.advance(1)
    assert job.look()["status"] == "stopping"
    job.watch(_SOON, step=10)
    assert job.states[-1] == "completed"
    assert _told(stage, job) == [kind.events[0], kind.events[1], kind.events[2]]


def _told(stage: Stage, job: Job) -> list[str]:
    """The events about a job, in their order."""
    return [
        each["type"]
        for each in stage.look_behind("events")
        if job.id in {each["data"].get("job_id"), each["data"].get("recording_id")}
        and each["type"] in job.kind.events
    ]


@each_kind
def test_a_job_that_is_stopped_before_it_runs(api: httpx.Client, stage: Stage, kind: Kind) -> None:
    """Stopped while it starts, it fails, and leaves nothing."""
    job = Job(api, stage, kind, kind.body)
    job.stop()
    job.watch(10)
    assert job.states == ["starting", "stopping", "failed"]
    job.watch(_SOON, step=30)
    assert not job.seen[-1]["recording_assets"]
    assert _told(stage, job) == [kind.events[3]]


@each_kind
@pytest.mark.parametrize("finally_", ["completed", "failed"])
def test_what_is_over_stays_so(api: httpx.Client, stage: Stage, kind: Kind, finally_: str) -> None:
    """A day and another stop change nothing of what is over."""
    job = Job(api, stage, kind, kind.body)
    job.watch(6, step=3)
    if finally_ == "failed":
        stage.props.control(f"/jobs/{job.id}/fail")
    else:
        job.stop()
        stage.props.advance(_SOON)
    over = job.look()
    assert over["status"] == finally_
    told = _told(stage, job)
    assert len(told) == len(set(told)), "everything is told once"
    stage.props.advance(_DAY)
    assert job.look() == over
    assert job.stop()["status"] == finally_
    stage.end_jobs(kind.collection, job.room_id)
    stage.props.advance(_SOON)
    assert job.look() == over
    assert _told(stage, job) == told


@each_kind
def test_a_second_stop_does_nothing(api: httpx.Client, stage: Stage, kind: Kind) -> None:
    """Told to stop again while it stops, it ends when it would have ended."""
    job, other = Job(api, stage, kind, kind.body), Job(api, stage, kind, kind.body)
    stage.props.advance(6)
    first = job.stop()
    other.stop()
    stage.props.advance(1)
    assert job.stop() == first
    stopped = api.post(f"/{kind.collection}/room/{job.room_id}/stop").raise_for_status().json()
    assert stopped["data"] == []
    for _ in range(40):
        stage.props.advance(1)
        assert job.look()["status"] == other.look()["status"]
    assert job.states[-1] == "completed"
    assert len(_told(stage, job)) == len(kind.events) - 1


@each_kind
def test_one_of_a_kind_in_a_room(api: httpx.Client, stage: Stage, kind: Kind) -> None:
    """A second one is refused until the first is told to stop; the other kinds do not mind."""
    job = Job(api, stage, kind, kind.body)
    path = f"/{kind.collection}/room/{job.room_id}/start"
    for _ in ("starting", "running"):
        assert api.post(path, json=kind.body).status_code == 400
        stage.props.advance(6)
    for other in KINDS:
        if other is not kind:
            Job(api, stage, other, other.body, room_id=job.room_id)
    job.stop()
    following = Job(api, stage, kind, kind.body, room_id=job.room_id)
    assert following.id != job.id
    stopped = api.post(f"/{kind.collection}/room/{job.room_id}/stop").raise_for_status().json()["data"]
    assert [each["id"] for each in stopped] == [following.id], "only what starts or runs is stopped"


@each_kind
def test_only_the_one_that_is_named_is_stopped(api: httpx.Client, stage: Stage, kind: Kind) -> None:
    """A stop leaves what runs in other rooms, and the other kinds in the same room, as they are."""
    jobs = [Job(api, stage, each, each.body) for each in KINDS]
    beside = [Job(api, stage, each, each.body, room_id=jobs[0].room_id) for each in KINDS[1:]]
    stage.props.advance(6)
    (target,) = (each for each in jobs if each.kind is kind)
    stage.end_jobs(kind.collection, target.room_id)
    target.stop()
    for each in [*jobs, *beside]:
        gone = each is target or (each.room_id == target.room_id and each.kind is kind)
        assert each.look()["status"] == ("stopping" if gone else "running")


@pytest.mark.parametrize(
    ("collection", "pause", "resume"),
    [
        ("recordings", "/recordings/room/{room}/pause", "/recordings/room/{room}/resume"),
        ("live-streams", "/live-streams/{job}/pause-recording", "/live-streams/{job}/resume-recording"),
    ],
)
def test_a_pause_is_not_recorded(
    api: httpx.Client, stage: Stage, collection: str, pause: str, resume: str
) -> None:
    """What is paused runs on, and the pause is missing in the file; only what runs can be paused."""
    (kind,) = (each for each in KINDS if each.collection == collection)
    job = Job(api, stage, kind, kind.body)

    def post(path: str) -> httpx.Response:
        return api.post(path.format(room=job.room_id, job=job.id))

    assert post(pause).status_code == 403, "it is starting"
    stage.props.advance(5)
    stage.props.advance(20)
    assert post(pause).json()["status"] == "running"
    stage.props.advance(30)
    assert post(resume).json()["status"] == "running"
    stage.props.advance(10)
    job.stop()
    assert post(pause).status_code in {403, 404}, "it does not run any more"
    stage.props.advance(_SOON)
    assert {each["duration"] for each in _videos(job.look()["recording_assets"])} == {30}


@pytest.mark.parametrize("outcome", ["completed", "failed"])
def test_transcripts_follow(api: httpx.Client, stage: Stage, outcome: str) -> None:
    """Transcripts are `processing` when the recording is completed, and there five minutes later."""
    body = {
        **start_body("recordings"),
        "transcription": {"enabled": True, "output_modes": ["txt", "json"], "summary": {"enabled": True}},
    }
    job = Job(api, stage, KINDS[0], body)
    assert set(job.seen[0]["asset_types"]) >= {"transcript", "summary"}
    stage.props.advance(10)
    job.stop()
    stage.props.advance(40)
    written = _written(job)
    assert {each["status"] for each in written} == {"processing"}, "they are listed before they are written"
    modes = [each["metadata"]["output_mode"] for each in written if each["type"] == "transcript"]
    assert sorted(modes) == ["json", "txt"]
    assert api.get(f"/recording-assets/{written[0]['id']}/presigned-url").status_code == 403
    if outcome == "failed":
        stage.props.control(f"/jobs/{job.id}/fail")
    else:
        stage.props.advance(290)
        assert {each["status"] for each in _written(job)} == {"processing"}
        stage.props.advance(10)
    assert {each["status"] for each in _written(job)} == {outcome}
    assert {each["id"] for each in _written(job)} == {each["id"] for each in written}


def _written(job: Job) -> list[Json]:
    assets = job._api.get(f"/recordings/{job.id}").raise_for_status().json()["recording_assets"]
    return [each for each in assets if each["type"] in {"transcript", "summary"}]


def test_a_presigned_url_leads_to_its_file(api: httpx.Client, bare: httpx.Client, stage: Stage) -> None:
    """Every file has an address of its own; what is there is called and as large as the asset says."""
    assets = [asset for _ in range(2) for asset in _files_of_a_recording(api, stage)]
    addresses, videos = set[str](), set[bytes]()
    for asset in assets:
        made = _presigned(api, asset["id"])
        assert (made["id"], made["path"]) == (asset["id"], asset["path"])
        address = urlsplit(made["url"]).path
        assert unquote(address).rpartition("/")[2] == asset["path"].rpartition("/")[2]
        content = bare.get(made["url"]).raise_for_status().content
        assert len(content) == asset["size"], f"the file of the {asset['type']}"
        addresses.add(address)
        if _videos([asset]):
            videos.add(content)
    assert len(addresses) == len(assets), "two files share an address"
    assert len(videos) == len(_videos(assets)) > 1, "two recordings are the same file"


def _files_of_a_recording(api: httpx.Client, stage: Stage) -> list[Json]:
    recording = stage.props.start("recordings", stage.new_room())
    stage.props.finish(recording["id"])
    found = api.get(f"/recordings/{recording['id']}").raise_for_status().json()["recording_assets"]
    return [api.get(f"/recording-assets/{each['id']}").raise_for_status().json() for each in found]


def _presigned(api: httpx.Client, asset_id: str, **query: int) -> Json:
    found: Json = (
        api.get(f"/recording-assets/{asset_id}/presigned-url", params=query).raise_for_status().json()
    )
    return found


def test_a_presigned_url_ends(api: httpx.Client, bare: httpx.Client, stage: Stage) -> None:
    """A URL leads to its file for as long as was asked for, and no longer."""
    made = _presigned(api, stage.props.once("asset")["asset_id"], presign_duration=60)
    assert made["expiry"] == 60
    for seconds, status in ((59, 200), (2, 403)):
        stage.props.advance(seconds)
        assert bare.get(made["url"]).status_code == status
