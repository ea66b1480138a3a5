"""The webhook events, by the `type` that each of them carries."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, TypeAlias

from . import models
from .model import Model

if TYPE_CHECKING:
    from .models.beam_failure_event import BeamFailureEvent
    from .models.beam_recording_success_event import BeamRecordingSuccessEvent
    from .models.beam_started_success_event import BeamStartedSuccessEvent
    from .models.beam_stopped_success_event import BeamStoppedSuccessEvent
    from .models.hls_failure_event import HlsFailureEvent
    from .models.hls_recording_success_event import HlsRecordingSuccessEvent
    from .models.hls_started_success_event import HlsStartedSuccessEvent
    from .models.hls_stopped_success_event import HlsStoppedSuccessEvent
    from .models.ingest_end_success_event import IngestEndSuccessEvent
    from .models.ingest_failure_event import IngestFailureEvent
    from .models.ingest_start_failure_event import IngestStartFailureEvent
    from .models.ingest_start_success_event import IngestStartSuccessEvent
    from .models.peer_join_failure_event import PeerJoinFailureEvent
    from .models.peer_join_success_event import PeerJoinSuccessEvent
    from .models.peer_leave_failure_event import PeerLeaveFailureEvent
    from .models.peer_leave_success_event import PeerLeaveSuccessEvent
    from .models.recording_failed_event import RecordingFailedEvent
    from .models.recording_success_event import RecordingSuccessEvent
    from .models.role_change_failure_event import RoleChangeFailureEvent
    from .models.role_change_success_event import RoleChangeSuccessEvent
    from .models.room_end_failure_event import RoomEndFailureEvent
    from .models.room_end_success_event import RoomEndSuccessEvent
    from .models.session_close_success_event import SessionCloseSuccessEvent
    from .models.session_open_success_event import SessionOpenSuccessEvent
    from .models.stream_recording_failure_event import StreamRecordingFailureEvent
    from .models.stream_recording_success_event import StreamRecordingSuccessEvent
    from .models.track_recording_failure_event import TrackRecordingFailureEvent
    from .models.track_recording_started_success_event import (
        TrackRecordingStartedSuccessEvent,
    )
    from .models.track_recording_success_event import TrackRecordingSuccessEvent
    from .models.transcription_failure_event import TranscriptionFailureEvent
    from .models.transcription_started_success_event import (
        TranscriptionStartedSuccessEvent,
    )
    from .models.transcription_success_event import TranscriptionSuccessEvent

    Event: TypeAlias = (
        BeamFailureEvent
        | BeamRecordingSuccessEvent
        | BeamStartedSuccessEvent
        | BeamStoppedSuccessEvent
        | HlsFailureEvent
        | HlsRecordingSuccessEvent
        | HlsStartedSuccessEvent
        | HlsStoppedSuccessEvent
        | IngestEndSuccessEvent
        | IngestFailureEvent
        | IngestStartFailureEvent
        | IngestStartSuccessEvent
        | PeerJoinFailureEvent
        | PeerJoinSuccessEvent
        | PeerLeaveFailureEvent
        | PeerLeaveSuccessEvent
        | RecordingFailedEvent
        | RecordingSuccessEvent
        | RoleChangeFailureEvent
        | RoleChangeSuccessEvent
        | RoomEndFailureEvent
        | RoomEndSuccessEvent
        | SessionCloseSuccessEvent
        | SessionOpenSuccessEvent
        | StreamRecordingFailureEvent
        | StreamRecordingSuccessEvent
        | TrackRecordingFailureEvent
        | TrackRecordingStartedSuccessEvent
        | TrackRecordingSuccessEvent
        | TranscriptionFailureEvent
        | TranscriptionStartedSuccessEvent
        | TranscriptionSuccessEvent
    )
    """Any event of which the document knows the type."""

EVENTS: Final[Mapping[str, str]] = {
    "beam.failure": "BeamFailureEvent",
    "beam.recording.success": "BeamRecordingSuccessEvent",
    "beam.started.success": "BeamStartedSuccessEvent",
    "beam.stopped.success": "BeamStoppedSuccessEvent",
    "hls.failure": "HlsFailureEvent",
    "hls.recording.success": "HlsRecordingSuccessEvent",
    "hls.started.success": "HlsStartedSuccessEvent",
    "hls.stopped.success": "HlsStoppedSuccessEvent",
    "ingest.end.success": "IngestEndSuccessEvent",
    "ingest.failure": "IngestFailureEvent",
    "ingest.start.failure": "IngestStartFailureEvent",
    "ingest.start.success": "IngestStartSuccessEvent",
    "peer.join.failure": "PeerJoinFailureEvent",
    "peer.join.success": "PeerJoinSuccessEvent",
    "peer.leave.failure": "PeerLeaveFailureEvent",
    "peer.leave.success": "PeerLeaveSuccessEvent",
    "recording.failed": "RecordingFailedEvent",
    "recording.success": "RecordingSuccessEvent",
    "role.change.failure": "RoleChangeFailureEvent",
    "role.change.success": "RoleChangeSuccessEvent",
    "room.end.failure": "RoomEndFailureEvent",
    "room.end.success": "RoomEndSuccessEvent",
    "session.close.success": "SessionCloseSuccessEvent",
    "session.open.success": "SessionOpenSuccessEvent",
    "stream.recording.failure": "StreamRecordingFailureEvent",
    "stream.recording.success": "StreamRecordingSuccessEvent",
    "track.recording.failure": "TrackRecordingFailureEvent",
    "track.recording.started.success": "TrackRecordingStartedSuccessEvent",
    "track.recording.success": "TrackRecordingSuccessEvent",
    "transcription.failure": "TranscriptionFailureEvent",
    "transcription.failed": "TranscriptionFailureEvent",
    "transcription.started.success": "TranscriptionStartedSuccessEvent",
    "transcription.success": "TranscriptionSuccessEvent",
}
"""The name of the model of each type of event."""


RETRY_DELAYS: Final = (1, 3, 10)
"""How many seconds after the attempt before an event that was not received is sent again."""

SOURCE_NETWORKS: Final = (
    "34.100.213.146/32",
    "35.200.143.211/32",
    "34.100.191.162/32",
    "34.100.132.35/32",
    "34.93.93.114/32",
    "34.131.109.150/32",
    "34.131.52.47/32",
    "34.131.200.41/32",
    "34.131.13.182/32",
    "34.131.24.136/32",
    "34.138.143.222/32",
    "35.242.196.203/32",
    "35.200.222.156/32",
    "34.93.74.33/32",
    "34.93.142.55/32",
    "34.93.176.177/32",
    "34.93.210.177/32",
    "34.93.175.47/32",
    "129.154.236.15/32",
    "34.89.155.251/32",
    "34.159.28.110/32",
    "35.198.158.93/32",
    "34.141.28.182/32",
    "34.159.38.234/32",
    "34.73.5.102/32",
    "34.23.160.219/32",
    "34.74.179.74/32",
    "34.148.69.69/32",
    "34.148.28.61/32",
    "34.148.5.193/32",
    "34.75.28.106/32",
    "104.196.151.140/32",
    "35.233.197.245/32",
    "34.83.45.214/32",
    "34.168.197.180/32",
    "34.82.114.112/32",
    "34.127.94.235/32",
    "34.169.0.6/32",
    "34.174.153.122/32",
    "34.19.120.133/32",
    "34.174.24.176/32",
    "35.211.150.95/32",
    "35.211.73.217/32",
    "35.211.191.127/32",
    "34.100.171.152/32",
    "34.93.135.94/32",
    "35.200.253.64/32",
    "34.93.180.140/32",
    "34.93.15.238/32",
    "34.100.194.204/32",
    "34.148.145.130/32",
    "34.162.177.21/32",
    "34.162.64.171/32",
    "34.153.30.136/32",
    "34.162.229.129/32",
    "34.162.204.39/32",
)
"""The networks that events come from."""


def event_model(event_type: str) -> type[Model] | None:
    """The model of a type of event; None for a type that the document does not know.

    Args:
        event_type: The `type` of the event, for example `peer.join.success`.
    """
    name = EVENTS.get(event_type)
    return None if name is None else getattr(models, name)
