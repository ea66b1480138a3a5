"""Permissions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import attrs

from ..model import Model
from ..types import UNSET, Unset


@attrs.define(kw_only=True)
class Permissions(Model):
    """What peers with a role may do beside publishing and subscribing. The server leaves some permissions
    that are false out of its answers.
    """

    __wire_names__: ClassVar[Mapping[str, str]] = {
        "browser_recording": "browserRecording",
        "change_role": "changeRole",
        "end_room": "endRoom",
        "hls_streaming": "hlsStreaming",
        "poll_read": "pollRead",
        "poll_write": "pollWrite",
        "remove_others": "removeOthers",
        "rtmp_streaming": "rtmpStreaming",
        "send_room_state": "sendRoomState",
    }

    end_room: bool | Unset = UNSET
    """Whether they may end the session for everybody. Default: False."""
    remove_others: bool | Unset = UNSET
    """Whether they may remove other peers from the room. Default: False."""
    mute: bool | Unset = UNSET
    """Whether they may mute the tracks of other peers. Default: False."""
    unmute: bool | Unset = UNSET
    """Whether they may ask other peers to unmute their tracks. Default: False."""
    change_role: bool | Unset = UNSET
    """Whether they may change the role of other peers, or ask them to change it. Default: False."""
    send_room_state: bool | Unset = UNSET
    """Whether they receive the state of the room (number of peers, list of peers) before they join, for a
    preview screen. What it holds is set by `settings.roomState` of the template. Default: False.
    """
    poll_read: bool | Unset = UNSET
    """Whether they may see polls and quizzes and respond to them. Default: False."""
    poll_write: bool | Unset = UNSET
    """Whether they may create and change polls and quizzes. It includes all that `pollRead` allows.
    Default: False.
    """
    browser_recording: bool | Unset = UNSET
    """Whether they may start and stop a recording through the browser of a bot. RTMP streaming with
    recording needs this and `rtmpStreaming`. Default: True.
    """
    rtmp_streaming: bool | Unset = UNSET
    """Whether they may start and stop streaming to RTMP URLs. With recording it needs `browserRecording`
    too. Default: True.
    """
    hls_streaming: bool | Unset = UNSET
    """Whether they may start and stop a live stream over HLS, pause and resume its recording, and insert
    timed metadata into it. Default: True.
    """
