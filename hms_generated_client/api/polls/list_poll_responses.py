"""List the responses to a poll: GET /polls/{poll_id}/responses."""

from __future__ import annotations

from typing import Final

from ...models.poll_response import PollResponse
from ...models.poll_response_list import PollResponseList
from ...operation import AsyncSender, Call, Operation, Pagination, Response, Sender
from ...request import expand_path, query_pairs
from ...types import UNSET, Unset

OPERATION: Final[Operation[PollResponseList]] = Operation(
    id="listPollResponses",
    method="GET",
    path="/polls/{poll_id}/responses",
    response=PollResponseList,
    security="managementToken",
    idempotent=True,
    documentation="https://www.100ms.live/docs/server-side/v2/api-reference/polls/get-polls-via-api#get-polls-responses",
)

PAGINATION: Final[Pagination[PollResponseList, PollResponse]] = Pagination(
    items="responses",
    cursor="last",
    parameter="start",
)


def build(
    poll_id: str,
    *,
    all: bool | Unset = UNSET,
    question: int | Unset = UNSET,
    limit: int | Unset = UNSET,
    start: str | Unset = UNSET,
) -> Call[PollResponseList]:
    """Build the call without sending it.

    What participants answered, page by page, one response for each participant and question, from all
    the sessions that the poll ran in. `session_id` of a response tells the session.

    A participant who changed an answer is listed with the last one. With `all` the earlier ones are
    listed too; `original_response` leads from a response to the one it changed.

    Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/polls/get-polls-via-api#get-polls-responses

    Args:
        poll_id: Identifies the poll, by its `id`. At least 1 characters.
        all: True to list also the responses that were changed later, false for the latest of each
            participant only. Default: False.
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
            "/polls/{poll_id}/responses",
            {
                "poll_id": poll_id,
            },
        ),
        query=query_pairs(
            (
                ("all", all),
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
    all: bool | Unset = UNSET,
    question: int | Unset = UNSET,
    limit: int | Unset = UNSET,
    start: str | Unset = UNSET,
) -> Response[PollResponseList]:
    """List the responses to a poll; returns the whole response. See `build` for the arguments."""
    return client.send(
        build(
            poll_id,
            all=all,
            question=question,
            limit=limit,
            start=start,
        )
    )


def sync(
    poll_id: str,
    *,
    client: Sender,
    all: bool | Unset = UNSET,
    question: int | Unset = UNSET,
    limit: int | Unset = UNSET,
    start: str | Unset = UNSET,
) -> PollResponseList:
    """List the responses to a poll. See `build` for the arguments."""
    return sync_detailed(poll_id, all=all, question=question, limit=limit, start=start, client=client).parsed


async def asyncio_detailed(
    poll_id: str,
    *,
    client: AsyncSender,
    all: bool | Unset = UNSET,
    question: int | Unset = UNSET,
    limit: int | Unset = UNSET,
    start: str | Unset = UNSET,
) -> Response[PollResponseList]:
    """List the responses to a poll; returns the whole response. See `build` for the arguments."""
    return await client.send(
        build(
            poll_id,
            all=all,
            question=question,
            limit=limit,
            start=start,
        )
    )


async def asyncio(
    poll_id: str,
    *,
    client: AsyncSender,
    all: bool | Unset = UNSET,
    question: int | Unset = UNSET,
    limit: int | Unset = UNSET,
    start: str | Unset = UNSET,
) -> PollResponseList:
    """List the responses to a poll. See `build` for the arguments."""
    return (
        await asyncio_detailed(poll_id, all=all, question=question, limit=limit, start=start, client=client)
    ).parsed
