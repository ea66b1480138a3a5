"""List rooms: GET /rooms."""

from __future__ import annotations

import datetime
from typing import Final

from ...models.room import Room
from ...models.room_list import RoomList
from ...operation import AsyncSender, Call, Operation, Pagination, Response, Sender
from ...request import query_pairs
from ...types import UNSET, Unset

OPERATION: Final[Operation[RoomList]] = Operation(
    id="listRooms",
    method="GET",
    path="/rooms",
    response=RoomList,
    security="managementToken",
    idempotent=True,
    documentation="https://www.100ms.live/docs/server-side/v2/api-reference/Rooms/list-rooms",
)

PAGINATION: Final[Pagination[RoomList, Room]] = Pagination(
    items="data",
    cursor="last",
    parameter="start",
)


def build(
    *,
    enabled: bool | Unset = UNSET,
    name: str | Unset = UNSET,
    template_id: str | Unset = UNSET,
    after: datetime.datetime | Unset = UNSET,
    before: datetime.datetime | Unset = UNSET,
    limit: int | Unset = UNSET,
    start: str | Unset = UNSET,
) -> Call[RoomList]:
    """Build the call without sending it.

    The rooms of the workspace, newest first, page by page. Filters can be combined; a room must pass
    them all.

    Without `enabled`, only enabled rooms are listed. Ask for the disabled ones separately.

    Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/Rooms/list-rooms

    Args:
        enabled: True for the enabled rooms, false for the disabled ones. Default: True.
        name: Only the room of this name. A room that was created without a name has a UUID for a
            name.
        template_id: Only the rooms that follow this template.
        after: Only rooms created at this time or later. Written in UTC with milliseconds:
            YYYY-MM-DDTHH:mm:ss.sssZ.
        before: Only rooms created at this time or earlier. Written in UTC with milliseconds:
            YYYY-MM-DDTHH:mm:ss.sssZ.
        limit: How many objects a page holds at most. A page with fewer objects means that no more
            were found. Default: 10. From 10 to 100.
        start: Where the page begins: the value of `last` from the answer before. The page holds the
            objects that follow the one it names. Left out: the first page.
    """
    return Call(
        operation=OPERATION,
        path="/rooms",
        query=query_pairs(
            (
                ("enabled", enabled),
                ("name", name),
                ("template_id", template_id),
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
    enabled: bool | Unset = UNSET,
    name: str | Unset = UNSET,
    template_id: str | Unset = UNSET,
    after: datetime.datetime | Unset = UNSET,
    before: datetime.datetime | Unset = UNSET,
    limit: int | Unset = UNSET,
    start: str | Unset = UNSET,
) -> Response[RoomList]:
    """List rooms; returns the whole response. See `build` for the arguments."""
    return client.send(
        build(
            enabled=enabled,
            name=name,
            template_id=template_id,
            after=after,
            before=before,
            limit=limit,
            start=start,
        )
    )


def sync(
    *,
    client: Sender,
    enabled: bool | Unset = UNSET,
    name: str | Unset = UNSET,
    template_id: str | Unset = UNSET,
    after: datetime.datetime | Unset = UNSET,
    before: datetime.datetime | Unset = UNSET,
    limit: int | Unset = UNSET,
    start: str | Unset = UNSET,
) -> RoomList:
    """List rooms. See `build` for the arguments."""
    return sync_detailed(
        enabled=enabled,
        name=name,
        template_id=template_id,
        after=after,
        before=before,
        limit=limit,
        start=start,
        client=client,
    ).parsed


async def asyncio_detailed(
    *,
    client: AsyncSender,
    enabled: bool | Unset = UNSET,
    name: str | Unset = UNSET,
    template_id: str | Unset = UNSET,
    after: datetime.datetime | Unset = UNSET,
    before: datetime.datetime | Unset = UNSET,
    limit: int | Unset = UNSET,
    start: str | Unset = UNSET,
) -> Response[RoomList]:
    """List rooms; returns the whole response. See `build` for the arguments."""
    return await client.send(
        build(
            enabled=enabled,
            name=name,
            template_id=template_id,
            after=after,
            before=before,
            limit=limit,
            start=start,
        )
    )


async def asyncio(
    *,
    client: AsyncSender,
    enabled: bool | Unset = UNSET,
    name: str | Unset = UNSET,
    template_id: str | Unset = UNSET,
    after: datetime.datetime | Unset = UNSET,
    before: datetime.datetime | Unset = UNSET,
    limit: int | Unset = UNSET,
    start: str | Unset = UNSET,
) -> RoomList:
    """List rooms. See `build` for the arguments."""
    return (
        await asyncio_detailed(
            enabled=enabled,
            name=name,
            template_id=template_id,
            after=after,
            before=before,
            limit=limit,
            start=start,
            client=client,
        )
    ).parsed
