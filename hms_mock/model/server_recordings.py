"""What the media server records by itself, as the template says: tracks, streams, or all of a room in one."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from hms_mock.model.assets import Asset

if TYPE_CHECKING:
    from datetime import datetime

    from hms_mock.model.jobs import Size, Storage

Json = dict[str, Any]


class Form(StrEnum):
    """Which files come of it. The values are the types of the assets."""

    TRACK = "track"
    STREAM = "stream"
    COMPOSITE = "room-composite-legacy"


@dataclass
class ServerRecording:
    """The recording of one session by the media server. The API shows its assets only.

    Attributes:
        size: the size of the picture, for streams.
        started_at: when the first peer joined.
        ended_at: when the session closed; None while it runs.
        announced: the tracks whose recording was told of.
    """

    id: str
    form: Form
    room_id: str
    session_id: str
    storage: Storage
    size: Size
    started_at: datetime
    ended_at: datetime | None = None
    announced: set[str] = field(default_factory=set[str])
    assets: list[Asset] = field(default_factory=list[Asset])

    def to_control_json(self) -> Json:
        """The recording as the control plane shows it."""
        return {
            "id": self.id,
            "kind": self.form.value,
            "room_id": self.room_id,
            "session_id": self.session_id,
            "status": "running" if self.ended_at is None else "post_processing",
            "assets": [asset.id for asset in self.assets],
        }
