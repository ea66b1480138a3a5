"""Retrieve a room: GET /rooms/{room_id}."""

from __future__ import annotations

from typing import Final

from ...models.room import Room
from ...operation import AsyncSender, Call, Operation, Response, Sender
from ...request import expand_path

OPERATION: Final[Operation[Room]] = Operation(
    id="getRoom",
    method="GET",
    path="/rooms/{room_id}",
    response=Room,
    security="managementToken",
    idempotent=True,
    documentation="https://www.100ms.live/docs/server-side/v2/api-reference/Rooms/retrieve-room",
)


def build(
    room_id: str,
) -> Call[Room]:
    """Build the call without sending it.

    One room with its settings. To find a room by its name, list the rooms with the filter `name`.

    Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/Rooms/retrieve-room

    Args:
        room_id: Identifies the room, by its `id`. At least 1 characters.
    """
    return Call(
        operation=OPERATION,
        path=expand_path(
            "/rooms/{room_id}",
            {
                "room_id": room_id,
            },
        ),
    )


def sync_detailed(
    room_id: str,
    *,
    client: Sender,
) -> Response[Room]:
    """Retrieve a room; returns the whole response. See `build` for the arguments."""
    return client.send(
        build(
            room_id,
        )
    )


def sync(
    room_id: str,
    *,
    client: Sender,
) -> Room:
    """Retrieve a room. See `build` for the arguments."""
    return sync_detailed(room_id, client=client).parsed


async def asyncio_detailed(
    room_id: str,
    *,
    client: AsyncSender,
) -> Response[Room]:
    """Retrieve a room; returns the whole response. See `build` for the arguments."""
    return await client.send(
        build(
            room_id,
        )
    )


async def asyncio(
    room_id: str,
    *,
    client: AsyncSender,
) -> Room:
    """Retrieve a room. See `build` for the arguments."""
    return (await asyncio_detailed(room_id, client=client)).parsed
