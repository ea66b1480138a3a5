"""Update the settings of a template: POST /templates/{template_id}/settings."""

from __future__ import annotations

from typing import Final

from ... import codec
from ...models.template_settings import TemplateSettings
from ...operation import AsyncSender, Call, Operation, Response, Sender
from ...request import expand_path

OPERATION: Final[Operation[TemplateSettings]] = Operation(
    id="updateTemplateSettings",
    method="POST",
    path="/templates/{template_id}/settings",
    response=TemplateSettings,
    request=TemplateSettings,
    security="managementToken",
    idempotent=True,
    documentation="https://www.100ms.live/docs/server-side/v2/api-reference/policy/update-settings",
)


def build(
    template_id: str,
    *,
    body: TemplateSettings,
) -> Call[TemplateSettings]:
    """Build the call without sending it.

    Changes the settings of a template; its roles and destinations stay as they are.

    Send the settings complete, as you read them with `getTemplateSettings`: whether members left out
    are kept is not documented.

    Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/policy/update-settings

    Args:
        template_id: The identifier of the template, as in its member `id`. A template's name is not
            accepted. At least 1 characters.
        body: The complete settings.
    """
    return Call(
        operation=OPERATION,
        path=expand_path(
            "/templates/{template_id}/settings",
            {
                "template_id": template_id,
            },
        ),
        body=codec.encode(body),
    )


def sync_detailed(
    template_id: str,
    *,
    client: Sender,
    body: TemplateSettings,
) -> Response[TemplateSettings]:
    """Update the settings of a template; returns the whole response. See `build` for the arguments."""
    return client.send(
        build(
            template_id,
            body=body,
        )
    )


def sync(
    template_id: str,
    *,
    client: Sender,
    body: TemplateSettings,
) -> TemplateSettings:
    """Update the settings of a template. See `build` for the arguments."""
    return sync_detailed(template_id, body=body, client=client).parsed


async def asyncio_detailed(
    template_id: str,
    *,
    client: AsyncSender,
    body: TemplateSettings,
) -> Response[TemplateSettings]:
    """Update the settings of a template; returns the whole response. See `build` for the arguments."""
    return await client.send(
        build(
            template_id,
            body=body,
        )
    )


async def asyncio(
    template_id: str,
    *,
    client: AsyncSender,
    body: TemplateSettings,
) -> TemplateSettings:
    """Update the settings of a template. See `build` for the arguments."""
    return (await asyncio_detailed(template_id, body=body, client=client)).parsed
