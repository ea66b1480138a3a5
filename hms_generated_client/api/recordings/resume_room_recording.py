"""Resume the recording of a room: POST /recordings/room/{room_id}/resume."""

from __future__ import annotations

from typing import Final

from ...models.recording import Recording
from ...operation import AsyncSender, Call, Operation, Response, Sender
from ...request import expand_path

OPERATION: Final[Operation[Recording]] = Operation(
    id="resumeRoomRecording",
    method="POST",
    path="/recordings/room/{room_id}/resume",
    response=Recording,
    security="managementToken",
    idempotent=False,
    documentation="https://www.100ms.live/docs/server-side/v2/api-reference/recordings/resume-recording-for-room",
)


def build(
    room_id: str,
) -> Call[Recording]:
    """Build the call without sending it.

    Goes on with the recording of the room that was paused. It stays one recording, with the same `id`.

    Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/recordings/resume-recording-for-room

    Args:
        room_id: Identifies the room, by its `id`. At least 1 characters.
    """
    return Call(
        operation=OPERATION,
        path=expand_path(
            "/recordings/room/{room_id}/resume",
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
    """Resume the recording of a room; returns the whole response. See `build` for the arguments."""
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
    """Resume the recording of a room. See `build` for the arguments."""
    return sync_detailed(room_id, client=client).parsed


async def asyncio_detailed(
    room_id: str,
    *,
    client: AsyncSender,
) -> Response[Recording]:
    """Resume the recording of a room; returns the whole response. See `build` for the arguments."""
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
    """Resume the recording of a room. See `build` for the arguments."""
    return (await asyncio_detailed(room_id, client=client)).parsed
