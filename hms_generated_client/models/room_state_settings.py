"""RoomStateSettings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import attrs

from ..model import Model
from ..types import UNSET, Unset


@attrs.define(kw_only=True)
class RoomStateSettings(Model):
    """Whether and how often the state of a room (how many peers, and who) is sent to people who have not
    joined it yet, so that an app can show a preview screen. Only roles with the permission
    `sendRoomState` receive it.
    """

    __wire_names__: ClassVar[Mapping[str, str]] = {
        "message_interval": "messageInterval",
        "send_peer_list": "sendPeerList",
        "stop_room_state_on_join": "stopRoomStateOnJoin",
    }

    enabled: bool | Unset = UNSET
    """Whether the state of rooms is sent to preview screens at all."""
    message_interval: int | Unset = UNSET
    """Time from one message to the next, in seconds; a multiple of 5. From 5 to 3600."""
    send_peer_list: bool | Unset = UNSET
    """Whether the list of peers is sent. Otherwise only their number is."""
    stop_room_state_on_join: bool | Unset = UNSET
    """Whether the messages stop for a person once that person has joined the room."""
