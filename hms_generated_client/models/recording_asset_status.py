"""RecordingAssetStatus."""

from __future__ import annotations

from ..types import OpenEnum


class RecordingAssetStatus(OpenEnum):
    """How far a recorded file has come.

    * `processing`: it is being made. Seen of transcripts and summaries, which take longer than the
      recording.
    * `completed`: it is there.
    * `failed`: it could not be made or stored.
    """

    PROCESSING = "processing"
    COMPLETED = "completed"
    FAILED = "failed"
