"""Read a template: GET /templates/{template_id}."""

from __future__ import annotations

from typing import Final

from ...models.template import Template
from ...operation import AsyncSender, Call, Operation, Response, Sender
from ...request import expand_path

OPERATION: Final[Operation[Template]] = Operation(
    id="getTemplate",
    method="GET",
    path="/templates/{template_id}",
    response=Template,
    security="managementToken",
    idempotent=True,
    documentation="https://www.100ms.live/docs/server-side/v2/api-reference/policy/retrieve-a-template",
)


def build(
    template_id: str,
) -> Call[Template]:
    """Build the call without sending it.

    Gives one template in full: its roles, settings, destinations and plugins.

    Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/policy/retrieve-a-template

    Args:
        template_id: The identifier of the template, as in its member `id`. A template's name is not
            accepted. At least 1 characters.
    """
    return Call(
        operation=OPERATION,
        path=expand_path(
            "/templates/{template_id}",
            {
                "template_id": template_id,
            },
        ),
    )


def sync_detailed(
    template_id: str,
    *,
    client: Sender,
) -> Response[Template]:
    """Read a template; returns the whole response. See `build` for the arguments."""
    return client.send(
        build(
            template_id,
        )
    )


def sync(
    template_id: str,
    *,
    client: Sender,
) -> Template:
    """Read a template. See `build` for the arguments."""
    return sync_detailed(template_id, client=client).parsed


async def asyncio_detailed(
    template_id: str,
    *,
    client: AsyncSender,
) -> Response[Template]:
    """Read a template; returns the whole response. See `build` for the arguments."""
    return await client.send(
        build(
            template_id,
        )
    )


async def asyncio(
    template_id: str,
    *,
    client: AsyncSender,
) -> Template:
    """Read a template. See `build` for the arguments."""
    return (await asyncio_detailed(template_id, client=client)).parsed
