"""Answers that are not as the document says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .sabotage import DefectTable

if TYPE_CHECKING:
    from hms_mock.registry import Handle, Reply, Request

    from .lab import Lab
    from .sabotage import Answer, Call, Forward, Sabotage

defect = DefectTable("answers")

_POLL = {"questions": [{"text": "Why?", "answer": {"text": "Because"}}]}


def _session(lab: Lab) -> list[str]:
    session_id = lab.stage.props.join(lab.room()["id"])["session_id"]
    return sorted(lab.get(f"/sessions/{session_id}"))


@defect("A session lacks the required `active`.", "getSession", shows=_session)
def required_member_is_missing(server: Sabotage) -> None:
    @server.wrap("getSession")
    def leave_out(request: Request, handle: Handle) -> Reply:
        reply = handle(request)
        del reply.body["active"]
        return reply


def _answer_of_poll(lab: Lab) -> Any:
    poll_id = lab.post("/polls", _POLL)["id"]
    return lab.get(f"/polls/{poll_id}")["questions"][0]["answer"]


@defect(
    "In the nullable answer of a question of a poll, the flag `hidden` is a number.",
    "getPoll",
    shows=lambda lab: repr(_answer_of_poll(lab)),
)
def wrong_type_deep_inside(server: Sabotage) -> None:
    @server.wrap("getPoll")
    def change(request: Request, handle: Handle) -> Reply:
        reply = handle(request)
        reply.body["questions"] = [
            question | {"answer": question["answer"] | {"hidden": int(question["answer"]["hidden"])}}
            if question.get("answer")
            else question
            for question in reply.body["questions"]
        ]
        return reply


def _stopped(lab: Lab) -> Any:
    stream = lab.prop("live-streams")
    lab.stage.props.finish(stream["stream_id"])
    return lab.get(f"/live-streams/{stream['stream_id']}")["status"]


@defect("A live stream that is over has the undocumented status `finished`.", "getLiveStream", shows=_stopped)
def undocumented_value(server: Sabotage) -> None:
    @server.wrap("getLiveStream")
    def rename(request: Request, handle: Handle) -> Reply:
        reply = handle(request)
        if reply.body["status"] == "completed":
            reply.body["status"] = "finished"
        return reply


def _active_room(lab: Lab) -> str:
    room_id = lab.room()["id"]
    lab.stage.props.join(room_id)
    return lab.api.get(f"/active-rooms/{room_id}").headers["content-type"]


@defect("JSON is said to be HTML.", "getActiveRoom", shows=_active_room)
def wrong_media_type(server: Sabotage) -> None:
    @server.intercept("getActiveRoom")
    async def rename(_call: Call, forward: Forward) -> Answer:
        answer = await forward()
        answer.headers["content-type"] = "text/html; charset=utf-8"
        return answer


@defect(
    "A new poll is answered with the undocumented status 201.",
    "createPoll",
    shows=lambda lab: lab.status("POST", "/polls", _POLL),
)
def undocumented_status(server: Sabotage) -> None:
    @server.intercept("createPoll")
    async def create(_call: Call, forward: Forward) -> Answer:
        answer = await forward()
        answer.status = 201 if answer.status == 200 else answer.status
        return answer


def _delete_role(lab: Lab) -> tuple[int, bytes]:
    template_id = lab.post("/templates", {"roles": {"guest": {}}})["id"]
    response = lab.api.delete(f"/templates/{template_id}/roles/guest")
    return response.status_code, response.content


@defect("What has no content is answered with 200 and null.", "deleteTemplateRole", shows=_delete_role)
def content_where_there_is_none(server: Sabotage) -> None:
    @server.intercept("deleteTemplateRole")
    async def fill(_call: Call, forward: Forward) -> Answer:
        answer = await forward()
        if answer.status == 204:
            answer.status, answer.json = 200, None
            answer.headers["content-type"] = "application/json"
        return answer


def _key_made_at(lab: Lab) -> str:
    room_id = lab.prop("stream-keys")["room_id"]
    created_at: str = lab.get(f"/stream-keys/room/{room_id}")["data"][0]["created_at"]
    return created_at


@defect("A time has no time zone.", "getStreamKey", shows=_key_made_at)
def time_without_a_zone(server: Sabotage) -> None:
    @server.wrap("getStreamKey")
    def cut(request: Request, handle: Handle) -> Reply:
        reply = handle(request)
        for key in reply.body["data"]:
            key["created_at"] = key["created_at"].removesuffix("Z")
        return reply


def _statistics(lab: Lab) -> Any:
    history = lab.prop("history")
    query = {name: history[name] for name in ("session_id", "peer_id")}
    return lab.get("/analytics/peer-stats", **query)["publisher"]["audio"][0]["time_series"]["timestamps"]


@defect("The times of measurements are in seconds, not milliseconds.", "getPeerStats", shows=_statistics)
def times_are_in_seconds(server: Sabotage) -> None:
    @server.wrap("getPeerStats")
    def divide(request: Request, handle: Handle) -> Reply:
        reply = handle(request)
        for side in ("publisher", "subscriber"):
            for kind in ("audio", "video"):
                for track in reply.body[side][kind]:
                    series = track["time_series"]
                    series["timestamps"] = [moment // 1000 for moment in series["timestamps"]]
        return reply
