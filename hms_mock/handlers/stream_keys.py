"""Stream keys: one for a room at a time, with which a broadcasting program streams into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hms_mock.clock import milliseconds
from hms_mock.errors import ApiError, forbidden
from hms_mock.model.stream_keys import StreamKey
from hms_mock.registry import HandlerTable, Reply, Request

if TYPE_CHECKING:
    from hms_mock.model.rooms import Room

handler = HandlerTable()


@handler("createStreamKey")
def create_stream_key(request: Request) -> Reply:
    """Make the stream key of a room that has none."""
    workspace, state = request.workspace, request.state
    room = _open_room(request)
    if room.id in workspace.stream_keys:
        raise ApiError(400, "Active key already exists", ["fetch it, or disable it first"])
    key = StreamKey(
        id=state.ids.object_id(),
        room_id=room.id,
        created_at=milliseconds(state.clock.now()),
        key=f"mock-{state.ids.uuid()}",
    )
    workspace.stream_keys[room.id] = key
    return Reply(key.to_json(workspace.customer_id, workspace.app_id))


@handler("getStreamKey")
def get_stream_key(request: Request) -> Reply:
    """The stream key of a room, as a list."""
    workspace = request.workspace
    key = _key(request)
    return Reply({"data": [key.to_json(workspace.customer_id, workspace.app_id)], "last": key.id})


@handler("disableStreamKey")
def disable_stream_key(request: Request) -> Reply:
    """Make the stream key of a room useless for good."""
    workspace, key = request.workspace, _key(request)
    del workspace.stream_keys[key.room_id]
    workspace.disabled_stream_keys[key.key] = key.room_id
    return Reply({"message": "key disabled successfully"}, 201)


def _open_room(request: Request) -> Room:
    room = request.workspace.room(request.path["room_id"])
    if not room.enabled:
        raise forbidden("Room is disabled")
    return room


def _key(request: Request) -> StreamKey:
    room = _open_room(request)
    key = request.workspace.stream_keys.get(room.id)
    if key is None:
        raise ApiError(404, "No active key found", [f"room {room.id!r} has no stream key that can be used"])
    return key
