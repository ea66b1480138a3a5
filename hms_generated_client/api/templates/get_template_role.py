"""Read a role: GET /templates/{template_id}/roles/{role_name}."""

from __future__ import annotations

from typing import Final

from ...models.role import Role
from ...operation import AsyncSender, Call, Operation, Response, Sender
from ...request import expand_path

OPERATION: Final[Operation[Role]] = Operation(
    id="getTemplateRole",
    method="GET",
    path="/templates/{template_id}/roles/{role_name}",
    response=Role,
    security="managementToken",
    idempotent=True,
    documentation="https://www.100ms.live/docs/server-side/v2/api-reference/policy/retrieve-a-role",
)


def build(
    template_id: str,
    role_name: str,
) -> Call[Role]:
    """Build the call without sending it.

    Gives one role of a template, found by its name.

    Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/policy/retrieve-a-role

    Args:
        template_id: The identifier of the template, as in its member `id`. A template's name is not
            accepted. At least 1 characters.
        role_name: The name of a role of the template, as in the keys of its map `roles`. At least 1
            characters.
    """
    return Call(
        operation=OPERATION,
        path=expand_path(
            "/templates/{template_id}/roles/{role_name}",
            {
                "template_id": template_id,
                "role_name": role_name,
            },
        ),
    )


def sync_detailed(
    template_id: str,
    role_name: str,
    *,
    client: Sender,
) -> Response[Role]:
    """Read a role; returns the whole response. See `build` for the arguments."""
    return client.send(
        build(
            template_id,
            role_name,
        )
    )


def sync(
    template_id: str,
    role_name: str,
    *,
    client: Sender,
) -> Role:
    """Read a role. See `build` for the arguments."""
    return sync_detailed(template_id, role_name, client=client).parsed


async def asyncio_detailed(
    template_id: str,
    role_name: str,
    *,
    client: AsyncSender,
) -> Response[Role]:
    """Read a role; returns the whole response. See `build` for the arguments."""
    return await client.send(
        build(
            template_id,
            role_name,
        )
    )


async def asyncio(
    template_id: str,
    role_name: str,
    *,
    client: AsyncSender,
) -> Role:
    """Read a role. See `build` for the arguments."""
    return (await asyncio_detailed(template_id, role_name, client=client)).parsed
