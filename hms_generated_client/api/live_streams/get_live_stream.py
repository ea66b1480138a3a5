"""Retrieve a live stream: GET /live-streams/{stream_id}."""

from __future__ import annotations

from typing import Final

from ...models.job_status import JobStatus
from ...models.live_stream import LiveStream
from ...operation import (
    AsyncSender,
    Call,
    Operation,
    Response,
    Sender,
    Waiting,
)
from ...request import expand_path

OPERATION: Final[Operation[LiveStream]] = Operation(
    id="getLiveStream",
    method="GET",
    path="/live-streams/{stream_id}",
    response=LiveStream,
    security="managementToken",
    idempotent=True,
    documentation="https://www.100ms.live/docs/server-side/v2/api-reference/live-streams/get-live-stream",
)


WAITING: Final[Waiting[LiveStream, JobStatus]] = Waiting(
    state="status",
    passing=(
        JobStatus.STARTING,
        JobStatus.RUNNING,
        JobStatus.STOPPING,
        JobStatus.POST_PROCESSING,
    ),
    succeeded=(JobStatus.COMPLETED,),
    failed=(JobStatus.FAILED,),
)


def build(
    stream_id: str,
) -> Call[LiveStream]:
    """Build the call without sending it.

    One live stream, whether it runs or is over. It can be fetched from the moment that it was started.

    The recorded files are in it once it is `completed`.

    Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/live-streams/get-live-stream

    Args:
        stream_id: Identifies the live stream, by its `id`. At least 1 characters.
    """
    return Call(
        operation=OPERATION,
        path=expand_path(
            "/live-streams/{stream_id}",
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
    """Retrieve a live stream; returns the whole response. See `build` for the arguments."""
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
    """Retrieve a live stream. See `build` for the arguments."""
    return sync_detailed(stream_id, client=client).parsed


async def asyncio_detailed(
    stream_id: str,
    *,
    client: AsyncSender,
) -> Response[LiveStream]:
    """Retrieve a live stream; returns the whole response. See `build` for the arguments."""
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
    """Retrieve a live stream. See `build` for the arguments."""
    return (await asyncio_detailed(stream_id, client=client)).parsed
