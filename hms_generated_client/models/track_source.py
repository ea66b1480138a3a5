"""TrackSource."""

from __future__ import annotations

from ..types import OpenEnum


class TrackSource(OpenEnum):
    """Where a track comes from.

    * `regular`: a microphone or a camera.
    * `screen`: a shared screen.
    """

    REGULAR = "regular"
    SCREEN = "screen"
