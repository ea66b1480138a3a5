"""UpdateRoomRequest."""

from __future__ import annotations

import attrs

from ..model import Model
from ..types import UNSET, Unset
from .recording_info import RecordingInfo
from .region import Region
from .room_webhook import RoomWebhook


@attrs.define(kw_only=True)
class UpdateRoomRequest(Model):
    """What to change in the room. Members that are left out stay as they are. The template is not among
    them: to give a room another template, create it once more under its name.
    """

    name: str | Unset = UNSET
    """The new name of the room, unique in the workspace without regard to case: letters, digits, and `.`,
    `-`, `:` and `_`. Take one that no other room has: with the name of another room, it is that room's
    `id` that comes back.
    """
    description: str | Unset = UNSET
    """What the room is for, in your words."""
    enabled: bool | Unset = UNSET
    """False disables the room: a running session goes on to its end, and nobody can join after that. True
    enables it again.
    """
    recording_info: RecordingInfo | Unset = UNSET
    """Whether a room is recorded, and where its recordings go. These settings count as one: giving any
    replaces all of them and cuts the room loose from the recording settings of its template. Setting
    them in the template is the better way for most, as the dashboard can then check them.
    """
    region: Region | Unset = UNSET
    """Where the sessions of the room are to be hosted. `auto` takes the region of the template."""
    large_room: bool | Unset = UNSET
    """Whether the room is built for more than 2500 peers. Such a room needs recent client SDKs, has at
    most 200 peers that may publish audio or video, and at most 200 raised hands at a time.
    """
    size: int | Unset = UNSET
    """How many peers are expected in the room at most. Up to 2500 in an ordinary room; more, up to 20000,
    only together with `large_room`. From 0 to 20000.
    """
    max_duration_seconds: int | Unset = UNSET
    """How long a session may last, in seconds, before it is ended automatically: from two minutes to
    twelve hours. Twelve hours is also the most that any session can last. From 120 to 43200.
    """
    polls: list[str] | Unset = UNSET
    """The polls to link to the room, by their identifiers. A poll that is set to start automatically
    starts with the session.
    """
    webhook: RoomWebhook | Unset = UNSET
    """Where the events of one room are sent. A room with a webhook of its own no longer sends its events
    to the webhook of the workspace.
    """
