"""What a call does to the workspace: reads nothing, writes something, the same write again nothing more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from .calls import BY_ID, READS, WRITES, Call, differences, good_call, look, look_behind
from .lists import key_of
from .picking import the_only

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import httpx

    from .document import Operation
    from .scene import Stage

    Authorization = Callable[[Operation], dict[str, str]]

UNSEEN = {
    # They make something that has a new identifier, which nothing but their answer tells; what they make is
    # looked at in test_contract_writes.py.
    "createPoll",
    "createOutboundTrunk",
    "updateOutboundTrunk",
    "replayWebhookEvents",
}
REPEATABLE = [each for each in WRITES if each.definition.get("x-idempotent", True)]
"""What the document says can be sent twice; DELETEs can unless it says otherwise."""
GONE_AFTERWARDS = [each.id for each in REPEATABLE if each.method == "DELETE"]


@pytest.mark.parametrize("operation", READS, ids=[each.id for each in READS])
def test_a_read_changes_nothing(
    api: httpx.Client, control: httpx.Client, stage: Stage, operation: Operation
) -> None:
    """A read answers the same again, and leaves everything as it was."""
    call = good_call(stage, operation)
    # A time that is moved by the read is another one then.
    stage.props.advance(1)
    before = look(api, call.values, [operation.family]) | look_behind(control)
    first, second = call.send(api), call.send(api)
    assert first.status_code == second.status_code == operation.success[0], first.text
    if operation.id != "getRecordingAssetPresignedUrl":
        assert first.json() == second.json()
    assert not differences(before, look(api, call.values, [operation.family]) | look_behind(control))


@pytest.mark.parametrize("operation", WRITES, ids=[each.id for each in WRITES])
def test_a_write_does_something(
    api: httpx.Client,
    control: httpx.Client,
    stage: Stage,
    authorization: Authorization,
    operation: Operation,
) -> None:
    """A write has the documented status, and shows in a read, with a new time where there is one."""
    call = good_call(stage, operation)
    stage.props.advance(1)
    before = look(api, call.values, [operation.family]) | look_behind(control)
    response = call.send(api, **authorization(operation))
    assert response.status_code == operation.success[0], response.text
    after = look(api, call.values, [operation.family]) | look_behind(control)
    stage.spend()
    if operation.id in UNSEEN:
        return
    assert before != after, "nothing shows that the call was carried out"
    # Whoever looks for what is new goes by these members.
    for name in before.keys() & after.keys():
        old, new = (dict(_dated(each[name])) for each in (before, after))
        for key in old.keys() & new.keys():
            _, member = key
            changed = old[key] != new[key]
            assert not changed or old[key][member] < new[key][member], (
                f"{name} shows a change of {key}, and its time is still {new[key][member]}"
            )


def _dated(seen: Any) -> Iterator[tuple[tuple[str, str], dict[str, Any]]]:
    """The objects in an answer that tell when they were changed, by key and name of that member."""
    if isinstance(seen, dict):
        for member in ("updated_at", "updatedAt"):
            if isinstance(seen.get(member), str):
                yield (key_of(seen), member), seen
    inside = seen.values() if isinstance(seen, dict) else seen if isinstance(seen, (list, tuple)) else ()
    for each in inside:
        yield from _dated(each)


@pytest.mark.standing_clock
@pytest.mark.parametrize("operation", REPEATABLE, ids=[each.id for each in REPEATABLE])
def test_the_same_again_changes_nothing(
    api: httpx.Client, control: httpx.Client, stage: Stage, operation: Operation
) -> None:
    """A call that is marked as idempotent can be sent twice: the answer is the same, and so is the rest."""
    call = good_call(stage, operation)
    first = call.send(api)
    assert first.is_success, first.text
    between = look(api, call.values, [operation.family]) | look_behind(control)
    second = call.send(api)
    after = look(api, call.values, [operation.family]) | look_behind(control)
    stage.spend()
    assert not differences(between, after)
    if operation.method == "DELETE":
        assert second.status_code == 404, second.text
    else:
        assert (first.status_code, first.content) == (second.status_code, second.content)


@pytest.mark.parametrize("operation", [BY_ID[each] for each in GONE_AFTERWARDS], ids=GONE_AFTERWARDS)
def test_what_is_deleted_is_gone(api: httpx.Client, stage: Stage, operation: Operation) -> None:
    """What was deleted is not found any more, is in no list, and can be made again."""
    call = good_call(stage, operation)
    (read,) = (each for each in READS if each.path == operation.path)
    key = call.values[operation.path_parameters[-1]]
    assert Call(read, call.values).send(api).status_code == 200
    (above,) = (each for each in READS if each.path == operation.path.rpartition("/")[0].rpartition("/")[0])
    assert key in str(Call(above, call.values).send(api).json())
    assert call.send(api).status_code == operation.success[0]
    assert Call(read, call.values).send(api).status_code == 404
    collection = operation.path.split("/")[-2]
    assert key not in Call(above, call.values).send(api).json()[collection]
    stage.spend()


def test_a_stream_key_that_is_disabled_is_gone(api: httpx.Client, stage: Stage) -> None:
    """A disabled stream key is not found any more, opens nothing, and the next one is another."""
    call = good_call(stage, BY_ID["disableStreamKey"])
    path = f"/stream-keys/room/{call.values['room_id']}"
    stage.have_hls_destination()
    key = the_only(api.get(path).raise_for_status().json()["data"], "a room has one stream key")
    assert call.send(api).status_code == 201
    assert api.get(path).status_code == 404
    assert call.send(api).status_code == 404
    made = api.post(path)
    assert made.status_code == 200
    assert made.json()["key"] != key["key"]
    assert [each["key"] for each in api.get(path).raise_for_status().json()["data"]] == [made.json()["key"]]
    connected = [stage.try_control("/ingests", {"key": each}) for each in (key["key"], made.json()["key"])]
    assert connected == [403, 200], "an encoder with the disabled key, and with the next one"
    stage.spend()
