"""A Redis server for the tests of this folder. They have the marker `redis` and need `redis-server`."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="session")
def redis_url() -> Iterator[str]:
    """A server of its own on a socket file, which nothing else can reach."""
    server = shutil.which("redis-server")
    assert server is not None, "redis-server is not installed (Debian: apt-get install redis-server)"
    # Not tmp_path: the path of a socket may have about a hundred characters at most.
    with tempfile.TemporaryDirectory(prefix="hms-redis-") as folder:
        socket = Path(folder, "s")
        arguments = ["--port", "0", "--unixsocket", str(socket), "--save", "", "--dir", folder]
        process = subprocess.Popen([server, *arguments], stdout=subprocess.DEVNULL)
        try:
            deadline = time.monotonic() + 20
            while not socket.exists():
                assert process.poll() is None, "redis-server ended at once"
                assert time.monotonic() < deadline, "redis-server did not start"
                time.sleep(0.01)
            yield f"unix://{socket}"
        finally:
            process.terminate()
            process.wait()
