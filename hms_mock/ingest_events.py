"""What webhooks tell about ingestions over RTMP."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hms_mock.clock import format_nanoseconds
from hms_mock.events import emit

if TYPE_CHECKING:
    from datetime import datetime

    from hms_mock.model.ingests import Ingest
    from hms_mock.model.rooms import Room
    from hms_mock.state import State, Workspace

Json = dict[str, Any]


def started(state: State, workspace: Workspace, room: Room, ingest: Ingest) -> None:
    """An encoder has connected."""
    data = _of_room(workspace, room) | _of_ingest(ingest)
    emit(state, workspace, "ingest.start.success", data, at=ingest.started_at)


def refused(state: State, workspace: Workspace, room: Room, error: str) -> None:
    """An encoder was not let in."""
    emit(state, workspace, "ingest.start.failure", _of_room(workspace, room) | {"error_message": error})


def ended(state: State, workspace: Workspace, room: Room, ingest: Ingest, *, at: datetime) -> None:
    """An ingestion is over."""
    data = _of_room(workspace, room) | _of_ingest(ingest)
    data |= {
        "completed_at": format_nanoseconds(at),
        "duration": int((at - ingest.started_at).total_seconds()),
        "reason": ingest.reason,
    }
    if ingest.disconnected_at is not None:
        data["last_disconnected_at"] = format_nanoseconds(ingest.disconnected_at)
    emit(state, workspace, "ingest.end.success", data, at=at)


def failed(state: State, workspace: Workspace, room: Room, ingest: Ingest, *, at: datetime) -> None:
    """An ingestion has failed."""
    data = _of_room(workspace, room) | {"ingest_id": ingest.id, "error_message": ingest.error}
    emit(state, workspace, "ingest.failure", data, at=at)


def _of_room(workspace: Workspace, room: Room) -> Json:
    return {
        "account_id": workspace.customer_id,
        "app_id": workspace.app_id,
        "room_id": room.id,
        "template_id": room.template_id,
    }


def _of_ingest(ingest: Ingest) -> Json:
    return {
        "ingest_id": ingest.id,
        "stream_id": ingest.stream_id,
        "started_at": format_nanoseconds(ingest.started_at),
    }
