"""A mock with a database that is killed in the middle of its work, again and again."""

from __future__ import annotations

import itertools
import random
import signal
import threading
import time
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from mock_process import MockProcess

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Json = dict[str, Any]

THREADS = 4
ROUNDS = 4


class Load:
    """Threads that fill a mock until it is gone, and remember what it answered.

    Args:
        sign: makes a token.
    """

    def __init__(self, sign: Callable[..., str]) -> None:
        now = int(time.time())
        self.headers = {"Authorization": f"Bearer {sign(iat=now, nbf=now, exp=now + 86400)}"}
        self.rooms: dict[str, Json] = {}
        self.codes: dict[str, list[Json]] = {}
        self.peers: dict[str, tuple[str, Json]] = {}
        self.asked_for: set[str] = set()
        self._numbers = itertools.count()
        self._lock = threading.Lock()

    def until_killed(self, process: MockProcess, answers: int) -> None:
        """Work with all threads; kill the process as soon as it has given so many answers."""
        left = itertools.count(answers, -1)

        def answered() -> None:
            with self._lock:
                if next(left) == 1:
                    process.kill()

        threads = [threading.Thread(target=self._work, args=(process, answered)) for _ in range(THREADS)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    def _work(self, process: MockProcess, answered: Callable[[], None]) -> None:
        with httpx.Client(base_url=process.url, headers=self.headers) as api:
            try:
                while True:
                    self._fill(api, process.control_url, answered)
            except httpx.TransportError:
                return

    def _fill(self, api: httpx.Client, control_url: str, answered: Callable[[], None]) -> None:
        name = f"room-{next(self._numbers)}"
        self.asked_for.add(name)
        room = api.post("/rooms", json={"name": name}).raise_for_status().json()
        self.rooms[room["id"]] = room
        answered()
        codes = api.post(f"/room-codes/room/{room['id']}").raise_for_status().json()["data"]
        self.codes[room["id"]] = codes
        answered()
        joined = api.post(f"{control_url}/rooms/{room['id']}/join", json={"role": "host", "name": name})
        peer = joined.raise_for_status().json()
        self.peers[peer["id"]] = room["id"], peer
        answered()

    def check(self, process: MockProcess) -> None:
        """Everything that was answered is there as it was answered, and nothing else is there in part."""
        with httpx.Client(base_url=process.url, headers=self.headers) as api:
            for room_id, room in self.rooms.items():
                assert api.get(f"/rooms/{room_id}").json() == room
            for room_id, codes in self.codes.items():
                assert codes_of(api, room_id) == {code["code"]: code for code in codes}
            for peer_id, (room_id, peer) in self.peers.items():
                shown = api.get(f"/active-rooms/{room_id}/peers/{peer_id}").json()
                assert shown | {"session_id": peer["session_id"]} == peer
            for room in everything(api, "/rooms"):
                assert room["name"] in self.asked_for
                assert len(codes_of(api, room["id"])) in {0, 2}
                self.rooms.setdefault(room["id"], api.get(f"/rooms/{room['id']}").json())
            names = [room["name"] for room in self.rooms.values()]
            assert len(set(names)) == len(names)
            for session in everything(api, "/sessions"):
                assert [peer["name"] for peer in session["peers"].values()] == [
                    self.rooms[session["room_id"]]["name"]
                ]


def codes_of(api: httpx.Client, room_id: str) -> dict[str, Json]:
    return {code["code"]: code for code in api.get(f"/room-codes/room/{room_id}").json()["data"]}


def everything(api: httpx.Client, path: str) -> list[Json]:
    found: list[Json] = []
    start = ""
    while True:
        page = api.get(path, params={"limit": 100, "start": start}).json()
        found += page["data"]
        if not page["data"]:
            return found
        start = page["last"]


@pytest.mark.parametrize("seed", [1, 2])
def test_what_was_answered_is_there_after_a_sudden_end(
    tmp_path: Path, sign: Callable[..., str], seed: int
) -> None:
    moments = random.Random(seed)  # noqa: S311 - the moments are to be the same in every run
    file, load, advanced = tmp_path / "mock.db", Load(sign), 0.0
    for _ in range(ROUNDS):
        with MockProcess("--database", str(file)) as process:
            clock = httpx.get(f"{process.control_url}/clock").json()
            assert clock["offset_seconds"] == advanced
            load.check(process)
            advanced += 1.5
            httpx.post(f"{process.control_url}/clock/advance", json={"seconds": 1.5}).raise_for_status()
            load.until_killed(process, moments.randint(1, 60))
    assert len(load.peers) > ROUNDS
    with MockProcess("--database", str(file)) as process:
        load.check(process)
        identifiers = [*load.rooms, *load.peers, *(peer["session_id"] for _, peer in load.peers.values())]
        assert len(set(identifiers)) == len(identifiers)


@pytest.mark.parametrize(("how", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, -signal.SIGTERM)])
def test_a_process_that_is_stopped_leaves_one_file_that_another_version_can_go_on_with(
    tmp_path: Path, sign: Callable[..., str], how: signal.Signals, status: int
) -> None:
    file, load = tmp_path / "mock.db", Load(sign)
    with MockProcess("--quiet", "--database", str(file)) as process:
        room = httpx.post(f"{process.url}/rooms", json={}, headers=load.headers).json()
        assert process.end(how) == (status, "")
    assert [each.name for each in tmp_path.iterdir()] == ["mock.db"]
    with MockProcess("--database", str(file)) as process:
        answer = httpx.get(f"{process.url}/rooms/{room['id']}", headers=load.headers)
        assert answer.json() == room
