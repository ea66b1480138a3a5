"""Disable the stream key of a room: POST /stream-keys/room/{room_id}/disable."""

from __future__ import annotations

from typing import Final

from ...models.acknowledgement import Acknowledgement
from ...operation import AsyncSender, Call, Operation, Response, Sender
from ...request import expand_path

OPERATION: Final[Operation[Acknowledgement]] = Operation(
    id="disableStreamKey",
    method="POST",
    path="/stream-keys/room/{room_id}/disable",
    response=Acknowledgement,
    security="managementToken",
    idempotent=False,
    documentation="https://www.100ms.live/docs/server-side/v2/api-reference/stream-key/disable-rtmp-stream-key",
)


def build(
    room_id: str,
) -> Call[Acknowledgement]:
    """Build the call without sending it.

    Makes the stream key useless for good. To replace a key that got out, disable it and create another;
    the new one counts from the next connection of the broadcasting program.

    Fails with 404 when the room has no key that can be used, and with 403 while the room is disabled.

    Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/stream-key/disable-rtmp-stream-key

    Args:
        room_id: Identifies the room, by its `id`. At least 1 characters.
    """
    return Call(
        operation=OPERATION,
        path=expand_path(
            "/stream-keys/room/{room_id}/disable",
            {
                "room_id": room_id,
            },
        ),
    )


def sync_detailed(
    room_id: str,
    *,
    client: Sender,
) -> Response[Acknowledgement]:
    """Disable the stream key of a room; returns the whole response. See `build` for the arguments."""
    return client.send(
        build(
            room_id,
        )
    )


def sync(
    room_id: str,
    *,
    client: Sender,
) -> Acknowledgement:
    """Disable the stream key of a room. See `build` for the arguments."""
    return sync_detailed(room_id, client=client).parsed


async def asyncio_detailed(
    room_id: str,
    *,
    client: AsyncSender,
) -> Response[Acknowledgement]:
    """Disable the stream key of a room; returns the whole response. See `build` for the arguments."""
    return await client.send(
        build(
            room_id,
        )
    )


async def asyncio(
    room_id: str,
    *,
    client: AsyncSender,
) -> Acknowledgement:
    """Disable the stream key of a room. See `build` for the arguments."""
    return (await asyncio_detailed(room_id, client=client)).parsed
