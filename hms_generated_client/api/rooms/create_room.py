"""Create a room: POST /rooms."""

from __future__ import annotations

from typing import Final

from ... import codec
from ...models.create_room_request import CreateRoomRequest
from ...models.room import Room
from ...operation import AsyncSender, Call, Operation, Response, Sender

OPERATION: Final[Operation[Room]] = Operation(
    id="createRoom",
    method="POST",
    path="/rooms",
    response=Room,
    request=CreateRoomRequest,
    security="managementToken",
    idempotent=False,
    documentation="https://www.100ms.live/docs/server-side/v2/api-reference/Rooms/create-via-api",
)


def build(
    *,
    body: CreateRoomRequest,
) -> Call[Room]:
    """Build the call without sending it.

    Creates a room. All settings are optional: `{}` makes an enabled room with a made-up name that
    follows the default template.

    A room is known by its name. If a room with this name exists, in whatever case, no second one is
    made: that room gets the settings of this request, another template included, and is returned under
    the `id` it had.

    Recording settings come from the template unless `recording_info` is sent;
    `recording_source_template` in the answer tells which. Create room codes next to let participants in
    by link.

    Refused with 400: an unknown template or region, the member `template`, a `size` out of range (over
    2500 without `large_room`), a duration below 120 or above 43200 seconds, a bucket without its
    location, an upload that does not work.

    Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/Rooms/create-via-api

    Args:
        body: The settings of the room.
    """
    return Call(
        operation=OPERATION,
        path="/rooms",
        body=codec.encode(body),
    )


def sync_detailed(
    *,
    client: Sender,
    body: CreateRoomRequest,
) -> Response[Room]:
    """Create a room; returns the whole response. See `build` for the arguments."""
    return client.send(
        build(
            body=body,
        )
    )


def sync(
    *,
    client: Sender,
    body: CreateRoomRequest,
) -> Room:
    """Create a room. See `build` for the arguments."""
    return sync_detailed(body=body, client=client).parsed


async def asyncio_detailed(
    *,
    client: AsyncSender,
    body: CreateRoomRequest,
) -> Response[Room]:
    """Create a room; returns the whole response. See `build` for the arguments."""
    return await client.send(
        build(
            body=body,
        )
    )


async def asyncio(
    *,
    client: AsyncSender,
    body: CreateRoomRequest,
) -> Room:
    """Create a room. See `build` for the arguments."""
    return (await asyncio_detailed(body=body, client=client)).parsed
