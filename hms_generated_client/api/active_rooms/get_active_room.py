"""Retrieve an active room: GET /active-rooms/{room_id}."""

from __future__ import annotations

from typing import Final

from ...models.active_room import ActiveRoom
from ...operation import AsyncSender, Call, Operation, Response, Sender
from ...request import expand_path

OPERATION: Final[Operation[ActiveRoom]] = Operation(
    id="getActiveRoom",
    method="GET",
    path="/active-rooms/{room_id}",
    response=ActiveRoom,
    security="managementToken",
    idempotent=True,
    documentation="https://www.100ms.live/docs/server-side/v2/api-reference/active-rooms/retrieve-active-room",
)


def build(
    room_id: str,
) -> Call[ActiveRoom]:
    """Build the call without sending it.

    The running session of a room and the identifiers of the peers in it. Tells whether a room is
    active: it answers 404 when no session is running.

    For all running sessions of the workspace, list the sessions with the filter `active`.

    Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/active-rooms/retrieve-active-room

    Args:
        room_id: Identifies the room, by its `id`. At least 1 characters.
    """
    return Call(
        operation=OPERATION,
        path=expand_path(
            "/active-rooms/{room_id}",
            {
                "room_id": room_id,
            },
        ),
    )


def sync_detailed(
    room_id: str,
    *,
    client: Sender,
) -> Response[ActiveRoom]:
    """Retrieve an active room; returns the whole response. See `build` for the arguments."""
    return client.send(
        build(
            room_id,
        )
    )


def sync(
    room_id: str,
    *,
    client: Sender,
) -> ActiveRoom:
    """Retrieve an active room. See `build` for the arguments."""
    return sync_detailed(room_id, client=client).parsed


async def asyncio_detailed(
    room_id: str,
    *,
    client: AsyncSender,
) -> Response[ActiveRoom]:
    """Retrieve an active room; returns the whole response. See `build` for the arguments."""
    return await client.send(
        build(
            room_id,
        )
    )


async def asyncio(
    room_id: str,
    *,
    client: AsyncSender,
) -> ActiveRoom:
    """Retrieve an active room. See `build` for the arguments."""
    return (await asyncio_detailed(room_id, client=client)).parsed
