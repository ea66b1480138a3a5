"""What webhooks tell about recordings that the media server makes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hms_mock.clock import format_nanoseconds
from hms_mock.events import emit
from hms_mock.presigning import presigned_url

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from hms_mock.model.assets import Asset
    from hms_mock.model.server_recordings import ServerRecording
    from hms_mock.model.sessions import Peer, Track
    from hms_mock.state import State, Workspace

Json = dict[str, Any]

_COMPOSED_URL_SECONDS = 24 * 3600


def track_started(
    state: State, workspace: Workspace, recording: ServerRecording, peer: Peer, track: Track
) -> None:
    """A track is being recorded."""
    data = _of_track(recording, peer, track)
    emit(state, workspace, "track.recording.started.success", data, at=track.started_at)


def track_ended(
    state: State,
    workspace: Workspace,
    recording: ServerRecording,
    *,
    peer: Peer,
    track: Track,
    asset: Asset,
    moment: datetime,
    error: str | None,
) -> None:
    """The file of a track is there, or failed with an error."""
    data = _of_track(recording, peer, track)
    _told(state, workspace, recording, data, what="track", asset=asset, moment=moment, error=error)


def stream_ended(
    state: State,
    workspace: Workspace,
    recording: ServerRecording,
    *,
    peer: Peer,
    asset: Asset,
    moment: datetime,
    error: str | None,
) -> None:
    """The file of a peer is there, or failed with an error."""
    kind = asset.metadata["stream_type"]
    data: Json = {
        "room_id": recording.room_id,
        "session_id": recording.session_id,
        "peer_id": peer.id,
        "stream_id": asset.metadata["stream_id"],
        "user_id": peer.user_id,
        "stream_type": kind,
        "type": kind,
    }
    _told(state, workspace, recording, data, what="stream", asset=asset, moment=moment, error=error)


def composed(
    state: State,
    workspace: Workspace,
    recording: ServerRecording,
    *,
    assets: Sequence[Asset],
    moment: datetime,
    error: str | None,
) -> None:
    """The video of a whole session is there, or failed with an error."""
    room, session = workspace.rooms[recording.room_id], workspace.sessions[recording.session_id]
    data: Json = {
        "room_id": room.id,
        "room_name": room.name,
        "session_id": session.id,
        "template_id": room.template_id,
        "session_started_at": format_nanoseconds(session.created_at),
        "session_stopped_at": format_nanoseconds(session.updated_at),
    }
    if error is not None:
        emit(state, workspace, "recording.failed", data | {"error": error, "error_type": error}, at=moment)
        return
    video, *chat = assets
    url = presigned_url(state, video, _COMPOSED_URL_SECONDS)
    data |= {
        "duration": video.duration,
        "size": video.size,
        "recording_path": video.path,
        "recording_presigned_url": url,
        "location": video.path,
        "URL": url,
    }
    for asset in chat:
        data["chat_recording_path"] = asset.path
        data["chat_recording_presigned_url"] = presigned_url(state, asset, _COMPOSED_URL_SECONDS)
    emit(state, workspace, "recording.success", data, at=moment)


def _told(
    state: State,
    workspace: Workspace,
    recording: ServerRecording,
    data: Json,
    *,
    what: str,
    asset: Asset,
    moment: datetime,
    error: str | None,
) -> None:
    # Sizes and durations of these events are texts of digits.
    data |= {
        "size": str(asset.size),
        "duration": str(asset.duration),
        "recording_id": recording.id,
        "recording_path": asset.path,
    }
    if error is None:
        data["recording_presigned_url"] = presigned_url(state, asset, asset.presign_seconds)
    else:
        data["error_message"] = error
    outcome = "success" if error is None else "failure"
    emit(state, workspace, f"{what}.recording.{outcome}", data, at=moment)


def _of_track(recording: ServerRecording, peer: Peer, track: Track) -> Json:
    return {
        "room_id": recording.room_id,
        "session_id": recording.session_id,
        "peer_id": peer.id,
        "stream_id": track.stream_id,
        "track_id": track.id,
        "track_type": track.type,
    }
