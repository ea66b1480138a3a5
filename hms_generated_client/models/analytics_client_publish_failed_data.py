"""AnalyticsClientPublishFailedData."""

from __future__ import annotations

import attrs

from ..model import Model
from ..types import UNSET, Unset
from .client_agent import ClientAgent
from .client_audio_settings import ClientAudioSettings
from .client_devices import ClientDevices
from .client_video_settings import ClientVideoSettings


@attrs.define(kw_only=True)
class AnalyticsClientPublishFailedData(Model):
    """What failed when the peer sent its audio or video, and with what settings and devices."""

    user_id: str
    """Who the peer is in your system: the `user_id` of its client token."""
    user_name: str
    """The name of the peer."""
    peer_id: str
    """Identifies the peer."""
    account_id: str
    """Identifies your account at 100ms."""
    room_id: str
    """Identifies the room."""
    session_id: str | Unset = UNSET
    """Identifies the session. Left out when the error came before there was one, or it is not known."""
    room_name: str
    """The name that the room was created with."""
    template_id: str
    """Identifies the template of the room."""
    role: str
    """The role of the peer, by its name in the room's template."""
    error_code: int
    """The number that 100ms has for the error."""
    error_name: str
    """The name that goes with `error_code`."""
    error_message: str
    """What went wrong, in a few words."""
    error_description: str
    """What went wrong, in detail and without a fixed form. It can hold IP addresses of the user."""
    is_terminal: bool
    """Whether the client SDK has given up. False: it tries again after this error, and may have succeeded.
    True: it did not try again, so this is the last error.
    """
    action: str
    """What the client SDK was doing when the error occurred, for example `PUBLISH`."""
    domain: str
    """Whether the peer used an app made by 100ms (`HMS`) or one of your own (`CUSTOM` in samples)."""
    audio: ClientAudioSettings | Unset = UNSET
    """The settings that a client published audio with. Text that is not set is empty, a number that is not
    set is 0.
    """
    video: ClientVideoSettings | Unset = UNSET
    """The settings that a client published video with. Text that is not set is empty, a number that is not
    set is 0.
    """
    devices: ClientDevices | Unset = UNSET
    """The devices that a client had to choose from. The documentation shows empty lists only: what
    describes a device is left to the client SDK.
    """
    agent: ClientAgent
    """The device and the software of a peer, as its client SDK reports them. Other SDKs may report less
    than the one for the web.
    """
