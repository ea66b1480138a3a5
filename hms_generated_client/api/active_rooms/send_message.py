"""Send a message: POST /active-rooms/{room_id}/send-message."""

from __future__ import annotations

from typing import Final

from ... import codec
from ...models.acknowledgement import Acknowledgement
from ...models.send_message_request import SendMessageRequest
from ...operation import AsyncSender, Call, Operation, Response, Sender
from ...request import expand_path

OPERATION: Final[Operation[Acknowledgement]] = Operation(
    id="sendMessage",
    method="POST",
    path="/active-rooms/{room_id}/send-message",
    response=Acknowledgement,
    request=SendMessageRequest,
    security="managementToken",
    idempotent=False,
    documentation="https://www.100ms.live/docs/server-side/v2/api-reference/active-rooms/send-message",
)


def build(
    room_id: str,
    *,
    body: SendMessageRequest,
) -> Call[Acknowledgement]:
    """Build the call without sending it.

    Sends a message into an active room: to one peer with `peer_id`, to the peers of a role with `role`,
    to everybody with neither. `peer_id` wins over `role`.

    Clients get it like a message from another participant, together with its `type`, and decide what to
    do: show it as chat, as an emoji, or act on it (a card dealt, a poll opened).

    Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/active-rooms/send-message

    Args:
        room_id: Identifies the room, by its `id`. At least 1 characters.
        body: The message and whom it is for.
    """
    return Call(
        operation=OPERATION,
        path=expand_path(
            "/active-rooms/{room_id}/send-message",
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
    body: SendMessageRequest,
) -> Response[Acknowledgement]:
    """Send a message; returns the whole response. See `build` for the arguments."""
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
    body: SendMessageRequest,
) -> Acknowledgement:
    """Send a message. See `build` for the arguments."""
    return sync_detailed(room_id, body=body, client=client).parsed


async def asyncio_detailed(
    room_id: str,
    *,
    client: AsyncSender,
    body: SendMessageRequest,
) -> Response[Acknowledgement]:
    """Send a message; returns the whole response. See `build` for the arguments."""
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
    body: SendMessageRequest,
) -> Acknowledgement:
    """Send a message. See `build` for the arguments."""
    return (await asyncio_detailed(room_id, body=body, client=client)).parsed
