"""List recordings: GET /recordings."""

from __future__ import annotations

from typing import Final

from ...models.job_status import JobStatus
from ...models.recording import Recording
from ...models.recording_list import RecordingList
from ...operation import AsyncSender, Call, Operation, Pagination, Response, Sender
from ...request import query_pairs
from ...types import UNSET, Unset

OPERATION: Final[Operation[RecordingList]] = Operation(
    id="listRecordings",
    method="GET",
    path="/recordings",
    response=RecordingList,
    security="managementToken",
    idempotent=True,
    documentation="https://www.100ms.live/docs/server-side/v2/api-reference/recordings/list-all-recordings",
)

PAGINATION: Final[Pagination[RecordingList, Recording]] = Pagination(
    items="data",
    cursor="last",
    parameter="start",
)


def build(
    *,
    room_id: str | Unset = UNSET,
    session_id: str | Unset = UNSET,
    status: JobStatus | Unset = UNSET,
    limit: int | Unset = UNSET,
    start: str | Unset = UNSET,
) -> Call[RecordingList]:
    """Build the call without sending it.

    The recordings of all rooms of the workspace, page by page. Filters can be combined; a recording
    must pass them all. Without filters, all are listed, those that run and those that are over.

    The assets are not in the list. For the files of a room or a session, list the recording assets with
    its `room_id` or `session_id`; for those of one recording, fetch it.

    Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/recordings/list-all-recordings

    Args:
        room_id: Only the recordings of this room.
        session_id: Only the recordings of this session.
        status: Only the recordings with this status.
        limit: How many objects a page holds at most. A page with fewer objects means that no more
            were found. Default: 10. From 10 to 100.
        start: Where the page begins: the value of `last` from the answer before. The page holds the
            objects that follow the one it names. Left out: the first page.
    """
    return Call(
        operation=OPERATION,
        path="/recordings",
        query=query_pairs(
            (
                ("room_id", room_id),
                ("session_id", session_id),
                ("status", status),
                ("limit", limit),
                ("start", start),
            )
        ),
    )


def sync_detailed(
    *,
    client: Sender,
    room_id: str | Unset = UNSET,
    session_id: str | Unset = UNSET,
    status: JobStatus | Unset = UNSET,
    limit: int | Unset = UNSET,
    start: str | Unset = UNSET,
) -> Response[RecordingList]:
    """List recordings; returns the whole response. See `build` for the arguments."""
    return client.send(
        build(
            room_id=room_id,
            session_id=session_id,
            status=status,
            limit=limit,
            start=start,
        )
    )


def sync(
    *,
    client: Sender,
    room_id: str | Unset = UNSET,
    session_id: str | Unset = UNSET,
    status: JobStatus | Unset = UNSET,
    limit: int | Unset = UNSET,
    start: str | Unset = UNSET,
) -> RecordingList:
    """List recordings. See `build` for the arguments."""
    return sync_detailed(
        room_id=room_id, session_id=session_id, status=status, limit=limit, start=start, client=client
    ).parsed


async def asyncio_detailed(
    *,
    client: AsyncSender,
    room_id: str | Unset = UNSET,
    session_id: str | Unset = UNSET,
    status: JobStatus | Unset = UNSET,
    limit: int | Unset = UNSET,
    start: str | Unset = UNSET,
) -> Response[RecordingList]:
    """List recordings; returns the whole response. See `build` for the arguments."""
    return await client.send(
        build(
            room_id=room_id,
            session_id=session_id,
            status=status,
            limit=limit,
            start=start,
        )
    )


async def asyncio(
    *,
    client: AsyncSender,
    room_id: str | Unset = UNSET,
    session_id: str | Unset = UNSET,
    status: JobStatus | Unset = UNSET,
    limit: int | Unset = UNSET,
    start: str | Unset = UNSET,
) -> RecordingList:
    """List recordings. See `build` for the arguments."""
    return (
        await asyncio_detailed(
            room_id=room_id, session_id=session_id, status=status, limit=limit, start=start, client=client
        )
    ).parsed
