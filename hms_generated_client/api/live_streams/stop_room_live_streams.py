"""Stop all live streams of a room: POST /live-streams/room/{room_id}/stop."""

from __future__ import annotations

from typing import Final

from ...models.live_stream import LiveStream
from ...models.stopped_live_streams import StoppedLiveStreams
from ...operation import AsyncSender, Call, Operation, Pagination, Response, Sender
from ...request import expand_path

OPERATION: Final[Operation[StoppedLiveStreams]] = Operation(
    id="stopRoomLiveStreams",
    method="POST",
    path="/live-streams/room/{room_id}/stop",
    response=StoppedLiveStreams,
    security="managementToken",
    idempotent=False,
    documentation="https://www.100ms.live/docs/server-side/v2/api-reference/live-streams/stop-live-stream-for-room",
)

PAGINATION: Final[Pagination[StoppedLiveStreams, LiveStream]] = Pagination(
    items="data",
)


def build(
    room_id: str,
) -> Call[StoppedLiveStreams]:
    """Build the call without sending it.

    Ends every live stream that runs in the room, also one that a broadcaster feeds with a stream key,
    and answers with these live streams. Recordings come later: fetch each stream until it is
    `completed`.

    The answer has the form of a page and is complete; there is no way to ask for another. Look at its
    `error`, too.

    Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/live-streams/stop-live-stream-for-room

    Args:
        room_id: Identifies the room, by its `id`. At least 1 characters.
    """
    return Call(
        operation=OPERATION,
        path=expand_path(
            "/live-streams/room/{room_id}/stop",
            {
                "room_id": room_id,
            },
        ),
    )


def sync_detailed(
    room_id: str,
    *,
    client: Sender,
) -> Response[StoppedLiveStreams]:
    """Stop all live streams of a room; returns the whole response. See `build` for the arguments."""
    return client.send(
        build(
            room_id,
        )
    )


def sync(
    room_id: str,
    *,
    client: Sender,
) -> StoppedLiveStreams:
    """Stop all live streams of a room. See `build` for the arguments."""
    return sync_detailed(room_id, client=client).parsed


async def asyncio_detailed(
    room_id: str,
    *,
    client: AsyncSender,
) -> Response[StoppedLiveStreams]:
    """Stop all live streams of a room; returns the whole response. See `build` for the arguments."""
    return await client.send(
        build(
            room_id,
        )
    )


async def asyncio(
    room_id: str,
    *,
    client: AsyncSender,
) -> StoppedLiveStreams:
    """Stop all live streams of a room. See `build` for the arguments."""
    return (await asyncio_detailed(room_id, client=client)).parsed
