"""Another server can be tested, and one that may be live is asked for, only read, and never written to."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx
import pytest
import requests
from mock_process import PATIENCE_SECONDS, MockProcess, subprocess_environment

from hms_mock import MockServer

from .calls import BY_ID, WRITES
from .document import base_path_of, operations_of, read_document
from .harness import Profile, fuzz
from .reading import WriteRefusedError, guard_requests, request_hooks
from .selection import reason_to_leave_out
from .target import CONTROL_PATH, Target, confirm, readable, target_in
from .tokens import mint

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ROOT = Path(__file__).parents[2]
BASE_PATH = base_path_of(read_document())
LOOPBACK = f"http://127.0.0.1:1{BASE_PATH}"
LIVE = f"https://api.example.com{BASE_PATH}"
CREDENTIALS = {"HMS_ACCESS_KEY": "key", "HMS_SECRET": "the secret of the key"}
OTHER = {"HMS_OTHER_ACCESS_KEY": "other-key", "HMS_OTHER_SECRET": "the secret of the other key"}
ON_LOOPBACK = Target(url=LOOPBACK, access_key="key", secret="s", control_url="http://127.0.0.1:1/_mock")
ON_LIVE = Target(url=LIVE, access_key="key", secret="s")
READ, WRITE = BY_ID["getRoom"], BY_ID["createRoom"]
ALL_FIXTURES = {"server", "api", "other_api", "control", "stage"}


def _target(environment: Mapping[str, str], *, control_plane: bool = True) -> Target:
    target = target_in(environment, lambda _: True if control_plane else None)
    assert target is not None
    return target


def test_no_server_is_named() -> None:
    assert target_in(CREDENTIALS, lambda _: True) is None


def test_a_server_on_loopback() -> None:
    target = _target({"HMS_CONTRACT_URL": f"{LOOPBACK}/", **CREDENTIALS, **OTHER})
    assert (target.url, target.control_url) == (LOOPBACK, f"http://127.0.0.1:1{CONTROL_PATH}")
    assert (target.access_key, target.other_access_key) == ("key", "other-key")
    assert not target.reads_only
    assert "secret of" not in repr(target)


def test_a_server_without_a_control_plane_is_only_read() -> None:
    target = _target({"HMS_CONTRACT_URL": LOOPBACK, **CREDENTIALS}, control_plane=False)
    assert target.reads_only
    assert not target.is_live


@pytest.mark.parametrize(
    "url", [LIVE, f"http://10.0.0.1{BASE_PATH}", f"http://localhost.example.com{BASE_PATH}"]
)
def test_any_other_host_may_be_live_and_is_not_asked_for_a_control_plane(url: str) -> None:
    asked: list[str] = []

    def probe(url: str) -> bool:
        asked.append(url)
        return True

    target = target_in({"HMS_CONTRACT_URL": url, **CREDENTIALS}, probe)
    assert target is not None
    assert target.is_live
    assert target.reads_only
    assert asked == []


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.1.2.3", "[::1]"])
def test_what_is_loopback(host: str) -> None:
    assert not _target({"HMS_CONTRACT_URL": f"http://{host}:1{BASE_PATH}", **CREDENTIALS}).is_live


@pytest.mark.parametrize(
    ("environment", "said"),
    [
        ({"HMS_CONTRACT_URL": LOOPBACK}, "set HMS_ACCESS_KEY and HMS_SECRET"),
        ({"HMS_CONTRACT_URL": LOOPBACK, "HMS_ACCESS_KEY": "key"}, "set HMS_SECRET to"),
        ({"HMS_CONTRACT_URL": "http://127.0.0.1:1", **CREDENTIALS}, f"ends with {BASE_PATH}"),
        ({"HMS_CONTRACT_URL": f"127.0.0.1:1{BASE_PATH}", **CREDENTIALS}, "has to be an HTTP URL"),
        (
            {"HMS_CONTRACT_URL": LOOPBACK, **CREDENTIALS, "HMS_OTHER_SECRET": "only this"},
            "set both HMS_OTHER_ACCESS_KEY and HMS_OTHER_SECRET",
        ),
    ],
)
def test_a_server_that_is_named_wrongly(environment: Mapping[str, str], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        target_in(environment, lambda _: True)


def _left_out(target: Target | None, fixtures: set[str], *markers: str, operation: Any = None) -> str:
    return reason_to_leave_out(target, fixtures=fixtures, markers=markers, operation=operation) or ""


def test_mocks_of_our_own_and_tests_without_a_server_leave_nothing_out() -> None:
    assert not _left_out(None, ALL_FIXTURES, "sends_webhooks", "own_mocks", operation=WRITE)
    assert not _left_out(ON_LIVE, {"journal"}, operation=WRITE)


def test_what_is_about_mocks_of_our_own_is_left_out_of_another_server() -> None:
    assert "mocks of our own" in _left_out(ON_LOOPBACK, {"seed"}, "own_mocks")


def test_on_loopback_only_what_is_not_there_is_left_out() -> None:
    assert not _left_out(ON_LOOPBACK, {"server", "stage", "control"}, operation=WRITE)
    assert "second workspace" in _left_out(ON_LOOPBACK, ALL_FIXTURES)
    assert not _left_out(replace(ON_LOOPBACK, other_access_key="other"), ALL_FIXTURES)
    assert "webhooks" in _left_out(ON_LOOPBACK, {"server"}, "sends_webhooks")
    assert not _left_out(replace(ON_LOOPBACK, sends_webhooks=True), {"server"}, "sends_webhooks")
    running = replace(ON_LOOPBACK, clock_stands=False)
    assert "does not stand still" in _left_out(running, {"server"}, "standing_clock")
    assert "does not stand still" in _left_out(running, {"server"}, operation=BY_ID["getWebhookReplay"])
    assert not _left_out(running, {"server"}, operation=WRITE)
    assert not _left_out(ON_LOOPBACK, {"server"}, "standing_clock", operation=BY_ID["getWebhookReplay"])


@pytest.mark.parametrize(
    ("target", "why"),
    [(ON_LIVE, "only read"), (replace(ON_LOOPBACK, control_url=""), "has no /_mock")],
    ids=["live", "no control plane"],
)
def test_what_is_only_read_gets_what_only_reads(target: Target, why: str) -> None:
    assert why in _left_out(target, {"server", "api"})
    assert why in _left_out(target, {"server", "api"}, operation=READ)
    assert why in _left_out(target, {"server", "api"}, "reads", operation=WRITE)
    assert not _left_out(target, {"server", "api"}, "reads", operation=READ)
    assert not _left_out(target, {"server", "api"}, "reads")


def test_only_get_is_readable() -> None:
    assert {each.method for each in readable(operations_of(read_document()))} == {"GET"}


def test_a_live_server_has_to_be_confirmed() -> None:
    with pytest.raises(pytest.UsageError, match=r"set CONFIRM=yes") as refused:
        confirm(ON_LIVE, confirmed=False, ask=None)
    said = str(refused.value)
    assert LIVE in said
    assert {line.strip() for line in said.splitlines() if line.startswith("  ")} == {
        operation.label for operation in readable(operations_of(read_document()))
    }


@pytest.mark.parametrize("answer", ["", "no", "Y E S", "yess"])
def test_any_other_answer_is_a_no(answer: str) -> None:
    with pytest.raises(pytest.UsageError, match="nothing was called"):
        confirm(ON_LIVE, confirmed=False, ask=lambda _: answer)


def test_whoever_confirms_is_told_first() -> None:
    asked: list[str] = []

    def ask(question: str) -> str:
        asked.append(question)
        return "yes\n"

    said = confirm(ON_LIVE, confirmed=False, ask=ask)
    assert said is not None
    assert said in asked[0]
    assert confirm(ON_LIVE, confirmed=True, ask=None) == said
    assert confirm(ON_LOOPBACK, confirmed=False, ask=None) is None


METHODS = ("POST", "PUT", "PATCH", "DELETE", "PURGE", "post")


@pytest.mark.parametrize("target", [ON_LIVE, replace(ON_LOOPBACK, control_url="")])
def test_a_planted_write_is_refused_by_the_client(target: Target) -> None:
    arrived: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        arrived.append(request.method)
        return httpx.Response(200)

    with httpx.Client(
        base_url=target.url,
        transport=httpx.MockTransport(answer),
        event_hooks={"request": [*request_hooks(target)]},
    ) as client:
        client.get("/rooms")
        for method in METHODS:
            with pytest.raises(WriteRefusedError, match="was not sent"):
                client.request(method, "/rooms")
    assert arrived == ["GET"]


def test_nothing_is_refused_on_loopback() -> None:
    assert request_hooks(ON_LOOPBACK) == []


def test_a_planted_write_of_schemathesis_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    arrived: list[str] = []

    def send(_: object, request: requests.PreparedRequest, **named: Any) -> requests.Response:
        arrived.append(str(request.method))
        response = requests.Response()
        response.status_code = 200
        return response

    # Put back at the end of the test, with the guard around it.
    monkeypatch.setattr(requests.adapters.HTTPAdapter, "send", send)
    guard_requests()
    with requests.Session() as session:
        session.get(f"{LIVE}/rooms")
        for method in METHODS:
            with pytest.raises(WriteRefusedError, match="was not sent"):
                session.request(method, f"{LIVE}/rooms")
    assert arrived == ["GET"]


def test_a_server_that_is_only_read_is_fuzzed_with_nothing_but_reads(
    server: Target, api: httpx.Client, control: httpx.Client, seed: int
) -> None:
    control.post("/reset").raise_for_status()
    api.post("/rooms", json={}).raise_for_status()
    profile = Profile("reading", {"fuzzing": 2})
    alone = replace(server, control_url="", other_access_key="", other_secret="")
    run = fuzz(alone, ["examples", "coverage", "fuzzing", "stateful"], profile, seed)
    run.check()
    run.check_reports()
    assert run.chains == 0
    made, *sent = control.get("/requests").json()["requests"]
    assert made["operation"] == "createRoom"
    assert {request["method"] for request in sent} == {"GET"}
    assert set(run.statuses) == {each.id for each in readable(operations_of(read_document()))}
    for operation in ("listRooms", "getRoom", "listTemplates", "getTemplate", "listSessions"):
        assert run.statuses[operation][200], operation


def _pytest(
    *arguments: str, environment: Mapping[str, str], stdin: int = subprocess.DEVNULL
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *arguments],
        cwd=ROOT,
        env=subprocess_environment() | dict(environment),
        stdin=stdin,
        capture_output=True,
        text=True,
        timeout=5 * PATIENCE_SECONDS,
        check=False,
    )


def test_a_mock_in_another_process() -> None:
    one, other = (
        ("key-one", "first-secret-of-the-other-process"),
        ("key-two", "second-secret-of-the-other-process"),
    )
    arguments = [word for key, secret in (one, other) for word in ("--access-key", key, "--secret", secret)]
    with MockProcess(*arguments) as process:
        finished = _pytest(
            *(
                "tests/contract/test_contract_effects.py",
                "tests/contract/test_contract_tokens.py",
                "tests/contract/test_contract_workspaces.py",
            ),
            *("tests/contract/test_contract_webhooks.py", "tests/e2e/test_e2e_rooms.py"),
            *("-k", "getRoom or createPoll or read_back or test_what_is_told"),
            environment={
                "HMS_CONTRACT_URL": process.url,
                "HMS_ACCESS_KEY": one[0],
                "HMS_SECRET": one[1],
                "HMS_OTHER_ACCESS_KEY": other[0],
                "HMS_OTHER_SECRET": other[1],
            },
        )
        seen = httpx.get(f"{process.control_url}/requests").json()["requests"]
    assert finished.returncode == 0, finished.stdout
    assert "the server may not send its webhooks" in finished.stdout
    assert seen, "nothing was sent to that process"


@contextmanager
def _relay(to: str) -> Iterator[tuple[str, list[str]]]:
    """A server without a control plane, which passes the calls of the API on, and lists their methods."""
    methods: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def relay(self) -> None:
            methods.append(self.command)
            headers = {name: value for name, value in self.headers.items() if name.lower() != "host"}
            url = to.removesuffix(BASE_PATH) + (self.path if self.path.startswith(BASE_PATH) else "/nothing")
            answer = client.request(self.command, url, headers=headers)
            self.send_response(answer.status_code)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(answer.content)

        do_GET = do_HEAD = do_OPTIONS = do_POST = do_PUT = do_PATCH = do_DELETE = relay  # noqa: N815  # their names are those of the methods

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with httpx.Client() as client, ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{BASE_PATH}", methods
        finally:
            server.shutdown()
            thread.join()


READING_LAWS = ("protocol", "errors", "tokens", "pages")


@pytest.mark.parametrize(
    ("rooms", "which"),
    [(13, "listRooms or getRoom or leads_nowhere or room_id"), (0, "getLiveStream or listPollSessions")],
    ids=["rooms", "an empty workspace"],
)
def test_a_server_that_is_only_read_is_held_to_the_laws_of_reads(rooms: int, which: str) -> None:
    secret, now = "the-secret-of-the-server-that-is-read", int(time.time())
    token = mint("managementToken", "key", secret, iat=now, nbf=now, exp=now + 60)
    with MockServer(credentials={"key": secret}) as mock, _relay(mock.url) as (url, methods):
        with httpx.Client(base_url=mock.url, headers={"Authorization": f"Bearer {token}"}) as api:
            for _ in range(rooms):
                api.post("/rooms", json={}).raise_for_status()
        finished = _pytest(
            *(f"tests/contract/test_contract_{name}.py" for name in READING_LAWS),
            *("-k", which),
            environment={"HMS_CONTRACT_URL": url, "HMS_ACCESS_KEY": "key", "HMS_SECRET": secret},
        )
    assert finished.returncode == pytest.ExitCode.OK, finished.stdout
    assert "the server has no /_mock" in finished.stdout
    assert {"GET"} <= set(methods) <= {"GET", "HEAD", "OPTIONS"}


def test_a_live_server_is_refused_where_nobody_can_be_asked() -> None:
    refused = _pytest(
        "tests/contract/test_contract_errors.py", environment={"HMS_CONTRACT_URL": LIVE, **CREDENTIALS}
    )
    assert refused.returncode == pytest.ExitCode.USAGE_ERROR
    assert "Refused: set CONFIRM=yes" in refused.stdout + refused.stderr


def test_what_is_run_against_a_live_server_when_whoever_sits_there_says_yes() -> None:
    controller, terminal = pty.openpty()
    try:
        os.write(controller, b"yes\n")
        collected = _pytest(
            *("--collect-only", "tests/contract/test_contract_errors.py"),
            *("tests/contract/test_contract_effects.py", "tests/e2e/test_e2e_rooms.py"),
            environment={"HMS_CONTRACT_URL": LIVE, **CREDENTIALS},
            stdin=terminal,
        )
    finally:
        os.close(terminal)
        os.close(controller)
    assert collected.returncode == pytest.ExitCode.OK, collected.stdout
    assert "GET /rooms\n" in collected.stdout
    assert "Go on? [yes/no]" in collected.stdout
    assert "the server is only read" in collected.stdout
    run = [line for line in collected.stdout.splitlines() if "::" in line]
    assert run
    assert all("what_does_not_exist" in line or "leads_nowhere" in line for line in run)
    assert not [line for line in run for each in WRITES if f"[{each.id}]" in line]


def test_two_processes_at_once_are_refused() -> None:
    refused = _pytest(
        *("-n2", "tests/contract/test_contract_errors.py"),
        environment={"HMS_CONTRACT_URL": LOOPBACK, **CREDENTIALS},
    )
    assert refused.returncode == pytest.ExitCode.USAGE_ERROR
    assert "run without -n" in refused.stdout + refused.stderr
