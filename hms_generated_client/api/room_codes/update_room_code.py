"""Enable or disable a room code: POST /room-codes/code."""

from __future__ import annotations

from typing import Final

from ... import codec
from ...models.room_code import RoomCode
from ...models.update_room_code_request import UpdateRoomCodeRequest
from ...operation import AsyncSender, Call, Operation, Response, Sender

OPERATION: Final[Operation[RoomCode]] = Operation(
    id="updateRoomCode",
    method="POST",
    path="/room-codes/code",
    response=RoomCode,
    request=UpdateRoomCodeRequest,
    security="managementToken",
    idempotent=True,
    documentation="https://www.100ms.live/docs/server-side/v2/api-reference/room-codes/update-room-code-api",
)


def build(
    *,
    body: UpdateRoomCodeRequest,
) -> Call[RoomCode]:
    """Build the call without sending it.

    Decides whether participants can join with a code. Those who have joined already stay.

    Fails with 404 when there is no such code, and with 403 when a code is to be enabled whose room or
    role no longer exists. A body with any other member than `code` and `enabled` is refused with 400.

    Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/room-codes/update-room-code-api

    Args:
        body: The code, and what to do with it.
    """
    return Call(
        operation=OPERATION,
        path="/room-codes/code",
        body=codec.encode(body),
    )


def sync_detailed(
    *,
    client: Sender,
    body: UpdateRoomCodeRequest,
) -> Response[RoomCode]:
    """Enable or disable a room code; returns the whole response. See `build` for the arguments."""
    return client.send(
        build(
            body=body,
        )
    )


def sync(
    *,
    client: Sender,
    body: UpdateRoomCodeRequest,
) -> RoomCode:
    """Enable or disable a room code. See `build` for the arguments."""
    return sync_detailed(body=body, client=client).parsed


async def asyncio_detailed(
    *,
    client: AsyncSender,
    body: UpdateRoomCodeRequest,
) -> Response[RoomCode]:
    """Enable or disable a room code; returns the whole response. See `build` for the arguments."""
    return await client.send(
        build(
            body=body,
        )
    )


async def asyncio(
    *,
    client: AsyncSender,
    body: UpdateRoomCodeRequest,
) -> RoomCode:
    """Enable or disable a room code. See `build` for the arguments."""
    return (await asyncio_detailed(body=body, client=client)).parsed
