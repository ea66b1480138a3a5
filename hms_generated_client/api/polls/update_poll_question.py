"""Update a question of a poll: POST /polls/{poll_id}/questions/{question_id}."""

from __future__ import annotations

from typing import Final

from ... import codec
from ...models.poll_question import PollQuestion
from ...operation import AsyncSender, Call, Operation, Response, Sender
from ...request import expand_path

OPERATION: Final[Operation[PollQuestion]] = Operation(
    id="updatePollQuestion",
    method="POST",
    path="/polls/{poll_id}/questions/{question_id}",
    response=PollQuestion,
    request=PollQuestion,
    security="managementToken",
    idempotent=True,
    documentation="https://www.100ms.live/docs/server-side/v2/api-reference/polls/create-polls-via-api#update-polls-question",
)


def build(
    poll_id: str,
    question_id: int,
    *,
    body: PollQuestion,
) -> Call[PollQuestion]:
    """Build the call without sending it.

    Writes one question of a poll anew, with its options and its right answer.

    The number in the path names the question; it is an existing one, since nothing is documented about
    adding a question this way. Send the question complete, as you read it with the poll, and with the
    same `index` as in the path: what becomes of members that are left out, or of another `index`, is
    not documented.

    Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/polls/create-polls-via-api#update-polls-question

    Args:
        poll_id: Identifies the poll, by its `id`. At least 1 characters.
        question_id: Which question of the poll, by its `index`: 1 for the first one. Deleting a
            question moves those after it one place forward, so read the poll again before you rely on a
            number. At least 1.
        body: The complete question.
    """
    return Call(
        operation=OPERATION,
        path=expand_path(
            "/polls/{poll_id}/questions/{question_id}",
            {
                "poll_id": poll_id,
                "question_id": question_id,
            },
        ),
        body=codec.encode(body),
    )


def sync_detailed(
    poll_id: str,
    question_id: int,
    *,
    client: Sender,
    body: PollQuestion,
) -> Response[PollQuestion]:
    """Update a question of a poll; returns the whole response. See `build` for the arguments."""
    return client.send(
        build(
            poll_id,
            question_id,
            body=body,
        )
    )


def sync(
    poll_id: str,
    question_id: int,
    *,
    client: Sender,
    body: PollQuestion,
) -> PollQuestion:
    """Update a question of a poll. See `build` for the arguments."""
    return sync_detailed(poll_id, question_id, body=body, client=client).parsed


async def asyncio_detailed(
    poll_id: str,
    question_id: int,
    *,
    client: AsyncSender,
    body: PollQuestion,
) -> Response[PollQuestion]:
    """Update a question of a poll; returns the whole response. See `build` for the arguments."""
    return await client.send(
        build(
            poll_id,
            question_id,
            body=body,
        )
    )


async def asyncio(
    poll_id: str,
    question_id: int,
    *,
    client: AsyncSender,
    body: PollQuestion,
) -> PollQuestion:
    """Update a question of a poll. See `build` for the arguments."""
    return (await asyncio_detailed(poll_id, question_id, body=body, client=client)).parsed
