"""Update a template: POST /templates/{template_id}."""

from __future__ import annotations

from typing import Final

from ... import codec
from ...models.template import Template
from ...models.update_template_request import UpdateTemplateRequest
from ...operation import AsyncSender, Call, Operation, Response, Sender
from ...request import expand_path

OPERATION: Final[Operation[Template]] = Operation(
    id="updateTemplate",
    method="POST",
    path="/templates/{template_id}",
    response=Template,
    request=UpdateTemplateRequest,
    security="managementToken",
    idempotent=True,
    documentation="https://www.100ms.live/docs/server-side/v2/api-reference/policy/update-a-template",
)


def build(
    template_id: str,
    *,
    body: UpdateTemplateRequest,
) -> Call[Template]:
    """Build the call without sending it.

    Overwrites a template with the one sent. All members are overwritten: roles and destinations that
    are not in the body are gone.

    Work in three steps: read the template with `getTemplate`, change what you want changed, and send
    the whole of it back. To change a single role, the settings or the destinations alone, use the
    operations for them. The change reaches a running room when its peers join again or its session
    starts anew.

    Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/policy/update-a-template

    Args:
        template_id: The identifier of the template, as in its member `id`. A template's name is not
            accepted. At least 1 characters.
        body: The complete template. A name that another template has is refused.
    """
    return Call(
        operation=OPERATION,
        path=expand_path(
            "/templates/{template_id}",
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
    body: UpdateTemplateRequest,
) -> Response[Template]:
    """Update a template; returns the whole response. See `build` for the arguments."""
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
    body: UpdateTemplateRequest,
) -> Template:
    """Update a template. See `build` for the arguments."""
    return sync_detailed(template_id, body=body, client=client).parsed


async def asyncio_detailed(
    template_id: str,
    *,
    client: AsyncSender,
    body: UpdateTemplateRequest,
) -> Response[Template]:
    """Update a template; returns the whole response. See `build` for the arguments."""
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
    body: UpdateTemplateRequest,
) -> Template:
    """Update a template. See `build` for the arguments."""
    return (await asyncio_detailed(template_id, body=body, client=client)).parsed
