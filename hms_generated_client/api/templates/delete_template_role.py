"""Delete a role: DELETE /templates/{template_id}/roles/{role_name}."""

from __future__ import annotations

from types import NoneType
from typing import Final

from ...operation import AsyncSender, Call, Operation, Response, Sender
from ...request import expand_path

OPERATION: Final[Operation[None]] = Operation(
    id="deleteTemplateRole",
    method="DELETE",
    path="/templates/{template_id}/roles/{role_name}",
    response=NoneType,
    security="managementToken",
    idempotent=True,
    documentation="https://www.100ms.live/docs/server-side/v2/api-reference/policy/delete-a-role",
)


def build(
    template_id: str,
    role_name: str,
) -> Call[None]:
    """Build the call without sending it.

    Deletes one role of a template. Deleting it once more answers 404, as for a role that never was.

    Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/policy/delete-a-role

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
) -> Response[None]:
    """Delete a role; returns the whole response. See `build` for the arguments."""
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
) -> None:
    """Delete a role. See `build` for the arguments."""
    return sync_detailed(template_id, role_name, client=client).parsed


async def asyncio_detailed(
    template_id: str,
    role_name: str,
    *,
    client: AsyncSender,
) -> Response[None]:
    """Delete a role; returns the whole response. See `build` for the arguments."""
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
) -> None:
    """Delete a role. See `build` for the arguments."""
    return (await asyncio_detailed(template_id, role_name, client=client)).parsed
