"""One client in many threads, and in processes that were forked after it was made."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

import hms

if TYPE_CHECKING:
    from hms_mock import MockServer

FORKING = """
import os
import sys
import hms

# As gunicorn does with --preload: the module that makes the client is imported before the workers are forked.
client = hms.Client(strict=True, retries=0)
rooms = [client.rooms.create(name=f"room-{number}") for number in range(4)]
children = []
for room in rooms:
    child = os.fork()
    if child == 0:
        for _ in range(20):
            assert client.rooms.get(room.id) == room
        client.close()
        os._exit(0)
    children.append(child)
for _ in range(20):
    for room in rooms:
        assert client.rooms.get(room.id) == room
sys.exit(sum(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children))
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")
def test_forked_processes_use_the_client_of_their_parent(hms_mock: MockServer) -> None:
    environment = {
        "HMS_BASE_URL": hms_mock.url,
        "HMS_ACCESS_KEY": hms_mock.access_key,
        "HMS_SECRET": hms_mock.secret,
    }
    # A process of its own, because this one has threads, and forks of such a process may hang.
    done = subprocess.run(
        [sys.executable, "-c", FORKING],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert len(hms_mock.control.requests()) == 4 + 4 * 20 + 20 * 4


def test_many_threads_over_one_client(hms_mock: MockServer) -> None:
    with hms.Client(
        base_url=hms_mock.url, access_key=hms_mock.access_key, secret=hms_mock.secret, strict=True, retries=0
    ) as client:

        def work(number: int) -> str:
            name = f"room-{number}"
            room = client.rooms.create(name=name)
            for turn in range(5):
                sender = client.with_options(timeout=20) if turn % 2 else client
                assert sender.rooms.get(room.id).name == name
            return name

        # More threads than connections.
        with ThreadPoolExecutor(16) as pool:
            names = set(pool.map(work, range(32)))
        assert {room.name for room in client.rooms.list(limit=100)} == names
