"""What webhooks tell about recordings, live streams and external streams."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hms_mock.clock import format_nanoseconds
from hms_mock.events import emit
from hms_mock.model.assets import COMPLETED, Asset
from hms_mock.model.jobs import Job, Kind
from hms_mock.presigning import presigned_url

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from hms_mock.state import State, Workspace

Json = dict[str, Any]


def started(state: State, workspace: Workspace, job: Job) -> None:
    """A job runs."""
    moment = job.started_at or job.created_at
    data = _of_job(state, workspace, job, moment) | {
        "start_delay": int((moment - job.created_at).total_seconds()),
        "state_name": "HLSStarted" if job.kind is Kind.LIVE_STREAM else "Started",
    }
    if job.kind is Kind.LIVE_STREAM:
        data |= {"url": job.playback_url, "started_at": format_nanoseconds(moment)}
    emit(state, workspace, f"{_family(job)}.started.success", data, at=moment)


def stopped(state: State, workspace: Workspace, job: Job, moment: datetime) -> None:
    """A job that ran has ended."""
    data = _of_job(state, workspace, job, moment) | {
        "duration": job.running_seconds(),
        "reason": job.reason,
        "state_name": "HLSStopped" if job.kind is Kind.LIVE_STREAM else "Stopped",
    }
    if job.kind is Kind.LIVE_STREAM:
        data |= _times(job) | {
            "url": job.playback_url,
            "live_transcription_enabled": job.settings.live_captions,
        }
    emit(state, workspace, f"{_family(job)}.stopped.success", data, at=moment)


def recorded(state: State, workspace: Workspace, job: Job, moment: datetime) -> None:
    """The files of a job are there."""
    if job.kind is Kind.LIVE_STREAM:
        _stream_recorded(state, workspace, job, moment)
        return
    video = next(asset for asset in job.assets if asset.type == "room-composite")
    url = _url(state, job, video)
    data = _of_recording(state, workspace, job, moment) | {
        "recording_id": job.id,
        "created_at": format_nanoseconds(moment),
        "duration": video.duration,
        "size": video.size,
        "recording_path": video.path,
        "recording_presigned_url": url,
        "location": url,
        "rtmp": _targets(job),
    }
    emit(state, workspace, "beam.recording.success", data, at=moment)


def failed(state: State, workspace: Workspace, job: Job, moment: datetime, *, error: tuple[str, str]) -> None:
    """A job has failed. The error is its type, and a sentence for people."""
    data = _of_job(state, workspace, job, moment) | {
        "error_type": error[0],
        "error_message": error[1],
        "error_code": 1,
        "duration": job.running_seconds(),
        "state_name": "HLSFailed" if job.kind is Kind.LIVE_STREAM else "Failed",
    }
    emit(state, workspace, f"{_family(job)}.failure", data, at=moment)


def transcription_started(state: State, workspace: Workspace, job: Job, moment: datetime) -> None:
    """The recording of a job is being transcribed."""
    data = _of_transcription(state, workspace, job, moment)
    data |= {f"{name}_asset_id": asset.id for name, asset in _transcripts(job)}
    emit(state, workspace, "transcription.started.success", data, at=moment)


def transcribed(state: State, workspace: Workspace, job: Job, moment: datetime, *, failed: bool) -> None:
    """The transcripts of a job are there, or cannot be made."""
    data = _of_transcription(state, workspace, job, moment)
    for name, asset in _transcripts(job):
        if asset.status == COMPLETED:
            data[f"{name}_asset_id"] = asset.id
            data[f"{name}_path"] = asset.path
            data[f"{name}_presigned_url"] = _url(state, job, asset)
    outcome = "failure" if failed else "success"
    emit(state, workspace, f"transcription.{outcome}", data, at=moment)


def _stream_recorded(state: State, workspace: Workspace, job: Job, moment: datetime) -> None:
    data = _of_recording(state, workspace, job, moment) | {
        "recording_id": job.id,
        "recording_created_at": format_nanoseconds(moment),
        "duration": job.recorded_seconds(),
        "recording_single_files": [
            {
                "asset_id": asset.id,
                "layer": asset.metadata["layer"],
                "recording_path": asset.path,
                "recording_presigned_url": _url(state, job, asset),
                "size": asset.size,
            }
            | asset.metadata["resolution"]
            for asset in job.assets
            if asset.type == "room-composite"
        ],
    }
    for asset in job.assets:
        if asset.type == "room-vod":
            url = _url(state, job, asset)
            data |= {
                "hls_vod_recording_path": asset.path,
                "hls_vod_recording_presigned_url": url,
                "hls_vod_recording_size": asset.size,
                "recording_hls_vod_playlist_location": url,
                "recording_thumbnails": [
                    job.settings.recorded_layers[0].to_json() | {"offset": offset, "location": path}
                    for offset, path in zip(job.settings.thumbnails, asset.thumbnails or [], strict=True)
                ],
            }
    emit(state, workspace, "hls.recording.success", data, at=moment)


def _family(job: Job) -> str:
    return "hls" if job.kind is Kind.LIVE_STREAM else "beam"


def _of_beam(state: State, workspace: Workspace, job: Job, moment: datetime) -> Json:
    # What belongs to a browser in the call is not told of a stream that an encoder feeds.
    browser = {"peer_id": job.bot_id, "meeting_url": job.settings.meeting_url} if job.ingest is None else {}
    return browser | {
        "beam_id": job.beam_id,
        "room_id": job.room_id,
        "session_id": job.session_id,
        "template_id": job.template_id,
        "max_width": job.settings.size.width,
        "max_height": job.settings.size.height,
        "metadata_id": state.ids.uuid(),
        "metadata_timestamp": format_nanoseconds(moment),
        "session_started_at": format_nanoseconds(workspace.sessions[job.session_id].created_at),
    }


def _of_job(state: State, workspace: Workspace, job: Job, moment: datetime) -> Json:
    data = _of_beam(state, workspace, job, moment) | {
        "job_id": job.id,
        "state_timestamp": format_nanoseconds(moment),
        "state_message": "",
    }
    if job.kind is Kind.LIVE_STREAM:
        return data | {
            "recording_single_file_per_layer_enabled": job.settings.single_file_per_layer,
            "recording_vod_playlist_enabled": job.settings.hls_vod,
        }
    return data | {"recording_enabled": job.settings.composite, "rtmp": _targets(job)}


def _of_recording(state: State, workspace: Workspace, job: Job, moment: datetime) -> Json:
    data = _of_beam(state, workspace, job, moment) | _times(job)
    if job.kind is Kind.LIVE_STREAM:
        data.pop("peer_id", None)
    for asset in job.assets:
        if asset.type == "chat":
            data["chat_recording_path"] = asset.path
            data["chat_recording_presigned_url"] = _url(state, job, asset)
    return data


def _of_transcription(state: State, workspace: Workspace, job: Job, moment: datetime) -> Json:
    return {
        "account_id": workspace.customer_id,
        "app_id": workspace.app_id,
        "room_id": job.room_id,
        "room_name": workspace.rooms[job.room_id].name,
        "session_id": job.session_id,
        "recording_id": job.id,
        "transcription_id": job.transcription_id,
        "duration": job.recorded_seconds(),
        "metadata_id": state.ids.uuid(),
        "metadata_timestamp": format_nanoseconds(moment),
    }


def _transcripts(job: Job) -> Iterator[tuple[str, Asset]]:
    for asset in job.assets:
        if asset.type in {"transcript", "summary"}:
            yield f"{asset.type}_{asset.metadata['output_mode']}", asset


def _times(job: Job) -> Json:
    began = job.started_at or job.created_at
    return {
        "started_at": format_nanoseconds(began),
        "stopped_at": format_nanoseconds(job.stopped_at or began),
    }


def _targets(job: Job) -> list[Json]:
    return [{"url": url} for url in job.settings.rtmp_urls]


def _url(state: State, job: Job, asset: Asset) -> str:
    return presigned_url(state, asset, job.settings.event_presign_seconds)
