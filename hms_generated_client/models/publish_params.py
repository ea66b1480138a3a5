"""PublishParams."""

from __future__ import annotations

import attrs

from ..model import Model
from ..types import UNSET, Unset
from .audio_params import AudioParams
from .publish_track import PublishTrack
from .screen_params import ScreenParams
from .simulcast import Simulcast
from .video_params import VideoParams


@attrs.define(kw_only=True)
class PublishParams(Model):
    """Which tracks a role may publish, and in what quality."""

    allowed: list[PublishTrack] | Unset = UNSET
    """The kinds of tracks that peers with this role may publish. The server leaves it out for a role that
    publishes nothing, such as a viewer.
    """
    audio: AudioParams | Unset = UNSET
    """Quality of the microphone track that a role publishes."""
    video: VideoParams | Unset = UNSET
    """Quality of the camera track that a role publishes."""
    screen: ScreenParams | Unset = UNSET
    """Quality of the track in which a role shares its screen."""
    simulcast: Simulcast | Unset = UNSET
    """Simulcast: a publisher sends the same video in several qualities at once, and every subscriber gets
    the one that suits its network. Set separately for the camera and the shared screen.
    """
