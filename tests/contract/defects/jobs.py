"""Mistakes about recordings and streams, and the files that they leave."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from hms_mock import jobs, presigning
from hms_mock.errors import ApiError
from hms_mock.model.jobs import ACTIVE, Job, Kind, Status
from hms_mock.registry import Reply

from ..props import start_body
from .rooms import opened
from .sabotage import DefectTable

if TYPE_CHECKING:
    from hms_mock.registry import Handle, Request

    from .lab import Lab
    from .sabotage import Sabotage

states = DefectTable("recordings and streams")
files = DefectTable("files")


def _statuses(lab: Lab) -> list[str]:
    """What becomes of a recording that is stopped, seen every few seconds."""
    recording_id = lab.prop("recordings")["recording_id"]
    seen = [lab.post(f"/recordings/{recording_id}/stop")["status"]]
    for seconds in (3, 60):
        lab.stage.props.advance(seconds)
        seen.append(lab.get(f"/recordings/{recording_id}")["status"])
    return seen


@states(
    "A recording is completed as soon as it has stopped, without `post_processing`.",
    "getRecording",
    "listRecordings",
    shows=_statuses,
)
def state_is_skipped(server: Sabotage) -> None:
    @server.wrap("getRecording", "listRecordings")
    def hurry(request: Request, handle: Handle) -> Reply:
        for job in list(request.workspace.live_jobs.values()):
            if job.status is Status.POST_PROCESSING:
                jobs.finish(request.state, request.workspace, job, transcripts=False)
        return handle(request)


@states("Recordings and streams that have stopped are never completed.", shows=_statuses)
def processing_never_ends(server: Sabotage) -> None:
    server.patch(jobs, "PROCESSING_SECONDS", 10**9)


def _stopped_stream(lab: Lab) -> Any:
    stream_id = lab.prop("live-streams")["stream_id"]
    lab.post(f"/live-streams/{stream_id}/stop")
    return lab.get(f"/live-streams/{stream_id}")["status"]


@states("A live stream that is told to stop runs on.", "stopLiveStream", shows=_stopped_stream)
def stop_does_not_stop(server: Sabotage) -> None:
    @server.wrap("stopLiveStream")
    def run_on(request: Request, handle: Handle) -> Reply:
        job = jobs.find(request.workspace, Kind.LIVE_STREAM, request.path["stream_id"])
        active = job.status in ACTIVE
        return Reply(job.live_stream_json() | ({"status": "stopping"} if active else {}))


def _two_streams(lab: Lab) -> list[int]:
    path = f"/external-streams/room/{lab.room()['id']}/start"
    return [lab.status("POST", path, start_body("external-streams")) for _ in range(2)]


@states("Two streams to other platforms run in a room.", "startExternalStream", shows=_two_streams)
def second_job_runs_beside_the_first(server: Sabotage) -> None:
    @server.wrap("startExternalStream")
    def hide(request: Request, handle: Handle) -> Reply:
        workspace = request.workspace
        hidden = {
            job_id: job for job_id, job in workspace.live_jobs.items() if job.kind is Kind.EXTERNAL_STREAM
        }
        workspace.live_jobs = {k: job for k, job in workspace.live_jobs.items() if k not in hidden}
        try:
            return handle(request)
        finally:
            workspace.live_jobs = hidden | workspace.live_jobs


def _recording_in_disabled_room(lab: Lab) -> int:
    room_id = lab.room()["id"]
    lab.post(f"/rooms/{room_id}", {"enabled": False})
    return lab.status("POST", f"/recordings/room/{room_id}/start", start_body("recordings"))


@states("A recording starts in a disabled room.", "startRecording", shows=_recording_in_disabled_room)
def disabled_room_is_recorded(server: Sabotage) -> None:
    @server.wrap("startRecording")
    def open_room(request: Request, handle: Handle) -> Reply:
        with opened(request.workspace.room(request.path["room_id"])):
            return handle(request)


def _download(lab: Lab) -> tuple[str, ...]:
    """The beginnings of the files of a recording and of its chat."""
    room_id = lab.prop("asset")["room_id"]
    assets = lab.get("/recording-assets", room_id=room_id)["data"]
    urls = [lab.get(f"/recording-assets/{asset['id']}/presigned-url")["url"] for asset in assets]
    return tuple(lab.bare.get(url).content[:16].hex() for url in urls)


@files("The address of a file is that of another file.", "getRecordingAssetPresignedUrl", shows=_download)
def address_of_another_file(server: Sabotage) -> None:
    @server.wrap("getRecordingAssetPresignedUrl")
    def confuse(request: Request, handle: Handle) -> Reply:
        reply = handle(request)
        assets = list(request.workspace.assets.values())
        other = next(each for each in (*assets, assets[0]) if each.id != reply.body["id"] or len(assets) == 1)
        url = presigning.presigned_url(request.state, other, reply.body["expiry"])
        return Reply(reply.body | {"url": url})


def _late_download(lab: Lab) -> int:
    asset_id = lab.prop("asset")["asset_id"]
    url = lab.get(f"/recording-assets/{asset_id}/presigned-url", presign_duration=60)["url"]
    lab.stage.props.advance(61)
    return lab.bare.get(url).status_code


@files("The address of a file never expires.", "getRecordingAssetPresignedUrl", shows=_late_download)
def address_never_expires(server: Sabotage) -> None:
    @server.wrap("getRecordingAssetPresignedUrl")
    def extend(request: Request, handle: Handle) -> Reply:
        seconds = handle(request).body["expiry"]
        forever = handle(replace(request, query={**request.query, "presign_duration": 10**9}))
        return Reply(forever.body | {"expiry": seconds})


def _stopped_twice(lab: Lab) -> Any:
    path = f"/external-streams/{lab.prop('external-streams')['stream_id']}"
    first = lab.post(f"{path}/stop")["stopped_at"]
    lab.stage.props.advance(60)
    lab.post(f"{path}/stop")
    same: bool = lab.get(path)["stopped_at"] == first
    return same


@states("To stop a stream that is over moves its end.", "stopExternalStream", shows=_stopped_twice)
def end_is_moved(server: Sabotage) -> None:
    @server.wrap("stopExternalStream")
    def move(request: Request, handle: Handle) -> Reply:
        handle(request)
        job = jobs.find(request.workspace, Kind.EXTERNAL_STREAM, request.path["stream_id"])
        job.stopped_at = request.state.clock.now()
        return Reply(job.external_stream_json())


def _stream_elsewhere(lab: Lab) -> Any:
    stream = lab.prop("live-streams")
    lab.post(f"/live-streams/room/{lab.room()['id']}/stop")
    return lab.get(f"/live-streams/{stream['stream_id']}")["status"]


@states(
    "To stop what runs in a room stops it in all rooms.",
    "stopRoomRecordings",
    "stopRoomLiveStreams",
    "stopRoomExternalStreams",
    shows=_stream_elsewhere,
)
def all_rooms_are_stopped(server: Sabotage) -> None:
    kinds = {
        "stopRoomRecordings": Kind.RECORDING,
        "stopRoomLiveStreams": Kind.LIVE_STREAM,
        "stopRoomExternalStreams": Kind.EXTERNAL_STREAM,
    }

    def stop_everywhere(request: Request, handle: Handle, kind: Kind) -> Reply:
        reply = handle(request)
        for room_id in request.workspace.rooms:
            jobs.stop_all(request.state, request.workspace, room_id, kind)
        return reply

    for operation, kind in kinds.items():
        server.wrap(operation)(partial(stop_everywhere, kind=kind))


def _length_with_a_pause(lab: Lab) -> Any:
    recording = lab.prop("recordings")
    for action in ("pause", "resume", "stop"):
        lab.post(f"/recordings/room/{recording['room_id']}/{action}")
        lab.stage.props.advance(100)
    assets = lab.get(f"/recordings/{recording['recording_id']}")["recording_assets"]
    return [asset["duration"] for asset in assets]


@files(
    "What happens during a pause is recorded.",
    "pauseRoomRecording",
    "resumeRoomRecording",
    "pauseLiveStreamRecording",
    "resumeLiveStreamRecording",
    shows=_length_with_a_pause,
)
def pause_is_recorded(server: Sabotage) -> None:
    server.patch(Job, "recorded_seconds", Job.running_seconds)


@states(
    "A recording passes for a stream to other platforms.",
    "getExternalStream",
    shows=lambda lab: lab.status("GET", f"/external-streams/{lab.prop('recordings')['recording_id']}"),
)
def recording_passes_for_a_stream(server: Sabotage) -> None:
    @server.wrap("getExternalStream")
    def show(request: Request, handle: Handle) -> Reply:
        recording = request.workspace.jobs[Kind.RECORDING].get(request.path["stream_id"])
        return handle(request) if recording is None else Reply(recording.external_stream_json())


def _streamable_room(lab: Lab) -> str:
    destination = {"name": "default", "meetingURL": "https://meeting.example.com", "role": "host"}
    body: dict[str, Any] = {
        "roles": {"host": {}},
        "destinations": {"hlsDestinations": {"default": destination}},
    }
    room_id: str = lab.room(template_id=lab.post("/templates", body)["id"])["id"]
    return room_id


def _connect_with_disabled_key(lab: Lab) -> int:
    path = f"/stream-keys/room/{_streamable_room(lab)}"
    key = lab.post(path)["key"]
    lab.post(f"{path}/disable")
    return lab.stage.try_control("/ingests", {"key": key})


@states(
    "An encoder is let in with a stream key that was disabled.",
    "disableStreamKey",
    shows=_connect_with_disabled_key,
)
def disabled_key_still_works(server: Sabotage) -> None:
    @server.wrap("disableStreamKey")
    def keep(request: Request, handle: Handle) -> Reply:
        keys = request.workspace.stream_keys
        key = keys.get(request.path["room_id"])
        reply = handle(request)
        if key is not None:
            # Encoders find it whatever it is filed under, and the API only under the room.
            keys[key.key] = key
        return reply


def _second_key(lab: Lab) -> int:
    path = f"/stream-keys/room/{lab.room()['id']}"
    lab.post(path)
    lab.post(f"{path}/disable")
    return lab.status("POST", path)


@states("A room whose stream key was disabled gets no other one.", "createStreamKey", shows=_second_key)
def room_gets_one_key_only(server: Sabotage) -> None:
    @server.wrap("createStreamKey")
    def refuse(request: Request, handle: Handle) -> Reply:
        if request.path["room_id"] in request.workspace.disabled_stream_keys.values():
            raise ApiError(400, "Active key already exists", [])
        return handle(request)
