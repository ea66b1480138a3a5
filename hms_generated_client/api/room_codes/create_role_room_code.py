"""Create a room code for one role: POST /room-codes/room/{room_id}/role/{role}."""

from __future__ import annotations

from typing import Final

from ...models.room_code import RoomCode
from ...operation import AsyncSender, Call, Operation, Response, Sender
from ...request import expand_path

OPERATION: Final[Operation[RoomCode]] = Operation(
    id="createRoleRoomCode",
    method="POST",
    path="/room-codes/room/{room_id}/role/{role}",
    response=RoomCode,
    security="managementToken",
    idempotent=False,
    documentation="https://www.100ms.live/docs/server-side/v2/api-reference/room-codes/create-room-code-api",
)


def build(
    room_id: str,
    role: str,
) -> Call[RoomCode]:
    """Build the call without sending it.

    Makes a code for one role of the room. A room may have several codes for the same role, up to 100
    codes in all: with a code for each person, one can be disabled without shutting out the others.

    Fails with 403 while the room is disabled, and with 404 when there is no such room or role.

    Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/room-codes/create-room-code-api

    Args:
        room_id: Identifies the room, by its `id`. At least 1 characters.
        role: The name of a role of the room's template. At least 1 characters.
    """
    return Call(
        operation=OPERATION,
        path=expand_path(
            "/room-codes/room/{room_id}/role/{role}",
            {
                "room_id": room_id,
                "role": role,
            },
        ),
    )


def sync_detailed(
    room_id: str,
    role: str,
    *,
    client: Sender,
) -> Response[RoomCode]:
    """Create a room code for one role; returns the whole response. See `build` for the arguments."""
    return client.send(
        build(
            room_id,
            role,
        )
    )


def sync(
    room_id: str,
    role: str,
    *,
    client: Sender,
) -> RoomCode:
    """Create a room code for one role. See `build` for the arguments."""
    return sync_detailed(room_id, role, client=client).parsed


async def asyncio_detailed(
    room_id: str,
    role: str,
    *,
    client: AsyncSender,
) -> Response[RoomCode]:
    """Create a room code for one role; returns the whole response. See `build` for the arguments."""
    return await client.send(
        build(
            room_id,
            role,
        )
    )


async def asyncio(
    room_id: str,
    role: str,
    *,
    client: AsyncSender,
) -> RoomCode:
    """Create a room code for one role. See `build` for the arguments."""
    return (await asyncio_detailed(room_id, role, client=client)).parsed
