"""Delete an option of a question: DELETE /polls/{poll_id}/questions/{question_id}/options/{option_id}."""

from __future__ import annotations

from types import NoneType
from typing import Final

from ...operation import AsyncSender, Call, Operation, Response, Sender
from ...request import expand_path

OPERATION: Final[Operation[None]] = Operation(
    id="deletePollOption",
    method="DELETE",
    path="/polls/{poll_id}/questions/{question_id}/options/{option_id}",
    response=NoneType,
    security="managementToken",
    idempotent=False,
    documentation="https://www.100ms.live/docs/server-side/v2/api-reference/polls/create-polls-via-api#delete-polls-option",
)


def build(
    poll_id: str,
    question_id: int,
    option_id: int,
) -> Call[None]:
    """Build the call without sending it.

    Deletes one option of a question. The options after it move one place forward: option 3 becomes
    option 2. Whether the right answer of a quiz follows them is not documented, so look at it
    afterwards.

    The same call made twice deletes two options. If no answer came, read the poll before you repeat it,
    and delete several options from the last one to the first.

    Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/polls/create-polls-via-api#delete-polls-option

    Args:
        poll_id: Identifies the poll, by its `id`. At least 1 characters.
        question_id: Which question of the poll, by its `index`: 1 for the first one. Deleting a
            question moves those after it one place forward, so read the poll again before you rely on a
            number. At least 1.
        option_id: Which option of the question, by its `index`: 1 for the first one. Deleting an
            option moves those after it one place forward, so read the poll again before you rely on a
            number. At least 1.
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
    )


def sync_detailed(
    poll_id: str,
    question_id: int,
    option_id: int,
    *,
    client: Sender,
) -> Response[None]:
    """Delete an option of a question; returns the whole response. See `build` for the arguments."""
    return client.send(
        build(
            poll_id,
            question_id,
            option_id,
        )
    )


def sync(
    poll_id: str,
    question_id: int,
    option_id: int,
    *,
    client: Sender,
) -> None:
    """Delete an option of a question. See `build` for the arguments."""
    return sync_detailed(poll_id, question_id, option_id, client=client).parsed


async def asyncio_detailed(
    poll_id: str,
    question_id: int,
    option_id: int,
    *,
    client: AsyncSender,
) -> Response[None]:
    """Delete an option of a question; returns the whole response. See `build` for the arguments."""
    return await client.send(
        build(
            poll_id,
            question_id,
            option_id,
        )
    )


async def asyncio(
    poll_id: str,
    question_id: int,
    option_id: int,
    *,
    client: AsyncSender,
) -> None:
    """Delete an option of a question. See `build` for the arguments."""
    return (await asyncio_detailed(poll_id, question_id, option_id, client=client)).parsed
