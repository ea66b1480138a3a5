"""RecordedStreamType."""

from __future__ import annotations

from ..types import OpenEnum


class RecordedStreamType(OpenEnum):
    """What was put together in an asset of the type `stream`.

    * `regular`: camera and microphone.
    * `screen`: the shared screen, with its sound if it had any.
    * `audio`: the microphone alone, of a peer who never published video.
    """

    REGULAR = "regular"
    SCREEN = "screen"
    AUDIO = "audio"
