"""Mistakes about rooms, their codes, and who is in them."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from hms_mock import presence
from hms_mock.registry import Reply

from .sabotage import DefectTable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hms_mock.model.rooms import Room
    from hms_mock.model.sessions import Peer
    from hms_mock.registry import Handle, Request
    from hms_mock.state import State

    from .lab import Lab
    from .sabotage import Sabotage

defect = DefectTable("rooms")


@contextmanager
def opened(room: Room) -> Iterator[None]:
    """Let a room count as enabled."""
    enabled, room.enabled = room.enabled, True
    try:
        yield
    finally:
        room.enabled = enabled


def _codes_twice(lab: Lab) -> bool:
    path = f"/room-codes/room/{lab.room()['id']}"
    first, second = ({code["code"] for code in lab.post(path)["data"]} for _ in range(2))
    return first == second


@defect("The codes of a room change when they are asked for again.", "createRoomCodes", shows=_codes_twice)
def codes_change(server: Sabotage) -> None:
    @server.wrap("createRoomCodes")
    def forget(request: Request, handle: Handle) -> Reply:
        codes = request.workspace.room_codes
        for code in [each for each in codes.values() if each.room_id == request.path["room_id"]]:
            del codes[code.code]
        return handle(request)


def _disabled_room(lab: Lab) -> str:
    room_id: str = lab.room()["id"]
    lab.post(f"/rooms/{room_id}", {"enabled": False})
    return room_id


@defect(
    "A disabled room gives out codes.",
    "createRoomCodes",
    shows=lambda lab: lab.status("POST", f"/room-codes/room/{_disabled_room(lab)}"),
)
def disabled_room_gives_codes(server: Sabotage) -> None:
    @server.wrap("createRoomCodes")
    def open_room(request: Request, handle: Handle) -> Reply:
        with opened(request.workspace.room(request.path["room_id"])):
            return handle(request)


def _call_into_disabled_room(lab: Lab) -> int:
    room_id = lab.room()["id"]
    code = lab.post(f"/room-codes/room/{room_id}")["data"][0]["code"]
    lab.post(f"/rooms/{room_id}", {"enabled": False})
    body = {"to": "+14155550123", "room_code": code, "trunk_id": lab.prop("trunk")["trunk_id"]}
    return lab.status("POST", "/sip/outbound/call", body)


@defect(
    "A disabled room lets callers in.",
    "startOutboundCall",
    shows=_call_into_disabled_room,
)
def disabled_room_lets_in(server: Sabotage) -> None:
    @server.wrap("startOutboundCall")
    def open_room(request: Request, handle: Handle) -> Reply:
        code = request.workspace.room_codes.get(request.members["room_code"])
        if code is None:
            return handle(request)
        with opened(request.workspace.rooms[code.room_id]):
            return handle(request)


def _join_disabled_room(lab: Lab) -> int:
    room_id = _disabled_room(lab)
    return lab.control.post(f"/rooms/{room_id}/join", json={"role": "role-1"}).status_code


@defect("People can join a disabled room.", shows=_join_disabled_room)
def disabled_room_can_be_joined(server: Sabotage) -> None:
    join = presence.join

    def open_room(state: State, room_id: str, **how: Any) -> Peer:
        with opened(state.workspace_of_room(room_id).rooms[room_id]):
            return join(state, room_id, **how)

    server.patch(presence, "join", open_room)


def _removed(lab: Lab) -> int:
    room_id = lab.room()["id"]
    first, _ = (lab.stage.props.join(room_id)["id"] for _ in range(2))
    lab.post(f"/active-rooms/{room_id}/remove-peers", {"peer_id": first})
    return len(lab.get(f"/active-rooms/{room_id}/peers")["peers"])


@defect("A peer that is removed stays.", "removePeers", shows=_removed)
def removed_peer_stays(server: Sabotage) -> None:
    def stay(*_: Any, removed: bool = False, **how: Any) -> None:
        if not removed:
            leave(*_, removed=removed, **how)

    leave = presence.leave
    server.patch(presence, "leave", stay)


def _ended(lab: Lab) -> int:
    room_id = lab.room()["id"]
    lab.stage.props.join(room_id)
    lab.post(f"/active-rooms/{room_id}/end-room", {"lock": False, "reason": "over"})
    return lab.status("GET", f"/active-rooms/{room_id}")


@defect("A session that is ended goes on.", "endRoom", shows=_ended)
def ended_session_goes_on(server: Sabotage) -> None:
    @server.wrap("endRoom")
    def go_on(request: Request, handle: Handle) -> Reply:
        presence.running_session(request.workspace, request.path["room_id"])
        return Reply({"message": "session is ending"})


def _times(lab: Lab) -> bool:
    room_id = lab.room()["id"]
    lab.stage.props.advance(10)
    updated = lab.post(f"/rooms/{room_id}", {"description": "new"})
    earlier: bool = updated["updated_at"] < updated["created_at"]
    return earlier


@defect("A room that is updated was updated before it was made.", "updateRoom", shows=_times)
def time_goes_backwards(server: Sabotage) -> None:
    @server.wrap("updateRoom")
    def go_back(request: Request, handle: Handle) -> Reply:
        room_id = handle(request).body["id"]
        room = request.workspace.rooms[room_id]
        room.updated_at = room.created_at - timedelta(minutes=1)
        return Reply(request.workspace.room_json(room))


def _role_of_a_code(lab: Lab) -> Any:
    path = f"/room-codes/room/{lab.room()['id']}"
    code = lab.post(f"{path}/role/role-2")["code"]
    return [each["role"] for each in lab.get(path)["data"] if each["code"] == code]


@defect("A code that is made for one role opens the first role.", "createRoleRoomCode", shows=_role_of_a_code)
def code_opens_another_role(server: Sabotage) -> None:
    @server.wrap("createRoleRoomCode")
    def confuse(request: Request, handle: Handle) -> Reply:
        workspace = request.workspace
        before = set(workspace.room_codes)
        reply = handle(request)
        for code in workspace.room_codes.values():
            if code.code not in before:
                code.role = next(iter(workspace.template_of(workspace.rooms[code.room_id]).roles))
        return reply


def _peer_who_left(lab: Lab) -> int:
    room_id = lab.room()["id"]
    first, _ = (lab.stage.props.join(room_id)["id"] for _ in range(2))
    lab.stage.props.control(f"/rooms/{room_id}/leave", {"peer_id": first})
    return lab.status("GET", f"/active-rooms/{room_id}/peers/{first}")


@defect("A peer who left is shown for as long as the session runs.", "getPeer", shows=_peer_who_left)
def peer_who_left_is_shown(server: Sabotage) -> None:
    @server.wrap("getPeer")
    def show(request: Request, handle: Handle) -> Reply:
        session = presence.running_session(request.workspace, request.path["room_id"])
        peer = session.peers.get(request.path["peer_id"])
        return handle(request) if peer is None else Reply(peer.to_active_json(tracks=True))
