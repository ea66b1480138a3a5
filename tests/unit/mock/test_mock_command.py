"""The command `hms-mock`: its options, what it prints, and how it ends."""

from __future__ import annotations

import signal
import socket
import subprocess
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from mock_process import MockProcess

from hms_mock import DEFAULT_ACCESS_KEY, DEFAULT_SECRET
from hms_mock.__main__ import main

if TYPE_CHECKING:
    from collections.abc import Iterator

EXAMPLE = Path(__file__).parents[3] / "examples" / "class_of_30.yaml"


@pytest.fixture
def endpoint() -> Iterator[Any]:
    """An endpoint of webhooks: its URL, and a function that waits for the headers and the body of one."""
    received: list[tuple[Any, bytes]] = []
    came = threading.Event()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            received.append((self.headers, self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(200)
            self.end_headers()
            came.set()

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  # the name in the base class
            pass

    def wait() -> Any:
        assert came.wait(30)
        return received[0]

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/hooks?passcode=hidden", wait
        server.shutdown()
        thread.join()


def test_what_it_prints() -> None:
    with MockProcess() as process:
        assert httpx.get(process.console_url).status_code == 200
        status, rest = process.end(signal.SIGINT)
    assert status == 130
    assert rest.splitlines() == [
        "",
        "Point a client at it:",
        f"  export HMS_BASE_URL={process.url}",
        f"  export HMS_ACCESS_KEY={DEFAULT_ACCESS_KEY}",
        f"  export HMS_SECRET={DEFAULT_SECRET}",
        "",
        "Press Ctrl-C to stop it.",
    ]
    assert max(map(len, rest.splitlines())) < 80


def test_a_scenario_a_database_and_a_log(tmp_path: Path) -> None:
    database = str(tmp_path / "mock.db")
    arguments = ["--access-key", "a key", "--secret", "s" * 40, "--database", database, "--log-requests"]
    with MockProcess("--scenario", str(EXAMPLE), *arguments) as process:
        kept = {job["kind"]: job["status"] for job in jobs(process)}
        assert kept == {"recording": "completed", "live_stream": "completed"}
        assert httpx.get(f"{process.url}/rooms", params={"limit": 10}).status_code == 401
        assert httpx.get(f"{process.url}/%1b%0a").status_code == 404
        _, rest = process.end(signal.SIGINT)
    assert "  export HMS_ACCESS_KEY='a key'\n  export HMS_SECRET=...\n" in rest
    assert f"\nPlayed {EXAMPLE}.\nIts clock is 1:30:00 ahead.\nIts state is kept in {database}.\n" in rest
    assert "ssss" not in rest
    first, second = rest.splitlines()[-2:]
    assert first[8:] == " 401 GET /v2/rooms?limit=10 listRooms"
    assert second[8:] == " 404 GET /v2/%1B%0A -"

    with MockProcess(*arguments) as process:
        assert {job["kind"]: job["status"] for job in jobs(process)} == kept


def test_a_scenario_while_it_serves(tmp_path: Path) -> None:
    scenario = tmp_path / "lesson.yaml"
    # The last step is refused, and the mock goes on without the scenario.
    scenario.write_text(
        "- {at: 600, call: createRoom, body: {name: physics}, as: room}\n"
        "- {control: leave, with: {room_id: '${room.id}', peer_id: nobody}}\n"
    )
    with MockProcess("--scenario", str(scenario), "--speed", "1000", stderr=subprocess.PIPE) as process:
        said = process.next_error()
        assert said.startswith(f"hms-mock: {scenario}: step 2 (leave): 404 Active room not found")
        [workspace] = httpx.get(f"{process.control_url}/overview").json()["workspaces"]
        assert [room["name"] for room in workspace["rooms"]] == ["physics"]
        _, rest = process.end(signal.SIGINT)
    assert f"\nAt 1000 times the real time, it plays {scenario}.\n" in rest


def test_a_scenario_that_goes_on_at_the_end(tmp_path: Path) -> None:
    database = str(tmp_path / "mock.db")
    arguments = ["--scenario", str(EXAMPLE), "--speed", "60", "--database", database]
    with MockProcess(*arguments, stderr=subprocess.PIPE) as process:
        assert httpx.get(process.console_url).status_code == 200
        status, _ = process.end(signal.SIGINT)
        assert (status, process.next_error()) == (130, "")


def jobs(process: MockProcess) -> Any:
    return httpx.get(f"{process.control_url}/jobs").json()["jobs"]


def test_webhooks_are_sent(endpoint: Any, tmp_path: Path) -> None:
    url, wait = endpoint
    scenario = tmp_path / "lesson.yaml"
    scenario.write_text(
        "- {call: createRoom, as: room}\n"
        "- {control: join, with: {room_id: '${room.id}', role: host}}\n".replace(
            "createRoom,", "createRoom, body: {},"
        )
    )
    arguments = ["--webhook-url", url, "--webhook-header", "X-Passcode: open sesame"]
    with MockProcess("--scenario", str(scenario), *arguments) as process:
        headers, body = wait()
        _, rest = process.end(signal.SIGINT)
    assert headers["X-Passcode"] == "open sesame"
    assert b'"session.open.success"' in body
    assert "\nIts webhooks go to 127.0.0.1.\n" in rest
    assert "sesame" not in rest
    assert "hidden" not in rest


MISTAKES: list[tuple[list[str], int, str]] = [
    (["--access-key", "k"], 2, "give as many --secret as --access-key"),
    (
        ["--access-key", "k", "--secret", "s", "--access-key", "k", "--secret", "t"],
        2,
        "give each --access-key once",
    ),
    (["--port", "65536"], 2, "argument --port: '65536' is no port; give a number up to 65535"),
    (["--port", "-1"], 2, "argument --port: "),
    (["--seed", "x"], 2, "argument --seed: invalid int value: 'x'"),
    (["--speed", "60"], 2, "--speed needs --scenario"),
    (
        ["--scenario", "x", "--speed", "0"],
        2,
        "argument --speed: '0' is no speed; give a number from 1 to 10000",
    ),
    (
        ["--scenario", "x", "--speed", "nan"],
        2,
        "argument --speed: 'nan' is no speed; give a number from 1 to 10000",
    ),
    (["--scenario", "nowhere.yaml", "--speed", "1"], 1, "nowhere.yaml: cannot be read: No such file or"),
    (["--clock", "noon"], 2, "argument --clock: not an RFC 3339 timestamp: 'noon'; give for example 2025-"),
    (["--sed"], 2, "unrecognized arguments: --sed; hms-mock --help lists the options"),
    (
        ["--webhook-url", "ftp://localhost"],
        2,
        "argument --webhook-url: that is no URL; give for example http://",
    ),
    (["--webhook-url", "http://[::1"], 2, "argument --webhook-url: that is no URL"),
    (["--webhook-url", "http://localhost:99999"], 2, "argument --webhook-url: that is no URL"),
    (
        ["--webhook-url", "http://localhost", "--webhook-header", "x"],
        2,
        "argument --webhook-header: that is no ",
    ),
    (["--webhook-header", "X: y"], 2, "--webhook-header needs --webhook-url"),
    (["--webhook-allow", "example.com"], 2, "--webhook-allow needs --webhook-url"),
    (
        ["--webhook-url", "https://example.com/hooks"],
        1,
        "no webhooks are sent to example.com, which may be another machine, without --webhook-allow ",
    ),
    (["--access-key", "k", "--secret", "s"], 1, "the secret of "),
    (["--host", "203.0.113.1"], 1, "cannot listen at 203.0.113.1: "),
    (["--host", "ü..b"], 1, "ü..b is no address; choose another one with --host"),
    (["--scenario", "nowhere.yaml"], 1, "nowhere.yaml: cannot be read: No such file or directory"),
    (["--database", "."], 1, "the database "),
]


@pytest.mark.parametrize(
    ("arguments", "status", "said"), MISTAKES, ids=[" ".join(each[0]) for each in MISTAKES]
)
def test_mistakes_take_one_line(
    arguments: list[str], status: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    out, err = capsys.readouterr()
    assert caught.value.code == status
    assert err.startswith(f"hms-mock: {said}")
    assert (out, err.count("\n")) == ("", 1)


def test_a_port_that_is_taken(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(SystemExit) as caught:
            main(["--port", str(port)])
    assert caught.value.code == 1
    assert capsys.readouterr().err == (
        f"hms-mock: cannot listen at 127.0.0.1, port {port}: Address already in use; "
        "choose another address with --host and --port\n"
    )


def test_a_scenario_that_fails_leaves_the_database_to_others(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    scenario = tmp_path / "lesson.yaml"
    scenario.write_text("- {control: leave, with: {room_id: x, peer_id: y}}")
    for _ in range(2):
        with pytest.raises(SystemExit):
            main(["--scenario", str(scenario), "--database", str(tmp_path / "mock.db")])
        assert capsys.readouterr().err.startswith(f"hms-mock: {scenario}: step 1 (leave): 404 Room not found")


@pytest.mark.parametrize(("argument", "said"), [("--help", "usage: hms-mock "), ("--version", "hms-mock ")])
def test_help_and_version(argument: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main([argument])
    assert caught.value.code == 0
    assert capsys.readouterr().out.startswith(said)
