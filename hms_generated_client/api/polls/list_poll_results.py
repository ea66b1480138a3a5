"""List the results of a poll: GET /polls/{poll_id}/results."""

from __future__ import annotations

from typing import Final

from ...models.poll_result import PollResult
from ...models.poll_result_list import PollResultList
from ...operation import AsyncSender, Call, Operation, Pagination, Response, Sender
from ...request import expand_path, query_pairs
from ...types import UNSET, Unset

OPERATION: Final[Operation[PollResultList]] = Operation(
    id="listPollResults",
    method="GET",
    path="/polls/{poll_id}/results",
    response=PollResultList,
    security="managementToken",
    idempotent=True,
    documentation="https://www.100ms.live/docs/server-side/v2/api-reference/polls/get-polls-via-api#get-polls-results",
)

PAGINATION: Final[Pagination[PollResultList, PollResult]] = Pagination(
    items="results",
    cursor="last",
    parameter="start",
)


def build(
    poll_id: str,
    *,
    question: int | Unset = UNSET,
    limit: int | Unset = UNSET,
    start: str | Unset = UNSET,
) -> Call[PollResultList]:
    """Build the call without sending it.

    What participants scored, page by page, one result for each participant and question, from all the
    sessions that the poll ran in. Add up `score` by participant and session for a leaderboard.

    What exactly was answered is in the responses of the poll.

    Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/polls/get-polls-via-api#get-polls-results

    Args:
        poll_id: Identifies the poll, by its `id`. At least 1 characters.
        question: Only what belongs to this question, by its `index`. Left out, all questions. At
            least 1.
        limit: How many objects a page holds at most. A page with fewer objects means that no more
            were found. Default: 10. From 10 to 100.
        start: Where the page begins: the value of `last` from the answer before. The page holds the
            objects that follow the one it names. Left out: the first page.
    """
    return Call(
        operation=OPERATION,
        path=expand_path(
            "/polls/{poll_id}/results",
            {
                "poll_id": poll_id,
            },
        ),
        query=query_pairs(
            (
                ("question", question),
                ("limit", limit),
                ("start", start),
            )
        ),
    )


def sync_detailed(
    poll_id: str,
    *,
    client: Sender,
    question: int | Unset = UNSET,
    limit: int | Unset = UNSET,
    start: str | Unset = UNSET,
) -> Response[PollResultList]:
    """List the results of a poll; returns the whole response. See `build` for the arguments."""
    return client.send(
        build(
            poll_id,
            question=question,
            limit=limit,
            start=start,
        )
    )


def sync(
    poll_id: str,
    *,
    client: Sender,
    question: int | Unset = UNSET,
    limit: int | Unset = UNSET,
    start: str | Unset = UNSET,
) -> PollResultList:
    """List the results of a poll. See `build` for the arguments."""
    return sync_detailed(poll_id, question=question, limit=limit, start=start, client=client).parsed


async def asyncio_detailed(
    poll_id: str,
    *,
    client: AsyncSender,
    question: int | Unset = UNSET,
    limit: int | Unset = UNSET,
    start: str | Unset = UNSET,
) -> Response[PollResultList]:
    """List the results of a poll; returns the whole response. See `build` for the arguments."""
    return await client.send(
        build(
            poll_id,
            question=question,
            limit=limit,
            start=start,
        )
    )


async def asyncio(
    poll_id: str,
    *,
    client: AsyncSender,
    question: int | Unset = UNSET,
    limit: int | Unset = UNSET,
    start: str | Unset = UNSET,
) -> PollResultList:
    """List the results of a poll. See `build` for the arguments."""
    return (
        await asyncio_detailed(poll_id, question=question, limit=limit, start=start, client=client)
    ).parsed
