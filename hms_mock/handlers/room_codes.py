"""Room codes: one for each role of a room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hms_mock.clock import milliseconds
from hms_mock.errors import bad_body, forbidden, not_found
from hms_mock.model.rooms import Room, RoomCode
from hms_mock.pagination import paginate
from hms_mock.registry import HandlerTable, Reply, Request

if TYPE_CHECKING:
    from hms_mock.state import State, Workspace

handler = HandlerTable()

MOST_CODES = 100
"""How many codes a room can have, disabled ones included."""


@handler("createRoomCodes")
def create_room_codes(request: Request) -> Reply:
    """A code for every role; codes of roles that the template lost are disabled."""
    workspace, state = request.workspace, request.state
    room = _open_room(request)
    roles = workspace.template_of(room).roles
    for code in _codes_of(workspace, room):
        if code.enabled and code.role not in roles:
            _enable(state, code, enabled=False)
    codes = [_code_for(state, workspace, room, role) for role in roles]
    return Reply({"data": [code.to_json() for code in codes]})


@handler("createRoleRoomCode")
def create_role_room_code(request: Request) -> Reply:
    """A code for one role."""
    workspace = request.workspace
    room = _open_room(request)
    role = request.path["role"]
    if role not in workspace.template_of(room).roles:
        raise not_found("Role", role)
    return Reply(_code_for(request.state, workspace, room, role).to_json())


@handler("listRoomCodes")
def list_room_codes(request: Request) -> Reply:
    """One page of the codes of a room."""
    workspace, query = request.workspace, request.query
    room = _open_room(request)
    codes = {code.code: code for code in _codes_of(workspace, room)}
    role = query.get("role")
    if role and role not in workspace.template_of(room).roles and all(c.role != role for c in codes.values()):
        raise not_found("Role", role)

    def keep(code: RoomCode) -> bool:
        return (not role or code.role == role) and (
            "enabled" not in query or code.enabled == query["enabled"]
        )

    page = paginate(codes, start=query.get("start"), limit=query["limit"], keep=keep)
    return Reply(
        {
            "limit": query["limit"],
            "data": [code.to_json() for code in page.items],
            "last": page.last if page.more else "",
        }
    )


@handler("updateRoomCode")
def update_room_code(request: Request) -> Reply:
    """Enable or disable a code."""
    workspace, body = request.workspace, request.members
    if unknown := sorted(body.keys() - {"code", "enabled"}):
        raise bad_body(*(f"{member}: only code and enabled are allowed" for member in unknown))
    code = workspace.room_codes.get(body["code"])
    if code is None:
        raise not_found("Code", body["code"])
    if body["enabled"] and code.role not in workspace.template_of(workspace.rooms[code.room_id]).roles:
        raise forbidden("Code can not be enabled", f"the role {code.role} does not exist")
    _enable(request.state, code, enabled=body["enabled"])
    return Reply(code.to_json())


def _open_room(request: Request) -> Room:
    room = request.workspace.room(request.path["room_id"])
    if not room.enabled:
        raise forbidden("Room is disabled")
    return room


def _codes_of(workspace: Workspace, room: Room) -> list[RoomCode]:
    return [code for code in workspace.room_codes.values() if code.room_id == room.id]


def _enable(state: State, code: RoomCode, *, enabled: bool) -> None:
    code.enabled = enabled
    code.updated_at = milliseconds(state.clock.now())


def _code_for(state: State, workspace: Workspace, room: Room, role: str) -> RoomCode:
    """The enabled code of a role. A role whose codes were all disabled gets a fresh one."""
    codes = _codes_of(workspace, room)
    for code in reversed(codes):
        if code.role == role and code.enabled:
            return code
    if len(codes) >= MOST_CODES:
        raise forbidden("Too many room codes", f"a room can have {MOST_CODES}")
    now = milliseconds(state.clock.now())
    code = RoomCode(code=state.new_room_code(), room_id=room.id, role=role, created_at=now, updated_at=now)
    workspace.room_codes[code.code] = code
    return code
