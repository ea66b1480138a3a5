"""Two workspaces: nothing of one can be read, changed, named or counted by the other."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from .calls import (
    NAMES,
    OPERATIONS,
    READS,
    WRITES,
    Call,
    differences,
    good_call,
    look,
    look_behind,
    required_query,
)
from .document import read_document
from .lists import LISTS
from .scene import ROLES
from .tokens import mint
from .values import Catalogue

if TYPE_CHECKING:
    import httpx

    from .document import Operation
    from .scene import Stage
    from .target import Target

OF_BODIES = {
    "createRoom": {"template_id": 400},
    "updateRoomCode": {"code": 404},
    "sendMessage": {"peer_id": 404},
    "removePeers": {"peer_id": 404},
    "startOutboundCall": {"room_code": 400, "trunk_id": 400},
}
"""The members of bodies that name objects, with the status for one that does not exist."""
KEPT_AS_SENT = {"createRoom": "polls", "updateRoom": "polls"}
"""Members that name objects and are not looked at; they start nothing, see openapi/DECISIONS.md."""
OF_QUERIES = {"room_id", "session_id", "peer_id", "template_id", "name"}
"""Query parameters that name objects. Users are named by the customer, in any workspace alike."""
_IDENTIFIERS = frozenset(
    {"id", "room_id", "session_id", "template_id", "peer_id", "code", "event_id", "poll_id", "job_id"}
)


def _headers(operation: Operation, key: str, secret: str, room_id: str) -> dict[str, str]:
    if operation.token != "clientToken":
        return {}
    return {"Authorization": f"Bearer {mint('clientToken', key, secret, room_id=room_id, role=ROLES[0])}"}


def _ids(operations: list[Operation]) -> list[str]:
    return [each.id for each in operations]


IDENTIFIED = [each for each in OPERATIONS if set(each.path_parameters) - NAMES]


@pytest.mark.parametrize("operation", IDENTIFIED, ids=_ids(IDENTIFIED))
def test_an_object_of_another_workspace_is_not_there(
    api: httpx.Client,
    other_api: httpx.Client,
    control: httpx.Client,
    stage: Stage,
    other_stage: Stage,
    operation: Operation,
) -> None:
    """Named in a path, alone or beside objects of one's own, it is a 404, and nothing happens to it."""
    theirs = good_call(stage, operation)
    own = good_call(other_stage, operation)
    before = look(api, theirs.values, [operation.family]) | look_behind(control)
    response = replace(own, values=theirs.values).send(other_api)
    assert response.status_code == 404, f"everything in the path is theirs: {response.text}"
    for name in set(operation.path_parameters) - NAMES:
        mixed = {**own.values, name: theirs.values[name]}
        response = replace(own, values=mixed).send(other_api)
        assert response.status_code == 404, f"{name} is theirs: {response.text}"
    assert not differences(before, look(api, theirs.values, [operation.family]) | look_behind(control))
    # Its owner finds it. Without that, everything would be a 404.
    assert theirs.send(api).status_code == operation.success[0]
    if operation.writes:
        stage.spend()


@pytest.mark.parametrize(
    ("operation", "member"),
    [
        pytest.param(each, member, id=f"{each.id}-{member}")
        for each in OPERATIONS
        for member in OF_BODIES.get(each.id, ())
    ],
)
def test_an_object_of_another_workspace_in_a_body(
    api: httpx.Client,
    other_api: httpx.Client,
    control: httpx.Client,
    stage: Stage,
    other_stage: Stage,
    operation: Operation,
    member: str,
) -> None:
    """Named in a body, it is refused as if it did not exist, and nothing happens to it."""
    theirs, own = _named(stage, operation), _named(other_stage, operation)
    before = look(api, theirs.values) | look_behind(control)
    call = replace(own, body={**own.body, member: theirs.body[member]})
    response = call.send(other_api)
    assert response.status_code == OF_BODIES[operation.id][member], response.text
    assert not differences(before, look(api, theirs.values) | look_behind(control))
    if member != "template_id":
        assert replace(own, body=own.body).send(other_api).is_success, "one's own is taken"
    other_stage.spend()


def _named(stage: Stage, operation: Operation) -> Call:
    call = good_call(stage, operation)
    if operation.id == "sendMessage":
        return replace(call, body={**call.body, "peer_id": call.values["peer_id"]})
    return call


def test_every_member_that_names_an_object_is_tested() -> None:
    """Bodies name objects by the members of the tables above, and by no others."""
    naming = {"template_id", "code", "peer_id", "room_code", "trunk_id", "polls", "room_id", "session_id"}
    catalogue = Catalogue(read_document())
    for operation in WRITES:
        found = naming & catalogue.resolved(operation.body_schema).get("properties", {}).keys()
        known = set(OF_BODIES.get(operation.id, ())) | {KEPT_AS_SENT.get(operation.id, "")}
        # A replay of a room that one does not have replays nothing; see below.
        assert found - known == ({"room_id"} if operation.id == "replayWebhookEvents" else set()), (
            operation.id
        )


QUERIED = [
    pytest.param(each, parameter["name"], id=f"{each.id}-{parameter['name']}")
    for each in READS
    for parameter in each.query_parameters
    if parameter["name"] in OF_QUERIES
]


@pytest.mark.parametrize(("operation", "name"), QUERIED)
def test_an_object_of_another_workspace_in_a_query(
    other_api: httpx.Client, stage: Stage, other_stage: Stage, operation: Operation, name: str
) -> None:
    """Named in a query, it finds nothing."""
    theirs, own = good_call(stage, operation), good_call(other_stage, operation)
    value = {**theirs.values, "name": stage.scene_for("/rooms").room_name}[name]
    response = replace(own, query={**own.query, name: value}).send(other_api)
    if operation.id == "getPeerStats":
        assert response.status_code == 404, response.text
        return
    assert response.status_code == 200, response.text
    items = response.json()[operation.definition["x-pagination"]["items"]]
    assert not items, "objects of the other workspace are listed"


def test_lists_have_nothing_of_another_workspace(
    api: httpx.Client, other_api: httpx.Client, stage: Stage, other_stage: Stage
) -> None:
    """Whatever is listed to one workspace, no identifier in it is one of the other."""
    for each in (stage, other_stage):
        for kind in ("recordings", "live-streams", "external-streams", "asset", "poll", "history"):
            each.props.once(kind)
    seen = [_identifiers(_lists(client)) for client in (api, other_api)]
    assert all(len(each) > 10 for each in seen)
    assert not seen[0] & seen[1]


def test_a_cursor_of_another_workspace(
    api: httpx.Client, other_api: httpx.Client, stage: Stage, other_stage: Stage
) -> None:
    """A cursor of one workspace leads nowhere in another."""
    for kind in ("recordings", "live-streams", "external-streams", "asset"):
        stage.props.once(kind)
    walked = [each for each in LISTS if "cursor" in (each.pagination or {}) and not each.path_parameters]
    for operation in (each for each in walked if not required_query(each)):
        pagination = operation.pagination or {}
        theirs = Call(operation, {}).send(api).json()[pagination["cursor"]]
        assert theirs, operation.id
        response = Call(operation, {}, {pagination["parameter"]: theirs}).send(other_api)
        assert response.status_code == 400, f"{operation.id}: {response.text}"


def _lists(client: httpx.Client) -> list[Any]:
    plain = [each for each in READS if not each.path_parameters and not required_query(each)]
    return [Call(each, {}, {"limit": 100}).send(client).raise_for_status().json() for each in plain]


def _identifiers(value: Any) -> set[str]:
    if isinstance(value, list):
        return set().union(*map(_identifiers, value))
    if not isinstance(value, dict):
        return set()
    own = {member for name, member in value.items() if name in _IDENTIFIERS and isinstance(member, str)}
    return own.union(*map(_identifiers, value.values())) - {""}


@pytest.mark.usefixtures("other_api")
def test_a_client_token_is_for_a_room_of_its_workspace(
    bare: httpx.Client, control: httpx.Client, stage: Stage, server: Target
) -> None:
    """A token that one workspace signs for a room of another opens nothing."""
    operation = next(each for each in OPERATIONS if each.token == "clientToken")
    call = good_call(stage, operation)
    room_id = call.values["room_id"]
    before = look_behind(control)
    refused = call.send(bare, **_headers(operation, server.other_access_key, server.other_secret, room_id))
    assert refused.status_code == 401, refused.text
    assert look_behind(control) == before
    assert (
        call.send(bare, **_headers(operation, server.access_key, server.secret, room_id)).status_code == 200
    )


def test_a_replay_is_of_ones_own_events(other_api: httpx.Client, control: httpx.Client, stage: Stage) -> None:
    """Events of the other workspace are not sent again, whatever room is named."""
    room_id = stage.props.once("history")["room_id"]
    stage.props.advance(60)
    before = _replayed(control)
    for body in ({"status": "all"}, {"status": "all", "room_id": room_id}):
        replay = other_api.post("/analytics/webhooks/replay", json=body).raise_for_status().json()
        stage.props.advance(60)
        shown = other_api.get(f"/analytics/webhooks/replay/{replay['workflow_id']}").raise_for_status().json()
        assert shown["progress"]["total"] == 0
    assert _replayed(control) == before


def _replayed(control: httpx.Client) -> int:
    return sum(each["is_replay"] for each in control.get("/webhooks").json()["deliveries"])


def test_a_name_is_free_in_each_workspace(api: httpx.Client, other_api: httpx.Client) -> None:
    """Rooms and templates of one name in two workspaces are two."""
    for path in ("/rooms", "/templates"):
        made = [client.post(path, json={"name": "shared-name"}).json()["id"] for client in (api, other_api)]
        assert made[0] != made[1]
        assert other_api.get(f"{path}/{made[0]}").status_code == 404
