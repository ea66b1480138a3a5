"""HlsRecordingSuccessData."""

from __future__ import annotations

import datetime

import attrs

from ..model import Model
from ..types import UNSET, Unset
from .hls_recording_file import HlsRecordingFile
from .hls_recording_thumbnail import HlsRecordingThumbnail


@attrs.define(kw_only=True)
class HlsRecordingSuccessData(Model):
    """The recording, and where its files are."""

    beam_id: str
    """Identifies the beam: the browser that 100ms sends into the call to record or stream it."""
    room_id: str
    """Identifies the room."""
    session_id: str
    """Identifies the session, which is one continuous call in the room."""
    template_id: str
    """Identifies the template that the room follows."""
    recording_id: str
    """Identifies the recording."""
    recording_created_at: datetime.datetime
    """When the files of the recording were made."""
    started_at: datetime.datetime
    """When the stream started."""
    stopped_at: datetime.datetime
    """When the stream stopped."""
    duration: int
    """How long the recording plays, in seconds."""
    hls_vod_recording_path: str | Unset = UNSET
    """Where the playlist for playing on demand was uploaded to, M3U8 or zipped. Left out when the stream
    was not recorded that way.
    """
    hls_vod_recording_presigned_url: str | Unset = attrs.field(default=UNSET, repr=False)
    """A link to the recording for playing on demand. In the storage of 100ms, where it is uploaded
    unzipped, players can play it as it is. In a bucket of your own it is a signed link to the playlist
    or to the ZIP file: download the ZIP file, and put a content delivery network before the bucket to
    play it.
    """
    hls_vod_recording_size: int | Unset = UNSET
    """The size of the recording for playing on demand, in bytes."""
    recording_hls_vod_playlist_location: str | Unset = attrs.field(default=UNSET, repr=False)
    """A signed link to the recording for playing on demand. Use `hls_vod_recording_presigned_url`.
    Deprecated.
    """
    recording_single_files: list[HlsRecordingFile] | None | Unset = UNSET
    """The recorded layers, one MP4 file each, the best picture first. Empty, null or left out when the
    stream was not recorded that way.
    """
    recording_thumbnails: list[HlsRecordingThumbnail] | None | Unset = UNSET
    """Still pictures from the recording. Empty, null or left out when none were asked for."""
    chat_recording_path: str | Unset = UNSET
    """Where the messages that were sent in the call were uploaded to, as a CSV file. Left out when the
    chat was not recorded.
    """
    chat_recording_presigned_url: str | Unset = attrs.field(default=UNSET, repr=False)
    """A signed link to download the file with the messages from. Whoever has it can download, until it
    expires.
    """
    max_width: int | Unset = UNSET
    """The width of the picture, in pixels."""
    max_height: int | Unset = UNSET
    """The height of the picture, in pixels."""
    meeting_url: str | Unset = UNSET
    """The page through which the beam takes part in the call: the one that the start asked for, or the
    standard one. It may be missing when the stream comes from an encoder over RTMP.
    """
    metadata_id: str
    """Identifies this notification inside 100ms. To recognise an event, use the `id` of the event."""
    metadata_timestamp: datetime.datetime
    """When this notification was made."""
    session_started_at: datetime.datetime
    """When the session was opened."""
