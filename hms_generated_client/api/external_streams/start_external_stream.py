"""Start streaming a room to other platforms: POST /external-streams/room/{room_id}/start."""

from __future__ import annotations

from typing import Final

from ... import codec
from ...models.external_stream import ExternalStream
from ...models.start_external_stream_request import StartExternalStreamRequest
from ...operation import AsyncSender, Call, Operation, Response, Sender
from ...request import expand_path

OPERATION: Final[Operation[ExternalStream]] = Operation(
    id="startExternalStream",
    method="POST",
    path="/external-streams/room/{room_id}/start",
    response=ExternalStream,
    request=StartExternalStreamRequest,
    security="managementToken",
    idempotent=False,
    documentation="https://www.100ms.live/docs/server-side/v2/api-reference/external-streams/start-external-stream-for-room",
)


def build(
    room_id: str,
    *,
    body: StartExternalStreamRequest,
) -> Call[ExternalStream]:
    """Build the call without sending it.

    Sends a bot into the room, with a browser, and streams what it sees and hears to the RTMP servers of
    other platforms, five at most.

    The answer comes at once, while the stream is `starting`; it is `running` shortly after. Fetch the
    external stream to follow it, or wait for the events `beam.started.success`, `beam.stopped.success`
    and `beam.failure`; a URL that does not take the stream shows in the last.

    Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/external-streams/start-external-stream-for-room

    Args:
        room_id: Identifies the room, by its `id`. At least 1 characters.
        body: Where to stream to, and how.
    """
    return Call(
        operation=OPERATION,
        path=expand_path(
            "/external-streams/room/{room_id}/start",
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
    body: StartExternalStreamRequest,
) -> Response[ExternalStream]:
    """Start streaming a room to other platforms; returns the whole response. See `build` for the arguments."""
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
    body: StartExternalStreamRequest,
) -> ExternalStream:
    """Start streaming a room to other platforms. See `build` for the arguments."""
    return sync_detailed(room_id, body=body, client=client).parsed


async def asyncio_detailed(
    room_id: str,
    *,
    client: AsyncSender,
    body: StartExternalStreamRequest,
) -> Response[ExternalStream]:
    """Start streaming a room to other platforms; returns the whole response. See `build` for the arguments."""
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
    body: StartExternalStreamRequest,
) -> ExternalStream:
    """Start streaming a room to other platforms. See `build` for the arguments."""
    return (await asyncio_detailed(room_id, body=body, client=client)).parsed
