"""Start recording a room: POST /recordings/room/{room_id}/start."""

from __future__ import annotations

from typing import Final

from ... import codec
from ...models.recording import Recording
from ...models.start_recording_request import StartRecordingRequest
from ...operation import AsyncSender, Call, Operation, Response, Sender
from ...request import expand_path

OPERATION: Final[Operation[Recording]] = Operation(
    id="startRecording",
    method="POST",
    path="/recordings/room/{room_id}/start",
    response=Recording,
    request=StartRecordingRequest,
    security="managementToken",
    idempotent=False,
    documentation="https://www.100ms.live/docs/server-side/v2/api-reference/recordings/start-recording-for-room",
)


def build(
    room_id: str,
    *,
    body: StartRecordingRequest,
) -> Call[Recording]:
    """Build the call without sending it.

    Sends a bot into the room, with a browser, to record what a participant sees and hears (room
    composite recording). All settings are optional: `{}` records as the room's template says.

    The answer comes at once, while the recording is `starting`; it is `running` shortly after. Fetch
    the recording to follow it, or wait for the events `beam.started.success`, `beam.recording.success`
    and `beam.failure`. It ends by itself some minutes after the last participant has left, five unless
    the template says otherwise; stop it to end it earlier.

    A transcript is made when the recording is over. It takes a fifth of the time that was recorded, and
    five minutes at least; until then its assets are `processing`. Summaries of recordings longer than
    90 minutes can be incomplete.

    Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/recordings/start-recording-for-room

    Args:
        room_id: Identifies the room, by its `id`. At least 1 characters.
        body: How to record.
    """
    return Call(
        operation=OPERATION,
        path=expand_path(
            "/recordings/room/{room_id}/start",
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
    body: StartRecordingRequest,
) -> Response[Recording]:
    """Start recording a room; returns the whole response. See `build` for the arguments."""
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
    body: StartRecordingRequest,
) -> Recording:
    """Start recording a room. See `build` for the arguments."""
    return sync_detailed(room_id, body=body, client=client).parsed


async def asyncio_detailed(
    room_id: str,
    *,
    client: AsyncSender,
    body: StartRecordingRequest,
) -> Response[Recording]:
    """Start recording a room; returns the whole response. See `build` for the arguments."""
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
    body: StartRecordingRequest,
) -> Recording:
    """Start recording a room. See `build` for the arguments."""
    return (await asyncio_detailed(room_id, body=body, client=client)).parsed
