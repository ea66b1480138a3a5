"""What was written is what is read: every member of every body, with rare values, and nothing besides."""

from __future__ import annotations

import copy
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from .calls import BY_ID, READS, WRITES, Call, differences, good_call, look, look_behind
from .document import read_document
from .fitting import fitted
from .lists import key_of, whole
from .readback import SPECIAL, Reader, item_schema, lost, reading_operation
from .values import Catalogue

if TYPE_CHECKING:
    from collections.abc import Callable

    import httpx

    from .document import Operation
    from .scene import Stage

    Authorization = Callable[[Operation], dict[str, str]]

CATALOGUE = Catalogue(read_document())
WITH_BODY = [operation for operation in WRITES if operation.takes_body]

UNSEEN = {
    # How a bot works shows only in the files that it leaves.
    "startRecording": {"resolution", "audio_only", "transcription"},
    "startLiveStream": {"transcription"},
    # No operation reads a trunk; only its number shows, when it calls.
    "createOutboundTrunk": {"username", "password", "address"},
    "updateOutboundTrunk": {"username", "password", "address"},
    # The call shows the room and the role of the code.
    "startOutboundCall": {"room_code"},
    # Shows in which events are replayed.
    "replayWebhookEvents": {"status"},
}
"""Members of bodies that no read shows."""
MERGING = ["updateRoom", "updatePeer", "upsertTemplateRole", "updateOutboundTrunk"]
"""Updates that leave alone what they do not mention."""
REPLACING = [
    "updateTemplate",
    "updateTemplateSettings",
    "updateTemplateDestinations",
    "updateTemplateRecordings",
    "updatePoll",
    "updatePollQuestion",
    "updatePollOption",
]
"""Updates after which everything that they do not mention is as in a new object."""
_MOST_ITEMS = 12
_OF_TIME = frozenset({"updated_at", "updatedAt"})


def _ids(operations: list[Operation]) -> list[str]:
    return [each.id for each in operations]


@pytest.fixture(autouse=True)
def _anew(stage: Stage) -> None:
    """Begin each test with an empty workspace: what others wrote would make every look at a list longer."""
    stage.reset()


@pytest.fixture
def reader(api: httpx.Client, stage: Stage) -> Reader:
    return Reader(api, stage)


def test_every_update_says_what_it_does_to_the_rest() -> None:
    updates = {each.id for each in WITH_BODY if each.definition["x-idempotent"]}
    assert updates - {"updateRoomCode"} == {*MERGING, *REPLACING}, "an update of a code mentions everything"


def _visible(operation: Operation, body: Any, shown: Any) -> Any:
    """The part of a body that a read shows."""
    if not isinstance(body, dict):
        return body
    schema = {} if operation.id in SPECIAL else CATALOGUE.resolved(reading_operation(operation).answer_schema)
    known = {*schema.get("properties", {}), *shown}
    return {name: member for name, member in body.items() if name in known}


@pytest.mark.parametrize("operation", WITH_BODY, ids=_ids(WITH_BODY))
def test_what_was_sent_is_what_is_read(
    api: httpx.Client, stage: Stage, reader: Reader, authorization: Authorization, operation: Operation
) -> None:
    """Whatever valid body is sent, a later read shows every member of it, unchanged."""
    base = good_call(stage, operation)
    headers = authorization(operation)
    seen, sent_members = set[str](), set[str]()
    for purpose, body in CATALOGUE.bodies(operation.body_schema):
        call = fitted(stage, base, body)
        sent = copy.deepcopy(call.body)
        response = call.send(api, **headers)
        assert response.is_success, f"a valid body ({purpose}) is refused: {response.text}"
        answer = response.json() if response.content else None
        shown = reader.read(call, answer)
        visible = _visible(operation, sent, shown)
        if operation.id == "updateTemplateRecordings":
            # Flags that are false are left out.
            visible = _without_false(visible)
        problems = lost(visible, shown)
        if operation.id not in SPECIAL:
            problems += _disagreements(answer, shown)
        assert not problems, f"{purpose}: {'; '.join(problems)}"
        if isinstance(sent, dict):
            seen |= visible.keys()
            sent_members |= sent.keys()
    assert sent_members - seen == UNSEEN.get(operation.id, set()), "members of the body that no read shows"


def _disagreements(answer: Any, shown: Any) -> list[str]:
    if not (isinstance(answer, dict) and isinstance(shown, dict)):
        return [] if answer == shown else [f"the answer was {answer!r}, a read shows {shown!r}"]
    return [
        f"the answer had {name} as {answer[name]!r}, a read shows {shown[name]!r}"
        for name in answer.keys() & shown.keys()
        if answer[name] != shown[name]
    ]


def _without_false(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _without_false(member) for name, member in value.items() if member is not False}
    return [_without_false(item) for item in value] if isinstance(value, list) else value


WITHOUT_BODY = [
    each
    for each in WRITES
    # What is disabled is gone; see test_contract_effects.py.
    if not each.takes_body and each.answer_schema and each.id != "disableStreamKey"
]


@pytest.mark.parametrize("operation", WITHOUT_BODY, ids=_ids(WITHOUT_BODY))
def test_what_was_answered_is_what_is_read(
    api: httpx.Client, stage: Stage, reader: Reader, operation: Operation
) -> None:
    """What a call answers is what a later read shows."""
    call = good_call(stage, operation)
    response = call.send(api)
    assert response.is_success, response.text
    answer = response.json()
    shown = reader.read(call, answer)
    if "data" in answer:
        assert answer["data"] == shown["data"]
        assert answer["data"], "nothing was done, so the test proves nothing"
    elif operation.id in {"pauseRoomRecording", "resumeRoomRecording"}:
        # These two do not tell the types of the assets.
        assert _disagreements({**answer, "asset_types": shown["asset_types"]}, shown) == []
    else:
        assert _disagreements(answer, shown) == []


LISTED = [
    pytest.param(each, single, id=each.id)
    for each in READS
    for single in READS
    if "x-pagination" in each.definition and re.fullmatch(rf"{re.escape(each.path)}/{{\w+}}", single.path)
]


@pytest.mark.parametrize(("operation", "single"), LISTED)
def test_an_item_of_a_list_is_what_is_read_alone(
    api: httpx.Client, stage: Stage, operation: Operation, single: Operation
) -> None:
    """What a list shows of an object is what its own read shows, whatever was written into it."""
    call = good_call(stage, operation)
    # What is over, and has its files.
    for collection in ("recordings", "live-streams", "external-streams"):
        stage.props.finish(stage.props.start(collection, stage.new_room())["id"])
    for write in WITH_BODY:
        if write.answer_schema and write.answer_schema == item_schema(operation):
            full = CATALOGUE.rich(write.body_schema)
            fitted(stage, good_call(stage, write), full).send(api).raise_for_status()
    items = whole(api, call)[:_MOST_ITEMS]
    assert items, "the list is empty, so the test proves nothing"
    for item in items:
        values = {**call.values, single.path_parameters[-1]: key_of(item)}
        alone = Call(single, values).send(api).raise_for_status().json()
        # Lists may keep the files to themselves.
        shown = {name: each for name, each in item.items() if each is not None or name != "recording_assets"}
        assert shown.keys() & alone.keys()
        assert not differences({name: alone.get(name, shown[name]) for name in shown}, shown), "alone, listed"


@pytest.mark.parametrize("number", [0, 1])
@pytest.mark.parametrize("operation", [BY_ID[each] for each in MERGING], ids=MERGING)
def test_an_update_leaves_the_rest_alone(
    api: httpx.Client, stage: Stage, reader: Reader, operation: Operation, number: int
) -> None:
    """An update of one member leaves all others as they were, whatever they were."""
    base = good_call(stage, operation)
    full = fitted(stage, base, CATALOGUE.rich(operation.body_schema, number))
    before = reader.read(full, full.send(api).raise_for_status().json())
    for name, member in CATALOGUE.resolved(operation.body_schema)["properties"].items():
        call = fitted(stage, base, {name: CATALOGUE.rich(member, number)})
        after = reader.read(call, call.send(api).raise_for_status().json())
        unmentioned = (before.keys() | after.keys()) - {*call.body, *_OF_TIME}
        assert not differences(
            {each: before.get(each) for each in unmentioned}, {each: after.get(each) for each in unmentioned}
        ), f"{name} was sent alone"
        before = after


@pytest.mark.parametrize("operation", [BY_ID[each] for each in REPLACING], ids=REPLACING)
def test_an_update_replaces_the_rest(
    api: httpx.Client, stage: Stage, reader: Reader, operation: Operation
) -> None:
    """After an update that replaces, everything that it does not mention has its default again."""
    schema = CATALOGUE.resolved(operation.body_schema)
    shown = []
    for bodies in ((CATALOGUE.rich(schema), _least(schema)), (_least(schema),)):
        stage.spend()
        base = good_call(stage, operation)
        read = None
        for body in bodies:
            call = fitted(stage, base, body)
            read = reader.read(call, call.send(api).raise_for_status().json())
        shown.append(_anonymous(read))
    assert shown[0] == shown[1], "first after a rich body, second without it"


def _least(schema: Any) -> Any:
    if schema["type"] == "array":
        return []
    return {name: CATALOGUE.nth(schema["properties"][name], 0) for name in schema.get("required", ())}


def _anonymous(shown: Any) -> Any:
    own = {"id", "_id", "name", "createdAt", *_OF_TIME}
    return (
        {name: each for name, each in shown.items() if name not in own} if isinstance(shown, dict) else shown
    )


@pytest.mark.parametrize("operation", WITH_BODY, ids=_ids(WITH_BODY))
def test_a_wrong_body_changes_nothing(
    api: httpx.Client, control: httpx.Client, stage: Stage, authorization: Authorization, operation: Operation
) -> None:
    """A body with one wrong member is refused with 400, and nothing of it is stored."""
    # With every member there, no wrong one is refused for want of another.
    call = fitted(stage, good_call(stage, operation), CATALOGUE.rich(operation.body_schema))
    headers = authorization(operation)
    before = look(api, call.values, [operation.family]) | look_behind(control)
    taken = []
    for what, body in CATALOGUE.wrong_bodies(operation.body_schema, call.body):
        response = replace(call, body=body).send(api, **headers)
        if response.status_code != 400:
            taken.append(f"{what}: {response.status_code}")
    assert not taken, f"wrong bodies are not refused with 400: {taken}"
    after = look(api, call.values, [operation.family]) | look_behind(control)
    assert not differences(before, after)
