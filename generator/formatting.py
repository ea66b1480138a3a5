"""Step 6: pinned ruff sorts imports, removes the unused ones and lays the code out."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

# --isolated: the output depends on nothing but the generator and its pinned versions.
_COMMANDS = (
    (
        "check",
        "--isolated",
        "--quiet",
        "--fix",
        "--select",
        "F401,I",
        "--target-version",
        "py311",
    ),
    ("format", "--isolated", "--quiet", "--line-length", "110", "--target-version", "py311"),
)


def format_package(output: Path) -> None:
    """Format all Python files below a folder.

    Raises:
        RuntimeError: Ruff refused a file: a template renders something that is no Python.
    """
    for command in _COMMANDS:
        done = subprocess.run(
            [sys.executable, "-m", "ruff", *command, "--no-cache", str(output)],
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise RuntimeError(f"ruff {command[0]} failed on the generated code:\n{done.stdout}{done.stderr}")
