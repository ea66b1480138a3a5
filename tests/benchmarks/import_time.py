"""How long `from hms import Client` takes, in multiples of `import httpx`.

Each import is timed in fresh processes, the two in turns; the fastest of each counts.
"""

from __future__ import annotations

import subprocess
import sys

GOAL = 1.3
ROUNDS = 15

_TIMED = "import time; began = time.perf_counter(); {statement}; print(time.perf_counter() - began)"


def seconds(statement: str) -> float:
    """The time that a statement takes in a fresh process."""
    command = [sys.executable, "-c", _TIMED.format(statement=statement)]
    return float(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def main() -> int:
    """Measure both; returns 1 when the goal is missed."""
    ours, theirs = [], []
    for _ in range(ROUNDS):
        ours.append(seconds("from hms import Client"))
        theirs.append(seconds("import httpx"))
    measured = min(ours) / min(theirs)
    sys.stdout.write(f"from hms import Client: {measured:.2f} x import httpx (goal {GOAL})\n")
    return int(measured > GOAL)


if __name__ == "__main__":
    sys.exit(main())
