"""What happened in a workspace, as webhooks and the analytics tell it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from hms_mock.clock import format_nanoseconds

if TYPE_CHECKING:
    from datetime import datetime

Json = dict[str, Any]

ERRORS = frozenset(
    {
        "client.publish.failed",
        "client.subscribe.failed",
        "client.join.failed",
        "client.disconnected",
        "client.connect.failed",
    }
)
"""The types of events that tell of errors of clients."""

_ANALYTICS_ONLY = ERRORS | {"track.add.success", "track.update.success", "track.remove.success"}
_BEAM_RECORDING = "beam.recording.success"
_VERSION = "2.0"
_NOT_IN_ANALYTICS = frozenset(
    {
        "recording_id",
        "chat_recording_path",
        "chat_recording_presigned_url",
        "metadata_id",
        "metadata_timestamp",
    }
)
"""What the webhook of a browser recording tells beyond the analytics event of the same type."""


@dataclass(frozen=True)
class Event:
    """Something that happened. `data` is what its type has there, and is not changed any more.

    Attributes:
        number: its place among all that was ever taken down.
        id: what identifies it, also when it is sent again.
        type: the type of the webhook or of the analytics event.
        occurred_at: when it happened.
        account_id: the account.
        app_id: the workspace.
        room_id: the room it is about; "" for none.
        data: the rest, as documented for its type.
    """

    number: int
    id: str
    type: str
    occurred_at: datetime
    account_id: str
    app_id: str
    room_id: str
    data: Json

    @property
    def is_webhook(self) -> bool:
        """Whether it is sent to the endpoint of the customer."""
        return self.type not in _ANALYTICS_ONLY

    @property
    def is_analytics(self) -> bool:
        """Whether the analytics list it."""
        return self.type in _ANALYTICS_ONLY or self.type == _BEAM_RECORDING

    def webhook_json(self, *, is_replay: bool = False) -> Json:
        """The event as it is sent to the endpoint of the customer.

        Args:
            is_replay: whether it is sent again because somebody asked for it.
        """
        shown: Json = {
            "version": _VERSION,
            "id": self.id,
            "account_id": self.account_id,
            "app_id": self.app_id,
            "timestamp": format_nanoseconds(self.occurred_at),
            "type": self.type,
        }
        if is_replay:
            shown["is_replay"] = True
        return shown | {"data": self.data}

    def analytics_json(self) -> Json:
        """The event as the analytics list it."""
        left_out = _NOT_IN_ANALYTICS if self.type == _BEAM_RECORDING else ()
        return {
            "version": _VERSION,
            "id": self.id,
            "timestamp": format_nanoseconds(self.occurred_at),
            "type": self.type,
            "data": {name: value for name, value in self.data.items() if name not in left_out},
        }
