"""Writes that are lost, or that do more than they say."""

from __future__ import annotations

import copy
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from hms_mock.registry import Reply

from .sabotage import DefectTable

if TYPE_CHECKING:
    from datetime import datetime

    from hms_mock.registry import Handle, Request

    from .lab import Lab
    from .sabotage import Sabotage

defect = DefectTable("what is written")


def _described(lab: Lab) -> Any:
    room_id = lab.room()["id"]
    lab.post(f"/rooms/{room_id}", {"description": "new"})
    return lab.get(f"/rooms/{room_id}")["description"]


@defect("A room shows an update in the answer, and forgets it.", "updateRoom", shows=_described)
def update_is_lost(server: Sabotage) -> None:
    @server.wrap("updateRoom")
    def forget(request: Request, handle: Handle) -> Reply:
        rooms = request.workspace.rooms
        before = {room_id: copy.copy(room) for room_id, room in rooms.items()}
        names = dict(request.workspace.room_names)
        reply = handle(request)
        rooms.update(before)
        request.workspace.room_names = names
        return reply


def _peer_after_update(lab: Lab) -> Any:
    room_id = lab.room()["id"]
    path = f"/active-rooms/{room_id}/peers/{lab.stage.props.join(room_id)['id']}"
    lab.post(path, {"name": "new", "metadata": "new"})
    peer = lab.get(path)
    return peer["name"], peer["metadata"]


@defect("Of an update of a peer, the metadata is not kept.", "updatePeer", shows=_peer_after_update)
def one_member_is_lost(server: Sabotage) -> None:
    @server.wrap("updatePeer")
    def forget(request: Request, handle: Handle) -> Reply:
        reply = handle(request)
        session = request.workspace.running[request.path["room_id"]]
        session.peers[request.path["peer_id"]].metadata = ""
        return reply


def _after_two_updates(lab: Lab) -> Any:
    room_id = lab.room(description="kept")["id"]
    lab.post(f"/rooms/{room_id}", {"size": 10})
    return lab.get(f"/rooms/{room_id}")["description"]


@defect(
    "An update of a room empties the description when it is left out.", "updateRoom", shows=_after_two_updates
)
def update_resets_what_is_left_out(server: Sabotage) -> None:
    @server.rewrite("updateRoom")
    def reset(sent: dict[str, Any]) -> dict[str, Any]:
        return {"description": "", **sent}


def _after_overwriting(lab: Lab) -> Any:
    path = f"/templates/{lab.template_id}/destinations"
    for name in ("one", "two"):
        destination = {"name": name, "rtmpUrls": ["rtmp://live.example.com/key"]}
        lab.post(path, {"rtmpDestinations": {name: destination}})
    return sorted(lab.get(path)["rtmpDestinations"])


@defect(
    "Destinations of a template are added to the earlier ones, where they are to take their place.",
    "updateTemplateDestinations",
    shows=_after_overwriting,
)
def overwriting_merges(server: Sabotage) -> None:
    @server.wrap("updateTemplateDestinations")
    def merge(request: Request, handle: Handle) -> Reply:
        before = request.workspace.template(request.path["template_id"]).destinations
        body = {name: before.get(name, {}) | request.members[name] for name in request.members}
        return handle(replace(request, body=before | body))


def _deleted_role(lab: Lab) -> int:
    template_id = lab.post("/templates", {"roles": {"guest": {}}})["id"]
    lab.api.delete(f"/templates/{template_id}/roles/guest")
    return lab.status("GET", f"/templates/{template_id}/roles/guest")


@defect("A role that was deleted is still there.", "deleteTemplateRole", shows=_deleted_role)
def deleted_object_lives_on(server: Sabotage) -> None:
    @server.wrap("deleteTemplateRole")
    def keep(request: Request, handle: Handle) -> Reply:
        template = request.workspace.template(request.path["template_id"])
        roles = dict(template.roles)
        reply = handle(request)
        template.roles = roles
        return reply


def _read_twice(lab: Lab) -> Any:
    path = f"/rooms/{lab.room()['id']}"
    return [lab.get(path)["description"] for _ in range(2)]


@defect("Reading a room changes its description.", "getRoom", shows=_read_twice)
def reading_changes(server: Sabotage) -> None:
    @server.wrap("getRoom")
    def change(request: Request, handle: Handle) -> Reply:
        reply = handle(request)
        request.workspace.room(request.path["room_id"]).description += "."
        return reply


@defect(
    "A second room is made where the name is that of another one.",
    "createRoom",
    shows=lambda lab: lab.room(name="physics")["id"] == lab.room(name="physics")["id"],
)
def second_object_of_the_same_name(server: Sabotage) -> None:
    @server.wrap("createRoom")
    def forget(request: Request, handle: Handle) -> Reply:
        request.workspace.room_names.pop(str(request.members.get("name", "")).lower(), None)
        return handle(request)


def _upsert_twice(lab: Lab) -> Any:
    path = f"/templates/{lab.template_id}/roles/guest"
    return [lab.post(path, {"subscribeParams": {}})["priority"] for _ in range(2)]


@defect(
    "Each repetition of the same update of a role makes its priority larger.",
    "upsertTemplateRole",
    shows=_upsert_twice,
)
def repetition_goes_further(server: Sabotage) -> None:
    @server.wrap("upsertTemplateRole")
    def count(request: Request, handle: Handle) -> Reply:
        reply = handle(request)
        if "priority" not in request.members:
            # The answer is the role itself.
            reply.body["priority"] = reply.body["priority"] % 5 + 1
        return reply


def _listed_description(lab: Lab) -> Any:
    lab.room(description="of the room")
    return lab.get("/rooms")["data"][0]["description"]


@defect("The list of rooms shows another description than the room.", "listRooms", shows=_listed_description)
def list_disagrees_with_its_objects(server: Sabotage) -> None:
    @server.wrap("listRooms")
    def empty(request: Request, handle: Handle) -> Reply:
        reply = handle(request)
        return Reply(reply.body | {"data": [room | {"description": ""} for room in reply.body["data"]]})


def _times_of_a_code(lab: Lab) -> bool:
    code = lab.post(f"/room-codes/room/{lab.room()['id']}")["data"][0]
    lab.stage.props.advance(10)
    updated = lab.post("/room-codes/code", {"code": code["code"], "enabled": False})
    changed: bool = updated["updated_at"] != code["updated_at"]
    return changed


@defect(
    "A code does not tell that it was disabled later than it was made.",
    "updateRoomCode",
    shows=_times_of_a_code,
)
def time_of_an_update_stays(server: Sabotage) -> None:
    @server.wrap("updateRoomCode")
    def keep(request: Request, handle: Handle) -> Reply:
        handle(request)
        code = request.workspace.room_codes[request.members["code"]]
        code.updated_at = code.created_at
        return Reply(code.to_json())


def _template_after_reading(lab: Lab) -> bool:
    path = f"/templates/{lab.template_id}"
    before = lab.get(path)["updatedAt"]
    lab.stage.props.advance(10)
    lab.get(f"{path}/recordings")
    same: bool = lab.get(path)["updatedAt"] == before
    return same


@defect(
    "Reading how rooms are recorded counts as an update of the template.",
    "getTemplateRecordings",
    shows=_template_after_reading,
)
def reading_counts_as_an_update(server: Sabotage) -> None:
    @server.wrap("getTemplateRecordings")
    def touch(request: Request, handle: Handle) -> Reply:
        reply = handle(request)
        request.workspace.template(request.path["template_id"]).updated_at = request.state.clock.now()
        return reply


def _read_before_and_after(lab: Lab) -> Any:
    path = f"/templates/{lab.template_id}/destinations"
    lab.get(path)
    lab.post(
        path, {"rtmpDestinations": {"one": {"name": "one", "rtmpUrls": ["rtmp://live.example.com/key"]}}}
    )
    return lab.get(path)


@defect(
    "Destinations are read from a cache, for a second after they were read.",
    "getTemplateDestinations",
    shows=_read_before_and_after,
)
def answer_comes_from_a_cache(server: Sabotage) -> None:
    cache: dict[Any, tuple[datetime, Any]] = {}

    @server.wrap("getTemplateDestinations")
    def remember(request: Request, handle: Handle) -> Reply:
        now = request.state.clock.now()
        # After a reset, the same identifiers come again.
        key = (request.state.resets, request.path["template_id"])
        reply = handle(request)
        if key not in cache or now - cache[key][0] > timedelta(seconds=1):
            cache[key] = (now, copy.deepcopy(reply.body))
        return Reply(cache[key][1])


def _earlier_name(lab: Lab) -> bool:
    room_id = lab.room(name="physics")["id"]
    lab.post(f"/rooms/{room_id}", {"name": "chemistry"})
    same: bool = lab.room(name="physics")["id"] == room_id
    return same


@defect("A room that was renamed keeps its earlier name, too.", "updateRoom", shows=_earlier_name)
def earlier_name_stays_taken(server: Sabotage) -> None:
    @server.wrap("updateRoom")
    def keep(request: Request, handle: Handle) -> Reply:
        names = dict(request.workspace.room_names)
        reply = handle(request)
        request.workspace.room_names = names | request.workspace.room_names
        return reply
