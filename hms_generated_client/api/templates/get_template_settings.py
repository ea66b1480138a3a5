"""Read the settings of a template: GET /templates/{template_id}/settings."""

from __future__ import annotations

from typing import Final

from ...models.template_settings import TemplateSettings
from ...operation import AsyncSender, Call, Operation, Response, Sender
from ...request import expand_path

OPERATION: Final[Operation[TemplateSettings]] = Operation(
    id="getTemplateSettings",
    method="GET",
    path="/templates/{template_id}/settings",
    response=TemplateSettings,
    security="managementToken",
    idempotent=True,
    documentation="https://www.100ms.live/docs/server-side/v2/api-reference/policy/retrieve-settings",
)


def build(
    template_id: str,
) -> Call[TemplateSettings]:
    """Build the call without sending it.

    Gives the settings of a template alone: region, storage of recordings, room state.

    Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/policy/retrieve-settings

    Args:
        template_id: The identifier of the template, as in its member `id`. A template's name is not
            accepted. At least 1 characters.
    """
    return Call(
        operation=OPERATION,
        path=expand_path(
            "/templates/{template_id}/settings",
            {
                "template_id": template_id,
            },
        ),
    )


def sync_detailed(
    template_id: str,
    *,
    client: Sender,
) -> Response[TemplateSettings]:
    """Read the settings of a template; returns the whole response. See `build` for the arguments."""
    return client.send(
        build(
            template_id,
        )
    )


def sync(
    template_id: str,
    *,
    client: Sender,
) -> TemplateSettings:
    """Read the settings of a template. See `build` for the arguments."""
    return sync_detailed(template_id, client=client).parsed


async def asyncio_detailed(
    template_id: str,
    *,
    client: AsyncSender,
) -> Response[TemplateSettings]:
    """Read the settings of a template; returns the whole response. See `build` for the arguments."""
    return await client.send(
        build(
            template_id,
        )
    )


async def asyncio(
    template_id: str,
    *,
    client: AsyncSender,
) -> TemplateSettings:
    """Read the settings of a template. See `build` for the arguments."""
    return (await asyncio_detailed(template_id, client=client)).parsed
