"""Pause the recording of a room: POST /recordings/room/{room_id}/pause."""

from __future__ import annotations

from typing import Final

from ...models.recording import Recording
from ...operation import AsyncSender, Call, Operation, Response, Sender
from ...request import expand_path

OPERATION: Final[Operation[Recording]] = Operation(
    id="pauseRoomRecording",
    method="POST",
    path="/recordings/room/{room_id}/pause",
    response=Recording,
    security="managementToken",
    idempotent=False,
    documentation="https://www.100ms.live/docs/server-side/v2/api-reference/recordings/pause-recording-for-room",
)


def build(
    room_id: str,
) -> Call[Recording]:
    """Build the call without sending it.

    Pauses the recording that runs in the room. What happens from then on is left out of it, until it is
    resumed.

    Nothing in the answer or in the recording tells that it is paused: its `status` stays `running`.

    Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/recordings/pause-recording-for-room

    Args:
        room_id: Identifies the room, by its `id`. At least 1 characters.
    """
    return Call(
        operation=OPERATION,
        path=expand_path(
            "/recordings/room/{room_id}/pause",
            {
                "room_id": room_id,
            },
        ),
    )


def sync_detailed(
    room_id: str,
    *,
    client: Sender,
) -> Response[Recording]:
    """Pause the recording of a room; returns the whole response. See `build` for the arguments."""
    return client.send(
        build(
            room_id,
        )
    )


def sync(
    room_id: str,
    *,
    client: Sender,
) -> Recording:
    """Pause the recording of a room. See `build` for the arguments."""
    return sync_detailed(room_id, client=client).parsed


async def asyncio_detailed(
    room_id: str,
    *,
    client: AsyncSender,
) -> Response[Recording]:
    """Pause the recording of a room; returns the whole response. See `build` for the arguments."""
    return await client.send(
        build(
            room_id,
        )
    )


async def asyncio(
    room_id: str,
    *,
    client: AsyncSender,
) -> Recording:
    """Pause the recording of a room. See `build` for the arguments."""
    return (await asyncio_detailed(room_id, client=client)).parsed
