"""Remove peers: POST /active-rooms/{room_id}/remove-peers."""

from __future__ import annotations

from typing import Final

from ... import codec
from ...models.acknowledgement import Acknowledgement
from ...models.remove_peers_request import RemovePeersRequest
from ...operation import AsyncSender, Call, Operation, Response, Sender
from ...request import expand_path

OPERATION: Final[Operation[Acknowledgement]] = Operation(
    id="removePeers",
    method="POST",
    path="/active-rooms/{room_id}/remove-peers",
    response=Acknowledgement,
    request=RemovePeersRequest,
    security="managementToken",
    idempotent=False,
    documentation="https://www.100ms.live/docs/server-side/v2/api-reference/active-rooms/remove-peers",
)


def build(
    room_id: str,
    *,
    body: RemovePeersRequest,
) -> Call[Acknowledgement]:
    """Build the call without sending it.

    Disconnects one peer with `peer_id`, or all peers of a role with `role`. One of the two must be
    sent, else the answer is 400; `peer_id` wins over `role`.

    A removed participant can join again with a valid token or code. To keep somebody out, issue them no
    further tokens and disable their room code.

    Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/active-rooms/remove-peers

    Args:
        room_id: Identifies the room, by its `id`. At least 1 characters.
        body: Whom to remove, and why.
    """
    return Call(
        operation=OPERATION,
        path=expand_path(
            "/active-rooms/{room_id}/remove-peers",
            {
                "room_id": room_id,
            },
        ),
        body=codec.encode(body),
    )


def sync_detailed(
    room_id: str,
    *,
    client: Sender,
    body: RemovePeersRequest,
) -> Response[Acknowledgement]:
    """Remove peers; returns the whole response. See `build` for the arguments."""
    return client.send(
        build(
            room_id,
            body=body,
        )
    )


def sync(
    room_id: str,
    *,
    client: Sender,
    body: RemovePeersRequest,
) -> Acknowledgement:
    """Remove peers. See `build` for the arguments."""
    return sync_detailed(room_id, body=body, client=client).parsed


async def asyncio_detailed(
    room_id: str,
    *,
    client: AsyncSender,
    body: RemovePeersRequest,
) -> Response[Acknowledgement]:
    """Remove peers; returns the whole response. See `build` for the arguments."""
    return await client.send(
        build(
            room_id,
            body=body,
        )
    )


async def asyncio(
    room_id: str,
    *,
    client: AsyncSender,
    body: RemovePeersRequest,
) -> Acknowledgement:
    """Remove peers. See `build` for the arguments."""
    return (await asyncio_detailed(room_id, body=body, client=client)).parsed
