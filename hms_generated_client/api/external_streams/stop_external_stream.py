"""Stop an external stream: POST /external-streams/{stream_id}/stop."""

from __future__ import annotations

from typing import Final

from ...models.external_stream import ExternalStream
from ...operation import AsyncSender, Call, Operation, Response, Sender
from ...request import expand_path

OPERATION: Final[Operation[ExternalStream]] = Operation(
    id="stopExternalStream",
    method="POST",
    path="/external-streams/{stream_id}/stop",
    response=ExternalStream,
    security="managementToken",
    idempotent=True,
    documentation="https://www.100ms.live/docs/server-side/v2/api-reference/external-streams/stop-external-stream-by-id",
)


def build(
    stream_id: str,
) -> Call[ExternalStream]:
    """Build the call without sending it.

    Ends one external stream and leaves the others of the room alone. A recording comes later: fetch the
    external stream until it is `completed`.

    Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/external-streams/stop-external-stream-by-id

    Args:
        stream_id: Identifies the external stream, by its `id`. At least 1 characters.
    """
    return Call(
        operation=OPERATION,
        path=expand_path(
            "/external-streams/{stream_id}/stop",
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
    """Stop an external stream; returns the whole response. See `build` for the arguments."""
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
    """Stop an external stream. See `build` for the arguments."""
    return sync_detailed(stream_id, client=client).parsed


async def asyncio_detailed(
    stream_id: str,
    *,
    client: AsyncSender,
) -> Response[ExternalStream]:
    """Stop an external stream; returns the whole response. See `build` for the arguments."""
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
    """Stop an external stream. See `build` for the arguments."""
    return (await asyncio_detailed(stream_id, client=client)).parsed
