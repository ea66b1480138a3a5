"""Requests that the document forbids, and that the server takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..props import start_body
from .sabotage import DefectTable

if TYPE_CHECKING:
    from .lab import Lab
    from .sabotage import Sabotage

defect = DefectTable("what a request may hold")

_SIZE = {"size": 20001, "large_room": True}


@defect(
    "A room can be larger than the documented maximum.",
    "createRoom",
    shows=lambda lab: lab.status("POST", "/rooms", _SIZE),
)
def maximum_is_ignored(server: Sabotage) -> None:
    del server.member("CreateRoomRequest", "size")["maximum"]


@defect(
    "A room can end its sessions earlier than the documented minimum.",
    "updateRoom",
    shows=lambda lab: lab.status("POST", f"/rooms/{lab.room()['id']}", {"max_duration_seconds": 119}),
)
def minimum_is_ignored(server: Sabotage) -> None:
    del server.member("UpdateRoomRequest", "max_duration_seconds")["minimum"]


def _timed_metadata(lab: Lab) -> int:
    stream_id = lab.prop("live-streams")["stream_id"]
    body = {"payload": "x" * 101, "duration": 1}
    return lab.status("POST", f"/live-streams/{stream_id}/timed-metadata", body)


@defect("A text can be longer than the documented maximum.", "sendTimedMetadata", shows=_timed_metadata)
def maximum_length_is_ignored(server: Sabotage) -> None:
    del server.member("SendTimedMetadataRequest", "payload")["maxLength"]


@defect(
    "The name of a template can have characters that the pattern rules out.",
    "createTemplate",
    shows=lambda lab: lab.status("POST", "/templates", {"name": "a/b"}),
)
def pattern_is_ignored(server: Sabotage) -> None:
    del server.member("CreateTemplateRequest", "name")["pattern"]


@defect(
    "A room can be in a region that does not exist.",
    "createRoom",
    shows=lambda lab: lab.status("POST", "/rooms", {"region": "moon"}),
)
def unknown_value_is_taken(server: Sabotage) -> None:
    server.schema("CreateRoomRequest")["properties"]["region"] = {"type": "string"}


def _six_addresses(lab: Lab) -> int:
    body = start_body("external-streams") | {
        "rtmp_urls": [f"rtmp://live.example.com/{number}" for number in range(6)]
    }
    return lab.status("POST", f"/external-streams/room/{lab.room()['id']}/start", body)


@defect("A stream can go to more addresses than documented.", "startExternalStream", shows=_six_addresses)
def maximum_of_items_is_ignored(server: Sabotage) -> None:
    del server.member("StartExternalStreamRequest", "rtmp_urls")["maxItems"]


def _code(lab: Lab) -> str:
    code: str = lab.post(f"/room-codes/room/{lab.room()['id']}")["data"][0]["code"]
    return code


@defect(
    "A member that the document forbids is taken, and ignored.",
    "updateRoomCode",
    shows=lambda lab: lab.status(
        "POST", "/room-codes/code", {"code": _code(lab), "enabled": False, "else": 1}
    ),
)
def unknown_member_is_taken(server: Sabotage) -> None:
    del server.schema("UpdateRoomCodeRequest")["additionalProperties"]

    @server.rewrite("updateRoomCode")
    def ignore(sent: dict[str, Any]) -> dict[str, Any]:
        return {name: sent[name] for name in ("code", "enabled")}


_TRUNK = {"username": "user", "address": "sip.example.com", "from": "+14155550100"}


@defect(
    "A trunk can do without the password that the document requires.",
    "createOutboundTrunk",
    shows=lambda lab: lab.status("POST", "/sip/outbound/trunks", _TRUNK),
)
def required_member_can_be_left_out(server: Sabotage) -> None:
    server.schema("CreateOutboundTrunkRequest")["required"].remove("password")


@defect(
    "The text `true` is taken for true.",
    "updateRoomCode",
    shows=lambda lab: lab.status("POST", "/room-codes/code", {"code": _code(lab), "enabled": "true"}),
)
def text_is_taken_for_a_boolean(server: Sabotage) -> None:
    server.member("UpdateRoomCodeRequest", "enabled")["type"] = ["boolean", "string"]

    @server.rewrite("updateRoomCode")
    def coerce(sent: dict[str, Any]) -> dict[str, Any]:
        return {**sent, "enabled": sent["enabled"] in {True, "true"}}


@defect(
    "Pages can be smaller than the documented minimum.",
    "listSessions",
    shows=lambda lab: lab.status("GET", "/sessions?limit=9"),
)
def minimum_of_a_parameter_is_ignored(server: Sabotage) -> None:
    server.parameter("listSessions", "limit")["minimum"] = 1
