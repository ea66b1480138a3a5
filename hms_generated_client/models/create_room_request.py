"""CreateRoomRequest."""

from __future__ import annotations

import attrs

from ..model import Model
from ..types import UNSET, Unset
from .recording_info import RecordingInfo
from .region import Region
from .room_webhook import RoomWebhook


@attrs.define(kw_only=True)
class CreateRoomRequest(Model):
    """The room to create, or to update if a room of that name exists. Every member can be left out. There
    is no member `template` for the name of a template: the server refuses it, use `template_id`.
    """

    name: str | Unset = UNSET
    """The name of the room, unique in the workspace without regard to case: letters, digits, and `.`, `-`,
    `:` and `_`. If a room has this name already, that room is updated and returned. Left out: the
    server makes up a UUID.
    """
    description: str | Unset = UNSET
    """What the room is for, in your words."""
    template_id: str | Unset = UNSET
    """Identifies the template that the room is to follow. Left out: the default template of the workspace."""
    recording_info: RecordingInfo | Unset = UNSET
    """Whether a room is recorded, and where its recordings go. These settings count as one: giving any
    replaces all of them and cuts the room loose from the recording settings of its template. Setting
    them in the template is the better way for most, as the dashboard can then check them.
    """
    region: Region | Unset = UNSET
    """Where the sessions of the room are to be hosted. Left out: in the region of the template. Default:
    'auto'.
    """
    large_room: bool | Unset = UNSET
    """Whether the room is built for more than 2500 peers. Such a room needs recent client SDKs, has at
    most 200 peers that may publish audio or video, and at most 200 raised hands at a time. Default:
    False.
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
