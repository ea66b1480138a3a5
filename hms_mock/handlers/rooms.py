"""Rooms: created and updated by name, listed, enabled and disabled."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

from hms_mock.clock import milliseconds, parse_timestamp
from hms_mock.errors import BAD_BODY, ApiError, bad_body
from hms_mock.model.rooms import LARGEST_ORDINARY_ROOM, Room
from hms_mock.pagination import paginate
from hms_mock.registry import HandlerTable, Reply, Request

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from hms_mock.state import Workspace

handler = HandlerTable()

_DETAILS = {
    ("size", "maximum"): f"{BAD_BODY}: room size greater than 20000",
    ("max_duration_seconds", "minimum"): f"{BAD_BODY}: max_duration_seconds less than 120 seconds",
    ("max_duration_seconds", "maximum"): f"{BAD_BODY}: max_duration_seconds greater than 43200 seconds",
    ("region", "enum"): "Error: region not supported",
    ("recording_info.upload_info.location", "required"): "Bucket location is missing",
    ("recording_info.upload_info.type", "enum"): "Invalid upload configuration",
}
_SETTINGS = (
    "description",
    "recording_info",
    "region",
    "large_room",
    "size",
    "max_duration_seconds",
    "polls",
    "webhook",
)
_OF_CREATION = (*_SETTINGS, "template_id")
_OF_UPDATE = (*_SETTINGS, "enabled")


@handler("createRoom", _DETAILS)
def create_room(request: Request) -> Reply:
    """Create a room, or update the one that has the name already."""
    workspace, state = request.workspace, request.state
    body = _documented(request.members, _OF_CREATION)
    room = workspace.room_named(body["name"]) if "name" in body else None
    _check(workspace, body, room)
    if room is None:
        room = state.new_room(workspace, body.get("name") or state.ids.uuid())
    else:
        room.updated_at = milliseconds(state.clock.now())
    _apply(room, body)
    return Reply(workspace.room_json(room))


@handler("updateRoom", _DETAILS)
def update_room(request: Request) -> Reply:
    """Change the settings that were sent. With the name of another room it is that room that changes."""
    workspace = request.workspace
    body = _documented(request.members, _OF_UPDATE)
    room = workspace.room(request.path["room_id"])
    if "name" in body:
        room = workspace.room_named(body["name"]) or room
    _check(workspace, body, room)
    if "name" in body:
        workspace.name_room(room, body["name"])
    _apply(room, body)
    room.updated_at = milliseconds(request.state.clock.now())
    return Reply(workspace.room_json(room))


@handler("getRoom")
def get_room(request: Request) -> Reply:
    """One room."""
    workspace = request.workspace
    return Reply(workspace.room_json(workspace.room(request.path["room_id"])))


@handler("listRooms")
def list_rooms(request: Request) -> Reply:
    """One page of rooms."""
    workspace, query = request.workspace, request.query
    after, before = _moment(query, "after"), _moment(query, "before")

    def keep(room: Room) -> bool:
        return (
            ("enabled" not in query or room.enabled == query["enabled"])
            and (after is None or room.created_at >= after)
            and (before is None or room.created_at <= before)
            and ("name" not in query or room.name.lower() == query["name"].lower())
            and ("template_id" not in query or room.template_id == query["template_id"])
        )

    page = paginate(workspace.rooms, start=query.get("start"), limit=query["limit"], keep=keep)
    data = [
        workspace.room_json(room) | {"key": f"{workspace.customer_id}:{room.name}"} for room in page.items
    ]
    return Reply({"limit": query["limit"], "data": data, "last": page.last})


def _moment(query: Mapping[str, Any], name: str) -> Any:
    return parse_timestamp(query[name]) if name in query else None


def _documented(body: Mapping[str, Any], members: Iterable[str]) -> dict[str, Any]:
    """Keep the members that the operation takes; the API ignores others, which no schema has checked."""
    if "template" in body:
        raise bad_body("template. Use template_id")
    kept = {member: body[member] for member in ("name", *members) if member in body}
    if not kept.get("template_id", True):
        # Answers use an empty identifier for one that they do not tell.
        del kept["template_id"]
    return kept


def _check(workspace: Workspace, body: Mapping[str, Any], room: Room | None) -> None:
    """Refuse what the schema cannot: all members together, and those that name other objects."""
    if "template_id" in body and body["template_id"] not in workspace.templates:
        raise ApiError(400, "Error: template not found", [f"no template {body['template_id']!r}"])
    large = body.get("large_room", room.large_room if room else False)
    size = body.get("size", room.size if room else None)
    if size is not None and size > LARGEST_ORDINARY_ROOM and not large:
        raise bad_body(f"room size greater than {LARGEST_ORDINARY_ROOM}, set large_room flag as true")


def _apply(room: Room, body: Mapping[str, Any]) -> None:
    for member, value in body.items():
        if member != "name":
            setattr(room, member, copy.deepcopy(value))
