"""Recording assets: the files that recordings and streams leave behind."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from hms_mock.clock import format_milliseconds

if TYPE_CHECKING:
    from datetime import datetime

Json = dict[str, Any]

PROCESSING, COMPLETED, FAILED = "processing", "completed", "failed"


@dataclass
class Asset:
    """One file.

    Attributes:
        presign_seconds: how long a pre-signed URL of it is valid when nobody says.
        duration: how long it plays, in seconds.
        size: in bytes.
        text: what is in a file of text; None for media, which are made when somebody fetches them.
    """

    id: str
    job_id: str
    room_id: str
    session_id: str
    type: str
    path: str
    created_at: datetime
    presign_seconds: int
    metadata: Json = field(default_factory=dict[str, Any])
    duration: int = 0
    size: int = 0
    status: str = PROCESSING
    thumbnails: list[str] | None = None
    text: str | None = field(default=None, repr=False)

    @property
    def file_name(self) -> str:
        """The last part of its path."""
        return self.path.rpartition("/")[2]

    def to_json(self, *, inside: bool = False) -> Json:
        """The asset as the API shows it.

        Args:
            inside: as a part of the recording or stream that made it, which goes without saying then.
        """
        shown: Json = {
            "id": self.id,
            "type": self.type,
            "path": self.path,
            "thumbnails": self.thumbnails,
            "metadata": self.metadata,
            "duration": self.duration,
            "size": self.size,
            "status": self.status,
            "created_at": format_milliseconds(self.created_at),
        }
        if not inside:
            shown |= {"job_id": self.job_id, "room_id": self.room_id, "session_id": self.session_id}
        return shown
