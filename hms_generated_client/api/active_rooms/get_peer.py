"""Retrieve a peer: GET /active-rooms/{room_id}/peers/{peer_id}."""

from __future__ import annotations

from typing import Final

from ...models.peer import Peer
from ...operation import AsyncSender, Call, Operation, Response, Sender
from ...request import expand_path

OPERATION: Final[Operation[Peer]] = Operation(
    id="getPeer",
    method="GET",
    path="/active-rooms/{room_id}/peers/{peer_id}",
    response=Peer,
    security="managementToken",
    idempotent=True,
    documentation="https://www.100ms.live/docs/server-side/v2/api-reference/active-rooms/retrieve-peer",
)


def build(
    room_id: str,
    peer_id: str,
) -> Call[Peer]:
    """Build the call without sending it.

    One connected peer with the tracks it publishes: whether its camera is on, whether it is muted,
    whether it shares its screen.

    Answers 404 once the peer has left. Retrieve the session for peers who did.

    Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/active-rooms/retrieve-peer

    Args:
        room_id: Identifies the room, by its `id`. At least 1 characters.
        peer_id: Identifies the peer, by its `id`. It must be connected to the room at present. At
            least 1 characters.
    """
    return Call(
        operation=OPERATION,
        path=expand_path(
            "/active-rooms/{room_id}/peers/{peer_id}",
            {
                "room_id": room_id,
                "peer_id": peer_id,
            },
        ),
    )


def sync_detailed(
    room_id: str,
    peer_id: str,
    *,
    client: Sender,
) -> Response[Peer]:
    """Retrieve a peer; returns the whole response. See `build` for the arguments."""
    return client.send(
        build(
            room_id,
            peer_id,
        )
    )


def sync(
    room_id: str,
    peer_id: str,
    *,
    client: Sender,
) -> Peer:
    """Retrieve a peer. See `build` for the arguments."""
    return sync_detailed(room_id, peer_id, client=client).parsed


async def asyncio_detailed(
    room_id: str,
    peer_id: str,
    *,
    client: AsyncSender,
) -> Response[Peer]:
    """Retrieve a peer; returns the whole response. See `build` for the arguments."""
    return await client.send(
        build(
            room_id,
            peer_id,
        )
    )


async def asyncio(
    room_id: str,
    peer_id: str,
    *,
    client: AsyncSender,
) -> Peer:
    """Retrieve a peer. See `build` for the arguments."""
    return (await asyncio_detailed(room_id, peer_id, client=client)).parsed
