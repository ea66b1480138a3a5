"""Stop all external streams of a room: POST /external-streams/room/{room_id}/stop."""

from __future__ import annotations

from typing import Final

from ...models.external_stream import ExternalStream
from ...models.stopped_external_streams import StoppedExternalStreams
from ...operation import AsyncSender, Call, Operation, Pagination, Response, Sender
from ...request import expand_path

OPERATION: Final[Operation[StoppedExternalStreams]] = Operation(
    id="stopRoomExternalStreams",
    method="POST",
    path="/external-streams/room/{room_id}/stop",
    response=StoppedExternalStreams,
    security="managementToken",
    idempotent=False,
    documentation="https://www.100ms.live/docs/server-side/v2/api-reference/external-streams/stop-external-stream-for-room",
)

PAGINATION: Final[Pagination[StoppedExternalStreams, ExternalStream]] = Pagination(
    items="data",
)


def build(
    room_id: str,
) -> Call[StoppedExternalStreams]:
    """Build the call without sending it.

    Ends every external stream that runs in the room, and answers with these external streams.
    Recordings come later: fetch each stream until it is `completed`.

    The answer has the form of a page and is complete; there is no way to ask for another. Look at its
    `error`, too.

    Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/external-streams/stop-external-stream-for-room

    Args:
        room_id: Identifies the room, by its `id`. At least 1 characters.
    """
    return Call(
        operation=OPERATION,
        path=expand_path(
            "/external-streams/room/{room_id}/stop",
            {
                "room_id": room_id,
            },
        ),
    )


def sync_detailed(
    room_id: str,
    *,
    client: Sender,
) -> Response[StoppedExternalStreams]:
    """Stop all external streams of a room; returns the whole response. See `build` for the arguments."""
    return client.send(
        build(
            room_id,
        )
    )


def sync(
    room_id: str,
    *,
    client: Sender,
) -> StoppedExternalStreams:
    """Stop all external streams of a room. See `build` for the arguments."""
    return sync_detailed(room_id, client=client).parsed


async def asyncio_detailed(
    room_id: str,
    *,
    client: AsyncSender,
) -> Response[StoppedExternalStreams]:
    """Stop all external streams of a room; returns the whole response. See `build` for the arguments."""
    return await client.send(
        build(
            room_id,
        )
    )


async def asyncio(
    room_id: str,
    *,
    client: AsyncSender,
) -> StoppedExternalStreams:
    """Stop all external streams of a room. See `build` for the arguments."""
    return (await asyncio_detailed(room_id, client=client)).parsed
