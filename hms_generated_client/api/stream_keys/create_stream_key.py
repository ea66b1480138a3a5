"""Create a stream key: POST /stream-keys/room/{room_id}."""

from __future__ import annotations

from typing import Final

from ...models.stream_key import StreamKey
from ...operation import AsyncSender, Call, Operation, Response, Sender
from ...request import expand_path

OPERATION: Final[Operation[StreamKey]] = Operation(
    id="createStreamKey",
    method="POST",
    path="/stream-keys/room/{room_id}",
    response=StreamKey,
    security="managementToken",
    idempotent=False,
    documentation="https://www.100ms.live/docs/server-side/v2/api-reference/stream-key/create-rtmp-stream-key",
)


def build(
    room_id: str,
) -> Call[StreamKey]:
    """Build the call without sending it.

    Makes the stream key with which a broadcasting program can stream into the room, and tells the RTMP
    server to send the stream to. Room and template have to allow live streams; what comes in is
    streamed on to the viewers over HLS and is not seen by peers in the room.

    The live stream starts by itself when the program connects; do not start it over this API. When the
    program stops or is cut off, the live stream waits for it to come back, for as long as
    `autoStopTimeout` of the template's destination says. To end it at once, stop the live stream.

    Fails with 400 when the room has a key already, and with 403 while the room is disabled. Until 100ms
    has opened RTMP ingestion for an account, a stream may last 5 minutes in HD and 15 minutes
    otherwise, if it is taken at all.

    Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/stream-key/create-rtmp-stream-key

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
) -> Response[StreamKey]:
    """Create a stream key; returns the whole response. See `build` for the arguments."""
    return client.send(
        build(
            room_id,
        )
    )


def sync(
    room_id: str,
    *,
    client: Sender,
) -> StreamKey:
    """Create a stream key. See `build` for the arguments."""
    return sync_detailed(room_id, client=client).parsed


async def asyncio_detailed(
    room_id: str,
    *,
    client: AsyncSender,
) -> Response[StreamKey]:
    """Create a stream key; returns the whole response. See `build` for the arguments."""
    return await client.send(
        build(
            room_id,
        )
    )


async def asyncio(
    room_id: str,
    *,
    client: AsyncSender,
) -> StreamKey:
    """Create a stream key. See `build` for the arguments."""
    return (await asyncio_detailed(room_id, client=client)).parsed
