"""Retrieve the stream key of a room: GET /stream-keys/room/{room_id}."""

from __future__ import annotations

from typing import Final

from ...models.stream_key import StreamKey
from ...models.stream_key_list import StreamKeyList
from ...operation import AsyncSender, Call, Operation, Pagination, Response, Sender
from ...request import expand_path

OPERATION: Final[Operation[StreamKeyList]] = Operation(
    id="getStreamKey",
    method="GET",
    path="/stream-keys/room/{room_id}",
    response=StreamKeyList,
    security="managementToken",
    idempotent=True,
    documentation="https://www.100ms.live/docs/server-side/v2/api-reference/stream-key/get-rtmp-stream-key",
)

PAGINATION: Final[Pagination[StreamKeyList, StreamKey]] = Pagination(
    items="data",
)


def build(
    room_id: str,
) -> Call[StreamKeyList]:
    """Build the call without sending it.

    The stream key of a room, and the RTMP server to stream to. Fetch it before each stream: the server
    can change.

    Fails with 404 when the room has no key that can be used, and with 403 while the room is disabled.

    Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/stream-key/get-rtmp-stream-key

    Args:
        room_id: Identifies the room, by its `id`. At least 1 characters.
    """
    return Call(
        operation=OPERATION,
        path=expand_path(
            "/stream-keys/room/{room_id}",
            {
                "room_id": room_id,
            },
        ),
    )


def sync_detailed(
    room_id: str,
    *,
    client: Sender,
) -> Response[StreamKeyList]:
    """Retrieve the stream key of a room; returns the whole response. See `build` for the arguments."""
    return client.send(
        build(
            room_id,
        )
    )


def sync(
    room_id: str,
    *,
    client: Sender,
) -> StreamKeyList:
    """Retrieve the stream key of a room. See `build` for the arguments."""
    return sync_detailed(room_id, client=client).parsed


async def asyncio_detailed(
    room_id: str,
    *,
    client: AsyncSender,
) -> Response[StreamKeyList]:
    """Retrieve the stream key of a room; returns the whole response. See `build` for the arguments."""
    return await client.send(
        build(
            room_id,
        )
    )


async def asyncio(
    room_id: str,
    *,
    client: AsyncSender,
) -> StreamKeyList:
    """Retrieve the stream key of a room. See `build` for the arguments."""
    return (await asyncio_detailed(room_id, client=client)).parsed
