"""Update an option of a question: POST /polls/{poll_id}/questions/{question_id}/options/{option_id}."""

from __future__ import annotations

from typing import Final

from ... import codec
from ...models.poll_option import PollOption
from ...operation import AsyncSender, Call, Operation, Response, Sender
from ...request import expand_path

OPERATION: Final[Operation[PollOption]] = Operation(
    id="updatePollOption",
    method="POST",
    path="/polls/{poll_id}/questions/{question_id}/options/{option_id}",
    response=PollOption,
    request=PollOption,
    security="managementToken",
    idempotent=True,
    documentation="https://www.100ms.live/docs/server-side/v2/api-reference/polls/create-polls-via-api#update-polls-option",
)


def build(
    poll_id: str,
    question_id: int,
    option_id: int,
    *,
    body: PollOption,
) -> Call[PollOption]:
    """Build the call without sending it.

    Writes one option of a question anew.

    The number in the path names the option; it is an existing one, since nothing is documented about
    adding an option this way. Send the option complete, and with the same `index` as in the path: what
    becomes of members that are left out, or of another `index`, is not documented.

    Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/polls/create-polls-via-api#update-polls-option

    Args:
        poll_id: Identifies the poll, by its `id`. At least 1 characters.
        question_id: Which question of the poll, by its `index`: 1 for the first one. Deleting a
            question moves those after it one place forward, so read the poll again before you rely on a
            number. At least 1.
        option_id: Which option of the question, by its `index`: 1 for the first one. Deleting an
            option moves those after it one place forward, so read the poll again before you rely on a
            number. At least 1.
        body: The complete option.
    """
    return Call(
        operation=OPERATION,
        path=expand_path(
            "/polls/{poll_id}/questions/{question_id}/options/{option_id}",
            {
                "poll_id": poll_id,
                "question_id": question_id,
                "option_id": option_id,
            },
        ),
        body=codec.encode(body),
    )


def sync_detailed(
    poll_id: str,
    question_id: int,
    option_id: int,
    *,
    client: Sender,
    body: PollOption,
) -> Response[PollOption]:
    """Update an option of a question; returns the whole response. See `build` for the arguments."""
    return client.send(
        build(
            poll_id,
            question_id,
            option_id,
            body=body,
        )
    )


def sync(
    poll_id: str,
    question_id: int,
    option_id: int,
    *,
    client: Sender,
    body: PollOption,
) -> PollOption:
    """Update an option of a question. See `build` for the arguments."""
    return sync_detailed(poll_id, question_id, option_id, body=body, client=client).parsed


async def asyncio_detailed(
    poll_id: str,
    question_id: int,
    option_id: int,
    *,
    client: AsyncSender,
    body: PollOption,
) -> Response[PollOption]:
    """Update an option of a question; returns the whole response. See `build` for the arguments."""
    return await client.send(
        build(
            poll_id,
            question_id,
            option_id,
            body=body,
        )
    )


async def asyncio(
    poll_id: str,
    question_id: int,
    option_id: int,
    *,
    client: AsyncSender,
    body: PollOption,
) -> PollOption:
    """Update an option of a question. See `build` for the arguments."""
    return (await asyncio_detailed(poll_id, question_id, option_id, body=body, client=client)).parsed
