"""Retrieve a session: GET /sessions/{session_id}."""

from __future__ import annotations

from typing import Final

from ...models.session import Session
from ...operation import AsyncSender, Call, Operation, Response, Sender
from ...request import expand_path

OPERATION: Final[Operation[Session]] = Operation(
    id="getSession",
    method="GET",
    path="/sessions/{session_id}",
    response=Session,
    security="managementToken",
    idempotent=True,
    documentation="https://www.100ms.live/docs/server-side/v2/api-reference/Sessions/retrieve-a-session",
)


def build(
    session_id: str,
) -> Call[Session]:
    """Build the call without sending it.

    One session with everyone who took part, also those who have left.

    Take attendance from it: the time between a peer's `joined_at` and `left_at` is one visit, and the
    visits with the same `user_id` together are that user's attendance. For a peer without `left_at` the
    visit goes on.

    Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/Sessions/retrieve-a-session

    Args:
        session_id: Identifies the session, by its `id`. At least 1 characters.
    """
    return Call(
        operation=OPERATION,
        path=expand_path(
            "/sessions/{session_id}",
            {
                "session_id": session_id,
            },
        ),
    )


def sync_detailed(
    session_id: str,
    *,
    client: Sender,
) -> Response[Session]:
    """Retrieve a session; returns the whole response. See `build` for the arguments."""
    return client.send(
        build(
            session_id,
        )
    )


def sync(
    session_id: str,
    *,
    client: Sender,
) -> Session:
    """Retrieve a session. See `build` for the arguments."""
    return sync_detailed(session_id, client=client).parsed


async def asyncio_detailed(
    session_id: str,
    *,
    client: AsyncSender,
) -> Response[Session]:
    """Retrieve a session; returns the whole response. See `build` for the arguments."""
    return await client.send(
        build(
            session_id,
        )
    )


async def asyncio(
    session_id: str,
    *,
    client: AsyncSender,
) -> Session:
    """Retrieve a session. See `build` for the arguments."""
    return (await asyncio_detailed(session_id, client=client)).parsed
