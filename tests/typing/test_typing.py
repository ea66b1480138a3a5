from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_code_of_users_has_the_types_it_says() -> None:
    checked = subprocess.run(
        [sys.executable, "-m", "mypy", "tests/typing/user_code.py", "tests/typing/user_webhooks.py"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr
