"""List the sessions of a poll: GET /polls/{poll_id}/sessions."""

from __future__ import annotations

from typing import Final

from ...models.poll_session import PollSession
from ...models.poll_session_list import PollSessionList
from ...operation import AsyncSender, Call, Operation, Pagination, Response, Sender
from ...request import expand_path, query_pairs
from ...types import UNSET, Unset

OPERATION: Final[Operation[PollSessionList]] = Operation(
    id="listPollSessions",
    method="GET",
    path="/polls/{poll_id}/sessions",
    response=PollSessionList,
    security="managementToken",
    idempotent=True,
    documentation="https://www.100ms.live/docs/server-side/v2/api-reference/polls/get-polls-via-api#get-polls-sessions",
)

PAGINATION: Final[Pagination[PollSessionList, PollSession]] = Pagination(
    items="responses",
    cursor="last",
    parameter="start",
)


def build(
    poll_id: str,
    *,
    limit: int | Unset = UNSET,
    start: str | Unset = UNSET,
) -> Call[PollSessionList]:
    """Build the call without sending it.

    The sessions that a poll ran in, page by page, with how many responses each brought.

    The runs of the poll are in the member `responses` of the answer. `session_id` of a run leads to the
    session: its room, and who took part.

    Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/polls/get-polls-via-api#get-polls-sessions

    Args:
        poll_id: Identifies the poll, by its `id`. At least 1 characters.
        limit: How many objects a page holds at most. A page with fewer objects means that no more
            were found. Default: 10. From 10 to 100.
        start: Where the page begins: the value of `last` from the answer before. The page holds the
            objects that follow the one it names. Left out: the first page.
    """
    return Call(
        operation=OPERATION,
        path=expand_path(
            "/polls/{poll_id}/sessions",
            {
                "poll_id": poll_id,
            },
        ),
        query=query_pairs(
            (
                ("limit", limit),
                ("start", start),
            )
        ),
    )


def sync_detailed(
    poll_id: str,
    *,
    client: Sender,
    limit: int | Unset = UNSET,
    start: str | Unset = UNSET,
) -> Response[PollSessionList]:
    """List the sessions of a poll; returns the whole response. See `build` for the arguments."""
    return client.send(
        build(
            poll_id,
            limit=limit,
            start=start,
        )
    )


def sync(
    poll_id: str,
    *,
    client: Sender,
    limit: int | Unset = UNSET,
    start: str | Unset = UNSET,
) -> PollSessionList:
    """List the sessions of a poll. See `build` for the arguments."""
    return sync_detailed(poll_id, limit=limit, start=start, client=client).parsed


async def asyncio_detailed(
    poll_id: str,
    *,
    client: AsyncSender,
    limit: int | Unset = UNSET,
    start: str | Unset = UNSET,
) -> Response[PollSessionList]:
    """List the sessions of a poll; returns the whole response. See `build` for the arguments."""
    return await client.send(
        build(
            poll_id,
            limit=limit,
            start=start,
        )
    )


async def asyncio(
    poll_id: str,
    *,
    client: AsyncSender,
    limit: int | Unset = UNSET,
    start: str | Unset = UNSET,
) -> PollSessionList:
    """List the sessions of a poll. See `build` for the arguments."""
    return (await asyncio_detailed(poll_id, limit=limit, start=start, client=client)).parsed
