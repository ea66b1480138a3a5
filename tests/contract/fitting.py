"""The rules of request bodies that no schema says: what has to exist, to be free, or to go together."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from .props import MEETING_URL, RTMP_URL
from .scene import LARGEST_ORDINARY_ROOM, ROLES, Depth

if TYPE_CHECKING:
    from collections.abc import Callable

    from .calls import Call
    from .scene import Stage

Json = dict[str, Any]

_LARGEST_SHORT_SIDE = 1080
_number = itertools.count(1)


def fitted(stage: Stage, call: Call, body: Any) -> Call:
    """A call with another body, made to keep the rules.

    Args:
        stage: where the objects are that the body names.
        call: a call that works.
        body: a body that is valid by its schema. It is changed.
    """
    operation = call.operation.id
    values = dict(call.values)
    if operation in _STARTS:
        # A room has one of a kind at a time.
        values["room_id"] = stage.new_room()
    if operation in {"removePeers", "endRoom"}:
        stage.enable_room(values["room_id"])
        peer = stage.join(values["room_id"], ROLES[0])
        if operation == "removePeers":
            body = {**body, "peer_id": peer["id"]}
            body.pop("role", None)
    return replace(call, values=values, body=_FITS.get(operation, _unchanged)(stage, body))


def _unchanged(stage: Stage, body: Any) -> Any:
    return body


def _room(stage: Stage, body: Json) -> Json:
    if "name" in body:
        body["name"] += f"-{next(_number)}"
    if "template_id" in body:
        body["template_id"] = stage.scene(Depth.TEMPLATE).template_id
    if (body.get("size") or 0) > LARGEST_ORDINARY_ROOM:
        body["large_room"] = True
    return body


def _template(stage: Stage, body: Json) -> Json:
    if "name" in body:
        body["name"] += f"-{next(_number)}"
    for role in body.get("roles", {}).values():
        role.pop("name", None)
    return body


def _role(stage: Stage, body: Json) -> Json:
    # A name renames the role.
    body.pop("name", None)
    return body


def _recordings(stage: Stage, body: list[Json]) -> list[Json]:
    for each in body:
        each["role"] = ROLES[0]
    return body


def _start(stage: Stage, body: Json) -> Json:
    body.setdefault("meeting_url", MEETING_URL)
    # The template of the stage has no destinations.
    body.pop("destination", None)
    if body.get("rtmp_urls") == []:
        body["rtmp_urls"] = [RTMP_URL]
    return body


def _external_stream(stage: Stage, body: Json) -> Json:
    if "resolution" in body:
        body["resolution"]["height"] = min(body["resolution"]["height"], _LARGEST_SHORT_SIDE)
    return _start(stage, body)


def _poll(stage: Stage, body: Json) -> Json:
    body["questions"] = [_question(stage, each) for each in body.get("questions", ())]
    return _numbered(body, "questions")


def _question(stage: Stage, body: Json) -> Json:
    # The number in the path counts.
    body.pop("index", None)
    return _numbered(body, "options")


def _option(stage: Stage, body: Json) -> Json:
    body.pop("index", None)
    return body


def _numbered(body: Json, member: str) -> Json:
    for number, each in enumerate(body.get(member) or (), start=1):
        each["index"] = number
    return body


def _call(stage: Stage, body: Json) -> Json:
    body["room_code"] = stage.scene(Depth.CODES).codes[0]
    body["trunk_id"] = stage.props.once("trunk")["trunk_id"]
    if not body.get("name"):
        # Whoever has no name is shown by the number.
        body.pop("name", None)
    if "headers" in body:
        # Some short names are reserved, and dropped.
        body["headers"] = {f"X-{name}": value for name, value in body["headers"].items()}
    return body


def _peer(stage: Stage, body: Json) -> Json:
    if "role" in body:
        body["role"] = ROLES[len(body["role"]) % len(ROLES)]
    return body


def _message(stage: Stage, body: Json) -> Json:
    body.pop("peer_id", None)
    body.pop("role", None)
    if not body.get("type"):
        # An empty text counts as not given.
        body.pop("type", None)
    return body


def _code(stage: Stage, body: Json) -> Json:
    codes = stage.scene(Depth.CODES).codes
    body["code"] = codes[len(body["code"]) % len(codes)]
    return body


def _replay(stage: Stage, body: Json) -> Json:
    now = stage.now()
    for name, time in (("start_time", now - timedelta(days=1)), ("end_time", now)):
        if name in body:
            body[name] = f"{time:%Y-%m-%dT%H:%M:%S.%f}000Z"
    if "event_names" in body:
        body["event_names"] = sorted(set(body["event_names"])) or None
        if body["event_names"] is None:
            del body["event_names"]
    return body


_STARTS = frozenset({"startRecording", "startLiveStream", "startExternalStream"})
_FITS: dict[str, Callable[[Stage, Any], Any]] = {
    "createRoom": _room,
    "updateRoom": _room,
    "createTemplate": _template,
    "updateTemplate": _template,
    "upsertTemplateRole": _role,
    "updateTemplateRecordings": _recordings,
    "startRecording": _start,
    "startLiveStream": _start,
    "startExternalStream": _external_stream,
    "createPoll": _poll,
    "updatePoll": _poll,
    "updatePollQuestion": _question,
    "updatePollOption": _option,
    "startOutboundCall": _call,
    "updatePeer": _peer,
    "sendMessage": _message,
    "updateRoomCode": _code,
    "replayWebhookEvents": _replay,
}
