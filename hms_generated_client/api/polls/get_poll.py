"""Retrieve a poll: GET /polls/{poll_id}."""

from __future__ import annotations

from typing import Final

from ...models.poll import Poll
from ...operation import AsyncSender, Call, Operation, Response, Sender
from ...request import expand_path

OPERATION: Final[Operation[Poll]] = Operation(
    id="getPoll",
    method="GET",
    path="/polls/{poll_id}",
    response=Poll,
    security="managementToken",
    idempotent=True,
    documentation="https://www.100ms.live/docs/server-side/v2/api-reference/polls/get-polls-via-api#get-poll",
)


def build(
    poll_id: str,
) -> Call[Poll]:
    """Build the call without sending it.

    One poll with its questions, their options and their right answers.

    It tells what is asked. What participants answered is in the responses of the poll, and what they
    scored in its results.

    Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/polls/get-polls-via-api#get-poll

    Args:
        poll_id: Identifies the poll, by its `id`. At least 1 characters.
    """
    return Call(
        operation=OPERATION,
        path=expand_path(
            "/polls/{poll_id}",
            {
                "poll_id": poll_id,
            },
        ),
    )


def sync_detailed(
    poll_id: str,
    *,
    client: Sender,
) -> Response[Poll]:
    """Retrieve a poll; returns the whole response. See `build` for the arguments."""
    return client.send(
        build(
            poll_id,
        )
    )


def sync(
    poll_id: str,
    *,
    client: Sender,
) -> Poll:
    """Retrieve a poll. See `build` for the arguments."""
    return sync_detailed(poll_id, client=client).parsed


async def asyncio_detailed(
    poll_id: str,
    *,
    client: AsyncSender,
) -> Response[Poll]:
    """Retrieve a poll; returns the whole response. See `build` for the arguments."""
    return await client.send(
        build(
            poll_id,
        )
    )


async def asyncio(
    poll_id: str,
    *,
    client: AsyncSender,
) -> Poll:
    """Retrieve a poll. See `build` for the arguments."""
    return (await asyncio_detailed(poll_id, client=client)).parsed
