"""Retrieve a recording: GET /recordings/{recording_id}."""

from __future__ import annotations

from typing import Final

from ...models.job_status import JobStatus
from ...models.recording import Recording
from ...operation import (
    AsyncSender,
    Call,
    Operation,
    Response,
    Sender,
    Waiting,
)
from ...request import expand_path

OPERATION: Final[Operation[Recording]] = Operation(
    id="getRecording",
    method="GET",
    path="/recordings/{recording_id}",
    response=Recording,
    security="managementToken",
    idempotent=True,
    documentation="https://www.100ms.live/docs/server-side/v2/api-reference/recordings/get-recording",
)


WAITING: Final[Waiting[Recording, JobStatus]] = Waiting(
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
    recording_id: str,
) -> Call[Recording]:
    """Build the call without sending it.

    One recording, whether it was started over this API or by a participant. It can be fetched from the
    moment that it was started.

    The assets are in it as soon as there are any. Those of a transcription may still be `processing`
    when the recording is `completed`.

    Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/recordings/get-recording

    Args:
        recording_id: Identifies the recording, by its `id`. At least 1 characters.
    """
    return Call(
        operation=OPERATION,
        path=expand_path(
            "/recordings/{recording_id}",
            {
                "recording_id": recording_id,
            },
        ),
    )


def sync_detailed(
    recording_id: str,
    *,
    client: Sender,
) -> Response[Recording]:
    """Retrieve a recording; returns the whole response. See `build` for the arguments."""
    return client.send(
        build(
            recording_id,
        )
    )


def sync(
    recording_id: str,
    *,
    client: Sender,
) -> Recording:
    """Retrieve a recording. See `build` for the arguments."""
    return sync_detailed(recording_id, client=client).parsed


async def asyncio_detailed(
    recording_id: str,
    *,
    client: AsyncSender,
) -> Response[Recording]:
    """Retrieve a recording; returns the whole response. See `build` for the arguments."""
    return await client.send(
        build(
            recording_id,
        )
    )


async def asyncio(
    recording_id: str,
    *,
    client: AsyncSender,
) -> Recording:
    """Retrieve a recording. See `build` for the arguments."""
    return (await asyncio_detailed(recording_id, client=client)).parsed
