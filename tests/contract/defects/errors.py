"""Errors that are not told as they should be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .sabotage import DefectTable

if TYPE_CHECKING:
    from hms_mock.registry import Handle, Reply, Request

    from .lab import Lab
    from .sabotage import Answer, Call, Forward, Sabotage

defect = DefectTable("errors")

_PASSWORD = "example-password"


@defect(
    "The code in the body of an error is not the HTTP status.",
    "getPoll",
    shows=lambda lab: lab.api.get("/polls/absent").json()["code"],
)
def code_is_not_the_status(server: Sabotage) -> None:
    @server.intercept("getPoll")
    async def change(_call: Call, forward: Forward) -> Answer:
        answer = await forward()
        if answer.status == 404:
            answer.json = answer.json | {"code": 400}
        return answer


@defect(
    "The message of an error is empty.",
    "getWebhookReplay",
    shows=lambda lab: lab.api.get("/analytics/webhooks/replay/absent").json()["message"],
)
def message_is_empty(server: Sabotage) -> None:
    @server.intercept("getWebhookReplay")
    async def empty(_call: Call, forward: Forward) -> Answer:
        answer = await forward()
        if answer.status >= 400:
            answer.json = answer.json | {"message": ""}
        return answer


_TOKEN = "not.a-good.token-at-all"


@defect(
    "A token that is refused is repeated in the error.",
    shows=lambda lab: _TOKEN in lab.bare.get("/rooms", headers={"Authorization": f"Bearer {_TOKEN}"}).text,
)
def token_is_repeated(server: Sabotage) -> None:
    @server.intercept()
    async def repeat(call: Call, forward: Forward) -> Answer:
        answer = await forward()
        if answer.status == 401:
            answer.json = answer.json | {"details": [call.headers.get("authorization", "")]}
        return answer


def _trunk_without_address(lab: Lab) -> bool:
    body = {"username": "u", "password": _PASSWORD, "from": "+14155550100"}
    return _PASSWORD in lab.api.post("/sip/outbound/trunks", json=body).text


@defect(
    "The password of a trunk that is refused is repeated in the error.",
    "createOutboundTrunk",
    shows=_trunk_without_address,
)
def password_is_repeated(server: Sabotage) -> None:
    @server.intercept("createOutboundTrunk")
    async def repeat(call: Call, forward: Forward) -> Answer:
        answer = await forward()
        if answer.status == 400:
            got = call.body.decode("utf-8", "replace")
            answer.json = answer.json | {"details": [f"got {got}"]}
        return answer


@defect(
    "An error is a page of HTML.",
    "listRooms",
    shows=lambda lab: lab.api.get("/rooms?limit=0").headers["content-type"],
)
def error_is_no_json(server: Sabotage) -> None:
    @server.intercept("listRooms")
    async def write_html(_call: Call, forward: Forward) -> Answer:
        answer = await forward()
        if answer.status == 400:
            answer.body = b"<h1>Bad request</h1>"
            answer.headers["content-type"] = "text/html"
        return answer


def _absent_stream(lab: Lab) -> tuple[int, Any]:
    response = lab.api.get("/live-streams/absent")
    return response.status_code, response.json()


@defect("What does not exist is answered with 200 and null.", "getLiveStream", shows=_absent_stream)
def absence_is_null(server: Sabotage) -> None:
    @server.intercept("getLiveStream")
    async def hide(_call: Call, forward: Forward) -> Answer:
        answer = await forward()
        if answer.status == 404:
            answer.status, answer.json = 200, None
        return answer


@defect(
    "The server fails on a message with a character beyond the Basic Multilingual Plane.",
    "sendMessage",
    shows=lambda lab: lab.status(
        "POST", f"/active-rooms/{_active_room(lab)}/send-message", {"message": "\N{PARTY POPPER}"}
    ),
)
def rare_character_is_fatal(server: Sabotage) -> None:
    @server.wrap("sendMessage")
    def fail(request: Request, handle: Handle) -> Reply:
        if any(character > "\uffff" for character in request.members["message"]):
            raise UnicodeError("a character does not fit into two bytes")
        return handle(request)


def _active_room(lab: Lab) -> str:
    room_id: str = lab.room()["id"]
    lab.stage.props.join(room_id)
    return room_id


@defect(
    "The server fails where a number is 0.",
    "createRoom",
    shows=lambda lab: lab.status("POST", "/rooms", {"size": 0}),
)
def zero_is_fatal(server: Sabotage) -> None:
    @server.wrap("createRoom")
    def fail(request: Request, handle: Handle) -> Reply:
        if request.members.get("size") == 0:
            raise ZeroDivisionError("the share of a peer")
        return handle(request)
