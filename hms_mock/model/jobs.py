"""Recordings, live streams and external streams: the jobs that a bot does in a room."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from hms_mock.clock import format_milliseconds

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from hms_mock.model.assets import Asset
    from hms_mock.model.ingests import Ingest

Json = dict[str, Any]


class Kind(StrEnum):
    """What a job does. A room has at most one of each kind that starts or runs."""

    RECORDING = "recording"
    LIVE_STREAM = "live_stream"
    EXTERNAL_STREAM = "external_stream"


class Status(StrEnum):
    """How far a job has come."""

    STARTING = "starting"
    RUNNING = "running"
    STOPPING = "stopping"
    POST_PROCESSING = "post_processing"
    COMPLETED = "completed"
    FAILED = "failed"


ACTIVE = frozenset({Status.STARTING, Status.RUNNING})
"""While a job has one of these, no other of its kind starts in the room."""
OVER = frozenset({Status.COMPLETED, Status.FAILED})


@dataclass(frozen=True)
class Size:
    """The size of a picture, in pixels."""

    width: int
    height: int

    def to_json(self) -> Json:
        """The size as the API shows it."""
        return {"width": self.width, "height": self.height}


@dataclass(frozen=True)
class Storage:
    """Where files are uploaded to.

    Attributes:
        root: what all paths begin with: the kind of storage, the bucket and the prefix.
        own: whether it is a bucket of the customer.
        presign_seconds: how long a pre-signed URL is valid when nobody says.
    """

    root: str
    own: bool
    presign_seconds: int


@dataclass(frozen=True)
class Transcription:
    """What is made of a recording when it is over.

    Attributes:
        output_modes: the formats of the transcript, one file each.
        summary: whether a summary is written.
        sections: title and format of each section of the summary.
    """

    output_modes: tuple[str, ...]
    summary: bool = False
    sections: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class JobSettings:
    """What the call that starts a job and the template say together.

    Attributes:
        destination: the destination of the template, by its name.
        meeting_url: the page that the bot opens.
        role: the role of the bot.
        size: the size of the picture.
        storage: where the files go.
        longest: seconds after which it is stopped.
        patience: seconds after which it is stopped when nobody but bots is in the room.
        composite: whether a video of the whole room is made.
        audio_only: whether that has sound alone.
        rtmp_urls: where an external stream is sent.
        layers: the sizes in which a live stream is offered, the largest first.
        recorded_layers: those that are recorded.
        hls_vod: whether a live stream is recorded for playback on demand.
        single_file_per_layer: whether a live stream is recorded in one video for each layer.
        zipped: whether the recording for playback on demand is one ZIP file.
        thumbnails: where still pictures are taken, in seconds from the start.
        takes_metadata: whether timed metadata can be put into a live stream.
        live_captions: whether a live stream has captions.
        static_url: whether the playback URL is that of the room.
        transcription: what is made of the recording; None for nothing.
        event_presign_seconds: how long the pre-signed URLs in events are valid.
    """

    destination: str
    meeting_url: str
    role: str
    size: Size
    storage: Storage
    longest: int
    patience: int
    event_presign_seconds: int
    composite: bool = False
    audio_only: bool = False
    rtmp_urls: tuple[str, ...] = field(default=(), repr=False)
    layers: tuple[Size, ...] = ()
    recorded_layers: tuple[Size, ...] = ()
    hls_vod: bool = False
    single_file_per_layer: bool = False
    zipped: bool = False
    thumbnails: tuple[int, ...] = ()
    takes_metadata: bool = True
    live_captions: bool = False
    static_url: bool = False
    transcription: Transcription | None = None

    @property
    def leaves_files(self) -> bool:
        """Whether there is something to work on when the job has ended."""
        return self.composite or self.hls_vod or self.single_file_per_layer


@dataclass
class Job:
    """One recording, live stream or external stream.

    Attributes:
        bot_id: the peer that the bot is in the session.
        beam_id: identifies the bot in events.
        updated_at: when anything changed last.
        epoch: the second in which it began to run, in the names of its files; a little later when another job
            of the room began in the same second.
        stop_asked_at: when it was told to stop, or ended by itself.
        reason: why it ended, in the words of the events.
        ended_early: whether it was told to stop before it ran.
        paused_at: since when the recording is paused; None while it is not.
        paused_for: how long it was paused before that.
        completed_at: when its files were there.
        transcribed_at: when its transcripts are due; None without any, and once they are there.
        assets: its files, in the order in which it shows them.
        timed_metadata: what was put into a live stream.
        ingest: what an encoder sends in, of a live stream that shows this in place of the room.
    """

    id: str
    kind: Kind
    room_id: str
    session_id: str
    template_id: str
    bot_id: str
    beam_id: str
    settings: JobSettings
    created_at: datetime
    updated_at: datetime
    status: Status = Status.STARTING
    started_at: datetime | None = None
    epoch: int = 0
    stop_asked_at: datetime | None = None
    stopped_at: datetime | None = None
    reason: str = ""
    ended_early: bool = False
    paused_at: datetime | None = None
    paused_for: timedelta = timedelta()
    completed_at: datetime | None = None
    transcription_id: str = ""
    transcribed_at: datetime | None = None
    assets: list[Asset] = field(default_factory=list["Asset"])
    timed_metadata: list[Json] = field(default_factory=list[Json])
    ingest: Ingest | None = None

    @property
    def playback_url(self) -> str:
        """The playlist of a live stream."""
        where = self.room_id if self.settings.static_url else f"{self.room_id}/{self.id}"
        return f"https://live.example.com/{where}/master.m3u8"

    @property
    def asset_types(self) -> list[str]:
        """The kinds of files that a recording makes."""
        types = ["room-composite", "chat"]
        if self.settings.transcription is not None:
            types.append("transcript")
            if self.settings.transcription.summary:
                types.append("summary")
        return types

    def running_seconds(self) -> int:
        """How long it ran, in whole seconds."""
        if self.started_at is None or self.stop_asked_at is None:
            return 0
        return int((self.stop_asked_at - self.started_at).total_seconds())

    def recorded_seconds(self) -> int:
        """How long its recording plays: the time that it ran, without pauses."""
        return max(self.running_seconds() - int(self.paused_for.total_seconds()), 0)

    def to_control_json(self) -> Json:
        """The job as the control plane shows it, with what the API does not tell."""
        return {
            "id": self.id,
            "kind": self.kind.value,
            "room_id": self.room_id,
            "session_id": self.session_id,
            "peer_id": self.bot_id,
            "status": self.status.value,
            "paused": self.paused_at is not None,
            "reason": self.reason,
            "assets": [asset.id for asset in self.assets],
            "timed_metadata": list(self.timed_metadata),
        }

    def recording_json(self, *, listed: bool = False, changed: bool = False, paused: bool = False) -> Json:
        """A recording as the API shows it.

        Args:
            listed: in a list, which has no assets.
            changed: in the answer to a start, a pause or a resumption, which tells the destination.
            paused: in the answer to a pause or a resumption, which does not tell the types of assets.
        """
        shown = self._common_json()
        shown["asset_types"] = None if paused else self.asset_types
        if not listed:
            shown["recording_assets"] = self._assets_json()
        if changed or paused:
            shown["destination"] = self.settings.destination
        return shown

    def live_stream_json(self, *, listed: bool = False) -> Json:
        """A live stream as the API shows it.

        Args:
            listed: in a list, which has no assets.
        """
        return self._common_json() | {
            "playback": {"url": self.playback_url},
            "recording": {
                "hls_vod": self.settings.hls_vod,
                "single_file_per_layer": self.settings.single_file_per_layer,
            },
            "destination": self.settings.destination,
            "recording_assets": None if listed else self._assets_json(),
        }

    def external_stream_json(self) -> Json:
        """An external stream as the API shows it."""
        return self._common_json() | {
            "destination": self.settings.destination,
            "rtmp_urls": list(self.settings.rtmp_urls),
            "recording": self.settings.composite,
            "resolution": self.settings.size.to_json(),
            "recording_assets": self._assets_json(),
        }

    def _common_json(self) -> Json:
        return {
            "id": self.id,
            "room_id": self.room_id,
            "session_id": self.session_id,
            "status": self.status.value,
            "created_at": format_milliseconds(self.created_at),
            "started_at": None if self.started_at is None else format_milliseconds(self.started_at),
            "updated_at": format_milliseconds(self.updated_at),
            "stopped_at": None if self.stopped_at is None else format_milliseconds(self.stopped_at),
            "meeting_url": self.settings.meeting_url,
            "started_by": "",
            "stopped_by": "",
        }

    def _assets_json(self) -> Sequence[Json] | None:
        return [asset.to_json(inside=True) for asset in self.assets] or None
