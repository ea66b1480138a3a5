"""Rooms and their codes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from hms_mock.clock import format_milliseconds

if TYPE_CHECKING:
    from datetime import datetime

    from hms_mock.model.templates import Template

Json = dict[str, Any]

LARGEST_ORDINARY_ROOM = 2500
LONGEST_SESSION = 12 * 3600
"""Seconds after which a session ends when its room sets no shorter limit."""


@dataclass
class Room:
    """A place to meet. `recording_info` is None for as long as the template decides on recording."""

    id: str
    name: str
    template_id: str
    created_at: datetime
    updated_at: datetime
    enabled: bool = True
    description: str = ""
    recording_info: Json | None = None
    region: str = "auto"
    large_room: bool = False
    size: int | None = None
    max_duration_seconds: int | None = None
    polls: list[str] | None = None
    webhook: Json | None = None

    @property
    def longest_session(self) -> int:
        """Seconds after which a session of this room ends by itself."""
        return self.max_duration_seconds or LONGEST_SESSION

    def to_json(self, template: Template, customer_id: str, app_id: str) -> Json:
        """The room as the API shows it.

        Args:
            template: the template that it follows.
            customer_id: the account.
            app_id: the workspace.
        """
        follows = self.recording_info is None
        region = self.region if self.region != "auto" else template.settings.get("region", "auto")
        shown: Json = {
            "id": self.id,
            "name": self.name,
            "enabled": self.enabled,
            "description": self.description,
            "customer_id": customer_id,
            "customer": customer_id,
            "app_id": app_id,
            "recording_source_template": follows,
            "recording_info": template.recording_info() if follows else self.recording_info,
            "template_id": template.id,
            "template": template.name,
            "region": region,
            "large_room": self.large_room,
        }
        optional = {
            "size": self.size,
            "max_duration_seconds": self.max_duration_seconds,
            "polls": self.polls,
            "webhook": self.webhook,
        }
        shown |= {name: value for name, value in optional.items() if value is not None}
        return shown | {
            "created_at": format_milliseconds(self.created_at),
            "updated_at": format_milliseconds(self.updated_at),
        }


@dataclass
class RoomCode:
    """A short code that admits to one room in one role."""

    code: str
    room_id: str
    role: str
    created_at: datetime
    updated_at: datetime
    enabled: bool = True

    def to_json(self) -> Json:
        """The code as the API shows it."""
        return {
            "code": self.code,
            "room_id": self.room_id,
            "role": self.role,
            "enabled": self.enabled,
            "created_at": format_milliseconds(self.created_at),
            "updated_at": format_milliseconds(self.updated_at),
        }
