"""Update the destinations of a template: POST /templates/{template_id}/destinations."""

from __future__ import annotations

from typing import Final

from ... import codec
from ...models.template_destinations import TemplateDestinations
from ...operation import AsyncSender, Call, Operation, Response, Sender
from ...request import expand_path

OPERATION: Final[Operation[TemplateDestinations]] = Operation(
    id="updateTemplateDestinations",
    method="POST",
    path="/templates/{template_id}/destinations",
    response=TemplateDestinations,
    request=TemplateDestinations,
    security="managementToken",
    idempotent=True,
    documentation="https://www.100ms.live/docs/server-side/v2/api-reference/policy/update-destinations",
)


def build(
    template_id: str,
    *,
    body: TemplateDestinations,
) -> Call[TemplateDestinations]:
    """Build the call without sending it.

    Changes the destinations of a template; its roles and settings stay as they are.

    Send the destinations complete, as you read them with `getTemplateDestinations`: whether those left
    out are kept is not documented. Configure recordings with `updateTemplateRecordings`, not with the
    deprecated `browserRecordings`.

    Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/policy/update-destinations

    Args:
        template_id: The identifier of the template, as in its member `id`. A template's name is not
            accepted. At least 1 characters.
        body: The complete destinations.
    """
    return Call(
        operation=OPERATION,
        path=expand_path(
            "/templates/{template_id}/destinations",
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
    body: TemplateDestinations,
) -> Response[TemplateDestinations]:
    """Update the destinations of a template; returns the whole response. See `build` for the arguments."""
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
    body: TemplateDestinations,
) -> TemplateDestinations:
    """Update the destinations of a template. See `build` for the arguments."""
    return sync_detailed(template_id, body=body, client=client).parsed


async def asyncio_detailed(
    template_id: str,
    *,
    client: AsyncSender,
    body: TemplateDestinations,
) -> Response[TemplateDestinations]:
    """Update the destinations of a template; returns the whole response. See `build` for the arguments."""
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
    body: TemplateDestinations,
) -> TemplateDestinations:
    """Update the destinations of a template. See `build` for the arguments."""
    return (await asyncio_detailed(template_id, body=body, client=client)).parsed
