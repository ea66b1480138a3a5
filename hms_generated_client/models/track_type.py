"""TrackType."""

from __future__ import annotations

from ..types import OpenEnum


class TrackType(OpenEnum):
    """The medium of a track.

    * `audio`: sound.
    * `video`: moving pictures, also those of a shared screen.
    """

    AUDIO = "audio"
    VIDEO = "video"
