"""Send timed metadata to the viewers of a live stream: POST /live-streams/{stream_id}/timed-metadata."""

from __future__ import annotations

from typing import Final

from ... import codec
from ...models.live_stream import LiveStream
from ...models.send_timed_metadata_request import SendTimedMetadataRequest
from ...operation import AsyncSender, Call, Operation, Response, Sender
from ...request import expand_path

OPERATION: Final[Operation[LiveStream]] = Operation(
    id="sendTimedMetadata",
    method="POST",
    path="/live-streams/{stream_id}/timed-metadata",
    response=LiveStream,
    request=SendTimedMetadataRequest,
    security="managementToken",
    idempotent=False,
    documentation="https://www.100ms.live/docs/server-side/v2/api-reference/live-streams/send-timed-metadata",
)


def build(
    stream_id: str,
    *,
    body: SendTimedMetadataRequest,
) -> Call[LiveStream]:
    """Build the call without sending it.

    Puts a short text into a live stream that runs. The players of the viewers get it in time with the
    picture, and can act on it: show a question, a product, the score.

    Sending the same text twice makes the players act twice.

    Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/live-streams/send-timed-metadata

    Args:
        stream_id: Identifies the live stream, by its `id`. At least 1 characters.
        body: The text, and for how long it holds.
    """
    return Call(
        operation=OPERATION,
        path=expand_path(
            "/live-streams/{stream_id}/timed-metadata",
            {
                "stream_id": stream_id,
            },
        ),
        body=codec.encode(body),
    )


def sync_detailed(
    stream_id: str,
    *,
    client: Sender,
    body: SendTimedMetadataRequest,
) -> Response[LiveStream]:
    """Send timed metadata to the viewers of a live stream; returns the whole response. See `build` for the arguments."""
    return client.send(
        build(
            stream_id,
            body=body,
        )
    )


def sync(
    stream_id: str,
    *,
    client: Sender,
    body: SendTimedMetadataRequest,
) -> LiveStream:
    """Send timed metadata to the viewers of a live stream. See `build` for the arguments."""
    return sync_detailed(stream_id, body=body, client=client).parsed


async def asyncio_detailed(
    stream_id: str,
    *,
    client: AsyncSender,
    body: SendTimedMetadataRequest,
) -> Response[LiveStream]:
    """Send timed metadata to the viewers of a live stream; returns the whole response. See `build` for the arguments."""
    return await client.send(
        build(
            stream_id,
            body=body,
        )
    )


async def asyncio(
    stream_id: str,
    *,
    client: AsyncSender,
    body: SendTimedMetadataRequest,
) -> LiveStream:
    """Send timed metadata to the viewers of a live stream. See `build` for the arguments."""
    return (await asyncio_detailed(stream_id, body=body, client=client)).parsed
