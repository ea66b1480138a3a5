from __future__ import annotations

import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
import threading
from dataclasses import replace
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx
import jwt
import pytest
from mock_process import MockProcess, subprocess_environment
from starlette.middleware import Middleware

import hms_mock as package
from hms_mock import DEFAULT_ACCESS_KEY, DEFAULT_SECRET, Clock, MockServer
from hms_mock.__main__ import main
from hms_mock.handlers import TABLES
from hms_mock.registry import HandlerTable, Reply

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

NOW = 1_750_000_000.0


def test_served_over_http(server: MockServer, over_http: httpx.Client) -> None:
    assert server.url.startswith("http://127.0.0.1:")
    assert server.url.endswith("/v2")
    assert httpx.get(f"{server.control_url}/clock").json()["now"] == "2025-06-15T15:06:40.000Z"
    assert (server.access_key, server.secret) == (DEFAULT_ACCESS_KEY, DEFAULT_SECRET)
    room = over_http.post("/rooms", json={"name": "physics"}).json()
    server.control.join(room["id"], role="host")
    assert over_http.get(f"/active-rooms/{room['id']}").json()["name"] == "physics"
    assert over_http.get("/rooms/").json()["data"][0]["id"] == room["id"]
    assert server.control.requests()[-1]["path"] == "/v2/rooms/"


def test_encoded_paths_and_methods_over_http(over_http: httpx.Client, server: MockServer) -> None:
    path = f"/templates/{server.control.default_template_id()}/roles/a%2Fb%3F"
    assert over_http.post(path, json={}).json()["name"] == "a/b?"
    refused = over_http.head("/rooms")
    assert (refused.status_code, refused.headers["Allow"]) == (405, "GET, POST")


def test_dropped_connection(server: MockServer, over_http: httpx.Client) -> None:
    server.control.fail(drop=True)
    with pytest.raises((httpx.RemoteProtocolError, httpx.ReadError)):
        over_http.post("/rooms", json={})
    assert over_http.get("/rooms").json()["data"] == []


def test_delayed_answer_outlasts_a_timeout(server: MockServer, over_http: httpx.Client) -> None:
    server.control.fail(delay_seconds=30, operation="listRooms")
    with pytest.raises(httpx.ReadTimeout):
        over_http.get("/rooms", timeout=0.05)
    assert over_http.get("/templates").status_code == 200


def test_huge_body_is_cut_off_while_it_is_sent(over_http: httpx.Client) -> None:
    def chunks() -> Iterator[Any]:
        for _ in range(64):
            yield b" " * 65536

    try:
        response = over_http.post("/rooms", content=chunks(), headers={"Content-Type": "application/json"})
    except httpx.WriteError:
        # The server has answered and closed before everything was sent.
        return
    assert response.status_code == 413


def test_client_that_leaves_in_the_middle_of_its_body(
    server: MockServer, sign: Callable[..., str], caplog: pytest.LogCaptureFixture
) -> None:
    host, port = server.url.removeprefix("http://").removesuffix("/v2").split(":")
    head = (
        f"POST /v2/rooms HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {sign()}\r\n"
        "Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{"
    )
    with socket.create_connection((host, int(port))) as connection:
        connection.sendall(head.encode())
        connection.shutdown(socket.SHUT_WR)
        while connection.recv(4096):
            pass
    assert httpx.get(f"{server.control_url}/clock").status_code == 200
    assert "failed" not in caplog.text


def exchange(server: MockServer, *pieces: bytes) -> bytes:
    """Send bytes as they are, and read until the server closes or has answered the last request."""
    host, port = server.url.removeprefix("http://").removesuffix("/v2").split(":")
    with socket.create_connection((host, int(port))) as connection:
        answer = b""
        try:
            for piece in pieces:
                connection.sendall(piece)
            while piece := connection.recv(65536):
                answer += piece
        except ConnectionError:
            # The server has answered and closed before everything was sent.
            pass
        return answer


@pytest.mark.parametrize("where", [b"GET /v2/", b"GET / HTTP/1.1\r\nX: ", b"GET / HTTP/1.1\r\n"])
def test_endless_headers_are_refused(server: MockServer, where: bytes) -> None:
    filling = b"X: y\r\n" * 12_000 if where.endswith(b"\n") else b"x" * 70_000
    assert exchange(server, where, filling).startswith(b"HTTP/1.1 400 ")
    assert httpx.get(f"{server.control_url}/clock").status_code == 200


def test_a_body_may_be_larger_than_the_headers(over_http: httpx.Client) -> None:
    for _ in range(2):
        assert over_http.post("/rooms", json={"name": "x", "other": "y" * 200_000}).status_code == 200


def test_clients_that_offer_http_2_are_answered_all_the_same(
    server: MockServer, sign: Callable[..., str]
) -> None:
    body = b'{"name":"upgraded"}'
    head = (
        f"POST /v2/rooms HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {sign()}\r\n"
        "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\n"
        f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n"
    )
    last = f"GET /v2/rooms HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {sign()}\r\nConnection: close\r\n\r\n"
    answers = exchange(server, head.encode() + b"\r\n" + body, last.encode())
    assert answers.count(b"HTTP/1.1 200 OK") == 2
    assert answers.count(b'"name":"upgraded"') == 2


def test_many_callers_at_once(server: MockServer, over_http: httpx.Client) -> None:
    def work(number: Any) -> None:
        for step in range(10):
            room = over_http.post("/rooms", json={"name": f"room-{number}-{step}"}).json()
            peer = server.control.join(room["id"], role="host")
            server.control.leave(room["id"], peer["id"])

    threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(over_http.get("/rooms?limit=100").json()["data"]) == 80
    sessions = over_http.get("/sessions?limit=100").json()["data"]
    assert len(sessions) == 80
    assert not any(session["active"] for session in sessions)


def test_start_and_stop() -> None:
    server = MockServer(credentials={"my-key": "m" * 32})
    with pytest.raises(RuntimeError, match="not running"):
        _ = server.url
    server.stop()
    with server:
        url = server.url
        with pytest.raises(RuntimeError, match="running already"):
            server.start()
        assert httpx.get(f"{url}/rooms").status_code == 401
    with pytest.raises(httpx.ConnectError):
        httpx.get(f"{url}/rooms")
    with server:
        assert httpx.get(f"{server.url}/rooms").status_code == 401
        assert (server.access_key, server.secret) == ("my-key", "m" * 32)


def test_a_port_that_is_taken() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        server = MockServer(port=taken.getsockname()[1])
        with pytest.raises(OSError, match="in use"):
            server.start()
        server.stop()


def test_two_servers_are_apart(server: MockServer, over_http: httpx.Client) -> None:
    over_http.post("/rooms", json={})
    with MockServer(clock=Clock(lambda: NOW)) as other:
        headers = over_http.headers
        assert httpx.get(f"{other.url}/rooms", headers=headers).json()["data"] == []


def test_the_command_prints_its_url_and_serves() -> None:
    time = "2025-06-15T15:06:40.250Z"
    credentials = ("--access-key", "k", "--secret", "s" * 40)
    arguments = ["--seed", "5", *credentials, "--rate-limit", "100/60", "--clock", time]
    with MockProcess("--quiet", *arguments) as process:
        assert process.said == [
            f"100ms mock server at {process.url}\n",
            f"Its console at {process.console_url}\n",
        ]
        assert process.console_url == process.url.removesuffix("v2")
        assert "<title>100ms mock server</title>" in httpx.get(process.console_url).text
        assert httpx.get(f"{process.control_url}/clock").json() == {"now": time, "offset_seconds": 0}
        answer = httpx.get(f"{process.url}/rooms")
        assert answer.json()["message"] == "Authentication error: no Authorization header"
        assert process.end(signal.SIGINT) == (130, "")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--access-key", "k"], "give as many --secret as --access-key"),
        (["--access-key", "k", "--secret", "s"], "shorter than 32 bytes"),
        (["--port", "99999999"], "hms-mock: "),
        (["--rate-limit", "many"], "--rate-limit: give CALLS/SECONDS, for example 100/60: "),
        (["--rate-limit", "0/60"], "calls must be between 1 and 1000000"),
    ],
)
def test_the_command_explains_mistakes(arguments: Any, said: Any, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code != 0
    assert said in capsys.readouterr().err


USER_TEST = """
import asyncio, httpx, jwt, os, pathlib, pytest, time, uuid
from hms_mock import DEFAULT_ACCESS_KEY, DEFAULT_SECRET

def authorization():
    now = int(time.time())
    claims = {"access_key": DEFAULT_ACCESS_KEY, "type": "management", "version": 2, "jti": str(uuid.uuid4()),
              "iat": now, "nbf": now, "exp": now + 60}
    return {"Authorization": f"Bearer {jwt.encode(claims, DEFAULT_SECRET)}"}

@pytest.mark.parametrize("run", [1, 2])
def test_state_is_fresh(hms_mock, run):
    assert (hms_mock.access_key, hms_mock.secret) == (DEFAULT_ACCESS_KEY, DEFAULT_SECRET)
    with httpx.Client(base_url=hms_mock.url, headers=authorization()) as client:
        assert client.get("/rooms").json()["data"] == []
        room = client.post("/rooms", json={}).json()
    hms_mock.control.join(room["id"], role="host")
    hms_mock.control.advance(10**6)
    hms_mock.control.fail(503, times=9)
    with pathlib.Path(os.environ.get("PYTEST_XDIST_WORKER", "alone")).with_suffix(".url").open("a") as urls:
        print(hms_mock.url, file=urls)

@pytest.mark.parametrize("run", [1, 2])
def test_state_in_the_process_is_fresh(hms_mock_app, run):
    async def open_room():
        transport = httpx.ASGITransport(app=hms_mock_app)
        async with httpx.AsyncClient(
            transport=transport, base_url="http://mock/v2", headers=authorization()
        ) as client:
            assert (await client.get("/rooms")).json()["data"] == []
            return (await client.post("/rooms", json={})).json()

    hms_mock_app.control.join(asyncio.run(open_room())["id"], role="host")
    hms_mock_app.control.fail(503, times=9)
"""


@pytest.mark.parametrize(
    ("arguments", "passed", "processes"),
    [([], 4, 1), (["-p", "xdist.plugin", "--dist=each", "--tx=2*popen"], 8, 2)],
    ids=["in one process", "in two processes"],
)
def test_the_pytest_plugin(tmp_path: Path, arguments: list[str], passed: int, processes: int) -> None:
    (tmp_path / "test_user.py").write_text(USER_TEST)
    # Without the plugins that happen to be installed, ours among them, which is named explicitly.
    environment = subprocess_environment() | {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    environment.pop("PYTEST_XDIST_WORKER", None)
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        *arguments,
        "-p",
        "hms_mock.pytest_plugin",
        "-W",
        "error",
        str(tmp_path),
    ]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, cwd=tmp_path, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"{passed} passed" in done.stdout
    urls = [file.read_text().splitlines() for file in tmp_path.glob("*.url")]
    # One server for all tests of a process, and none for two processes.
    assert [len(each) for each in urls] == [2] * processes
    assert len({url for each in urls for url in each}) == processes


def test_importing_the_package_or_the_plugin_loads_nothing_heavy() -> None:
    program = (
        "import json, sys; import hms_mock, hms_mock.pytest_plugin;"
        "print(json.dumps([name for name in"
        " ('starlette', 'uvicorn', 'jsonschema_rs', 'jwt', 'asyncio', 'httpx') if name in sys.modules]))"
    )
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, capture_output=True, text=True, env=subprocess_environment(), check=True)
    assert json.loads(done.stdout) == []


def test_everything_public_is_there() -> None:
    assert set(package.__all__) <= set(dir(package))
    for name in package.__all__:
        assert getattr(package, name) is not None
    with pytest.raises(AttributeError, match="nothing_of_the_kind"):
        _ = package.nothing_of_the_kind


def test_the_default_credentials_sign_tokens_without_a_warning(sign: Callable[..., str]) -> None:
    assert (
        jwt.decode(sign(), DEFAULT_SECRET, algorithms=["HS256"], options={"verify_exp": False})["version"]
        == 2
    )


@pytest.mark.parametrize("how", ["reset", "restore"])
def test_a_call_that_waits_while_the_mock_is_reset_does_nothing_to_what_comes_after(
    how: str, sign: Callable[..., str]
) -> None:
    app = package.create_app(clock=Clock(lambda: NOW))
    snapshot = app.control.snapshot()
    app.control.fail(delay_seconds=0.01)

    async def scenario() -> None:
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url="http://mock/v2") as client:
            headers = {"Authorization": f"Bearer {sign()}"}
            call = asyncio.create_task(client.post("/rooms", headers=headers, json={"name": "late"}))
            while app.control.pending_faults():  # noqa: ASYNC110  # nothing tells when a call begins to wait
                await asyncio.sleep(0)
            if how == "reset":
                app.control.reset()
            else:
                app.control.restore(snapshot)
            with pytest.raises(ConnectionResetError):
                await call
            assert (await client.get("/rooms", headers=headers)).json()["data"] == []

    asyncio.run(scenario())
    assert [request["operation"] for request in app.control.requests()] == ["listRooms"]


def test_without_the_extra_the_mock_says_what_to_install(tmp_path: Path) -> None:
    hidden = tmp_path / "starlette.py"
    hidden.write_text("raise ModuleNotFoundError(\"No module named 'starlette'\", name='starlette')", "utf-8")
    environment = subprocess_environment()
    environment["PYTHONPATH"] = os.pathsep.join([str(tmp_path), environment["PYTHONPATH"]])
    done = subprocess.run(
        [sys.executable, "-m", "hms_mock"], env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert done.stderr == "hms-mock: the mock server needs starlette: pip install 'hms-server-sdk[mock]'\n"


def test_a_server_that_differs_from_the_api_on_purpose(sign: Callable[..., str]) -> None:
    document = json.loads(resources.files("hms_generated_client").joinpath("openapi.json").read_bytes())
    document["servers"] = [{"url": "https://api.example.com/v3"}]
    handlers = HandlerTable()
    for table in TABLES:
        handlers.handlers.update(table.handlers)
    closed = replace(handlers.handlers["listRooms"], handle=lambda _request: Reply({"code": 503}, 503))
    handlers.handlers["listRooms"] = closed

    class Renamed:
        def __init__(self, app: Any) -> None:
            self._app = app

        async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
            await self._app({**scope, "method": "GET"}, receive, send)

    server = MockServer(
        clock=Clock(lambda: NOW),
        document=document,
        handlers=[handlers],
        middleware=[Middleware(Renamed)],
        validate_responses=False,
    )
    with server:
        assert server.url.endswith("/v3")
        answer = httpx.post(f"{server.url}/rooms", headers={"Authorization": f"Bearer {sign()}"})
    assert (answer.status_code, answer.json()) == (503, {"code": 503})
