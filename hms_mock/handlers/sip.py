"""SIP: trunks, calls that bring somebody into a room by telephone, and DTMF tones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hms_mock import presence
from hms_mock.clock import format_milliseconds
from hms_mock.errors import BriefError, forbidden, not_found, unauthorized
from hms_mock.model.sip import ANSWERED, TIMED_OUT, Tones, Trunk, masked, own_headers
from hms_mock.registry import HandlerTable, Reply, Request
from hms_mock.validation import Message

if TYPE_CHECKING:
    from hms_mock.model.rooms import RoomCode

handler = HandlerTable()

_MANDATORY = {
    (name, keyword): Message(f"{name} is mandatory")
    for name in ("to", "room_code", "trunk_id")
    for keyword in ("required", "minLength")
}
_DIGITS = {
    ("digits", "required"): Message("digits are mandatory"),
    ("digits", "minItems"): Message("digits are mandatory"),
    ("digits.*", "pattern"): Message("invalid digit"),
    ("digits.*", "type"): Message("invalid digit"),
}


@handler("createOutboundTrunk")
def create_trunk(request: Request) -> Reply:
    """Create a trunk."""
    trunk = Trunk(id=request.state.ids.object_id())
    trunk.update(request.members)
    request.workspace.trunks[trunk.id] = trunk
    return Reply({"id": trunk.id})


@handler("updateOutboundTrunk")
def update_trunk(request: Request) -> Reply:
    """Change the members of a trunk that were sent."""
    trunk = request.workspace.trunks.get(request.path["trunk_id"])
    if trunk is None:
        raise not_found("Trunk", request.path["trunk_id"])
    trunk.update(request.members)
    return Reply({"id": trunk.id})


@handler("startOutboundCall", _MANDATORY)
def start_call(request: Request) -> Reply:
    """Call somebody. Who takes the call joins as a peer in the role of the room code."""
    workspace, state, body = request.workspace, request.state, request.members
    code = _code(request)
    if body["trunk_id"] not in workspace.trunks:
        raise BriefError(400, "trunk_id not found")
    outcome = state.call_orders.take(body["to"])
    video = body.get("video", False)
    peer = None
    if outcome == ANSWERED:
        peer = presence.join(
            state,
            code.room_id,
            code=code.code,
            name=body.get("name") or masked(body["to"]),
            user_id=body.get("user_id", ""),
            type="sip",
            media=("audio", "video") if video else ("audio",),
        )
    call_id = state.ids.object_id()
    state.calls.append(
        {
            "id": call_id,
            "trunk_id": body["trunk_id"],
            "from": workspace.trunks[body["trunk_id"]].number,
            "to": body["to"],
            "room_id": code.room_id,
            "role": code.role,
            "video": video,
            "headers": own_headers(body.get("headers", {})),
            "outcome": outcome,
            "peer_id": peer.id if peer else None,
            "at": format_milliseconds(state.clock.now()),
        }
    )
    if outcome == TIMED_OUT:
        raise BriefError(408, "timed out")
    return Reply({"id": call_id})


@handler("sendDtmf", _DIGITS)
def send_dtmf(request: Request) -> Reply:
    """Queue tones for everybody who is in the room of the client token by telephone."""
    workspace, state, claims = request.workspace, request.state, request.claims
    room = workspace.rooms.get(claims["room_id"])
    if room is None:
        raise unauthorized("Token validation error: unknown room", f"no room {claims['room_id']!r}")
    if claims["role"] not in workspace.template_of(room).roles:
        raise unauthorized("Token validation error: unknown role", f"no role {claims['role']!r} in the room")
    session = workspace.running.get(room.id)
    if session is None:
        raise forbidden("Room is not active", f"nobody is in the room {room.id!r}")
    now = state.clock.now()
    earlier = [tones.ends_at for tones in state.tones if tones.session_id == session.id]
    state.tones.append(
        Tones(
            room_id=room.id,
            session_id=session.id,
            user_id=claims["user_id"],
            role=claims["role"],
            digits="".join(request.members["digits"]),
            recipients=tuple(peer.id for peer in session.connected() if peer.type == "sip"),
            begins_at=max([now, *earlier]),
        )
    )
    return Reply()


def _code(request: Request) -> RoomCode:
    """The room code of a call, if it lets anybody in. Nothing rings when it does not."""
    workspace, name = request.workspace, request.members["room_code"]
    code = workspace.room_codes.get(name)
    if code is None:
        raise BriefError(400, "room_code not found")
    room = workspace.rooms[code.room_id]
    if not code.enabled:
        raise forbidden("Code is disabled")
    if not room.enabled:
        raise forbidden("Room is disabled")
    if code.role not in workspace.template_of(room).roles:
        raise forbidden("Role not found", f"the role {code.role} does not exist")
    return code
