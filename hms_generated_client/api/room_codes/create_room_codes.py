"""Create room codes for all roles: POST /room-codes/room/{room_id}."""

from __future__ import annotations

from typing import Final

from ...models.created_room_codes import CreatedRoomCodes
from ...models.room_code import RoomCode
from ...operation import AsyncSender, Call, Operation, Pagination, Response, Sender
from ...request import expand_path

OPERATION: Final[Operation[CreatedRoomCodes]] = Operation(
    id="createRoomCodes",
    method="POST",
    path="/room-codes/room/{room_id}",
    response=CreatedRoomCodes,
    security="managementToken",
    idempotent=True,
    documentation="https://www.100ms.live/docs/server-side/v2/api-reference/room-codes/create-room-code-api",
)

PAGINATION: Final[Pagination[CreatedRoomCodes, RoomCode]] = Pagination(
    items="data",
)


def build(
    room_id: str,
) -> Call[CreatedRoomCodes]:
    """Build the call without sending it.

    Makes a code for every role of the room's template. A room has none until then, unless it was
    created on the dashboard.

    Call it again after changing the roles of the template: new roles get a code, the codes of roles
    that are gone are disabled, and the other codes stay as they are.

    A room takes up to 100 codes. Fails with 403 while the room is disabled.

    Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/room-codes/create-room-code-api

    Args:
        room_id: Identifies the room, by its `id`. At least 1 characters.
    """
    return Call(
        operation=OPERATION,
        path=expand_path(
            "/room-codes/room/{room_id}",
            {
                "room_id": room_id,
            },
        ),
    )


def sync_detailed(
    room_id: str,
    *,
    client: Sender,
) -> Response[CreatedRoomCodes]:
    """Create room codes for all roles; returns the whole response. See `build` for the arguments."""
    return client.send(
        build(
            room_id,
        )
    )


def sync(
    room_id: str,
    *,
    client: Sender,
) -> CreatedRoomCodes:
    """Create room codes for all roles. See `build` for the arguments."""
    return sync_detailed(room_id, client=client).parsed


async def asyncio_detailed(
    room_id: str,
    *,
    client: AsyncSender,
) -> Response[CreatedRoomCodes]:
    """Create room codes for all roles; returns the whole response. See `build` for the arguments."""
    return await client.send(
        build(
            room_id,
        )
    )


async def asyncio(
    room_id: str,
    *,
    client: AsyncSender,
) -> CreatedRoomCodes:
    """Create room codes for all roles. See `build` for the arguments."""
    return (await asyncio_detailed(room_id, client=client)).parsed
