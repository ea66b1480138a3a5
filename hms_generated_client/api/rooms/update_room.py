"""Update, disable or enable a room: POST /rooms/{room_id}."""

from __future__ import annotations

from typing import Final

from ... import codec
from ...models.room import Room
from ...models.update_room_request import UpdateRoomRequest
from ...operation import AsyncSender, Call, Operation, Response, Sender
from ...request import expand_path

OPERATION: Final[Operation[Room]] = Operation(
    id="updateRoom",
    method="POST",
    path="/rooms/{room_id}",
    response=Room,
    request=UpdateRoomRequest,
    security="managementToken",
    idempotent=True,
    documentation="https://www.100ms.live/docs/server-side/v2/api-reference/Rooms/update-a-room",
)


def build(
    room_id: str,
    *,
    body: UpdateRoomRequest,
) -> Call[Room]:
    """Build the call without sending it.

    Changes the settings that are sent and leaves the others as they are.

    `enabled: false` disables the room: a running session goes on to its end, and nobody can join any
    more. `enabled: true` opens it again.

    `recording_info` counts as one setting. Sending it replaces all of it, and from then on the room no
    longer follows the recording settings of its template.

    The answer to disabling or enabling a room may leave `template_id`, `template` and `region` empty,
    and give `recording` in place of `recording_info`.

    Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/Rooms/update-a-room

    Args:
        room_id: Identifies the room, by its `id`. At least 1 characters.
        body: The settings to change.
    """
    return Call(
        operation=OPERATION,
        path=expand_path(
            "/rooms/{room_id}",
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
    body: UpdateRoomRequest,
) -> Response[Room]:
    """Update, disable or enable a room; returns the whole response. See `build` for the arguments."""
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
    body: UpdateRoomRequest,
) -> Room:
    """Update, disable or enable a room. See `build` for the arguments."""
    return sync_detailed(room_id, body=body, client=client).parsed


async def asyncio_detailed(
    room_id: str,
    *,
    client: AsyncSender,
    body: UpdateRoomRequest,
) -> Response[Room]:
    """Update, disable or enable a room; returns the whole response. See `build` for the arguments."""
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
    body: UpdateRoomRequest,
) -> Room:
    """Update, disable or enable a room. See `build` for the arguments."""
    return (await asyncio_detailed(room_id, body=body, client=client)).parsed
