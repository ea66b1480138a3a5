"""Update a peer: POST /active-rooms/{room_id}/peers/{peer_id}."""

from __future__ import annotations

from typing import Final

from ... import codec
from ...models.peer import Peer
from ...models.update_peer_request import UpdatePeerRequest
from ...operation import AsyncSender, Call, Operation, Response, Sender
from ...request import expand_path

OPERATION: Final[Operation[Peer]] = Operation(
    id="updatePeer",
    method="POST",
    path="/active-rooms/{room_id}/peers/{peer_id}",
    response=Peer,
    request=UpdatePeerRequest,
    security="managementToken",
    idempotent=True,
    documentation="https://www.100ms.live/docs/server-side/v2/api-reference/active-rooms/update-a-peer",
)


def build(
    room_id: str,
    peer_id: str,
    *,
    body: UpdatePeerRequest,
) -> Call[Peer]:
    """Build the call without sending it.

    Changes the name, the role or the metadata of a connected peer, for the rest of its stay. The
    members that are sent are changed and the others are kept.

    A role decides what a peer may do, so changing it moves the peer: onto the stage, into a breakout
    group. Metadata is shown to everyone in the room: a raised hand, a picture to show in place of the
    video.

    Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/active-rooms/update-a-peer

    Args:
        room_id: Identifies the room, by its `id`. At least 1 characters.
        peer_id: Identifies the peer, by its `id`. It must be connected to the room at present. At
            least 1 characters.
        body: What to change.
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
        body=codec.encode(body),
    )


def sync_detailed(
    room_id: str,
    peer_id: str,
    *,
    client: Sender,
    body: UpdatePeerRequest,
) -> Response[Peer]:
    """Update a peer; returns the whole response. See `build` for the arguments."""
    return client.send(
        build(
            room_id,
            peer_id,
            body=body,
        )
    )


def sync(
    room_id: str,
    peer_id: str,
    *,
    client: Sender,
    body: UpdatePeerRequest,
) -> Peer:
    """Update a peer. See `build` for the arguments."""
    return sync_detailed(room_id, peer_id, body=body, client=client).parsed


async def asyncio_detailed(
    room_id: str,
    peer_id: str,
    *,
    client: AsyncSender,
    body: UpdatePeerRequest,
) -> Response[Peer]:
    """Update a peer; returns the whole response. See `build` for the arguments."""
    return await client.send(
        build(
            room_id,
            peer_id,
            body=body,
        )
    )


async def asyncio(
    room_id: str,
    peer_id: str,
    *,
    client: AsyncSender,
    body: UpdatePeerRequest,
) -> Peer:
    """Update a peer. See `build` for the arguments."""
    return (await asyncio_detailed(room_id, peer_id, body=body, client=client)).parsed
