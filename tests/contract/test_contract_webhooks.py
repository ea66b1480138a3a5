"""Webhooks: what happens is told once, in its order, until it is taken; and the lists of events agree."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from typing import TYPE_CHECKING, Any

import jsonschema_rs
import pytest

from hms_mock import HttpWebhookSender

from .calls import BY_ID, Call
from .document import follow, read_document
from .harness import serve
from .lists import whole
from .picking import the_only
from .props import start_body
from .receiver import Receiver
from .scene import ROLES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import httpx

    from .receiver import Delivered
    from .scene import Stage
    from .target import Target

Json = dict[str, Any]

pytestmark = pytest.mark.sends_webhooks

DOCUMENT = read_document()
SETTINGS = DOCUMENT["x-webhooks"]
DELAYS: list[int] = SETTINGS["retry_delays_seconds"]
SECRET_HEADER = {"X-Hook-Secret": "known to the receiver"}
_BASE = "urn:contract:webhooks"


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with Receiver() as receiver:
        yield receiver


@pytest.fixture(scope="module")
def server(seed: int) -> Iterator[Target]:
    with HttpWebhookSender() as sender, serve(seed, webhook_sender=sender) as server:
        yield server


@pytest.fixture
def room_id(api: httpx.Client, stage: Stage, receiver: Receiver) -> str:
    """A room whose webhooks go to the receiver."""
    room_id = stage.new_room()
    webhook = {"url": receiver.url, "headers": SECRET_HEADER}
    api.post(f"/rooms/{room_id}", json={"webhook": webhook}).raise_for_status()
    return room_id


@pytest.fixture
def deliver(stage: Stage) -> Callable[[], None]:
    """Has everything sent that is due, and waits for it."""

    def deliver() -> None:
        stage.props.control("/webhooks/deliver")

    return deliver


def _schema_problems(body: Json) -> list[str]:
    """Where an event is not as its documented schema has it."""
    definition = DOCUMENT["webhooks"].get(body["type"])
    if definition is None:
        return [f"{body['type']} is not documented"]
    media = follow(DOCUMENT, definition["post"]["requestBody"])["content"]["application/json"]
    registry = jsonschema_rs.Registry([(_BASE, DOCUMENT)], draft=jsonschema_rs.Draft202012)
    validator = jsonschema_rs.Draft202012Validator(
        {"$ref": f"{_BASE}{media['schema']['$ref']}"}, registry=registry, validate_formats=True
    )
    return [
        f"{body['type']}: {'.'.join(map(str, each.instance_path))}: {each.message}"
        for each in validator.iter_errors(body)
    ]


def _a_lesson(api: httpx.Client, stage: Stage, room_id: str) -> list[str]:
    """What can happen in a room, and the types of the events that tell it, in their order."""
    props = stage.props
    _, guest = (props.control(f"/rooms/{room_id}/join", {"role": role}) for role in ROLES[:2])
    props.advance(1)
    told = ["session.open.success", "peer.join.success", "peer.join.success"]
    # What changes nothing is not told.
    api.post(f"/active-rooms/{room_id}/peers/{guest['id']}", json={"role": ROLES[1]}).raise_for_status()
    api.post(f"/active-rooms/{room_id}/peers/{guest['id']}", json={"role": ROLES[2]}).raise_for_status()
    told.append("role.change.success")
    for path, body in (
        (f"/active-rooms/{room_id}/peers/{guest['id']}", {"role": "no-such-role"}),
        (f"/active-rooms/{room_id}/send-message", {"message": "hello"}),
    ):
        api.post(path, json=body)
    told.append("role.change.failure")
    assert stage.try_control(f"/rooms/{room_id}/join", {"role": "no-such-role"}) == 404
    told.append("peer.join.failure")
    recording = props.start("recordings", room_id)
    props.advance(6)
    told.append("beam.started.success")
    stream = (
        api.post(f"/live-streams/room/{room_id}/start", json=start_body("live-streams"))
        .raise_for_status()
        .json()
    )
    props.advance(6)
    told.append("hls.started.success")
    api.post(f"/recordings/{recording['id']}/stop").raise_for_status()
    api.post(f"/live-streams/{stream['id']}/stop").raise_for_status()
    props.advance(2)
    told += ["beam.stopped.success", "hls.stopped.success"]
    props.advance(30)
    told += ["beam.recording.success", "hls.recording.success"]
    props.control(f"/rooms/{room_id}/leave", {"peer_id": guest["id"]})
    told.append("peer.leave.success")
    assert stage.try_control(f"/rooms/{room_id}/leave", {"peer_id": guest["id"]}) == 404
    told.append("peer.leave.failure")
    props.advance(1)
    api.post(f"/active-rooms/{room_id}/end-room", json={"reason": "over"}).raise_for_status()
    told += ["room.end.success", "peer.leave.success", "session.close.success"]
    props.advance(1)
    assert api.post(f"/active-rooms/{room_id}/end-room", json={}).status_code == 404
    told.append("room.end.failure")
    return told


def test_what_happens_is_told_once_in_its_order(
    api: httpx.Client, stage: Stage, receiver: Receiver, room_id: str, deliver: Callable[[], None]
) -> None:
    """Each happening is one event, each event is sent once, and the events come in the order of time."""
    told = _a_lesson(api, stage, room_id)
    deliver()
    came = [each.body for each in receiver.delivered]
    # What happens in one moment has no order.
    assert Counter(each["type"] for each in came) == Counter(told)
    assert [each["type"] for each in came if each["type"] in set(told) - _TOGETHER] == [
        each for each in told if each not in _TOGETHER
    ]
    assert len({each["id"] for each in came}) == len(came), "identifiers are unique"
    times = [datetime.fromisoformat(each["timestamp"]) for each in came]
    assert times == sorted(times)
    assert not [problem for each in came for problem in _schema_problems(each)]
    assert {each["data"]["room_id"] for each in came} == {room_id}
    shown = [each["body"] for each in _deliveries(stage, room_id)]
    assert shown == came
    names = [each["id"] for each in came]
    assert [each["id"] for each in stage.look_behind("events") if each["id"] in names] == names
    stage.props.advance(3600)
    deliver()
    assert len(receiver.delivered) == len(came), "nothing is sent again"


_TOGETHER = {
    "room.end.success",
    "peer.leave.success",
    "session.close.success",
    "beam.stopped.success",
    "hls.stopped.success",
    "beam.recording.success",
    "hls.recording.success",
}


def _deliveries(stage: Stage, room_id: str) -> list[Json]:
    found = stage.look_behind("webhooks")
    return [each for each in found if each["body"]["data"]["room_id"] == room_id]


def test_the_headers_of_a_delivery(
    stage: Stage, receiver: Receiver, room_id: str, deliver: Callable[[], None]
) -> None:
    """A delivery carries the configured headers, and is JSON."""
    stage.join(room_id, ROLES[0])
    deliver()
    assert receiver.delivered
    for each in receiver.delivered:
        headers = {name.lower(): value for name, value in each.headers.items()}
        assert headers["x-hook-secret"] == SECRET_HEADER["X-Hook-Secret"]
        assert headers["content-type"].partition(";")[0] == "application/json"
    # The control plane, which anybody can read, shows no values.
    assert SECRET_HEADER["X-Hook-Secret"] not in str(_deliveries(stage, room_id))


@pytest.mark.parametrize("refusals", range(len(DELAYS) + 2))
def test_a_refused_delivery_is_repeated(
    api: httpx.Client,
    stage: Stage,
    receiver: Receiver,
    room_id: str,
    deliver: Callable[[], None],
    refusals: int,
) -> None:
    """As long as the answer is not 200, it comes again after the documented times; then no more."""
    receiver.refusals = refusals
    stage.join(room_id, ROLES[0])
    deliver()
    expected = 1
    assert {len(each) for each in _by_event(receiver)} == {expected}
    for delay in DELAYS:
        stage.props.advance(delay - 0.5)
        deliver()
        assert {len(each) for each in _by_event(receiver)} == {expected}, "too early"
        stage.props.advance(0.5)
        deliver()
        expected += expected <= refusals
        assert {len(each) for each in _by_event(receiver)} == {expected}, f"{delay} seconds later"
    stage.props.advance(3600)
    deliver()
    attempts = _by_event(receiver)
    assert {len(each) for each in attempts} == {min(refusals + 1, len(DELAYS) + 1)}
    for each in attempts:
        assert all(one.body == each[0].body for one in each), "the same event, with the same identifier"
        assert [one.status for one in each[:refusals]] == [503] * len(each[:refusals])
    status = "failed" if refusals > len(DELAYS) else "success"
    listed = whole(api, Call(BY_ID["listWebhookEvents"], {}, {"room_id": room_id}))
    assert {each["event_id"] for each in listed} == {each[0].body["id"] for each in attempts}
    assert {each["event_name"].rpartition(".")[2] for each in listed} == {status}
    assert all(("error_reason" in each["payload"]) == (status == "failed") for each in listed)
    filtered = whole(api, Call(BY_ID["listWebhookEvents"], {}, {"room_id": room_id, "status": status}))
    assert filtered == listed


def _by_event(receiver: Receiver) -> list[list[Delivered]]:
    return [receiver.attempts(each) for each in dict.fromkeys(one.body["id"] for one in receiver.delivered)]


def test_events_that_failed_are_replayed_once(
    api: httpx.Client, stage: Stage, receiver: Receiver, room_id: str, deliver: Callable[[], None]
) -> None:
    """A replay sends what failed, marked, with the same identifiers; the next one has nothing to send."""
    receiver.refusals = len(DELAYS) + 1
    stage.join(room_id, ROLES[0])
    for delay in (0, *DELAYS):
        stage.props.advance(delay)
        deliver()
    failed = {each.body["id"]: each.body for each in receiver.delivered}
    tried = len(receiver.delivered)
    receiver.refusals = 0
    shown = _replay(api, stage, deliver, {"room_id": room_id})
    assert shown["status"] == "completed"
    assert shown["result"]["completed"] == shown["progress"]["total"] == len(failed)
    again = receiver.delivered[tried:]
    assert [each.body["id"] for each in again] == list(failed)
    for each in again:
        assert each.body == {**failed[each.body["id"]], SETTINGS["replay"]["flag"]: True}
    assert _replay(api, stage, deliver, {"room_id": room_id})["progress"]["total"] == 0
    assert len(receiver.delivered) == tried + len(failed)
    limited = _replay(api, stage, deliver, {"room_id": room_id, "status": "success", "limit": 1, "offset": 1})
    assert limited["progress"]["total"] == 1
    assert receiver.delivered[-1].body["id"] == list(failed)[1]
    named = {"room_id": room_id, "status": "all", "event_names": ["session.open.success"]}
    assert _replay(api, stage, deliver, named)["progress"]["total"] == 1
    assert receiver.delivered[-1].body["type"] == "session.open.success"


def _replay(api: httpx.Client, stage: Stage, deliver: Callable[[], None], body: Json) -> Json:
    started = api.post("/analytics/webhooks/replay", json=body).raise_for_status().json()
    stage.props.advance(5)
    deliver()
    found: Json = api.get(f"/analytics/webhooks/replay/{started['workflow_id']}").raise_for_status().json()
    return found


def test_a_replay_that_runs_is_not_started_twice(
    api: httpx.Client, stage: Stage, receiver: Receiver, room_id: str, deliver: Callable[[], None]
) -> None:
    """The same replay, asked for while it runs, is that one."""
    stage.join(room_id, ROLES[0])
    deliver()
    tried = len(receiver.delivered)
    body = {"room_id": room_id, "status": "all"}
    first, second = (
        api.post("/analytics/webhooks/replay", json=body).raise_for_status().json() for _ in range(2)
    )
    assert first["workflow_id"] == second["workflow_id"]
    assert (first["status"], second["status"]) == ("started", "already_running")
    stage.props.advance(5)
    deliver()
    assert len(receiver.delivered) == 2 * tried


def test_the_analytics_tell_the_same(
    api: httpx.Client, stage: Stage, receiver: Receiver, room_id: str, deliver: Callable[[], None]
) -> None:
    """What analytics list of a room is what happened in it: each track begins once and ends once."""
    _a_lesson(api, stage, room_id)
    deliver()
    events = whole(api, Call(BY_ID["listAnalyticsEvents"], {}, {"room_id": room_id}))
    assert len({each["id"] for each in events}) == len(events)
    times = [datetime.fromisoformat(each["timestamp"]) for each in events]
    assert times == sorted(times)
    began, ended = (
        Counter(each["data"]["track_id"] for each in events if each["type"] == f"track.{what}.success")
        for what in ("add", "remove")
    )
    assert began == ended
    assert set(began.values()) == {1}
    kinds = [each["type"] for each in events] + [each.body["type"] for each in receiver.delivered]
    assert kinds.count("beam.recording.success") == 2, "it is an event of both"
    recorded, told = (
        the_only((each for each in source if each["type"] == "beam.recording.success"), "it is told once")
        for source in (events, [each.body for each in receiver.delivered])
    )
    assert recorded["id"] == told["id"]
    shared = recorded["data"].keys() & told["data"].keys()
    assert {name: recorded["data"][name] for name in shared} == {name: told["data"][name] for name in shared}


def test_nothing_is_sent_where_nobody_listens(
    api: httpx.Client, stage: Stage, receiver: Receiver, room_id: str, deliver: Callable[[], None]
) -> None:
    """Webhooks go to the endpoint of their room, and to no other."""
    # A server may have been started with an endpoint of the whole workspace.
    stage.props.control("/webhooks/endpoint", {"url": None})
    silent = stage.new_room()
    stage.join(silent, ROLES[0])
    deliver()
    assert receiver.delivered == []
    assert _deliveries(stage, silent) == []
    stage.join(room_id, ROLES[0])
    deliver()
    assert {each.body["data"]["room_id"] for each in receiver.delivered} == {room_id}
