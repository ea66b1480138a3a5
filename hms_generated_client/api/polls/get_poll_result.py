"""Retrieve a result of a poll: GET /polls/{poll_id}/results/{result_id}."""

from __future__ import annotations

from typing import Final

from ...models.poll_result import PollResult
from ...operation import AsyncSender, Call, Operation, Response, Sender
from ...request import expand_path

OPERATION: Final[Operation[PollResult]] = Operation(
    id="getPollResult",
    method="GET",
    path="/polls/{poll_id}/results/{result_id}",
    response=PollResult,
    security="managementToken",
    idempotent=True,
    documentation="https://www.100ms.live/docs/server-side/v2/api-reference/polls/get-polls-via-api#get-polls-result",
)


def build(
    poll_id: str,
    result_id: str,
) -> Call[PollResult]:
    """Build the call without sending it.

    One result by itself: what a participant scored with one question.

    Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/polls/get-polls-via-api#get-polls-result

    Args:
        poll_id: Identifies the poll, by its `id`. At least 1 characters.
        result_id: Identifies the result, by its `id`. At least 1 characters.
    """
    return Call(
        operation=OPERATION,
        path=expand_path(
            "/polls/{poll_id}/results/{result_id}",
            {
                "poll_id": poll_id,
                "result_id": result_id,
            },
        ),
    )


def sync_detailed(
    poll_id: str,
    result_id: str,
    *,
    client: Sender,
) -> Response[PollResult]:
    """Retrieve a result of a poll; returns the whole response. See `build` for the arguments."""
    return client.send(
        build(
            poll_id,
            result_id,
        )
    )


def sync(
    poll_id: str,
    result_id: str,
    *,
    client: Sender,
) -> PollResult:
    """Retrieve a result of a poll. See `build` for the arguments."""
    return sync_detailed(poll_id, result_id, client=client).parsed


async def asyncio_detailed(
    poll_id: str,
    result_id: str,
    *,
    client: AsyncSender,
) -> Response[PollResult]:
    """Retrieve a result of a poll; returns the whole response. See `build` for the arguments."""
    return await client.send(
        build(
            poll_id,
            result_id,
        )
    )


async def asyncio(
    poll_id: str,
    result_id: str,
    *,
    client: AsyncSender,
) -> PollResult:
    """Retrieve a result of a poll. See `build` for the arguments."""
    return (await asyncio_detailed(poll_id, result_id, client=client)).parsed
