"""RecordingAssetType."""

from __future__ import annotations

from ..types import OpenEnum


class RecordingAssetType(OpenEnum):
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

    ROOM_COMPOSITE = "room-composite"
    ROOM_COMPOSITE_LEGACY = "room-composite-legacy"
    ROOM_VOD = "room-vod"
    CHAT = "chat"
    TRANSCRIPT = "transcript"
    SUMMARY = "summary"
    TRACK = "track"
    STREAM = "stream"
