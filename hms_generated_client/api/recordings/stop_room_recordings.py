"""Stop all recordings of a room: POST /recordings/room/{room_id}/stop."""

from __future__ import annotations

from typing import Final

from ...models.recording import Recording
from ...models.stopped_recordings import StoppedRecordings
from ...operation import AsyncSender, Call, Operation, Pagination, Response, Sender
from ...request import expand_path

OPERATION: Final[Operation[StoppedRecordings]] = Operation(
    id="stopRoomRecordings",
    method="POST",
    path="/recordings/room/{room_id}/stop",
    response=StoppedRecordings,
    security="managementToken",
    idempotent=False,
    documentation="https://www.100ms.live/docs/server-side/v2/api-reference/recordings/stop-recording-for-room",
)

PAGINATION: Final[Pagination[StoppedRecordings, Recording]] = Pagination(
    items="data",
)


def build(
    room_id: str,
) -> Call[StoppedRecordings]:
    """Build the call without sending it.

    Ends every recording that runs in the room, and answers with these recordings. Their assets come
    later: fetch each recording until it is `completed`.

    The answer has the form of a page and is complete; there is no way to ask for another.

    Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/recordings/stop-recording-for-room

    Args:
        room_id: Identifies the room, by its `id`. At least 1 characters.
    """
    return Call(
        operation=OPERATION,
        path=expand_path(
            "/recordings/room/{room_id}/stop",
            {
                "room_id": room_id,
            },
        ),
    )


def sync_detailed(
    room_id: str,
    *,
    client: Sender,
) -> Response[StoppedRecordings]:
    """Stop all recordings of a room; returns the whole response. See `build` for the arguments."""
    return client.send(
        build(
            room_id,
        )
    )


def sync(
    room_id: str,
    *,
    client: Sender,
) -> StoppedRecordings:
    """Stop all recordings of a room. See `build` for the arguments."""
    return sync_detailed(room_id, client=client).parsed


async def asyncio_detailed(
    room_id: str,
    *,
    client: AsyncSender,
) -> Response[StoppedRecordings]:
    """Stop all recordings of a room; returns the whole response. See `build` for the arguments."""
    return await client.send(
        build(
            room_id,
        )
    )


async def asyncio(
    room_id: str,
    *,
    client: AsyncSender,
) -> StoppedRecordings:
    """Stop all recordings of a room. See `build` for the arguments."""
    return (await asyncio_detailed(room_id, client=client)).parsed
