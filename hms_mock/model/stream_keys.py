"""Stream keys: what lets a broadcasting program stream into a room."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from hms_mock.clock import format_milliseconds

if TYPE_CHECKING:
    from datetime import datetime

Json = dict[str, Any]

INGEST_URL = "rtmp://ingest.example.com/live"


@dataclass
class StreamKey:
    """The stream key of a room that can be used."""

    id: str
    room_id: str
    created_at: datetime
    key: str = field(repr=False)

    def to_json(self, customer_id: str, app_id: str) -> Json:
        """The stream key as the API shows it.

        Args:
            customer_id: the account.
            app_id: the workspace.
        """
        return {
            "id": self.id,
            "room_id": self.room_id,
            "key": self.key,
            "url": INGEST_URL,
            "customer_id": customer_id,
            "app_id": app_id,
            "enabled": True,
            "created_at": format_milliseconds(self.created_at),
            "updated_at": format_milliseconds(self.created_at),
        }
