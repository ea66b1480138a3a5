"""Step 7: the package imports, and it has every operation of the document."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from .errors import DocumentError, Mistake
from .walk import operations

if TYPE_CHECKING:
    from .nodes import JSONObject

_PROBE = Path(__file__).parent / "probe.py"


def verify(document: JSONObject, output: Path) -> int:
    """Check a generated package against its document.

    Args:
        document: The bundled document.
        output: The folder of the package.

    Returns:
        The number of operations, which is the same in both.

    Raises:
        RuntimeError: The package does not import.
        DocumentError: An operation is missing or is there without being in the document.
    """
    # A fresh interpreter: the package of this name that is installed here is the previous one.
    done = subprocess.run(
        [sys.executable, "-B", "-W", "error", str(_PROBE), str(output.parent)],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"the generated package does not import:\n{done.stderr}")
    generated = set[str](json.loads(done.stdout))
    wanted = {node.data["operationId"] for node in operations(document)}
    if generated != wanted:
        raise DocumentError(
            Mistake(
                f"the operation {name} is not in both the document and the package",
                "look for it in generator/parse.py",
            )
            for name in sorted(generated ^ wanted)
        )
    return len(generated)
