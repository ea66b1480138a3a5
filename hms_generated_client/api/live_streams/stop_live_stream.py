"""Stop a live stream: POST /live-streams/{stream_id}/stop."""

from __future__ import annotations

from typing import Final

from ...models.live_stream import LiveStream
from ...operation import AsyncSender, Call, Operation, Response, Sender
from ...request import expand_path

OPERATION: Final[Operation[LiveStream]] = Operation(
    id="stopLiveStream",
    method="POST",
    path="/live-streams/{stream_id}/stop",
    response=LiveStream,
    security="managementToken",
    idempotent=True,
    documentation="https://www.100ms.live/docs/server-side/v2/api-reference/live-streams/stop-live-stream-by-id",
)


def build(
    stream_id: str,
) -> Call[LiveStream]:
    """Build the call without sending it.

    Ends one live stream. Its recordings come later: fetch the live stream until it is `completed`.

    Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/live-streams/stop-live-stream-by-id

    Args:
        stream_id: Identifies the live stream, by its `id`. At least 1 characters.
    """
    return Call(
        operation=OPERATION,
        path=expand_path(
            "/live-streams/{stream_id}/stop",
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
    """Stop a live stream; returns the whole response. See `build` for the arguments."""
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
    """Stop a live stream. See `build` for the arguments."""
    return sync_detailed(stream_id, client=client).parsed


async def asyncio_detailed(
    stream_id: str,
    *,
    client: AsyncSender,
) -> Response[LiveStream]:
    """Stop a live stream; returns the whole response. See `build` for the arguments."""
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
    """Stop a live stream. See `build` for the arguments."""
    return (await asyncio_detailed(stream_id, client=client)).parsed
