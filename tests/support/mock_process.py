"""The mock as a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Self

import hms_mock as package

if TYPE_CHECKING:
    import signal
    from types import TracebackType

PATIENCE_SECONDS = 60
"""How long a test waits for a process to end before it fails."""


def subprocess_environment() -> dict[str, str]:
    """The environment in which a child process finds the package under test."""
    roots = [str(Path(package.__file__).parents[1]), os.environ.get("PYTHONPATH", "")]
    return os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, roots))}


class MockProcess:
    """`python -m hms_mock`, from the moment it serves. It is killed at the end of the `with`.

    Args:
        arguments: its command line.
        stderr: as for `subprocess.Popen`.
    """

    def __init__(self, *arguments: str, stderr: int | None = None) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "hms_mock", *arguments],
            stdout=subprocess.PIPE,
            stderr=stderr,
            text=True,
            env=subprocess_environment(),
        )
        assert self._process.stdout is not None
        self.said = [self._process.stdout.readline() for _ in range(2)]
        self.url, self.console_url = (line.split()[-1] for line in self.said)

    @property
    def control_url(self) -> str:
        return self.url.removesuffix("/v2") + "/_mock"

    def next_error(self) -> str:
        """The next line of what it says on stderr, "" at its end."""
        assert self._process.stderr is not None
        return self._process.stderr.readline()

    def kill(self) -> None:
        self._process.kill()

    def end(self, how: signal.Signals) -> tuple[int, str]:
        """Ask it to end; return its exit status and the rest of what it said."""
        assert self._process.stdout is not None
        self._process.send_signal(how)
        status = self._process.wait(PATIENCE_SECONDS)
        # Not `communicate`, which does not know what `readline` has read ahead.
        return status, self._process.stdout.read()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdout, self._process.stderr):
            if stream is not None:
                stream.close()
