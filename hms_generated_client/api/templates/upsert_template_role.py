"""Create or update a role: POST /templates/{template_id}/roles/{role_name}."""

from __future__ import annotations

from typing import Final

from ... import codec
from ...models.role import Role
from ...operation import AsyncSender, Call, Operation, Response, Sender
from ...request import expand_path

OPERATION: Final[Operation[Role]] = Operation(
    id="upsertTemplateRole",
    method="POST",
    path="/templates/{template_id}/roles/{role_name}",
    response=Role,
    request=Role,
    security="managementToken",
    idempotent=True,
    documentation="https://www.100ms.live/docs/server-side/v2/api-reference/policy/create-update-role",
)


def build(
    template_id: str,
    role_name: str,
    *,
    body: Role,
) -> Call[Role]:
    """Build the call without sending it.

    Creates the role named in the path, or changes it when the template already has it.

    A `name` in the body that differs from the one in the path renames the role; the name of another
    role of the template is refused. To change a role, send it complete, as you read it with
    `getTemplateRole`: whether members left out are kept is not documented. An empty object creates a
    role with the server's defaults.

    Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/policy/create-update-role

    Args:
        template_id: The identifier of the template, as in its member `id`. A template's name is not
            accepted. At least 1 characters.
        role_name: The name of a role of the template, as in the keys of its map `roles`. At least 1
            characters.
        body: The complete role.
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
        body=codec.encode(body),
    )


def sync_detailed(
    template_id: str,
    role_name: str,
    *,
    client: Sender,
    body: Role,
) -> Response[Role]:
    """Create or update a role; returns the whole response. See `build` for the arguments."""
    return client.send(
        build(
            template_id,
            role_name,
            body=body,
        )
    )


def sync(
    template_id: str,
    role_name: str,
    *,
    client: Sender,
    body: Role,
) -> Role:
    """Create or update a role. See `build` for the arguments."""
    return sync_detailed(template_id, role_name, body=body, client=client).parsed


async def asyncio_detailed(
    template_id: str,
    role_name: str,
    *,
    client: AsyncSender,
    body: Role,
) -> Response[Role]:
    """Create or update a role; returns the whole response. See `build` for the arguments."""
    return await client.send(
        build(
            template_id,
            role_name,
            body=body,
        )
    )


async def asyncio(
    template_id: str,
    role_name: str,
    *,
    client: AsyncSender,
    body: Role,
) -> Role:
    """Create or update a role. See `build` for the arguments."""
    return (await asyncio_detailed(template_id, role_name, body=body, client=client)).parsed
