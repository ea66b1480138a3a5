"""Makes the assets that recordings and streams leave behind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hms_mock import file_contents
from hms_mock.model.assets import COMPLETED, FAILED, PROCESSING, Asset
from hms_mock.model.jobs import Kind
from hms_mock.model.sessions import SCREEN

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from hms_mock.model.jobs import Job, Storage
    from hms_mock.model.server_recordings import ServerRecording
    from hms_mock.model.sessions import Peer, Track
    from hms_mock.state import State, Workspace

Json = dict[str, Any]


class Maker:
    """Makes the assets of one recording or stream.

    Args:
        state: the mock's state.
        workspace: the workspace of the recording or stream.
        source: what leaves them behind.
        storage: where they go.
        moment: when they are made.
        failed: whether they cannot be made or stored; there are assets then all the same.
    """

    def __init__(
        self,
        state: State,
        workspace: Workspace,
        source: Job | ServerRecording,
        storage: Storage,
        *,
        moment: datetime,
        failed: bool = False,
    ) -> None:
        self.state = state
        self._workspace = workspace
        self._source = source
        self._storage = storage
        self._moment = moment
        self._failed = failed

    def announce(self, type_: str, path: str, metadata: Json) -> Asset:
        """Make an asset that is still being worked on.

        Args:
            type_: the type of the asset.
            path: where the file goes, without the storage.
            metadata: what there is to know of it.
        """
        asset = Asset(
            id=self.state.ids.object_id(),
            job_id=self._source.id,
            room_id=self._source.room_id,
            session_id=self._source.session_id,
            type=type_,
            path=f"{self._storage.root}/{path}",
            created_at=self._moment,
            presign_seconds=self._storage.presign_seconds,
            metadata=metadata,
        )
        self._workspace.assets[asset.id] = asset
        self._source.assets.append(asset)
        return asset

    def media(self, type_: str, path: str, metadata: Json, seconds: int) -> Asset:
        """Make a file that plays for some seconds."""
        asset = self.announce(type_, path, metadata)
        asset.duration = seconds
        _settle(asset, None, failed=self._failed)
        return asset

    def text(self, type_: str, path: str, text: str) -> Asset:
        """Make a file of text."""
        asset = self.announce(type_, path, {})
        _settle(asset, text, failed=self._failed)
        return asset


def make_files(maker: Maker, job: Job) -> None:
    """Make the files of a job that has ended: videos, the recording for playback on demand, the chat."""
    settings, where, seconds = job.settings, _Where(job), job.recorded_seconds()
    if settings.composite:
        size: Json = {} if settings.audio_only else {"resolution": settings.size.to_json()}
        maker.media("room-composite", where.path("beam", f"{where.name}.mp4"), size, seconds)
    if settings.hls_vod:
        layers = settings.recorded_layers
        metadata = {
            "num_layers": str(len(layers)),
            "max_width": max(layer.width for layer in layers),
            "max_height": max(layer.height for layer in layers),
        }
        name = f"{where.name}.zip" if settings.zipped else "master.m3u8"
        vod = maker.media("room-vod", where.path("hls", where.epoch, "vod", name), metadata, seconds)
        root = vod.path.removesuffix(f"/vod/{name}")
        vod.thumbnails = [
            f"{root}/thumbnail-{number}.png" for number, _ in enumerate(settings.thumbnails, 1)
        ] or None
    if settings.single_file_per_layer:
        for number, layer in enumerate(settings.recorded_layers):
            path = where.path("hls", where.epoch, "file-recording", f"{where.name}-{number}.mp4")
            metadata = {"resolution": layer.to_json(), "layer": str(number)}
            maker.media("room-composite", path, metadata, seconds)
    messages = _messages(maker.state, job)
    if job.kind is Kind.RECORDING or (messages and job.kind is Kind.LIVE_STREAM):
        maker.text("chat", where.path("chat", f"{where.name}.csv"), file_contents.chat(messages))


def announce_transcripts(maker: Maker, job: Job) -> None:
    """Make the assets of the transcripts of a job, which are still being worked on."""
    transcription, where = job.settings.transcription, _Where(job)
    if transcription is None:
        return
    for mode in transcription.output_modes:
        path = where.path("transcript", where.epoch, f"transcript.{mode}")
        maker.announce("transcript", path, {"output_mode": mode})
    if transcription.summary:
        path = where.path("transcript", where.epoch, "summary.json")
        maker.announce("summary", path, {"output_mode": "json"})


def finish_transcripts(workspace: Workspace, job: Job, *, failed: bool) -> None:
    """Let the transcripts of a job be there, or not."""
    transcription = job.settings.transcription
    people = [peer for peer in workspace.sessions[job.session_id].peers.values() if not peer.bot]
    for asset in job.assets:
        if asset.status != PROCESSING or transcription is None:
            continue
        if asset.type == "summary":
            text = file_contents.summary(people, transcription.sections)
        else:
            text = file_contents.transcript(people, asset.metadata["output_mode"])
        asset.duration = job.recorded_seconds()
        _settle(asset, text, failed=failed)


def track_file(maker: Maker, recording: ServerRecording, peer: Peer, track: Track) -> Asset:
    """Make the file of one track that the media server recorded."""
    metadata = {
        "track_id": track.id,
        "stream_id": track.stream_id,
        "peer_id": peer.id,
        "track_type": track.type,
    }
    path = f"{_folder(recording)}/{peer.id}/{track.stream_id}/{track.id}.webm"
    return maker.media("track", path, metadata, _seconds([track], recording))


def stream_file(maker: Maker, recording: ServerRecording, peer: Peer, tracks: Sequence[Track]) -> Asset:
    """Make the file of one peer that the media server recorded."""
    metadata = {
        "stream_id": tracks[0].stream_id,
        "peer_id": peer.id,
        "user_id": peer.user_id,
        "stream_type": _stream_type(tracks),
    }
    path = f"{_folder(recording)}/{peer.id}/{tracks[0].stream_id}.mp4"
    return maker.media("stream", path, metadata, _seconds(tracks, recording))


def _stream_type(tracks: Sequence[Track]) -> str:
    kinds = {track.kind for track in tracks}
    if SCREEN in kinds:
        return SCREEN
    return "regular" if "video" in kinds else "audio"


def legacy_files(maker: Maker, recording: ServerRecording) -> list[Asset]:
    """Make the video of a whole session that the media server recorded, and the chat if there was any."""
    name = f"Rec-{recording.session_id}-{int(recording.started_at.timestamp())}"
    ended = recording.ended_at or recording.started_at
    seconds = int((ended - recording.started_at).total_seconds())
    video = maker.media("room-composite-legacy", f"{_folder(recording)}/{name}.mp4", {}, seconds)
    messages = [
        message
        for message in maker.state.messages
        if message["session_id"] == recording.session_id and message["peer_id"] is None
    ]
    if not messages:
        return [video]
    path = f"chat/{recording.room_id}/{recording.started_at:%Y%m%d}/{name}.csv"
    return [video, maker.text("chat", path, file_contents.chat(messages))]


class _Where:
    """The paths of the files of a job: by room, by day and by the second in which it started."""

    def __init__(self, job: Job) -> None:
        started = job.started_at or job.created_at
        self._room = f"{job.room_id}/{started:%Y%m%d}"
        self.epoch = str(job.epoch)
        self.name = f"Rec-{job.room_id}-{self.epoch}"

    def path(self, folder: str, *rest: str) -> str:
        return "/".join([folder, self._room, *rest])


def _messages(state: State, job: Job) -> list[Json]:
    """What was written to the room or to a role while the job ran. Messages to one peer are not recorded."""
    if job.started_at is None or job.stop_asked_at is None:
        return []
    return [
        message
        for message in state.messages
        if message["session_id"] == job.session_id
        and message["peer_id"] is None
        and file_contents.is_between(message["sent_at"], job.started_at, job.stop_asked_at)
    ]


def _settle(asset: Asset, text: str | None, *, failed: bool) -> None:
    """Let an asset be there, or not."""
    if failed:
        asset.status, asset.duration = FAILED, 0
        return
    asset.status, asset.text = COMPLETED, text
    asset.size = len(file_contents.content(asset))


def _folder(recording: ServerRecording) -> str:
    return f"{recording.room_id}/{recording.started_at:%Y%m%d}/{recording.session_id}"


def _seconds(tracks: Sequence[Track], recording: ServerRecording) -> int:
    """From the start of the first track to the end of the last, in whole seconds."""
    ends = [track.stopped_at or recording.ended_at or track.started_at for track in tracks]
    return int((max(ends) - min(track.started_at for track in tracks)).total_seconds())
