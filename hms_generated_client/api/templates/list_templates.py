"""List templates: GET /templates."""

from __future__ import annotations

from typing import Final

from ...models.template import Template
from ...models.template_list import TemplateList
from ...operation import AsyncSender, Call, Operation, Pagination, Response, Sender
from ...request import query_pairs
from ...types import UNSET, Unset

OPERATION: Final[Operation[TemplateList]] = Operation(
    id="listTemplates",
    method="GET",
    path="/templates",
    response=TemplateList,
    security="managementToken",
    idempotent=True,
    documentation="https://www.100ms.live/docs/server-side/v2/api-reference/policy/list-templates",
)

PAGINATION: Final[Pagination[TemplateList, Template]] = Pagination(
    items="data",
    cursor="last",
    parameter="start",
)


def build(
    *,
    limit: int | Unset = UNSET,
    start: str | Unset = UNSET,
) -> Call[TemplateList]:
    """Build the call without sending it.

    Gives all templates of the workspace, page by page, each in full.

    `last` in the answer names the last template of the page. Send it as `start` to get the page after
    it.

    Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/policy/list-templates

    Args:
        limit: How many objects a page holds at most. A page with fewer objects means that no more
            were found. Default: 10. From 10 to 100.
        start: Where the page begins: the value of `last` from the answer before. The page holds the
            objects that follow the one it names. Left out: the first page.
    """
    return Call(
        operation=OPERATION,
        path="/templates",
        query=query_pairs(
            (
                ("limit", limit),
                ("start", start),
            )
        ),
    )


def sync_detailed(
    *,
    client: Sender,
    limit: int | Unset = UNSET,
    start: str | Unset = UNSET,
) -> Response[TemplateList]:
    """List templates; returns the whole response. See `build` for the arguments."""
    return client.send(
        build(
            limit=limit,
            start=start,
        )
    )


def sync(
    *,
    client: Sender,
    limit: int | Unset = UNSET,
    start: str | Unset = UNSET,
) -> TemplateList:
    """List templates. See `build` for the arguments."""
    return sync_detailed(limit=limit, start=start, client=client).parsed


async def asyncio_detailed(
    *,
    client: AsyncSender,
    limit: int | Unset = UNSET,
    start: str | Unset = UNSET,
) -> Response[TemplateList]:
    """List templates; returns the whole response. See `build` for the arguments."""
    return await client.send(
        build(
            limit=limit,
            start=start,
        )
    )


async def asyncio(
    *,
    client: AsyncSender,
    limit: int | Unset = UNSET,
    start: str | Unset = UNSET,
) -> TemplateList:
    """List templates. See `build` for the arguments."""
    return (await asyncio_detailed(limit=limit, start=start, client=client)).parsed
