"""What the operations of recordings, live streams and external streams have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hms_mock import jobs
from hms_mock.errors import forbidden
from hms_mock.pagination import paginate

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from hms_mock.model.jobs import Job, JobSettings, Kind
    from hms_mock.model.rooms import Room
    from hms_mock.registry import Request
    from hms_mock.state import Workspace

Json = dict[str, Any]

_ROOM_FOR = 10
"""How many jobs an answer to a stop for a room says it could hold."""


def start(
    request: Request, kind: Kind, settings: Callable[[Workspace, Room, Mapping[str, Any]], JobSettings]
) -> Job:
    """Start a job in the room of the path.

    Args:
        request: the call.
        kind: what to start.
        settings: works out how, from the workspace, the room and the body.

    Raises:
        ApiError: 400, the body does not go with the template, or there is such a job in the room; 403, the
            room is disabled; 404, there is no such room.
    """
    workspace = request.workspace
    room = workspace.room(request.path["room_id"])
    if not room.enabled:
        raise forbidden("Room is disabled")
    return jobs.start(request.state, workspace, room, kind, settings(workspace, room, request.members))


def stop_all(request: Request, kind: Kind) -> list[Job]:
    """Tell the jobs of one kind in the room of the path to stop, and return them."""
    return jobs.stop_all(request.state, request.workspace, request.path["room_id"], kind)


def page(stopped: Sequence[Job], data: list[Json]) -> Json:
    """The jobs that were told to stop, in the form of a page."""
    return {
        "limit": max(_ROOM_FOR, len(stopped)),
        "data": data,
        "last": stopped[-1].id if stopped else "",
    }


def listed(request: Request, kind: Kind, show: Callable[[Job], Json]) -> Json:
    """One page of the jobs of one kind that pass the filters.

    Args:
        request: the call.
        kind: which jobs.
        show: writes a job as the list shows it.
    """
    query = request.query

    def keep(job: Job) -> bool:
        return (
            ("room_id" not in query or job.room_id == query["room_id"])
            and ("session_id" not in query or job.session_id == query["session_id"])
            and ("status" not in query or job.status.value == query["status"])
        )

    found = paginate(request.workspace.jobs[kind], start=query.get("start"), limit=query["limit"], keep=keep)
    return {"limit": query["limit"], "data": [show(job) for job in found.items], "last": found.last}
