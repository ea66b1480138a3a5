"""Stop a recording: POST /recordings/{recording_id}/stop."""

from __future__ import annotations

from typing import Final

from ...models.recording import Recording
from ...operation import AsyncSender, Call, Operation, Response, Sender
from ...request import expand_path

OPERATION: Final[Operation[Recording]] = Operation(
    id="stopRecording",
    method="POST",
    path="/recordings/{recording_id}/stop",
    response=Recording,
    security="managementToken",
    idempotent=True,
    documentation="https://www.100ms.live/docs/server-side/v2/api-reference/recordings/stop-recording-by-id",
)


def build(
    recording_id: str,
) -> Call[Recording]:
    """Build the call without sending it.

    Ends one recording and leaves the others of the room alone. Its assets come later: fetch the
    recording until it is `completed`.

    Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/recordings/stop-recording-by-id

    Args:
        recording_id: Identifies the recording, by its `id`. At least 1 characters.
    """
    return Call(
        operation=OPERATION,
        path=expand_path(
            "/recordings/{recording_id}/stop",
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
    """Stop a recording; returns the whole response. See `build` for the arguments."""
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
    """Stop a recording. See `build` for the arguments."""
    return sync_detailed(recording_id, client=client).parsed


async def asyncio_detailed(
    recording_id: str,
    *,
    client: AsyncSender,
) -> Response[Recording]:
    """Stop a recording; returns the whole response. See `build` for the arguments."""
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
    """Stop a recording. See `build` for the arguments."""
    return (await asyncio_detailed(recording_id, client=client)).parsed
