"""Create a poll: POST /polls."""

from __future__ import annotations

from typing import Final

from ... import codec
from ...models.create_poll_request import CreatePollRequest
from ...models.poll import Poll
from ...operation import AsyncSender, Call, Operation, Response, Sender

OPERATION: Final[Operation[Poll]] = Operation(
    id="createPoll",
    method="POST",
    path="/polls",
    response=Poll,
    request=CreatePollRequest,
    security="managementToken",
    idempotent=False,
    documentation="https://www.100ms.live/docs/server-side/v2/api-reference/polls/create-polls-via-api#create-polls",
)


def build(
    *,
    body: CreatePollRequest,
) -> Call[Poll]:
    """Build the call without sending it.

    Creates a poll or quiz with its questions.

    It does not run anywhere yet. Link it to a room with the member `polls` when you create or update
    the room. With `start: auto` it then starts with each session of the room; with `start: manual` a
    participant starts it through a client SDK. Participants need the permission `pollRead` in their
    role to see and answer it, and `pollWrite` to start and stop it.

    No operation adds a single question later. Give all of them here, or send the whole poll once more
    as an update.

    Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/polls/create-polls-via-api#create-polls

    Args:
        body: The poll.
    """
    return Call(
        operation=OPERATION,
        path="/polls",
        body=codec.encode(body),
    )


def sync_detailed(
    *,
    client: Sender,
    body: CreatePollRequest,
) -> Response[Poll]:
    """Create a poll; returns the whole response. See `build` for the arguments."""
    return client.send(
        build(
            body=body,
        )
    )


def sync(
    *,
    client: Sender,
    body: CreatePollRequest,
) -> Poll:
    """Create a poll. See `build` for the arguments."""
    return sync_detailed(body=body, client=client).parsed


async def asyncio_detailed(
    *,
    client: AsyncSender,
    body: CreatePollRequest,
) -> Response[Poll]:
    """Create a poll; returns the whole response. See `build` for the arguments."""
    return await client.send(
        build(
            body=body,
        )
    )


async def asyncio(
    *,
    client: AsyncSender,
    body: CreatePollRequest,
) -> Poll:
    """Create a poll. See `build` for the arguments."""
    return (await asyncio_detailed(body=body, client=client)).parsed
