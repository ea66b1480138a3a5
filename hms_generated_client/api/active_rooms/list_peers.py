"""List peers: GET /active-rooms/{room_id}/peers."""

from __future__ import annotations

from typing import Final

from ...models.peer import Peer
from ...models.peer_list import PeerList
from ...operation import AsyncSender, Call, Operation, Pagination, Response, Sender
from ...request import expand_path, query_pairs
from ...types import UNSET, Unset

OPERATION: Final[Operation[PeerList]] = Operation(
    id="listPeers",
    method="GET",
    path="/active-rooms/{room_id}/peers",
    response=PeerList,
    security="managementToken",
    idempotent=True,
    documentation="https://www.100ms.live/docs/server-side/v2/api-reference/active-rooms/list-peers",
)

PAGINATION: Final[Pagination[PeerList, Peer]] = Pagination(
    items="peers",
)


def build(
    room_id: str,
    *,
    user_id: str | Unset = UNSET,
    role: str | Unset = UNSET,
) -> Call[PeerList]:
    """Build the call without sending it.

    The peers that are connected to an active room, all in one answer, without their tracks. Filters can
    be combined; when no peer passes them, the answer is empty.

    For peers who have left, retrieve the session.

    Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/active-rooms/list-peers

    Args:
        room_id: Identifies the room, by its `id`. At least 1 characters.
        user_id: Only the peers of this user, by the `user_id` of the client token that they joined
            with.
        role: Only the peers of this role, by its name in the room's template.
    """
    return Call(
        operation=OPERATION,
        path=expand_path(
            "/active-rooms/{room_id}/peers",
            {
                "room_id": room_id,
            },
        ),
        query=query_pairs(
            (
                ("user_id", user_id),
                ("role", role),
            )
        ),
    )


def sync_detailed(
    room_id: str,
    *,
    client: Sender,
    user_id: str | Unset = UNSET,
    role: str | Unset = UNSET,
) -> Response[PeerList]:
    """List peers; returns the whole response. See `build` for the arguments."""
    return client.send(
        build(
            room_id,
            user_id=user_id,
            role=role,
        )
    )


def sync(
    room_id: str,
    *,
    client: Sender,
    user_id: str | Unset = UNSET,
    role: str | Unset = UNSET,
) -> PeerList:
    """List peers. See `build` for the arguments."""
    return sync_detailed(room_id, user_id=user_id, role=role, client=client).parsed


async def asyncio_detailed(
    room_id: str,
    *,
    client: AsyncSender,
    user_id: str | Unset = UNSET,
    role: str | Unset = UNSET,
) -> Response[PeerList]:
    """List peers; returns the whole response. See `build` for the arguments."""
    return await client.send(
        build(
            room_id,
            user_id=user_id,
            role=role,
        )
    )


async def asyncio(
    room_id: str,
    *,
    client: AsyncSender,
    user_id: str | Unset = UNSET,
    role: str | Unset = UNSET,
) -> PeerList:
    """List peers. See `build` for the arguments."""
    return (await asyncio_detailed(room_id, user_id=user_id, role=role, client=client)).parsed
