"""End an active room: POST /active-rooms/{room_id}/end-room."""

from __future__ import annotations

from typing import Final

from ... import codec
from ...models.acknowledgement import Acknowledgement
from ...models.end_room_request import EndRoomRequest
from ...operation import AsyncSender, Call, Operation, Response, Sender
from ...request import expand_path

OPERATION: Final[Operation[Acknowledgement]] = Operation(
    id="endRoom",
    method="POST",
    path="/active-rooms/{room_id}/end-room",
    response=Acknowledgement,
    request=EndRoomRequest,
    security="managementToken",
    idempotent=False,
    documentation="https://www.100ms.live/docs/server-side/v2/api-reference/active-rooms/end-active-room",
)


def build(
    room_id: str,
    *,
    body: EndRoomRequest,
) -> Call[Acknowledgement]:
    """Build the call without sending it.

    Ends the running session and disconnects all peers. The room stays as it is, and the next one to
    join begins a new session.

    With `lock` set to true the room is disabled too: nobody can join until an update of the room
    enables it. Answers 404 when no session is running.

    Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/active-rooms/end-active-room

    Args:
        room_id: Identifies the room, by its `id`. At least 1 characters.
        body: How to end the session.
    """
    return Call(
        operation=OPERATION,
        path=expand_path(
            "/active-rooms/{room_id}/end-room",
            {
                "room_id": room_id,
            },
        ),
        body=codec.encode(body),
    )


def sync_detailed(
    room_id: str,
    *,
    client: Sender,
    body: EndRoomRequest,
) -> Response[Acknowledgement]:
    """End an active room; returns the whole response. See `build` for the arguments."""
    return client.send(
        build(
            room_id,
            body=body,
        )
    )


def sync(
    room_id: str,
    *,
    client: Sender,
    body: EndRoomRequest,
) -> Acknowledgement:
    """End an active room. See `build` for the arguments."""
    return sync_detailed(room_id, body=body, client=client).parsed


async def asyncio_detailed(
    room_id: str,
    *,
    client: AsyncSender,
    body: EndRoomRequest,
) -> Response[Acknowledgement]:
    """End an active room; returns the whole response. See `build` for the arguments."""
    return await client.send(
        build(
            room_id,
            body=body,
        )
    )


async def asyncio(
    room_id: str,
    *,
    client: AsyncSender,
    body: EndRoomRequest,
) -> Acknowledgement:
    """End an active room. See `build` for the arguments."""
    return (await asyncio_detailed(room_id, body=body, client=client)).parsed
