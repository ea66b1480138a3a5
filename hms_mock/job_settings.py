"""Works out how a job is done: what the call says goes before what the template says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from hms_mock.errors import bad_body, forbidden
from hms_mock.model.jobs import JobSettings, Size, Storage, Transcription

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hms_mock.model.rooms import Room
    from hms_mock.model.templates import Template
    from hms_mock.state import Workspace

Json = dict[str, Any]

LONGEST_SECONDS = 4 * 3600
PATIENCE_SECONDS = 5 * 60
_DEFAULT_SIZE = Size(1280, 720)
_DEFAULT_LAYERS = (Size(1280, 720), Size(848, 480), Size(640, 360))
_LARGEST_SHORT_SIDE = 1080
_DEFAULT_MODES = ("txt", "srt", "json")
_BOT_ROLE = "__internal_recorder"
_DEFAULT_DESTINATION = "default"
_SEVERAL_DAYS, _NINE_HOURS = 3 * 86400, 9 * 3600
_LONGEST = 365 * 86400
_APPS = "app.example.com"
_OWN_BUCKET = "s3://mock-recordings"


def recording_settings(workspace: Workspace, room: Room, body: Mapping[str, Any]) -> JobSettings:
    """How to record a room.

    Args:
        workspace: the workspace of the room.
        room: the room.
        body: the body of the call.

    Raises:
        ApiError: 400, the call lacks what the template does not have.
    """
    template = workspace.template_of(room)
    name, config = _destination(body.get("destination"), _recordings_of(template), "recordings")
    browser: Json = config.get("compositeRecording", {}).get("browserComposite") or config
    size = _size(body.get("resolution", {}), browser)
    return JobSettings(
        **_common(workspace, room, body, name, config),
        patience=_seconds(browser.get("autoStopTimeout"), PATIENCE_SECONDS),
        event_presign_seconds=_presign_seconds(workspace, room, config),
        size=size,
        composite=True,
        audio_only=body.get("audio_only", False),
        transcription=_transcription(template, body.get("transcription", {})),
    )


def live_stream_settings(workspace: Workspace, room: Room, body: Mapping[str, Any]) -> JobSettings:
    """How to stream a room to viewers. The arguments and errors are those of `recording_settings`."""
    template = workspace.template_of(room)
    _refuse_beside_automatic_recording(template)
    name, config = _destination(
        body.get("destination"), template.destinations.get("hlsDestinations", {}), "live streams"
    )
    recording: Json = config.get("recording", {})
    asked: Json = body.get("recording", {})
    layers = _layers(config.get("layers")) or _DEFAULT_LAYERS
    vod = bool(asked.get("hls_vod", recording.get("hlsVod")))
    files = bool(asked.get("single_file_per_layer", recording.get("singleFilePerLayer")))
    transcription: Json = body.get("transcription", {})
    modes = _modes(template, transcription)
    storage = storage_of(workspace, room)
    return JobSettings(
        **_common(workspace, room, body, name, config),
        patience=_seconds(config.get("autoStopTimeout"), PATIENCE_SECONDS),
        event_presign_seconds=_presign_seconds(workspace, room, recording),
        size=layers[0],
        layers=layers,
        recorded_layers=_layers(recording.get("layers")) or layers,
        hls_vod=vod,
        single_file_per_layer=files,
        zipped=bool(recording.get("enableZipUpload")) and storage.own,
        thumbnails=_thumbnails(recording.get("thumbnails", {})),
        takes_metadata=config.get("enableMetadataInsertion", True),
        static_url=config.get("enableStaticUrl", False),
        live_captions="live" in modes,
        transcription=(
            _transcription(template, transcription) if (vod or files) and "recorded" in modes else None
        ),
    )


def ingest_settings(workspace: Workspace, room: Room) -> JobSettings:
    """How to stream to viewers what an encoder sends in: to the first HLS destination of the template.

    Raises:
        ApiError: 403, the template records automatically.
    """
    destination = next(iter(workspace.template_of(room).destinations["hlsDestinations"]))
    # No browser opens a page, but the API tells one of every live stream.
    body = {"destination": destination, "meeting_url": f"https://mock.{_APPS}/ingest/{room.id}"}
    return live_stream_settings(workspace, room, body)


def external_stream_settings(workspace: Workspace, room: Room, body: Mapping[str, Any]) -> JobSettings:
    """How to stream a room to other platforms. Arguments and errors are those of `recording_settings`."""
    template = workspace.template_of(room)
    _refuse_beside_automatic_recording(template)
    name, config = _destination(
        body.get("destination"), template.destinations.get("rtmpDestinations", {}), "external streams"
    )
    urls = body["rtmp_urls"] or config.get("rtmpUrls", [])
    if not urls:
        raise bad_body("rtmp_urls: at least one URL is required")
    size = _size(body.get("resolution", {}), config)
    if "resolution" in body and min(size.width, size.height) > _LARGEST_SHORT_SIDE:
        raise bad_body(f"resolution: the shorter side is larger than {_LARGEST_SHORT_SIDE}")
    return JobSettings(
        **_common(workspace, room, body, name, config),
        patience=_seconds(config.get("autoStopTimeout"), PATIENCE_SECONDS),
        event_presign_seconds=_presign_seconds(workspace, room, config),
        size=size,
        composite=body.get("recording", config.get("recordingEnabled", False)),
        rtmp_urls=tuple(urls),
    )


def storage_of(workspace: Workspace, room: Room) -> Storage:
    """Where the files of a room go: to its own bucket, to that of its template, or to that of the mock."""
    info: Json = room.recording_info or workspace.template_of(room).recording_info()
    upload: Json = info.get("upload_info") or {}
    if not upload:
        return Storage(f"{_OWN_BUCKET}/{workspace.customer_id}", own=False, presign_seconds=_SEVERAL_DAYS)
    prefix = upload.get("prefix", "").strip("/") or workspace.customer_id
    return Storage(
        root=f"{upload['type']}://{upload['location']}/{prefix}",
        own=True,
        presign_seconds=_NINE_HOURS if upload["type"] == "oss" else _SEVERAL_DAYS,
    )


def automatic_recording(template: Template) -> str | None:
    """The destination whose recording starts when the first peer joins, by its name; None without one."""
    for name, config in _recordings_of(template).items():
        browser: Json = config.get("compositeRecording", {}).get("browserComposite") or config
        if browser.get("autoStart"):
            return name
    return None


def made_meeting_url(template: Template, room: Room, role: str) -> str:
    """The page that a bot opens when nobody says which."""
    host = f"{template.subdomain or 'mock'}.{_APPS}"
    return f"https://{host}/preview/{room.id}/{quote(role, safe='')}?skip_preview=true"


def _recordings_of(template: Template) -> dict[str, Json]:
    """The destinations for recordings: the recording configurations with a browser, and the older form."""
    found: dict[str, Json] = dict(template.destinations.get("browserRecordings", {}))
    for config in template.recordings:
        if "browserComposite" in config.get("compositeRecording", {}):
            found[config["name"]] = config
    return found


def _destination(named: str | None, offered: Mapping[str, Json], purpose: str) -> tuple[str, Json]:
    if not named:
        if len(offered) > 1:
            names = ", ".join(sorted(offered))
            raise bad_body(f"destination: is required, the template has several for {purpose}: {names}")
        for only in offered.items():
            return only
        return _DEFAULT_DESTINATION, {}
    if named in offered:
        return named, offered[named]
    if not offered and named == _DEFAULT_DESTINATION:
        return named, {}
    raise bad_body(f"destination: the template has none for {purpose} that is called {named!r}")


def _common(workspace: Workspace, room: Room, body: Mapping[str, Any], name: str, config: Json) -> Json:
    template = workspace.template_of(room)
    role = config.get("role") or _BOT_ROLE
    meeting_url = body.get("meeting_url")
    if not meeting_url:
        if not template.subdomain:
            raise bad_body("meeting_url: is required, the template has no subdomain")
        meeting_url = made_meeting_url(template, room, role)
    return {
        "destination": name,
        "meeting_url": meeting_url,
        "role": role,
        "storage": storage_of(workspace, room),
        "longest": _seconds(config.get("maxDuration"), LONGEST_SECONDS),
    }


def _refuse_beside_automatic_recording(template: Template) -> None:
    if automatic_recording(template) is not None:
        raise forbidden(
            "Streaming is disabled", "the template records automatically, which switches its streams off"
        )


def _transcription(template: Template, asked: Mapping[str, Any]) -> Transcription | None:
    config = _recorded_transcription(template)
    if not asked.get("enabled", config is not None):
        return None
    config = config or {}
    modes = asked.get("output_modes") or config.get("outputModes") or _DEFAULT_MODES
    summary: Json = config.get("summary", {}) | asked.get("summary", {})
    sections: list[Json] = summary.get("sections", [])
    return Transcription(
        output_modes=tuple(dict.fromkeys(modes)),
        summary=summary.get("enabled", False),
        sections=tuple((section["title"], section["format"]) for section in sections),
    )


def _modes(template: Template, asked: Mapping[str, Any]) -> frozenset[str]:
    """What is transcribed of a live stream: its recording, the stream itself, both or nothing."""
    configs: list[Json] = list(template.destinations.get("transcriptions", {}).values())
    configured = {mode for config in configs for mode in config.get("modes", [])} & {"recorded", "live"}
    if not asked.get("enabled", bool(configured)):
        return frozenset()
    return frozenset(asked.get("modes") or configured or {"recorded"})


def _recorded_transcription(template: Template) -> Json | None:
    configs: list[Json] = list(template.destinations.get("transcriptions", {}).values())
    return next((config for config in configs if "recorded" in config.get("modes", [])), None)


def _size(asked: Mapping[str, Any], config: Mapping[str, Any]) -> Size:
    return Size(
        asked.get("width", config.get("width") or _DEFAULT_SIZE.width),
        asked.get("height", config.get("height") or _DEFAULT_SIZE.height),
    )


def _layers(configured: list[Json] | None) -> tuple[Size, ...]:
    return tuple(_size(layer, {}) for layer in configured or [])


def _thumbnails(config: Mapping[str, Any]) -> tuple[int, ...]:
    return tuple(config.get("offsets") or [0]) if config.get("enabled") else ()


def _presign_seconds(workspace: Workspace, room: Room, config: Mapping[str, Any]) -> int:
    return _seconds(config.get("presignDuration"), storage_of(workspace, room).presign_seconds)


def _seconds(configured: int | None, default: int) -> int:
    # Templates take any number here; one that cannot be meant counts as left out.
    return min(configured, _LONGEST) if configured and configured > 0 else default
