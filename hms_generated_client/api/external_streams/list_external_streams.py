"""List external streams: GET /external-streams."""

from __future__ import annotations

from typing import Final

from ...models.external_stream import ExternalStream
from ...models.external_stream_list import ExternalStreamList
from ...models.job_status import JobStatus
from ...operation import AsyncSender, Call, Operation, Pagination, Response, Sender
from ...request import query_pairs
from ...types import UNSET, Unset

OPERATION: Final[Operation[ExternalStreamList]] = Operation(
    id="listExternalStreams",
    method="GET",
    path="/external-streams",
    response=ExternalStreamList,
    security="managementToken",
    idempotent=True,
    documentation="https://www.100ms.live/docs/server-side/v2/api-reference/external-streams/list-all-external-streams",
)

PAGINATION: Final[Pagination[ExternalStreamList, ExternalStream]] = Pagination(
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
) -> Call[ExternalStreamList]:
    """Build the call without sending it.

    The external streams of all rooms of the workspace, page by page. Filters can be combined; an
    external stream must pass them all. Without filters, all are listed, those that run and those that
    are over.

    Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/external-streams/list-all-external-streams

    Args:
        room_id: Only the external streams of this room.
        session_id: Only the external streams of this session.
        status: Only the external streams with this status.
        limit: How many objects a page holds at most. A page with fewer objects means that no more
            were found. Default: 10. From 10 to 100.
        start: Where the page begins: the value of `last` from the answer before. The page holds the
            objects that follow the one it names. Left out: the first page.
    """
    return Call(
        operation=OPERATION,
        path="/external-streams",
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
) -> Response[ExternalStreamList]:
    """List external streams; returns the whole response. See `build` for the arguments."""
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
) -> ExternalStreamList:
    """List external streams. See `build` for the arguments."""
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
) -> Response[ExternalStreamList]:
    """List external streams; returns the whole response. See `build` for the arguments."""
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
) -> ExternalStreamList:
    """List external streams. See `build` for the arguments."""
    return (
        await asyncio_detailed(
            room_id=room_id, session_id=session_id, status=status, limit=limit, start=start, client=client
        )
    ).parsed
