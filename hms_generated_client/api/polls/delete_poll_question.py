"""Delete a question of a poll: DELETE /polls/{poll_id}/questions/{question_id}."""

from __future__ import annotations

from types import NoneType
from typing import Final

from ...operation import AsyncSender, Call, Operation, Response, Sender
from ...request import expand_path

OPERATION: Final[Operation[None]] = Operation(
    id="deletePollQuestion",
    method="DELETE",
    path="/polls/{poll_id}/questions/{question_id}",
    response=NoneType,
    security="managementToken",
    idempotent=False,
    documentation="https://www.100ms.live/docs/server-side/v2/api-reference/polls/create-polls-via-api#delete-polls-question",
)


def build(
    poll_id: str,
    question_id: int,
) -> Call[None]:
    """Build the call without sending it.

    Deletes one question of a poll with its options. The questions after it move one place forward:
    question 3 becomes question 2.

    So the same call made twice deletes two questions. If no answer came, read the poll before you
    repeat it, and delete several questions from the last one to the first.

    Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/polls/create-polls-via-api#delete-polls-question

    Args:
        poll_id: Identifies the poll, by its `id`. At least 1 characters.
        question_id: Which question of the poll, by its `index`: 1 for the first one. Deleting a
            question moves those after it one place forward, so read the poll again before you rely on a
            number. At least 1.
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
    )


def sync_detailed(
    poll_id: str,
    question_id: int,
    *,
    client: Sender,
) -> Response[None]:
    """Delete a question of a poll; returns the whole response. See `build` for the arguments."""
    return client.send(
        build(
            poll_id,
            question_id,
        )
    )


def sync(
    poll_id: str,
    question_id: int,
    *,
    client: Sender,
) -> None:
    """Delete a question of a poll. See `build` for the arguments."""
    return sync_detailed(poll_id, question_id, client=client).parsed


async def asyncio_detailed(
    poll_id: str,
    question_id: int,
    *,
    client: AsyncSender,
) -> Response[None]:
    """Delete a question of a poll; returns the whole response. See `build` for the arguments."""
    return await client.send(
        build(
            poll_id,
            question_id,
        )
    )


async def asyncio(
    poll_id: str,
    question_id: int,
    *,
    client: AsyncSender,
) -> None:
    """Delete a question of a poll. See `build` for the arguments."""
    return (await asyncio_detailed(poll_id, question_id, client=client)).parsed
