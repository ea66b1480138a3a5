"""Retrieve a response to a poll: GET /polls/{poll_id}/responses/{response_id}."""

from __future__ import annotations

from typing import Final

from ...models.poll_response import PollResponse
from ...operation import AsyncSender, Call, Operation, Response, Sender
from ...request import expand_path

OPERATION: Final[Operation[PollResponse]] = Operation(
    id="getPollResponse",
    method="GET",
    path="/polls/{poll_id}/responses/{response_id}",
    response=PollResponse,
    security="managementToken",
    idempotent=True,
    documentation="https://www.100ms.live/docs/server-side/v2/api-reference/polls/get-polls-via-api#get-polls-response",
)


def build(
    poll_id: str,
    response_id: str,
) -> Call[PollResponse]:
    """Build the call without sending it.

    One response by itself, for example the earlier one that `original_response` of another names.

    Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/polls/get-polls-via-api#get-polls-response

    Args:
        poll_id: Identifies the poll, by its `id`. At least 1 characters.
        response_id: Identifies the response, by its `id`. At least 1 characters.
    """
    return Call(
        operation=OPERATION,
        path=expand_path(
            "/polls/{poll_id}/responses/{response_id}",
            {
                "poll_id": poll_id,
                "response_id": response_id,
            },
        ),
    )


def sync_detailed(
    poll_id: str,
    response_id: str,
    *,
    client: Sender,
) -> Response[PollResponse]:
    """Retrieve a response to a poll; returns the whole response. See `build` for the arguments."""
    return client.send(
        build(
            poll_id,
            response_id,
        )
    )


def sync(
    poll_id: str,
    response_id: str,
    *,
    client: Sender,
) -> PollResponse:
    """Retrieve a response to a poll. See `build` for the arguments."""
    return sync_detailed(poll_id, response_id, client=client).parsed


async def asyncio_detailed(
    poll_id: str,
    response_id: str,
    *,
    client: AsyncSender,
) -> Response[PollResponse]:
    """Retrieve a response to a poll; returns the whole response. See `build` for the arguments."""
    return await client.send(
        build(
            poll_id,
            response_id,
        )
    )


async def asyncio(
    poll_id: str,
    response_id: str,
    *,
    client: AsyncSender,
) -> PollResponse:
    """Retrieve a response to a poll. See `build` for the arguments."""
    return (await asyncio_detailed(poll_id, response_id, client=client)).parsed
