"""List live streams: GET /live-streams."""

from __future__ import annotations

from typing import Final

from ...models.job_status import JobStatus
from ...models.live_stream import LiveStream
from ...models.live_stream_list import LiveStreamList
from ...operation import AsyncSender, Call, Operation, Pagination, Response, Sender
from ...request import query_pairs
from ...types import UNSET, Unset

OPERATION: Final[Operation[LiveStreamList]] = Operation(
    id="listLiveStreams",
    method="GET",
    path="/live-streams",
    response=LiveStreamList,
    security="managementToken",
    idempotent=True,
    documentation="https://www.100ms.live/docs/server-side/v2/api-reference/live-streams/list-all-live-streams",
)

PAGINATION: Final[Pagination[LiveStreamList, LiveStream]] = Pagination(
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
) -> Call[LiveStreamList]:
    """Build the call without sending it.

    The live streams of all rooms of the workspace, page by page. Filters can be combined; a live stream
    must pass them all. Without filters, all are listed, those that run and those that are over.

    Their recorded files are not in the list: fetch a live stream, or list the recording assets of a
    session.

    Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/live-streams/list-all-live-streams

    Args:
        room_id: Only the live streams of this room.
        session_id: Only the live streams of this session.
        status: Only the live streams with this status.
        limit: How many objects a page holds at most. A page with fewer objects means that no more
            were found. Default: 10. From 10 to 100.
        start: Where the page begins: the value of `last` from the answer before. The page holds the
            objects that follow the one it names. Left out: the first page.
    """
    return Call(
        operation=OPERATION,
        path="/live-streams",
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
) -> Response[LiveStreamList]:
    """List live streams; returns the whole response. See `build` for the arguments."""
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
) -> LiveStreamList:
    """List live streams. See `build` for the arguments."""
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
) -> Response[LiveStreamList]:
    """List live streams; returns the whole response. See `build` for the arguments."""
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
) -> LiveStreamList:
    """List live streams. See `build` for the arguments."""
    return (
        await asyncio_detailed(
            room_id=room_id, session_id=session_id, status=status, limit=limit, start=start, client=client
        )
    ).parsed
