"""Retrieve an external stream: GET /external-streams/{stream_id}."""

from __future__ import annotations

from typing import Final

from ...models.external_stream import ExternalStream
from ...models.job_status import JobStatus
from ...operation import (
    AsyncSender,
    Call,
    Operation,
    Response,
    Sender,
    Waiting,
)
from ...request import expand_path

OPERATION: Final[Operation[ExternalStream]] = Operation(
    id="getExternalStream",
    method="GET",
    path="/external-streams/{stream_id}",
    response=ExternalStream,
    security="managementToken",
    idempotent=True,
    documentation="https://www.100ms.live/docs/server-side/v2/api-reference/external-streams/get-external-stream",
)


WAITING: Final[Waiting[ExternalStream, JobStatus]] = Waiting(
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
) -> Call[ExternalStream]:
    """Build the call without sending it.

    One external stream, whether it runs or is over. It can be fetched from the moment that it was
    started.

    If it was recorded, the file is in it once it is `completed`.

    Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/external-streams/get-external-stream

    Args:
        stream_id: Identifies the external stream, by its `id`. At least 1 characters.
    """
    return Call(
        operation=OPERATION,
        path=expand_path(
            "/external-streams/{stream_id}",
            {
                "stream_id": stream_id,
            },
        ),
    )


def sync_detailed(
    stream_id: str,
    *,
    client: Sender,
) -> Response[ExternalStream]:
    """Retrieve an external stream; returns the whole response. See `build` for the arguments."""
    return client.send(
        build(
            stream_id,
        )
    )


def sync(
    stream_id: str,
    *,
    client: Sender,
) -> ExternalStream:
    """Retrieve an external stream. See `build` for the arguments."""
    return sync_detailed(stream_id, client=client).parsed


async def asyncio_detailed(
    stream_id: str,
    *,
    client: AsyncSender,
) -> Response[ExternalStream]:
    """Retrieve an external stream; returns the whole response. See `build` for the arguments."""
    return await client.send(
        build(
            stream_id,
        )
    )


async def asyncio(
    stream_id: str,
    *,
    client: AsyncSender,
) -> ExternalStream:
    """Retrieve an external stream. See `build` for the arguments."""
    return (await asyncio_detailed(stream_id, client=client)).parsed
