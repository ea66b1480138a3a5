"""RecordingAsset."""

from __future__ import annotations

import datetime

import attrs

from ..model import Model
from ..types import UNSET, Unset
from .recording_asset_metadata import RecordingAssetMetadata
from .recording_asset_status import RecordingAssetStatus
from .recording_asset_type import RecordingAssetType


@attrs.define(kw_only=True)
class RecordingAsset(Model):
    """One file that a recording, a live stream or an external stream has left behind. It is uploaded to
    your bucket, if the room or its template names one. Otherwise 100ms keeps it for 15 days.
    """

    id: str
    """Identifies the asset."""
    job_id: str | Unset = UNSET
    """Identifies the recording, live stream or external stream that made the file. Left out where the
    asset is given as part of that very object.
    """
    room_id: str | Unset = UNSET
    """Identifies the room that was recorded. Left out where the asset is part of a recording or stream."""
    session_id: str | Unset = UNSET
    """Identifies the session that was recorded. Left out where the asset is part of a recording or stream."""
    type: RecordingAssetType
    """What a recorded file holds, and in which form.

    * `room-composite`: a video (MP4) with all peers in it, as a participant saw them. Made by
      recordings, by external streams, and by live streams, which make one for each of their layers.
    * `room-composite-legacy`: a video (MP4) with all peers in it, put together by the media server. Of
      a lower quality than `room-composite`.
    * `room-vod`: a live stream for playback on demand (HLS): a playlist with its segments, or a ZIP
      file of them all, as the template says.
    * `chat`: the messages (CSV) that were sent to the whole room or to a role.
    * `transcript`: what was said, in writing. `output_mode` in the metadata tells the format of the
      file.
    * `summary`: the summary (JSON) of a transcript.
    * `track`: one audio or video track of one peer (WebM).
    * `stream`: audio and video of one peer together (MP4), of the camera or of a shared screen.
    """
    path: str
    """Where the file is stored: the address of an object in your bucket or in that of 100ms. It is no
    link; ask for a pre-signed URL to download the file.
    """
    thumbnails: list[str] | None | Unset = UNSET
    """Where the still pictures taken from the recording are stored. Only assets of the type `room-vod`
    have some; for others it is null, empty or left out.
    """
    metadata: RecordingAssetMetadata
    """What there is to know of a recorded file beyond its size and duration. Which members it has depends
    on the type of the asset:

    * `room-composite`: `resolution`, and `layer` if it was made of a live stream.
    * `room-vod`: `num_layers`, `max_width`, `max_height`.
    * `transcript`, `summary`: `output_mode`.
    * `track`: `track_id`, `track_type`, `stream_id`, `peer_id`.
    * `stream`: `stream_id`, `stream_type`, `peer_id`, `user_id`.
    * `room-composite-legacy`, `chat`: none.
    """
    duration: int
    """How long the media in the file play, in seconds. 0 where that makes no sense or is not known."""
    size: int
    """Size of the file, in bytes."""
    status: RecordingAssetStatus
    """How far a recorded file has come.

    * `processing`: it is being made. Seen of transcripts and summaries, which take longer than the
      recording.
    * `completed`: it is there.
    * `failed`: it could not be made or stored.
    """
    created_at: datetime.datetime
    """When the asset was made."""
