"""PublishTrack."""

from __future__ import annotations

from ..types import OpenEnum


class PublishTrack(OpenEnum):
    """A kind of track that a role may publish.

    * `audio`: the microphone
    * `video`: the camera
    * `screen`: a shared screen
    * `simulcast`: several qualities of the same video at once, as `simulcast` describes them
    """

    AUDIO = "audio"
    VIDEO = "video"
    SCREEN = "screen"
    SIMULCAST = "simulcast"
