"""Room."""

from __future__ import annotations

import datetime

import attrs

from ..model import Model
from ..types import UNSET, Unset
from .recording_info import RecordingInfo
from .room_region import RoomRegion
from .room_webhook import RoomWebhook


@attrs.define(kw_only=True)
class Room(Model):
    """A place to meet. It lives until it is disabled and holds one session after another. Which members an
    answer carries depends on the operation and on what was ever set, so most are optional.
    """

    id: str
    """Identifies the room. Made by the server, never changes."""
    name: str
    """The name of the room, unique in the workspace without regard to case. A UUID when the room was
    created without a name.
    """
    enabled: bool
    """Whether participants may join. Disabling a room lets a running session go on to its end; nobody can
    join after that until the room is enabled again.
    """
    description: str
    """What the room is for, in your words. An empty string when none was given."""
    customer_id: str
    """Identifies the account that the room belongs to."""
    customer: str | Unset = UNSET
    """The account again. Use `customer_id`, which has the same value. Deprecated."""
    app_id: str | Unset = UNSET
    """Identifies the app (workspace) of the account that the room belongs to."""
    key: str | Unset = UNSET
    """The account and the name of the room, joined by a colon. Seen in lists of rooms only; it is
    explained nowhere, so build nothing on it.
    """
    recording_source_template: bool | Unset = UNSET
    """Whether the recording settings come from the template. If true, changing them in the template
    changes them for this room too; if false, the room has its own, whatever the template says.
    """
    enabled_source_template: bool | Unset = UNSET
    """Whether it is the template that says if recording is on. Sent by updates of a room only."""
    recording_info: RecordingInfo | None | Unset = UNSET
    """The recording settings of the room: its own, or those of its template, as
    `recording_source_template` tells. Null or left out when there are none to tell.
    """
    recording: RecordingInfo | None | Unset = UNSET
    """The recording settings under the name that some answers use for `recording_info`: lists of rooms,
    and the answer to disabling or enabling a room. Look at both.
    """
    template_id: str
    """Identifies the template that the room follows. An empty string in the answers of some updates; fetch
    the room to learn it.
    """
    template: str | Unset = UNSET
    """The name of the template, or an empty string. Fetch the template by `template_id` to learn its name.
    Deprecated.
    """
    region: RoomRegion
    """The region of a room, as answers give it.

    * `eu`: European Union.
    * `in`: India.
    * `us`: United States.
    * `auto`: the region of the template.
    * An empty string: no region was set, or the answer does not tell it.
    """
    large_room: bool | Unset = UNSET
    """Whether the room is built for more than 2500 peers. Such a room needs recent client SDKs, has at
    most 200 peers that may publish audio or video, and at most 200 raised hands at a time.
    """
    size: int | Unset = UNSET
    """How many peers can be in the room at the same time."""
    max_duration_seconds: int | Unset = UNSET
    """How long a session may last, in seconds, before it is ended automatically."""
    polls: list[str] | Unset = UNSET
    """The polls linked to the room, by their identifiers."""
    webhook: RoomWebhook | None | Unset = UNSET
    """Where the events of this room are sent. Left out when they go to the webhook of the workspace."""
    created_at: datetime.datetime
    """When the room was created."""
    updated_at: datetime.datetime
    """When the room was last changed. `0001-01-01T00:00:00Z` in lists, for a room that was never changed."""
