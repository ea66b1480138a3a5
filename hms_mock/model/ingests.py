"""Ingestions: what an encoder sends in over RTMP with a stream key, to be shown as a live stream."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from hms_mock.clock import format_milliseconds

if TYPE_CHECKING:
    from datetime import datetime

Json = dict[str, Any]

ERRORS = (
    "stream key disabled",
    "internal error",
    "no hls destinations",
    "remote session active",
    "already connected",
    "beam start error",
)
"""Why an ingestion does not start, or fails."""
STREAM_CLOSED = "stream closed"
WINDOW_EXPIRED = "reconnection window expired"
INTERNAL_ERROR = "internal error"
REASONS = ("publish error", WINDOW_EXPIRED, STREAM_CLOSED, INTERNAL_ERROR)
"""Why an ingestion ends."""


@dataclass
class Ingest:
    """One ingestion, from the first connection of an encoder to its end.

    Attributes:
        room_id: the room that the stream key is for.
        stream_id: the live stream that shows it.
        disconnected_at: since when nothing comes in; None while the encoder is connected.
        completed_at: when it ended.
        reason: why it ended, one of `REASONS`.
        error: why it failed, one of `ERRORS`; None for not.
    """

    id: str
    room_id: str
    started_at: datetime
    stream_id: str = ""
    disconnected_at: datetime | None = None
    completed_at: datetime | None = None
    reason: str | None = None
    error: str | None = None

    def to_control_json(self) -> Json:
        """The ingestion as the control plane shows it."""
        over = self.completed_at is not None
        return {
            "id": self.id,
            "room_id": self.room_id,
            "stream_id": self.stream_id,
            "status": "failed" if self.error else "ended" if over else "running",
            "connected": not over and self.disconnected_at is None,
            "started_at": format_milliseconds(self.started_at),
            "disconnected_at": _written(self.disconnected_at),
            "completed_at": _written(self.completed_at),
            "reason": self.reason,
            "error": self.error,
        }


def _written(moment: datetime | None) -> str | None:
    return None if moment is None else format_milliseconds(moment)
