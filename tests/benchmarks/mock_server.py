"""How fast the mock server is, how fast it starts, and how much memory it takes.

`make bench` compares it with a Starlette app of one route on the same server: what a call costs, and what a
start costs. `make bench-prism` compares it with Prism on the same document, which needs Node.js. `--memory
CALLS` shows how its memory grows over so many calls. Each fails when a goal is missed.

The servers take turns on one processor core, and are called from another. Calls are counted per second of the
server's own processor time, so that a busy machine does not change the ratios; the median of the rounds
counts, and a first round does not. The mock verifies the token, checks each request against the document,
carries it out, and checks its answer. Prism checks requests, too, but only that there is a token, and answers
with the example in the document.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import re
import socket
import statistics
import subprocess
import sys
import time
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

import jwt

import hms_mock
from hms_mock import DEFAULT_ACCESS_KEY, DEFAULT_SECRET

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROOT = Path(hms_mock.__file__).parents[1]
DOCUMENT = ROOT / "hms_generated_client" / "openapi.json"
NODE_MODULES = Path(__file__).parent / "prism" / "node_modules"
SERVER_CORE, CALLER_CORE = 0, 1
CONNECTIONS = 10
CALLS = 3000
"""How often each server is called in each turn."""
ROUNDS = 5
PRISM_GOALS = {"GET /rooms/{room_id}": 3.0, "GET /rooms": 2.0, "POST /rooms": 2.0}
"""At least how many calls the mock answers while Prism answers one."""
BARE_GOALS = {"GET /rooms/{room_id}": 3.0, "start": 3.0}
"""At most what the mock takes while the bare app takes 1."""
MOST_MEGABYTES = 100
MEMORY_STEPS = 10


class Server:
    """A running server.

    Args:
        process: its process.
        url: the base URL of the API.
    """

    def __init__(self, process: subprocess.Popen[str], url: str) -> None:
        self.process = process
        self.url = url

    @property
    def cpu_seconds(self) -> float:
        """The processor time it has taken so far."""
        # The name of the command, in parentheses, may hold spaces.
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return sum(map(int, fields[11:13])) / os.sysconf("SC_CLK_TCK")

    @property
    def megabytes(self) -> float:
        """The memory it takes."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        found = re.search(r"VmRSS:\s+(\d+) kB", status)
        assert found is not None
        return int(found[1]) / 1024


@contextmanager
def mock_server() -> Iterator[Server]:
    """Run the mock server."""
    command = [sys.executable, "-m", "hms_mock", "--port", "0"]
    with running(command) as process:
        assert process.stdout is not None
        yield Server(process, process.stdout.readline().split()[-1])


BARE = """
import socket
import uvicorn
from starlette.applications import Starlette
from starlette.responses import JSONResponse
from starlette.routing import Route
listener = socket.create_server(("127.0.0.1", 0))
print(f"http://127.0.0.1:{listener.getsockname()[1]}", flush=True)
async def get_room(request):
    return JSONResponse({})
app = Starlette(routes=[Route("/rooms/{room_id}", get_room)])
uvicorn.Server(uvicorn.Config(app, log_config=None, access_log=False)).run([listener])
"""


@contextmanager
def bare_app() -> Iterator[Server]:
    """Run an app of one route, which answers an empty object."""
    with running([sys.executable, "-c", BARE]) as process:
        assert process.stdout is not None
        yield Server(process, process.stdout.readline().strip())


@contextmanager
def prism() -> Iterator[Server]:
    """Run Prism."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    program = NODE_MODULES / "@stoplight" / "prism-cli" / "dist" / "index.js"
    command = ["node", str(program), "mock", "-v", "silent", "-p", str(port), str(DOCUMENT)]
    with running(command) as process:
        for _ in range(600):
            try:
                socket.create_connection(("127.0.0.1", port)).close()
            except ConnectionRefusedError:
                time.sleep(0.1)
            else:
                break
        yield Server(process, f"http://127.0.0.1:{port}")


@contextmanager
def running(command: Sequence[str]) -> Iterator[subprocess.Popen[str]]:
    """Run a server on the core for servers."""
    pinned = ["taskset", "--cpu-list", str(SERVER_CORE), *command]
    with subprocess.Popen(pinned, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        try:
            yield process
        finally:
            process.terminate()


def token() -> str:
    """A management token that is good for a day."""
    now = int(time.time())
    claims = {"access_key": DEFAULT_ACCESS_KEY, "type": "management", "version": 2, "jti": "bench"}
    return jwt.encode(claims | {"iat": now, "nbf": now, "exp": now + 86400}, DEFAULT_SECRET)


HEADERS = {"Authorization": f"Bearer {token()}", "Content-Type": "application/json"}


def call(url: str, body: Any = None) -> Any:
    """Make one call."""
    data = None if body is None else json.dumps(body).encode()
    with urlopen(Request(url, data, HEADERS)) as response:  # noqa: S310 - a loopback URL
        return json.load(response)


class Connections:
    """Connections that are kept alive, over which one call each is made at a time.

    A client of the project's own dependencies takes longer over a call than the servers do.

    Args:
        url: the base URL of the server.
    """

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        headers = {"Host": parts.netloc} | HEADERS
        self._headers = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
        self._base_path = parts.path
        address = (parts.hostname or "", parts.port or 80)
        self._sockets = [socket.create_connection(address) for _ in range(CONNECTIONS)]
        self._files = [each.makefile("rb") for each in self._sockets]

    def call(self, method: str, path: str, bodies: Iterator[bytes]) -> None:
        """Make one call over each connection at once."""
        for each in self._sockets:
            body = next(bodies)
            head = f"{method} {self._base_path}{path} HTTP/1.1\r\n{self._headers}"
            each.sendall(f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body)
        for file in self._files:
            status = file.readline()
            if b" 200 " not in status:
                raise RuntimeError(f"{method} {path}: the answer is {status!r}")
            length = 0
            while (line := file.readline()) != b"\r\n":
                name, _, value = line.partition(b":")
                if name.lower() == b"content-length":
                    length = int(value)
            file.read(length)

    def close(self) -> None:
        """Close all connections."""
        for file in self._files:
            file.close()
        for each in self._sockets:
            each.close()


def fire(server: Server, method: str, path: str, *, calls: int = CALLS) -> float:
    """Call a server, and return how many calls it answers per second of its own processor time."""
    numbers = itertools.count()
    bodies: Iterator[bytes] = itertools.repeat(b"")
    if method == "POST":
        bodies = (b'{"name":"room-%d","description":"Physics, 9th grade"}' % number for number in numbers)
    with closing(Connections(server.url)) as connections:
        before = server.cpu_seconds
        for _ in range(calls // CONNECTIONS):
            connections.call(method, path, bodies)
        return calls / (server.cpu_seconds - before)


def start_over(mock: Server) -> str:
    """Leave two rooms in the mock server, as many as Prism's example lists, and return the ID of one."""
    call(f"{mock.url.removesuffix('/v2')}/_mock/reset", {})
    rooms = [call(f"{mock.url}/rooms", {"name": name}) for name in ("town-hall", "physics-monday")]
    return str(rooms[0]["id"])


def rounds() -> Iterator[bool]:
    """Whether each round counts; the first warms up."""
    yield False
    yield from itertools.repeat(True, ROUNDS)


def shown(name: str, measured: Sequence[float], other: str, goal: float) -> str:
    """A line about the ratios to another server."""
    spread = f"{min(measured):.2f} to {max(measured):.2f}"
    return f"{name:<20} {statistics.median(measured):.2f} x {other} ({spread}; goal {goal})\n"


def compare_with_bare_app() -> int:
    """Measure what the mock server adds to an app that does nothing; returns 1 when a goal is missed."""
    ratios: dict[str, list[float]] = {name: [] for name in BARE_GOALS}
    megabytes = 0.0
    for counts in rounds():
        with mock_server() as mock, bare_app() as bare:
            room_id = start_over(mock)
            call(f"{bare.url}/rooms/{room_id}")
            start = mock.cpu_seconds / bare.cpu_seconds
            path = f"/rooms/{room_id}"
            cost = fire(bare, "GET", path) / fire(mock, "GET", path)
            megabytes = mock.megabytes
        if counts:
            ratios["start"].append(start)
            ratios["GET /rooms/{room_id}"].append(cost)
    for name, measured in ratios.items():
        sys.stdout.write(shown(name, measured, "a bare app", BARE_GOALS[name]))
    sys.stdout.write(f"memory: {megabytes:.0f} MB (goal {MOST_MEGABYTES})\n")
    missed = any(statistics.median(measured) > BARE_GOALS[name] for name, measured in ratios.items())
    return int(missed or megabytes > MOST_MEGABYTES)


def compare_with_prism() -> int:
    """Measure both servers; returns 1 when a goal is missed."""
    ratios: dict[str, list[float]] = {name: [] for name in PRISM_GOALS}
    with mock_server() as mock, prism() as other:
        for counts in rounds():
            room_id = start_over(mock)
            for name, measured in ratios.items():
                method, path = name.format(room_id=room_id).split()
                ratio = fire(mock, method, path) / fire(other, method, path)
                if counts:
                    measured.append(ratio)
        sys.stdout.write(f"memory: {mock.megabytes:.0f} MB, Prism {other.megabytes:.0f} MB\n")
    for name, measured in ratios.items():
        sys.stdout.write(shown(name, measured, "Prism", PRISM_GOALS[name]))
    return int(any(statistics.median(measured) < PRISM_GOALS[name] for name, measured in ratios.items()))


def watch_memory(calls: int) -> int:
    """Measure the mock server's memory on the way to so many calls; returns 1 when it takes too much."""
    with mock_server() as mock:
        room_id = start_over(mock)
        sys.stdout.write(f"{0:>9} calls: {mock.megabytes:.1f} MB\n")
        for step in range(1, MEMORY_STEPS + 1):
            fire(mock, "GET", f"/rooms/{room_id}", calls=calls // MEMORY_STEPS)
            sys.stdout.write(f"{step * calls // MEMORY_STEPS:>9} calls: {mock.megabytes:.1f} MB\n")
            sys.stdout.flush()
        return int(mock.megabytes > MOST_MEGABYTES)


def main() -> int:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(description="Measure the mock server.")
    parser.add_argument("--prism", action="store_true", help="compare with Prism")
    parser.add_argument("--memory", type=int, metavar="CALLS", help="watch the memory over so many calls")
    options = parser.parse_args()
    os.sched_setaffinity(0, {CALLER_CORE})
    if options.memory is not None:
        return watch_memory(options.memory)
    return compare_with_prism() if options.prism else compare_with_bare_app()


if __name__ == "__main__":
    sys.exit(main())
