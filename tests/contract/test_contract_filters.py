"""A filter keeps what passes it and nothing else: every parameter of every list, alone and in pairs."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

import pytest

from hms_mock import HttpWebhookSender

from .calls import OPERATIONS, Call, required_query
from .document import follow, read_document
from .harness import serve
from .lists import bounds_of, key_of, pages, whole
from .picking import the_first
from .receiver import Receiver
from .scene import ROLES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    import httpx

    from .document import Operation
    from .scene import Stage
    from .target import Target

Json = dict[str, Any]

pytestmark = pytest.mark.sends_webhooks

DOCUMENT = read_document()
ABSENT = "0" * 24
_MOST_VALUES = 6


@dataclass(frozen=True)
class Filter:
    """What a parameter of a list does.

    Attributes:
        value: what it looks at, in an item.
        passes: whether an item with that value passes what is asked for.
        absent: something that no item has; None where everything that can be asked for is there.
    """

    value: Callable[[Json], Any]
    passes: Callable[[Any, Any], bool] = lambda value, given: value == given
    absent: Any = ABSENT


def _time(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _after(member: str) -> Filter:
    return Filter(
        lambda item: item[member],
        lambda value, given: _time(value) >= _time(given),
        absent="2100-01-01T00:00:00Z",
    )


def _before(member: str) -> Filter:
    return Filter(
        lambda item: item[member],
        lambda value, given: _time(value) <= _time(given),
        absent="2000-01-01T00:00:00Z",
    )


def _data(member: str) -> Filter:
    return Filter(lambda item: item["data"].get(member))


_MADE_AT = {"after": _after("created_at"), "before": _before("created_at")}
DECLARED: dict[str, dict[str, Filter]] = {
    # The case of names makes no difference.
    "listRooms": {
        "name": Filter(lambda room: room["name"], lambda value, given: value.lower() == given.lower()),
        **_MADE_AT,
    },
    # A role that the room does not have is a 404.
    "listRoomCodes": {"role": Filter(lambda code: code["role"], absent=None)},
    "listSessions": _MADE_AT,
    "listAnalyticsEvents": {
        **{name: _data(name) for name in ("room_id", "session_id", "peer_id", "user_id", "beam_id")},
        "type": Filter(lambda event: event["type"], absent="client.subscribe.failed"),
        # Errors are what clients report.
        "error": Filter(
            lambda event: event["type"].startswith("client."), lambda value, given: value or not given, None
        ),
    },
    "listWebhookEvents": {
        "start_time": Filter(
            lambda event: event["event_timestamp"], lambda value, given: _time(value) >= _time(given), None
        ),
        "end_time": Filter(
            lambda event: event["event_timestamp"], lambda value, given: _time(value) <= _time(given), None
        ),
        "status": Filter(
            lambda event: "failed" if "error_reason" in event["payload"] else "success",
            lambda value, given: given in {"all", value},
            None,
        ),
        "event_names": Filter(
            lambda event: event["payload"]["original_event_name"], absent="hls.recording.success"
        ),
    },
}
"""What the parameters do that are not called like the member that they look at, or that compare otherwise.

All others keep the items in which the member of the same name has the value."""
OUTSIDE = {
    # Whether a response was changed shows in other responses only; see below.
    ("listPollResponses", "all"),
}
"""What is no filter of this kind."""
NO_LISTS = {"getPeerStats", "getRecordingAssetPresignedUrl"}
"""Operations with a query that answer with one object."""

FILTERED = [
    operation
    for operation in OPERATIONS
    if "x-pagination" in operation.definition and operation.query_parameters and not operation.writes
]


def _names(operation: Operation) -> list[str]:
    """The parameters of a list that filter."""
    of_pages = {"limit", (operation.pagination or {}).get("parameter")}
    names = [each["name"] for each in operation.query_parameters if each["name"] not in of_pages]
    return [name for name in names if (operation.id, name) not in OUTSIDE]


def _schema(operation: Operation, name: str) -> Mapping[str, Any]:
    parameter = next(each for each in operation.query_parameters if each["name"] == name)
    return follow(DOCUMENT, parameter["schema"])


def _filter(operation: Operation, name: str) -> Filter:
    declared = DECLARED.get(operation.id, {})
    if name in declared:
        return declared[name]
    schema = _schema(operation, name)
    known = "enum" in schema or schema.get("type") == "boolean"
    absent = None if known else (10**6 if schema.get("type") == "integer" else ABSENT)
    return Filter(lambda item: item[name], absent=absent)


def _defaults(operation: Operation) -> Json:
    return {
        each["name"]: each["schema"]["default"]
        for each in operation.query_parameters
        if "default" in each["schema"] and each["name"] in _names(operation)
    }


def _expected(operation: Operation, items: list[Json], query: Mapping[str, Any]) -> set[str]:
    """What a list has to show, going by everything that there is."""
    wanted = _defaults(operation) | dict(query)
    return {
        key_of(item)
        for item in items
        if all(
            _passes(_filter(operation, name), item, given)
            for name, given in wanted.items()
            if name in _names(operation)
        )
    }


def _passes(each: Filter, item: Json, given: Any) -> bool:
    wanted = given if isinstance(given, list) else [given]
    return any(each.passes(each.value(item), one) for one in wanted)


def test_every_parameter_is_known() -> None:
    """Each query parameter of a list is a page, or filters by a member that the items have."""
    with_query = {each.id for each in OPERATIONS if each.query_parameters}
    assert with_query == {each.id for each in FILTERED} | NO_LISTS
    for operation in FILTERED:
        schema = follow(DOCUMENT, operation.answer_schema)
        items = schema["properties"][operation.definition["x-pagination"]["items"]]
        item = follow(DOCUMENT, items.get("items") or items["additionalProperties"])
        for name in _names(operation):
            assert name in DECLARED.get(operation.id, {}) or name in item["properties"], (operation.id, name)


@pytest.fixture(scope="module")
def receiver() -> Iterator[Receiver]:
    with Receiver() as receiver:
        yield receiver


@pytest.fixture(scope="module")
def server(seed: int, receiver: Receiver) -> Iterator[Target]:
    """A server that sends webhooks, so that some of them fail."""
    with HttpWebhookSender() as sender, serve(seed, webhook_sender=sender) as server:
        yield server


@pytest.fixture(scope="module")
def populated(api: httpx.Client, stage: Stage, receiver: Receiver) -> Mapping[str, Any]:
    """A workspace in which every filter has something to keep and something to leave out."""
    props = stage.props
    refusing, accepting = stage.new_room(), stage.new_room()
    # Nobody listens at the endpoint of the workspace; one room has another.
    props.control("/webhooks/endpoint", {"url": "http://127.0.0.1:9/nobody"})
    api.post(f"/rooms/{accepting}", json={"webhook": {"url": receiver.url}}).raise_for_status()
    api.post(f"/rooms/{stage.new_room()}", json={"enabled": False}).raise_for_status()
    # One of the default template.
    api.post("/rooms", json={"name": "Physics.Monday"}).raise_for_status()
    props.advance(60)
    codes = api.post(f"/room-codes/room/{accepting}").raise_for_status().json()["data"]
    for code in codes[::2]:
        api.post("/room-codes/code", json={"code": code["code"], "enabled": False}).raise_for_status()
    for room_id in (refusing, accepting):
        for number, role in enumerate((ROLES[0], ROLES[0], ROLES[1])):
            peer = props.control(f"/rooms/{room_id}/join", {"role": role, "user_id": f"user-{number % 2}"})
        for kind in ("client.publish.failed", "client.disconnected"):
            props.control(f"/rooms/{room_id}/errors", {"type": kind, "peer_id": peer["id"]})
        props.advance(20)
    _jobs(stage)
    _sessions(stage)
    props.advance(60)
    recording = props.start("recordings", refusing)
    props.finish(recording["id"])
    props.advance(60)
    props.control("/webhooks/deliver")
    poll = props.once("poll")
    for number in (1, 2):
        peer = props.join(poll["room_id"], f"participant-{number}")
        for question in (1, 2):
            props.control(
                f"/polls/{poll['poll_id']}/answer", {"peer_id": peer["id"], "question": question, "option": 1}
            )
    changed = {"peer_id": peer["id"], "question": 1, "option": 2}
    props.control(f"/polls/{poll['poll_id']}/answer", changed)
    # Otherwise the server goes on to send while the tests look.
    props.control("/webhooks/deliver")
    return {**poll, "room_id": refusing, "accepting": accepting}


def _jobs(stage: Stage) -> None:
    """Recordings and streams in every state."""
    props = stage.props
    for collection in ("recordings", "live-streams", "external-streams"):
        for end in ("finish", "fail"):
            props.control(f"/jobs/{props.start(collection, stage.new_room())['id']}/{end}")
    processing = {each: props.start(each, stage.new_room()) for each in ("recordings", "live-streams")}
    lost = props.start("recordings", stage.new_room())
    props.advance(6)
    for collection, job in [*processing.items(), ("recordings", lost)]:
        stage.end_jobs(collection, job["room_id"])
    props.advance(3)
    # What fails while it is worked on leaves files that failed.
    props.control(f"/jobs/{lost['id']}/fail", {"reason": "UPLOAD_ERROR"})


def _sessions(stage: Stage) -> None:
    """Sessions that are over, and recordings and streams that start, run and stop at the end of it all."""
    props = stage.props
    room_id = stage.new_room()
    for _ in range(2):
        peer = props.join(room_id)
        props.advance(10)
        props.control(f"/rooms/{room_id}/leave", {"peer_id": peer["id"]})


@pytest.fixture
def call(stage: Stage, populated: Mapping[str, Any], operation: Operation) -> Call:
    """Asks for a list without any filter that can be left out."""
    values = dict(populated)
    if operation.path_parameters:
        values = stage.values(operation.method, operation.path) | values
    if operation.family == "room-codes":
        values["room_id"] = populated["accepting"]
    query = {name: values[name] for name in required_query(operation)}
    if operation.id == "listPollResponses":
        query["all"] = "true"
    return Call(operation, values, query)


def _everything(api: httpx.Client, call: Call) -> list[Json]:
    """All items, with those that defaults keep out."""
    if call.operation.id == "listRooms":
        return [
            item
            for enabled in ("true", "false")
            for item in whole(api, Call(call.operation, call.values, {"enabled": enabled}))
        ]
    return whole(api, call)


def _asked(operation: Operation, name: str, items: list[Json]) -> list[Any]:
    """What to ask a filter for: what some items have, and what none has."""
    each = _filter(operation, name)
    schema = _schema(operation, name)
    if "enum" in schema:
        return list(schema["enum"])
    if schema.get("type") == "boolean":
        return [True, False]
    found = [value for value in dict.fromkeys(each.value(item) for item in items) if value not in {None, ""}]
    # Some from both ends: the items at the borders of a range are those that it gets wrong.
    asked = (
        found if len(found) <= _MOST_VALUES else [*found[: _MOST_VALUES // 2], *found[-_MOST_VALUES // 2 :]]
    )
    if name in {"after", "before", "start_time", "end_time"} and len(found) > 1:
        middle = _time(found[-1]) + (_time(found[0]) - _time(found[-1])) / 2 + timedelta(milliseconds=3)
        asked.append(middle.isoformat().replace("+00:00", "Z"))
        # The same moment in other time zones.
        asked += [
            middle.astimezone(timezone(timedelta(hours=hours, minutes=30))).isoformat() for hours in (-8, 5)
        ]
    if schema.get("type") == "array":
        # Some can be asked for only by some of the values that there are.
        known = follow(DOCUMENT, schema["items"]).get("enum", found)
        found = [value for value in found if value in known]
        asked = [value for value in asked if value in known]
        asked = [[value] for value in asked] + [found[:2]]
        return asked if each.absent is None else [*asked, [each.absent]]
    return asked if each.absent is None else [*asked, each.absent]


def _query(call: Call, filters: Mapping[str, Any]) -> Call:
    query = {
        name: str(given).lower() if isinstance(given, bool) else given for name, given in filters.items()
    }
    return Call(call.operation, call.values, {**call.query, **query})


@pytest.mark.parametrize(
    ("operation", "name"),
    [pytest.param(each, name, id=f"{each.id}-{name}") for each in FILTERED for name in _names(each)],
)
def test_a_filter(api: httpx.Client, call: Call, operation: Operation, name: str) -> None:
    """A list with a filter shows every item that passes it, each once, and no other."""
    items = _everything(api, call)
    outcomes = set[frozenset[str]]()
    for given in _asked(operation, name, items):
        filters = {name: given}
        shown = [key_of(item) for item in whole(api, _query(call, filters))]
        expected = _expected(operation, items, {**call.query, **filters})
        assert len(shown) == len(set(shown)), f"{filters} shows items twice"
        assert set(shown) == expected, f"{filters} on {len(items)} items"
        outcomes.add(frozenset(expected))
    required = name in call.query
    assert required or len(outcomes) > 1, "all that was asked for kept the same, so the test proves nothing"


@pytest.mark.parametrize("operation", FILTERED, ids=[each.id for each in FILTERED])
def test_filters_together(api: httpx.Client, call: Call, operation: Operation) -> None:
    """Two filters together keep what passes both."""
    items = _everything(api, call)
    names = [name for name in _names(operation) if name not in call.query]
    for one, other in itertools.combinations(names, 2):
        for first, second in zip(
            _asked(operation, one, items)[:2], _asked(operation, other, items)[:2], strict=False
        ):
            filters = {one: first, other: second}
            if _is_backwards(filters):
                continue
            shown = {key_of(item) for item in whole(api, _query(call, filters))}
            assert shown == _expected(operation, items, {**call.query, **filters}), f"{filters}"


def _is_backwards(filters: Mapping[str, Any]) -> bool:
    """Whether a range ends before it begins, which some lists refuse."""
    if not {"start_time", "end_time"} <= filters.keys():
        return False
    return _time(filters["start_time"]) >= _time(filters["end_time"])


PAGED = [each for each in FILTERED if each.pagination]


@pytest.mark.parametrize("operation", PAGED, ids=[each.id for each in PAGED])
def test_a_filter_comes_before_the_pages(api: httpx.Client, call: Call, operation: Operation) -> None:
    """Pages of a filtered list are full: what does not pass is not counted."""
    items = _everything(api, call)
    smallest = bounds_of(operation)["minimum"]
    for name in _names(operation):
        if name in call.query:
            continue
        given = the_first(_asked(operation, name, items), f"some items have a {name}")
        filtered = _query(call, {name: given})
        walked = list(pages(api, filtered, smallest))
        assert [item for page in walked for item in page] == whole(api, filtered)
        assert all(len(page) == smallest for page in walked[:-2])


def test_responses_that_were_changed(api: httpx.Client, stage: Stage, populated: Mapping[str, Any]) -> None:
    """Responses that were changed are listed on demand only."""
    path = f"/polls/{populated['poll_id']}/responses"
    every = api.get(path, params={"all": "true", "limit": 100}).raise_for_status().json()["responses"]
    changed = {each["original_response"] for each in every} - {""}
    assert changed
    for query in ({}, {"all": "false"}):
        shown = api.get(path, params={**query, "limit": "100"}).raise_for_status().json()["responses"]
        assert [each["id"] for each in shown] == [each["id"] for each in every if each["id"] not in changed]
