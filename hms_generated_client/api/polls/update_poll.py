"""Update a poll: POST /polls/{poll_id}."""

from __future__ import annotations

from typing import Final

from ... import codec
from ...models.poll import Poll
from ...models.update_poll_request import UpdatePollRequest
from ...operation import AsyncSender, Call, Operation, Response, Sender
from ...request import expand_path

OPERATION: Final[Operation[Poll]] = Operation(
    id="updatePoll",
    method="POST",
    path="/polls/{poll_id}",
    response=Poll,
    request=UpdatePollRequest,
    security="managementToken",
    idempotent=True,
    documentation="https://www.100ms.live/docs/server-side/v2/api-reference/polls/create-polls-via-api#update-polls",
)


def build(
    poll_id: str,
    *,
    body: UpdatePollRequest,
) -> Call[Poll]:
    """Build the call without sending it.

    Writes a poll anew: what is sent takes the place of what was there, all questions included.

    So send the poll complete: read it, change it, send it back without its `id`. Nothing is documented
    about members that are left out, and nothing about updates while the poll is running. To change one
    question or option only, use the operations for these.

    Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/polls/create-polls-via-api#update-polls

    Args:
        poll_id: Identifies the poll, by its `id`. At least 1 characters.
        body: The complete poll.
    """
    return Call(
        operation=OPERATION,
        path=expand_path(
            "/polls/{poll_id}",
            {
                "poll_id": poll_id,
            },
        ),
        body=codec.encode(body),
    )


def sync_detailed(
    poll_id: str,
    *,
    client: Sender,
    body: UpdatePollRequest,
) -> Response[Poll]:
    """Update a poll; returns the whole response. See `build` for the arguments."""
    return client.send(
        build(
            poll_id,
            body=body,
        )
    )


def sync(
    poll_id: str,
    *,
    client: Sender,
    body: UpdatePollRequest,
) -> Poll:
    """Update a poll. See `build` for the arguments."""
    return sync_detailed(poll_id, body=body, client=client).parsed


async def asyncio_detailed(
    poll_id: str,
    *,
    client: AsyncSender,
    body: UpdatePollRequest,
) -> Response[Poll]:
    """Update a poll; returns the whole response. See `build` for the arguments."""
    return await client.send(
        build(
            poll_id,
            body=body,
        )
    )


async def asyncio(
    poll_id: str,
    *,
    client: AsyncSender,
    body: UpdatePollRequest,
) -> Poll:
    """Update a poll. See `build` for the arguments."""
    return (await asyncio_detailed(poll_id, body=body, client=client)).parsed
