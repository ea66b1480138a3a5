"""List room codes: GET /room-codes/room/{room_id}."""

from __future__ import annotations

from typing import Final

from ...models.room_code import RoomCode
from ...models.room_code_list import RoomCodeList
from ...operation import AsyncSender, Call, Operation, Pagination, Response, Sender
from ...request import expand_path, query_pairs
from ...types import UNSET, Unset

OPERATION: Final[Operation[RoomCodeList]] = Operation(
    id="listRoomCodes",
    method="GET",
    path="/room-codes/room/{room_id}",
    response=RoomCodeList,
    security="managementToken",
    idempotent=True,
    documentation="https://www.100ms.live/docs/server-side/v2/api-reference/room-codes/get-room-code-api",
)

PAGINATION: Final[Pagination[RoomCodeList, RoomCode]] = Pagination(
    items="data",
    cursor="last",
    parameter="start",
)


def build(
    room_id: str,
    *,
    role: str | Unset = UNSET,
    enabled: bool | Unset = UNSET,
    limit: int | Unset = UNSET,
    start: str | Unset = UNSET,
) -> Call[RoomCodeList]:
    """Build the call without sending it.

    The codes of a room, enabled and disabled, page by page. Filters can be combined.

    Fails with 403 while the room is disabled, and with 404 when `role` is not a role of the room.

    Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/room-codes/get-room-code-api

    Args:
        room_id: Identifies the room, by its `id`. At least 1 characters.
        role: Only the codes for this role, by its name.
        enabled: True for the enabled codes, false for the disabled ones. Left out, both.
        limit: How many objects a page holds at most. A page with fewer objects means that no more
            were found. Default: 10. From 10 to 100.
        start: Where the page begins: the value of `last` from the answer before. The page holds the
            objects that follow the one it names. Left out: the first page.
    """
    return Call(
        operation=OPERATION,
        path=expand_path(
            "/room-codes/room/{room_id}",
            {
                "room_id": room_id,
            },
        ),
        query=query_pairs(
            (
                ("role", role),
                ("enabled", enabled),
                ("limit", limit),
                ("start", start),
            )
        ),
    )


def sync_detailed(
    room_id: str,
    *,
    client: Sender,
    role: str | Unset = UNSET,
    enabled: bool | Unset = UNSET,
    limit: int | Unset = UNSET,
    start: str | Unset = UNSET,
) -> Response[RoomCodeList]:
    """List room codes; returns the whole response. See `build` for the arguments."""
    return client.send(
        build(
            room_id,
            role=role,
            enabled=enabled,
            limit=limit,
            start=start,
        )
    )


def sync(
    room_id: str,
    *,
    client: Sender,
    role: str | Unset = UNSET,
    enabled: bool | Unset = UNSET,
    limit: int | Unset = UNSET,
    start: str | Unset = UNSET,
) -> RoomCodeList:
    """List room codes. See `build` for the arguments."""
    return sync_detailed(room_id, role=role, enabled=enabled, limit=limit, start=start, client=client).parsed


async def asyncio_detailed(
    room_id: str,
    *,
    client: AsyncSender,
    role: str | Unset = UNSET,
    enabled: bool | Unset = UNSET,
    limit: int | Unset = UNSET,
    start: str | Unset = UNSET,
) -> Response[RoomCodeList]:
    """List room codes; returns the whole response. See `build` for the arguments."""
    return await client.send(
        build(
            room_id,
            role=role,
            enabled=enabled,
            limit=limit,
            start=start,
        )
    )


async def asyncio(
    room_id: str,
    *,
    client: AsyncSender,
    role: str | Unset = UNSET,
    enabled: bool | Unset = UNSET,
    limit: int | Unset = UNSET,
    start: str | Unset = UNSET,
) -> RoomCodeList:
    """List room codes. See `build` for the arguments."""
    return (
        await asyncio_detailed(room_id, role=role, enabled=enabled, limit=limit, start=start, client=client)
    ).parsed
