"""List sessions: GET /sessions."""

from __future__ import annotations

import datetime
from typing import Final

from ...models.session import Session
from ...models.session_list import SessionList
from ...operation import AsyncSender, Call, Operation, Pagination, Response, Sender
from ...request import query_pairs
from ...types import UNSET, Unset

OPERATION: Final[Operation[SessionList]] = Operation(
    id="listSessions",
    method="GET",
    path="/sessions",
    response=SessionList,
    security="managementToken",
    idempotent=True,
    documentation="https://www.100ms.live/docs/server-side/v2/api-reference/Sessions/list-sessions",
)

PAGINATION: Final[Pagination[SessionList, Session]] = Pagination(
    items="data",
    cursor="last",
    parameter="start",
)


def build(
    *,
    room_id: str | Unset = UNSET,
    active: bool | Unset = UNSET,
    after: datetime.datetime | Unset = UNSET,
    before: datetime.datetime | Unset = UNSET,
    limit: int | Unset = UNSET,
    start: str | Unset = UNSET,
) -> Call[SessionList]:
    """Build the call without sending it.

    The sessions of all rooms of the workspace, or of one room, newest first, page by page. Filters can
    be combined; a session must pass them all.

    Say `active` when it matters. The documentation has two answers to what is listed without it.

    Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/Sessions/list-sessions

    Args:
        room_id: Only the sessions that took place in this room.
        active: True for the sessions that are running, false for those that are over.
        after: Only sessions that began at this time or later. Written in UTC with milliseconds:
            YYYY-MM-DDTHH:mm:ss.sssZ.
        before: Only sessions that began at this time or earlier. Written in UTC with milliseconds:
            YYYY-MM-DDTHH:mm:ss.sssZ.
        limit: How many objects a page holds at most. A page with fewer objects means that no more
            were found. Default: 10. From 10 to 100.
        start: Where the page begins: the value of `last` from the answer before. The page holds the
            objects that follow the one it names. Left out: the first page.
    """
    return Call(
        operation=OPERATION,
        path="/sessions",
        query=query_pairs(
            (
                ("room_id", room_id),
                ("active", active),
                ("after", after),
                ("before", before),
                ("limit", limit),
                ("start", start),
            )
        ),
    )


def sync_detailed(
    *,
    client: Sender,
    room_id: str | Unset = UNSET,
    active: bool | Unset = UNSET,
    after: datetime.datetime | Unset = UNSET,
    before: datetime.datetime | Unset = UNSET,
    limit: int | Unset = UNSET,
    start: str | Unset = UNSET,
) -> Response[SessionList]:
    """List sessions; returns the whole response. See `build` for the arguments."""
    return client.send(
        build(
            room_id=room_id,
            active=active,
            after=after,
            before=before,
            limit=limit,
            start=start,
        )
    )


def sync(
    *,
    client: Sender,
    room_id: str | Unset = UNSET,
    active: bool | Unset = UNSET,
    after: datetime.datetime | Unset = UNSET,
    before: datetime.datetime | Unset = UNSET,
    limit: int | Unset = UNSET,
    start: str | Unset = UNSET,
) -> SessionList:
    """List sessions. See `build` for the arguments."""
    return sync_detailed(
        room_id=room_id, active=active, after=after, before=before, limit=limit, start=start, client=client
    ).parsed


async def asyncio_detailed(
    *,
    client: AsyncSender,
    room_id: str | Unset = UNSET,
    active: bool | Unset = UNSET,
    after: datetime.datetime | Unset = UNSET,
    before: datetime.datetime | Unset = UNSET,
    limit: int | Unset = UNSET,
    start: str | Unset = UNSET,
) -> Response[SessionList]:
    """List sessions; returns the whole response. See `build` for the arguments."""
    return await client.send(
        build(
            room_id=room_id,
            active=active,
            after=after,
            before=before,
            limit=limit,
            start=start,
        )
    )


async def asyncio(
    *,
    client: AsyncSender,
    room_id: str | Unset = UNSET,
    active: bool | Unset = UNSET,
    after: datetime.datetime | Unset = UNSET,
    before: datetime.datetime | Unset = UNSET,
    limit: int | Unset = UNSET,
    start: str | Unset = UNSET,
) -> SessionList:
    """List sessions. See `build` for the arguments."""
    return (
        await asyncio_detailed(
            room_id=room_id,
            active=active,
            after=after,
            before=before,
            limit=limit,
            start=start,
            client=client,
        )
    ).parsed
