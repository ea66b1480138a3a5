"""Pause the recording of a live stream: POST /live-streams/{stream_id}/pause-recording."""

from __future__ import annotations

from typing import Final

from ...models.live_stream import LiveStream
from ...operation import AsyncSender, Call, Operation, Response, Sender
from ...request import expand_path

OPERATION: Final[Operation[LiveStream]] = Operation(
    id="pauseLiveStreamRecording",
    method="POST",
    path="/live-streams/{stream_id}/pause-recording",
    response=LiveStream,
    security="managementToken",
    idempotent=True,
    documentation="https://www.100ms.live/docs/server-side/v2/api-reference/live-streams/pause-live-stream-recording",
)


def build(
    stream_id: str,
) -> Call[LiveStream]:
    """Build the call without sending it.

    Leaves what happens from now on out of the recording, until it is resumed; the viewers see the
    stream go on. Use it while the broadcaster is away, so that the recording is fit to be watched
    later.

    Nothing in the answer tells that the recording is paused.

    Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/live-streams/pause-live-stream-recording

    Args:
        stream_id: Identifies the live stream, by its `id`. At least 1 characters.
    """
    return Call(
        operation=OPERATION,
        path=expand_path(
            "/live-streams/{stream_id}/pause-recording",
            {
                "stream_id": stream_id,
            },
        ),
    )


def sync_detailed(
    stream_id: str,
    *,
    client: Sender,
) -> Response[LiveStream]:
    """Pause the recording of a live stream; returns the whole response. See `build` for the arguments."""
    return client.send(
        build(
            stream_id,
        )
    )


def sync(
    stream_id: str,
    *,
    client: Sender,
) -> LiveStream:
    """Pause the recording of a live stream. See `build` for the arguments."""
    return sync_detailed(stream_id, client=client).parsed


async def asyncio_detailed(
    stream_id: str,
    *,
    client: AsyncSender,
) -> Response[LiveStream]:
    """Pause the recording of a live stream; returns the whole response. See `build` for the arguments."""
    return await client.send(
        build(
            stream_id,
        )
    )


async def asyncio(
    stream_id: str,
    *,
    client: AsyncSender,
) -> LiveStream:
    """Pause the recording of a live stream. See `build` for the arguments."""
    return (await asyncio_detailed(stream_id, client=client)).parsed
