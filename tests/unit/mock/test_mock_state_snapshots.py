"""Snapshots of the whole state."""

from __future__ import annotations

import json
from hashlib import sha256
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from hypothesis import given, settings
from mock_story import CHAPTERS, EPILOGUE, STORIES, Story, Time

from hms_mock import DEFAULT_SECRET, SnapshotError, create_app
from hms_mock.clock import Clock
from hms_mock.model.deliveries import Target
from hms_mock.state import State
from hms_mock.state_snapshots import KEPT, codec

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from hms_mock import Control

Json = dict[str, Any]


@pytest.fixture(scope="module")
def stories(in_process: Any, sign: Any) -> Iterator[tuple[Story, Story]]:
    """Stories of two mocks, which begin at the same time."""
    made: list[tuple[Story, httpx.Client]] = []
    for _ in range(2):
        time = Time()
        app = create_app(clock=time.clock())
        api = httpx.Client(
            transport=in_process(app),
            base_url="http://mock/v2",
            headers={"Authorization": f"Bearer {sign(exp=int(time.reading) + 10**9)}"},
        )
        made.append((Story(app.control, api, time, sign), api))
    yield made[0][0], made[1][0]
    for _, api in made:
        api.close()


def test_every_chapter_of_a_story_succeeds_somewhere(stories: tuple[Story, Story]) -> None:
    story = stories[0]
    story.begin()
    bookmark, snapshot = story.bookmark(), story.control.snapshot()
    lacking: dict[str, Any] = {}
    for name in CHAPTERS:
        for pick in range(12):
            [answer] = story.tell([(name, pick)])
            story.control.restore(snapshot)
            story.go_back(bookmark)
            if not isinstance(answer, str) and not (isinstance(answer, tuple) and answer[0] >= 400):
                break
        else:
            lacking[name] = answer
    assert lacking == {}


@given(STORIES, STORIES)
@settings(max_examples=15, deadline=None)
def test_after_a_restore_the_same_calls_give_the_same_answers_here_and_elsewhere(
    stories: tuple[Story, Story], before: Any, after: Any
) -> None:
    story, elsewhere = stories
    story.begin()
    story.tell(before)
    bookmark, snapshot = story.bookmark(), story.control.snapshot()
    answers = story.tell([*after, *EPILOGUE])
    end = story.control.snapshot()
    for each in (story, elsewhere):
        each.go_back(bookmark)
        each.control.restore(snapshot)
        assert each.control.snapshot() == snapshot
        assert each.tell([*after, *EPILOGUE]) == answers
        assert each.control.snapshot() == end


def test_a_snapshot_says_what_it_is_and_holds_no_secret_of_an_access_key(control: Control) -> None:
    snapshot = control.snapshot()
    head = json.loads(snapshot)
    assert (head["format"], head["version"]) == ("hms_mock snapshot", 2)
    assert head["taken_at"] == "2025-06-15T15:06:40.123Z"
    assert head["access_keys"] == ["mock-access-key", "another-access-key"]
    assert DEFAULT_SECRET not in snapshot.decode()


def test_snapshots_over_http(api: httpx.Client, bare: httpx.Client, control: Control) -> None:
    room = api.post("/rooms", json={"description": "Prüfung 🎓"}).json()
    control.fail(503, operation="listTemplates")
    taken = bare.get("/_mock/snapshot")
    assert taken.headers["Content-Type"] == "application/json"
    assert bare.post("/_mock/reset").json() == {}
    # Whoever keeps it may write it in another form.
    again = json.dumps(taken.json(), indent=2, ensure_ascii=False).encode()
    headers = {"Content-Type": "application/json"}
    assert bare.post("/_mock/restore", content=again, headers=headers).json() == {}
    assert api.get(f"/rooms/{room['id']}").json() == room
    assert control.pending_faults() == 1
    assert bare.post("/_mock/restore", content=again).status_code == 415
    assert bare.get("/_mock/restore").status_code == 405


def test_a_snapshot_larger_than_any_body_of_the_api(bare: httpx.Client, control: Control) -> None:
    for _ in range(3):
        control.fail(503, body="x" * 500_000)
    headers = {"Content-Type": "application/json"}
    response = bare.post("/_mock/restore", content=control.snapshot(), headers=headers)
    assert (response.status_code, control.pending_faults()) == (200, 3)


def signed(state: Any, **head: Any) -> bytes:
    """A snapshot with a right checksum, whatever is in it."""
    content = json.dumps(state, separators=(",", ":"))
    checksum = sha256(content.encode()).hexdigest()
    return json.dumps(
        {"format": "hms_mock snapshot", "version": 2, "sha256": checksum, "state": state} | head
    ).encode()


def with_state(**changes: Any) -> Callable[[Json], bytes]:
    return lambda snapshot: signed(snapshot["state"] | changes)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda _: b"", "this is no snapshot of a mock server"),
        (lambda _: b"\x80\x04\x95", "this is no snapshot of a mock server"),
        (lambda _: b"[" * 100_000, "this is no snapshot of a mock server"),
        (lambda _: b"[]", "this is no snapshot of a mock server"),
        (lambda _: b'{"format": "something else"}', "its \"format\" is not 'hms_mock snapshot'"),
        (lambda snapshot: signed(snapshot["state"], version=1), "has version 1 of the format"),
        (lambda snapshot: json.dumps(snapshot | {"state": {}}).encode(), "its checksum is wrong"),
        (lambda _: signed([]), "does not hold what a state consists of"),
        (lambda _: signed({}), "does not hold what a state consists of"),
        (with_state(urls_signed="1"), "does not hold what a state consists of"),
        (with_state(more=1), "does not hold what a state consists of"),
        (with_state(ids={"$type": "os.system"}), "damaged, or of another version of the mock"),
        (with_state(ids={"$type": "Ids", "color": "red"}), "Ids has no color"),
        (with_state(faults={"$ref": 10**9}), "damaged, or of another version of the mock"),
        (with_state(workspaces={"mine": 5}), "something else among its workspaces"),
        (with_state(workspaces={}), "of a mock with the access keys"),
    ],
)
def test_what_is_no_snapshot_of_this_mock_is_refused_and_changes_nothing(
    bare: httpx.Client, api: httpx.Client, control: Control, change: Any, said: str
) -> None:
    api.post("/rooms", json={})
    before = control.snapshot()
    headers = {"Content-Type": "application/json"}
    sent = change(json.loads(before))
    refused = bare.post("/_mock/restore", content=sent, headers=headers)
    assert refused.status_code == 400
    assert said in refused.json()["details"][0]
    with pytest.raises(SnapshotError):
        control.restore(sent)
    assert control.snapshot() == before


def test_the_first_workspace_stays_the_first(control: Control) -> None:
    other = create_app(
        credentials={"another-access-key": "a" * 32, "mock-access-key": "b" * 32}, clock=Clock(lambda: 0.0)
    ).control
    template_id = control.default_template_id("another-access-key")
    other.restore(control.snapshot())
    assert other.default_template_id() == template_id


def test_what_is_no_json_cannot_be_in_a_snapshot(control: Control) -> None:
    no_text: Any = object()
    control.fail(503, room_id=no_text)
    with pytest.raises(SnapshotError, match="a object cannot be written"):
        control.snapshot()


def test_values_of_the_callers_own_classes_can_be_in_a_snapshot(control: Control, api: httpx.Client) -> None:
    control.fail(HTTPStatus.SERVICE_UNAVAILABLE, body=[HTTPStatus.OK])
    control.restore(control.snapshot())
    assert (answer := api.get("/rooms")).status_code == 503
    assert answer.json() == [200]


def test_a_webhook_that_was_being_sent_is_sent_again(control: Control, api: httpx.Client) -> None:
    taken: list[bytes] = []

    def sender(_url: str, _headers: Any, _body: bytes) -> int:
        taken.append(control.snapshot())
        return 200

    control.set_webhook("https://app.example.com/hook")
    control.set_webhook_sender(sender)
    control.join(api.post("/rooms", json={}).json()["id"], role="host")
    sent = control.deliver_webhooks()
    assert sent == len(taken) > 1
    control.restore(taken[0])
    assert control.deliver_webhooks() == sent
    assert {delivery["status"] for delivery in control.deliveries()} == {"success"}


def test_everything_that_a_state_consists_of_is_kept_or_left_out_on_purpose() -> None:
    left_out = {
        "credentials",  # secrets of the process
        "clock",  # its advances are kept under names of their own
        "lock",
        "sending",
        "journal",
        "check_event",
        "operation_ids",
        "wake_worker",
        "first_seed",
        "first_sender",
        "_first_webhook",
        "_first_rate_limit",
        "webhook_sender",  # a function of the process
        "resets",  # grows with each restore
    }
    state = State({"key": "s" * 32}, Clock(), webhook=Target("https://app.example.com/hook"))
    assert set(vars(state)) == set(KEPT) | left_out
    assert {
        "Workspace",
        "Room",
        "Fault",
        "RateLimiter",
        "Ids",
        "Outbox",
        "CallOrders",
    } <= codec().dataclasses.keys()
