"""Read the recordings configuration of a template: GET /templates/{template_id}/recordings."""

from __future__ import annotations

from typing import Final

from ...models.recording_config import RecordingConfig
from ...operation import AsyncSender, Call, Operation, Response, Sender
from ...request import expand_path

OPERATION: Final[Operation[list[RecordingConfig]]] = Operation(
    id="getTemplateRecordings",
    method="GET",
    path="/templates/{template_id}/recordings",
    response=list[RecordingConfig],
    security="managementToken",
    idempotent=True,
    documentation="https://www.100ms.live/docs/server-side/v2/api-reference/policy/configure-recordings",
)


def build(
    template_id: str,
) -> Call[list[RecordingConfig]]:
    """Build the call without sending it.

    Gives how rooms of a template are recorded. The answer is a list with one configuration at most.
    Flags that are false are left out of it.

    Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/policy/configure-recordings

    Args:
        template_id: The identifier of the template, as in its member `id`. A template's name is not
            accepted. At least 1 characters.
    """
    return Call(
        operation=OPERATION,
        path=expand_path(
            "/templates/{template_id}/recordings",
            {
                "template_id": template_id,
            },
        ),
    )


def sync_detailed(
    template_id: str,
    *,
    client: Sender,
) -> Response[list[RecordingConfig]]:
    """Read the recordings configuration of a template; returns the whole response. See `build` for the arguments."""
    return client.send(
        build(
            template_id,
        )
    )


def sync(
    template_id: str,
    *,
    client: Sender,
) -> list[RecordingConfig]:
    """Read the recordings configuration of a template. See `build` for the arguments."""
    return sync_detailed(template_id, client=client).parsed


async def asyncio_detailed(
    template_id: str,
    *,
    client: AsyncSender,
) -> Response[list[RecordingConfig]]:
    """Read the recordings configuration of a template; returns the whole response. See `build` for the arguments."""
    return await client.send(
        build(
            template_id,
        )
    )


async def asyncio(
    template_id: str,
    *,
    client: AsyncSender,
) -> list[RecordingConfig]:
    """Read the recordings configuration of a template. See `build` for the arguments."""
    return (await asyncio_detailed(template_id, client=client)).parsed
