"""Read the destinations of a template: GET /templates/{template_id}/destinations."""

from __future__ import annotations

from typing import Final

from ...models.template_destinations import TemplateDestinations
from ...operation import AsyncSender, Call, Operation, Response, Sender
from ...request import expand_path

OPERATION: Final[Operation[TemplateDestinations]] = Operation(
    id="getTemplateDestinations",
    method="GET",
    path="/templates/{template_id}/destinations",
    response=TemplateDestinations,
    security="managementToken",
    idempotent=True,
    documentation="https://www.100ms.live/docs/server-side/v2/api-reference/policy/retrieve-destinations",
)


def build(
    template_id: str,
) -> Call[TemplateDestinations]:
    """Build the call without sending it.

    Gives the destinations of a template alone: RTMP streams, live streams over HLS, transcriptions.

    Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/policy/retrieve-destinations

    Args:
        template_id: The identifier of the template, as in its member `id`. A template's name is not
            accepted. At least 1 characters.
    """
    return Call(
        operation=OPERATION,
        path=expand_path(
            "/templates/{template_id}/destinations",
            {
                "template_id": template_id,
            },
        ),
    )


def sync_detailed(
    template_id: str,
    *,
    client: Sender,
) -> Response[TemplateDestinations]:
    """Read the destinations of a template; returns the whole response. See `build` for the arguments."""
    return client.send(
        build(
            template_id,
        )
    )


def sync(
    template_id: str,
    *,
    client: Sender,
) -> TemplateDestinations:
    """Read the destinations of a template. See `build` for the arguments."""
    return sync_detailed(template_id, client=client).parsed


async def asyncio_detailed(
    template_id: str,
    *,
    client: AsyncSender,
) -> Response[TemplateDestinations]:
    """Read the destinations of a template; returns the whole response. See `build` for the arguments."""
    return await client.send(
        build(
            template_id,
        )
    )


async def asyncio(
    template_id: str,
    *,
    client: AsyncSender,
) -> TemplateDestinations:
    """Read the destinations of a template. See `build` for the arguments."""
    return (await asyncio_detailed(template_id, client=client)).parsed
