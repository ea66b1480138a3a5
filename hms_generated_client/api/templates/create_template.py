"""Create a template: POST /templates."""

from __future__ import annotations

from typing import Final

from ... import codec
from ...models.create_template_request import CreateTemplateRequest
from ...models.template import Template
from ...operation import AsyncSender, Call, Operation, Response, Sender

OPERATION: Final[Operation[Template]] = Operation(
    id="createTemplate",
    method="POST",
    path="/templates",
    response=Template,
    request=CreateTemplateRequest,
    security="managementToken",
    idempotent=False,
    documentation="https://www.100ms.live/docs/server-side/v2/api-reference/policy/create-template-via-api",
)


def build(
    *,
    body: CreateTemplateRequest,
) -> Call[Template]:
    """Build the call without sending it.

    Creates a template, or overwrites the one that has the name sent.

    Every member can be left out. The short way to a template: send the roles as empty objects, so that
    the server fills in its defaults, and then change single roles with `upsertTemplateRole`. Note that
    an existing template of the same name is overwritten without warning, all of it.

    Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/policy/create-template-via-api

    Args:
        body: The template to create. An empty object creates one with a generated name.
    """
    return Call(
        operation=OPERATION,
        path="/templates",
        body=codec.encode(body),
    )


def sync_detailed(
    *,
    client: Sender,
    body: CreateTemplateRequest,
) -> Response[Template]:
    """Create a template; returns the whole response. See `build` for the arguments."""
    return client.send(
        build(
            body=body,
        )
    )


def sync(
    *,
    client: Sender,
    body: CreateTemplateRequest,
) -> Template:
    """Create a template. See `build` for the arguments."""
    return sync_detailed(body=body, client=client).parsed


async def asyncio_detailed(
    *,
    client: AsyncSender,
    body: CreateTemplateRequest,
) -> Response[Template]:
    """Create a template; returns the whole response. See `build` for the arguments."""
    return await client.send(
        build(
            body=body,
        )
    )


async def asyncio(
    *,
    client: AsyncSender,
    body: CreateTemplateRequest,
) -> Template:
    """Create a template. See `build` for the arguments."""
    return (await asyncio_detailed(body=body, client=client)).parsed
