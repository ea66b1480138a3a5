"""A mock that keeps its state in a file, in one process; for its sudden end see `test_mock_crashes`."""

from __future__ import annotations

import json
import logging
import sqlite3
import stat
import threading
from collections import defaultdict
from http import HTTPStatus
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mock_story import CHAPTERS, EPILOGUE, STORIES, Story, Time

from hms_mock import (
    DEFAULT_ACCESS_KEY,
    DEFAULT_SECRET,
    Clock,
    ConfigurationError,
    Control,
    DatabaseError,
    MockApp,
    MockServer,
    RateLimit,
    create_app,
)
from hms_mock.__main__ import main
from hms_mock.document import Document
from hms_mock.durable import READS
from hms_mock.handlers import TABLES
from hms_mock.registry import HandlerTable, Reply, Request
from hms_mock.webhook_worker import WebhookWorker

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

Json = dict[str, Any]

WAIT_SECONDS = 20
"""How long a test waits for another thread before it fails."""


class Kept:
    """A mock with a file, and a client at its API."""

    def __init__(self, file: Path, in_process: Any, sign: Any, time: Time, **options: Any) -> None:
        self.file = file
        self.app: MockApp = create_app(clock=time.clock(), database=file, **options)
        headers = {"Authorization": f"Bearer {sign(exp=int(time.reading) + 10**9)}"}
        self.api = httpx.Client(transport=in_process(self.app), base_url="http://mock/v2", headers=headers)

    @property
    def control(self) -> Control:
        return self.app.control

    def image(self) -> dict[Path, bytes]:
        """What is on the disk now: what there would be if the process were killed."""
        files = self.file.parent.glob(f"{self.file.name}*")
        return {file: file.read_bytes() for file in files}

    def crash(self) -> None:
        """Be killed, and start again."""
        image = self.image()
        self.app.close()
        for file in self.image():
            file.unlink()
        for file, content in image.items():
            file.write_bytes(content)
        self.app.open()

    def connection(self) -> sqlite3.Connection:
        """The connection of the mock itself, to make life hard for it."""
        assert self.app.journal is not None
        connection = self.app.journal._database._connection
        assert connection is not None
        return connection

    def written(self) -> int:
        """How many steps are in the journal on the disk."""
        copy = self.file.with_name("copy")
        for file, content in self.image().items():
            copy.with_name(file.name.replace(self.file.name, copy.name)).write_bytes(content)
        connection = sqlite3.connect(copy)
        try:
            return int(connection.execute("SELECT count(*) FROM journal").fetchone()[0])
        finally:
            connection.close()

    def close(self) -> None:
        self.api.close()
        self.app.close()


@pytest.fixture
def keep(tmp_path: Path, in_process: Any, sign: Any) -> Iterator[Callable[..., Kept]]:
    """Make a mock whose file is in a folder of the test; all of them are closed at the end."""
    made: list[Kept] = []

    def make(time: Time | None = None, **options: Any) -> Kept:
        made.append(Kept(tmp_path / "mock.db", in_process, sign, time or Time(), **options))
        return made[-1]

    yield make
    for each in made:
        each.close()


@pytest.fixture(scope="module")
def told(
    tmp_path_factory: pytest.TempPathFactory, in_process: Any, sign: Any
) -> Iterator[tuple[Kept, Story]]:
    """A mock with a file, and its story."""
    time = Time()
    kept = Kept(tmp_path_factory.mktemp("told") / "mock.db", in_process, sign, time)
    yield kept, Story(kept.control, kept.api, time, sign)
    kept.close()


@given(STORIES, STORIES, st.sets(st.integers(0, 25), max_size=5))
@settings(max_examples=10, deadline=None)
def test_a_mock_that_is_started_again_goes_on_as_if_it_had_not_ended(
    told: tuple[Kept, Story], before: Any, after: Any, crashes: set[int]
) -> None:
    kept, story = told
    story.begin()
    story.tell(before)
    bookmark, snapshot = story.bookmark(), story.control.snapshot()
    answers = story.tell([*after, *EPILOGUE])
    story.go_back(bookmark)
    story.control.restore(snapshot)
    answers_again: list[Any] = []
    for number, chapter in enumerate([*after, *EPILOGUE]):
        if number in crashes or number == len(after):
            kept.crash()
        answers_again += story.tell([chapter])
    assert answers_again == answers
    state = json.loads(kept.control.snapshot())["state"]
    kept.app.close()
    kept.app.open()
    assert json.loads(kept.control.snapshot())["state"] == state


def test_every_answer_survives_but_the_log_may_lack_its_last_entries(keep: Callable[..., Kept]) -> None:
    kept = keep()
    room = kept.api.post("/rooms", json={"name": "physics"}).json()
    kept.crash()
    assert kept.control.requests() == []
    assert kept.api.get(f"/rooms/{room['id']}").json() == room
    kept.api.post("/rooms", json={})
    kept.crash()
    assert [entry["operation"] for entry in kept.control.requests()] == ["getRoom"]
    kept.app.close()
    kept.app.open()
    assert kept.api.post("/rooms", json={}).json()["id"] not in {room["id"]}


def test_reading_writes_nothing_but_what_the_next_step_writes_of_the_log(keep: Callable[..., Kept]) -> None:
    kept = keep()
    room = kept.api.post("/rooms", json={}).json()
    assert kept.written() == 1
    for _ in range(5):
        kept.api.get(f"/rooms/{room['id']}")
        kept.api.get("/rooms")
        kept.api.get("/nowhere")
        kept.control.requests()
        kept.control.jobs()
    assert kept.written() == 1
    log = kept.control.requests()
    kept.control.advance(0)
    assert kept.written() == 3
    kept.crash()
    assert kept.control.requests() == log


def test_a_read_that_finds_that_time_has_passed_is_written(keep: Callable[..., Kept]) -> None:
    time = Time()
    kept = keep(time)
    room = kept.api.post("/rooms", json={}).json()
    body = {"meeting_url": "https://meet.example.com/x"}
    recording = kept.api.post(f"/recordings/room/{room['id']}/start", json=body).json()
    time.reading += 60
    kept.api.post(f"/recordings/{recording['id']}/stop")
    time.reading += 3600
    assets = kept.api.get("/recording-assets").json()["data"]
    assert assets
    kept.crash()
    assert kept.api.get("/recording-assets").json()["data"] == assets
    path = f"/recording-assets/{assets[0]['id']}/presigned-url"
    url = kept.api.get(path).json()["url"]
    kept.crash()
    assert kept.api.get(path).json()["url"] != url
    # The name of the host stands in the addresses that events tell.
    kept.api.get("/rooms", headers={"Host": "elsewhere"})
    kept.crash()
    assert json.loads(kept.control.snapshot())["state"]["public_url"] == "http://elsewhere"


def test_faults_go_on_with_the_calls_that_they_have_counted(keep: Callable[..., Kept]) -> None:
    kept = keep()
    room_id = kept.api.post("/rooms", json={}).json()["id"]
    kept.control.fail(503, times=None, every=3, room_id=room_id)
    kept.control.fail(500, times=None, probability=0.4, method="GET", path="/templates")
    begun = kept.control.snapshot()
    answers: list[list[int]] = []
    for crashes in (False, True):
        kept.control.restore(begun)
        answers.append([])
        for _ in range(12):
            answers[-1].append(kept.api.get(f"/rooms/{room_id}").status_code)
            answers[-1].append(kept.api.get("/templates").status_code)
            if crashes:
                kept.crash()
        assert [fault["calls"] for fault in kept.control.faults()] == [12, 12]
    assert answers[0] == answers[1]
    assert answers[0][::2] == [200, 200, 503] * 4
    assert set(answers[0][1::2]) == {200, 500}
    written = kept.written()
    kept.api.get("/rooms")
    assert kept.written() == written  # a call that no fault is about
    with pytest.raises(ValueError, match="did you mean 'getRoom'"):
        kept.control.fail(503, operation="getRooom")


def test_a_rate_limit_goes_on_with_the_calls_that_it_has_counted(keep: Callable[..., Kept]) -> None:
    time = Time()
    kept = keep(time, rate_limit=RateLimit(1, 60))
    assert [kept.api.get("/rooms").status_code for _ in range(2)] == [200, 429]
    kept.control.limit_rate(3, 60)
    answers: list[int] = []
    for _ in range(5):
        answers.append(kept.api.get("/rooms").status_code)
        kept.crash()
    assert answers == [200, 200, 200, 429, 429]
    written = kept.written()
    kept.api.get("/rooms")
    assert kept.written() == written  # a call that is refused does not count
    time.reading += 60
    assert [kept.api.get("/rooms").status_code for _ in range(4)] == [200, 200, 200, 429]
    kept.crash()
    kept.control.lift_rate_limit()
    kept.app.close()
    kept.app.open()
    assert [kept.api.get("/rooms").status_code for _ in range(4)] == [200] * 4
    kept.control.reset()
    kept.crash()
    assert [kept.api.get("/rooms").status_code for _ in range(2)] == [200, 429]


def test_what_a_mock_is_started_with_counts_whatever_the_file_holds(keep: Callable[..., Kept]) -> None:
    def webhook(kept: Kept) -> tuple[str, list[str]]:
        kept.control.join(kept.api.post("/rooms", json={}).json()["id"], role="host")
        kept.crash()
        last = kept.control.deliveries()[-1]
        return last["url"], last["headers"]

    time, key = Time(), {"X-Key": "sesame"}
    first = keep(time, webhook_url="http://localhost/first", webhook_headers=key, rate_limit=RateLimit(9, 60))
    assert webhook(first) == ("http://localhost/first", ["X-Key"])
    first.close()
    second = keep(time, webhook_url="http://localhost/second", rate_limit=RateLimit(1, 60))
    assert webhook(second) == ("http://localhost/second", [])
    assert second.api.get("/rooms").status_code == 429
    second.close()
    same = keep(time, rate_limit=RateLimit(1, 60))
    assert same.api.get("/rooms").status_code == 429  # what was counted still counts
    same.close()
    third = keep(time)
    assert third.api.get("/rooms").status_code == 429
    time.reading += 60
    assert webhook(third) == ("http://localhost/second", [])


def test_every_method_of_the_control_is_written_or_changes_nothing(told: tuple[Kept, Story]) -> None:
    kept, story = told
    public = {name for name in dir(Control) if not name.startswith("_")}
    assert public >= READS
    story.begin()
    for name in CHAPTERS:
        story.tell([(name, 0)])
    before = kept.control.snapshot()
    room_id = kept.control.overview()["workspaces"][0]["rooms"][0]["id"]
    arguments = {"client_token": {"room_id": room_id, "role": "host"}}
    for name in READS:
        getattr(kept.control, name)(**arguments.get(name, {}))
    assert kept.control.snapshot() == before


def test_a_journal_that_is_longer_than_a_snapshot_is_replaced_by_one(keep: Callable[..., Kept]) -> None:
    kept = keep()
    written = [0]
    while written[-1] >= max(written):
        room = kept.api.post("/rooms", json={}).json()
        kept.control.fail(503, body="x" * 200_000)
        kept.control.clear_faults()
        written.append(kept.written())
    assert written[-1] < written[1] < written[-2]
    state = json.loads(kept.control.snapshot())["state"]
    kept.crash()
    assert json.loads(kept.control.snapshot())["state"]["ids"] == state["ids"]
    assert kept.api.get(f"/rooms/{room['id']}").json() == room


def test_webhooks_go_on(keep: Callable[..., Kept]) -> None:
    sent: list[str] = []

    def refuse(_url: str, _headers: Any, body: bytes) -> int:
        sent.append(json.loads(body)["id"])
        return 503

    kept = keep(webhook_url="https://app.example.com/hook", webhook_sender=refuse)
    kept.control.join(kept.api.post("/rooms", json={}).json()["id"], role="host")
    kept.crash()
    assert {each["status"] for each in kept.control.deliveries()} == {"pending"}
    first = kept.control.deliver_webhooks()
    assert first == len(sent) > 1
    kept.crash()
    assert kept.control.deliver_webhooks() == 0
    assert {len(each["attempts"]) for each in kept.control.deliveries()} == {1}
    kept.control.advance(1)
    kept.crash()
    assert kept.control.deliver_webhooks() == first
    assert sent[:first] == sent[first:]


def test_a_webhook_that_is_being_sent_when_the_process_ends_is_sent_again(keep: Callable[..., Kept]) -> None:
    images: list[dict[Path, bytes]] = []

    def sender(_url: str, _headers: Any, _body: bytes) -> int:
        images.append(kept.image())
        return 200

    kept = keep(webhook_url="https://app.example.com/hook", webhook_sender=sender)
    kept.control.join(kept.api.post("/rooms", json={}).json()["id"], role="host")
    sent = kept.control.deliver_webhooks()
    kept.app.close()
    for file, content in images[0].items():
        file.write_bytes(content)
    kept.app.open()
    assert kept.control.deliver_webhooks() == sent
    assert {each["status"] for each in kept.control.deliveries()} == {"success"}


def test_the_end_waits_for_the_webhook_that_is_being_sent(
    keep: Callable[..., Kept], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    sending, told_to_stop = threading.Event(), threading.Event()
    stop = WebhookWorker.stop

    def tell(worker: WebhookWorker) -> None:
        told_to_stop.set()
        stop(worker)

    def sender(_url: str, _headers: Any, _body: bytes) -> int:
        sending.set()
        assert told_to_stop.wait(WAIT_SECONDS)
        return 200

    monkeypatch.setattr(WebhookWorker, "stop", tell)
    kept = keep(webhook_url="https://app.example.com/hook", webhook_sender=sender)
    kept.control.join(kept.api.post("/rooms", json={}).json()["id"], role="host")
    kept.app.webhook_worker.start()
    assert sending.wait(WAIT_SECONDS)
    kept.app.close()
    assert not caplog.records
    kept.app.open()
    assert [each["status"] for each in kept.control.deliveries()] == ["success", "pending"]


def test_a_new_journal_that_begins_while_a_webhook_is_being_sent(keep: Callable[..., Kept]) -> None:
    def sender(_url: str, _headers: Any, _body: bytes) -> int:
        kept.control.set_webhook_sender(sender)
        return 200

    kept = keep(webhook_url="https://app.example.com/hook", webhook_sender=sender)
    kept.control.join(kept.api.post("/rooms", json={}).json()["id"], role="host")
    assert kept.control.deliver_webhooks() > 1
    deliveries = kept.control.deliveries()
    kept.crash()
    assert kept.control.deliveries() == deliveries
    assert kept.control.deliver_webhooks() == 0


def test_another_sender_than_before(keep: Callable[..., Kept]) -> None:
    kept = keep(webhook_url="https://app.example.com/hook")
    kept.control.set_webhook_sender(lambda _url, _headers, _body: 503)
    kept.control.join(kept.api.post("/rooms", json={}).json()["id"], role="host")
    # The sender of the process is gone with it: nothing is sent, and everything counts as delivered.
    kept.crash()
    assert {each["status"] for each in kept.control.deliveries()} == {"success"}


@pytest.mark.parametrize("how", ["reset", "restore"])
def test_a_reset_and_a_restore_survive(keep: Callable[..., Kept], how: str) -> None:
    kept = keep()
    snapshot = kept.control.snapshot()
    kept.api.post("/rooms", json={})
    kept.control.advance(60)
    if how == "reset":
        kept.control.reset()
    else:
        kept.control.restore(snapshot)
    kept.crash()
    assert kept.api.get("/rooms").json()["data"] == []
    assert kept.control.clock_offset() == 0


def test_a_full_disk_is_an_error_and_nothing_that_was_answered_is_lost(
    keep: Callable[..., Kept], caplog: pytest.LogCaptureFixture
) -> None:
    kept = keep()
    room = kept.api.post("/rooms", json={}).json()
    connection = kept.connection()
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages}")
    body = {"description": "x" * 100_000}
    with caplog.at_level(logging.ERROR, "hms_mock"):
        refused = kept.api.post("/rooms", json=body)
    assert refused.status_code == 500
    assert refused.json()["message"] == "the mock server could not write its database"
    why = f"the database {kept.file} cannot be written: database or disk is full"
    assert refused.json()["details"] == [why]
    assert "disk is full" in caplog.text
    # Nobody is to be told of what may be gone after a restart.
    assert kept.api.get("/rooms").status_code == 500
    with pytest.raises(DatabaseError, match="disk is full"):
        kept.control.join(room["id"], role="host")
    image = kept.image()
    connection.execute("PRAGMA max_page_count = 1000000")
    assert kept.api.get("/rooms").status_code == 200
    peers = kept.api.get(f"/active-rooms/{room['id']}").json()["session"]["peers"]
    assert len(peers) == 1
    kept.crash()
    assert len(kept.api.get("/rooms").json()["data"]) == 2
    assert kept.api.get(f"/active-rooms/{room['id']}").json()["session"]["peers"] == peers
    kept.app.close()
    for file, content in image.items():
        file.write_bytes(content)
    kept.app.open()
    assert kept.api.get("/rooms").json()["data"][0]["id"] == room["id"]


def test_the_file_is_for_its_owner_alone(keep: Callable[..., Kept]) -> None:
    kept = keep()
    kept.api.post("/rooms", json={})
    modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in kept.image()}
    assert modes == {"mock.db": 0o600, "mock.db-wal": 0o600}
    assert not any(DEFAULT_SECRET.encode() in content for content in kept.image().values())


def test_one_process_at_a_time(keep: Callable[..., Kept]) -> None:
    kept = keep()
    with pytest.raises(ConfigurationError, match="in use by another process; stop that one, or name another"):
        create_app(database=kept.file)
    kept.api.post("/rooms", json={})
    with pytest.raises(ConfigurationError, match="in use by another process"):
        create_app(database=kept.file)
    kept.app.close()
    create_app(database=kept.file).close()


def change(statement: str) -> Callable[[Path], None]:
    def run(file: Path) -> None:
        connection = sqlite3.connect(file, isolation_level=None)
        connection.execute(statement)
        connection.close()

    return run


def torn(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[4096:] = b"\xff" * len(content[4096:])
    file.write_bytes(content)


def two_keys() -> Json:
    return {"credentials": {DEFAULT_ACCESS_KEY: DEFAULT_SECRET, "another": "s" * 32}}


@pytest.mark.parametrize(
    ("damage", "options", "said"),
    [
        (lambda file: file.write_bytes(b"Dear diary, " * 500), {}, "is damaged, or no database of a mock"),
        (lambda file: file.write_bytes(file.read_bytes()[:5000]), {}, "is damaged, or no database of a mock"),
        (torn, {}, "is damaged, or no database of a mock"),
        (change("UPDATE snapshot SET content = replace(content, 'host', 'hosts')"), {}, "checksum is wrong"),
        (change("DELETE FROM snapshot"), {}, "is damaged, or no database of a mock"),
        (change("DELETE FROM facts WHERE name = 'seed'"), {}, "is damaged, or no database of a mock"),
        (
            change("PRAGMA user_version = 9"),
            {},
            "has version 9 of its format, and this mock uses 1; use it with",
        ),
        (change("PRAGMA application_id = 7"), {}, "belongs to another program; name another file"),
        (lambda _: None, two_keys(), f"made with the access keys {DEFAULT_ACCESS_KEY}; give the same"),
        (lambda _: None, {"credentials": {DEFAULT_ACCESS_KEY: "s" * 32}}, "made with other secrets"),
        (lambda _: None, {"seed": 5}, "made with the seed 0; give the same one"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_and_stays_as_it_is(
    keep: Callable[..., Kept], damage: Any, options: Any, said: str
) -> None:
    kept = keep()
    kept.api.post("/rooms", json={})
    kept.app.close()
    damage(kept.file)
    before = kept.file.read_bytes()
    with pytest.raises(ConfigurationError, match=said) as caught:
        create_app(database=kept.file, **options)
    assert str(kept.file) in str(caught.value)
    assert kept.file.read_bytes() == before


def test_the_file_of_another_program_is_not_touched(tmp_path: Path) -> None:
    file = tmp_path / "theirs.db"
    change("CREATE TABLE mine (x)")(file)
    before = file.read_bytes()
    with pytest.raises(ConfigurationError, match="belongs to another program"):
        create_app(database=file)
    assert file.read_bytes() == before


def test_a_journal_that_is_damaged_is_refused(keep: Callable[..., Kept]) -> None:
    kept = keep()
    kept.api.post("/rooms", json={})
    image = kept.image()
    kept.app.close()
    for file, content in image.items():
        file.write_bytes(content)
    change("UPDATE journal SET step = '[]'")(kept.file)
    with pytest.raises(ConfigurationError, match="its journal is damaged"):
        create_app(database=kept.file)


def test_an_empty_file_is_a_new_database(tmp_path: Path) -> None:
    file = tmp_path / "empty"
    file.touch(mode=0o640)
    create_app(database=file).close()
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    create_app(database=file).close()


def renamed(request: Request) -> Reply:
    """Another version of the mock: rooms take one identifier more."""
    workspace = request.workspace
    request.state.ids.uuid()
    return Reply(workspace.room_json(request.state.new_room(workspace, request.state.ids.uuid())))


def test_another_version_of_the_mock_goes_on_only_after_the_first_was_stopped_in_order(
    keep: Callable[..., Kept],
) -> None:
    kept = keep()
    kept.api.post("/rooms", json={})
    image = kept.image()
    kept.app.close()
    document = Document.bundled().content
    document["info"]["version"] = "another"
    create_app(database=kept.file, document=document).close()
    for file, content in image.items():
        file.write_bytes(content)
    with pytest.raises(ConfigurationError, match="another version of the mock that was not stopped in order"):
        create_app(database=kept.file, document=document)


def test_a_mock_that_does_not_do_the_same_again_is_found_out(keep: Callable[..., Kept]) -> None:
    kept = keep()
    kept.api.post("/rooms", json={})
    image = kept.image()
    kept.app.close()
    for file, content in image.items():
        file.write_bytes(content)
    tables: list[HandlerTable] = []
    for table in TABLES:
        copied = HandlerTable()
        copied.handlers = dict(table.handlers)
        if "createRoom" in copied.handlers:
            del copied.handlers["createRoom"]
            copied("createRoom")(renamed)
        tables.append(copied)
    with pytest.raises(ConfigurationError, match="does not do what the one did that wrote it"):
        create_app(clock=Clock(lambda: 0.0), database=kept.file, handlers=tables)
    create_app(database=kept.file).close()


def test_after_the_end_nothing_can_be_changed(keep: Callable[..., Kept]) -> None:
    kept = keep()
    kept.app.close()
    kept.app.close()
    with pytest.raises(DatabaseError, match="was closed; start the server again"):
        kept.control.advance(1)
    assert kept.api.post("/rooms", json={}).status_code == 500
    assert kept.control.clock_offset() == 0


def test_what_is_no_json_cannot_be_ordered(keep: Callable[..., Kept]) -> None:
    kept = keep()
    with pytest.raises(TypeError, match="a object cannot be written as JSON"):
        kept.control.fail(503, body=object())
    assert kept.control.pending_faults() == 0


def test_values_of_the_callers_own_classes_are_kept(keep: Callable[..., Kept]) -> None:
    kept, body = keep(), defaultdict(list, {"size": [HTTPStatus.OK]})
    kept.control.fail(
        HTTPStatus.SERVICE_UNAVAILABLE, headers=MappingProxyType({"X-Reason": "ordered"}), body=body
    )
    body["size"].append(HTTPStatus.CREATED)
    kept.crash()
    answer = kept.api.get("/rooms")
    assert (answer.status_code, answer.json()) == (503, {"size": [200]})
    assert answer.headers["X-Reason"] == "ordered"


def test_a_server_goes_on_after_it_was_stopped(tmp_path: Path, sign: Callable[..., str]) -> None:
    file = tmp_path / "mock.db"
    options: Json = {"database": file, "clock": Clock(lambda: 1_750_000_000.0)}
    headers = {"Authorization": f"Bearer {sign()}"}
    server = MockServer(**options)
    with server:
        room = httpx.post(f"{server.url}/rooms", json={}, headers=headers).json()
    with server:
        assert httpx.get(f"{server.url}/rooms/{room['id']}", headers=headers).json() == room
    with MockServer(**options) as other:
        assert httpx.get(f"{other.url}/rooms/{room['id']}", headers=headers).json() == room
        with pytest.raises(ConfigurationError, match="in use by another process"):
            server.start()
    MockServer(**options).stop()
    assert sorted(each.name for each in tmp_path.iterdir()) == ["mock.db"]


@pytest.mark.parametrize(
    ("name", "said"),
    [("missing/mock.db", "cannot be opened"), ("", "cannot be opened: unable to open database file")],
)
def test_the_command_explains_why_a_file_cannot_be_used(
    tmp_path: Path, name: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["--database", str(tmp_path / name)])
    assert caught.value.code == 1
    error = capsys.readouterr().err
    assert error.startswith(f"hms-mock: the database {tmp_path / name}")
    assert said in error
