"""Start a live stream of a room: POST /live-streams/room/{room_id}/start."""

from __future__ import annotations

from typing import Final

from ... import codec
from ...models.live_stream import LiveStream
from ...models.start_live_stream_request import StartLiveStreamRequest
from ...operation import AsyncSender, Call, Operation, Response, Sender
from ...request import expand_path

OPERATION: Final[Operation[LiveStream]] = Operation(
    id="startLiveStream",
    method="POST",
    path="/live-streams/room/{room_id}/start",
    response=LiveStream,
    request=StartLiveStreamRequest,
    security="managementToken",
    idempotent=False,
    documentation="https://www.100ms.live/docs/server-side/v2/api-reference/live-streams/start-live-stream-for-room",
)


def build(
    room_id: str,
    *,
    body: StartLiveStreamRequest,
) -> Call[LiveStream]:
    """Build the call without sending it.

    Sends a bot into the room, with a browser, and streams what it sees and hears over HLS. All settings
    are optional: `{}` streams as the room's template says. Give the address in `playback` to the
    viewers' players.

    The answer comes at once, while the stream is `starting`; it is `running` shortly after. Fetch the
    live stream to follow it, or wait for the events `hls.started.success`, `hls.stopped.success`,
    `hls.recording.success` and `hls.failure`.

    Do not call it for a room that a broadcaster streams into with a stream key: there the live stream
    starts by itself when the broadcaster connects.

    Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/live-streams/start-live-stream-for-room

    Args:
        room_id: Identifies the room, by its `id`. At least 1 characters.
        body: How to stream.
    """
    return Call(
        operation=OPERATION,
        path=expand_path(
            "/live-streams/room/{room_id}/start",
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
    body: StartLiveStreamRequest,
) -> Response[LiveStream]:
    """Start a live stream of a room; returns the whole response. See `build` for the arguments."""
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
    body: StartLiveStreamRequest,
) -> LiveStream:
    """Start a live stream of a room. See `build` for the arguments."""
    return sync_detailed(room_id, body=body, client=client).parsed


async def asyncio_detailed(
    room_id: str,
    *,
    client: AsyncSender,
    body: StartLiveStreamRequest,
) -> Response[LiveStream]:
    """Start a live stream of a room; returns the whole response. See `build` for the arguments."""
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
    body: StartLiveStreamRequest,
) -> LiveStream:
    """Start a live stream of a room. See `build` for the arguments."""
    return (await asyncio_detailed(room_id, body=body, client=client)).parsed
