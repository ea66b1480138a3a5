"""`python -m hms_mock`, also installed as `hms-mock`: serve the mock until it is interrupted."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from hms_mock import load
from hms_mock.command_line import PROGRAM, read
from hms_mock.errors import ConfigurationError, DatabaseError, ScenarioError

if TYPE_CHECKING:
    from collections.abc import Sequence

_INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the mock server in the foreground.

    Args:
        arguments: the command line without the name of the program. Left out: that of the process.

    Returns:
        The exit status.
    """
    options = read(arguments)
    try:
        # After the arguments, so that a mistake in them and --help answer at once.
        load("hms_mock.foreground")
        from hms_mock.foreground import serve  # noqa: PLC0415

        serve(options)
    except KeyboardInterrupt:
        return _INTERRUPTED
    except (ConfigurationError, DatabaseError, ScenarioError, ModuleNotFoundError) as error:
        sys.stderr.write(f"{PROGRAM}: {error}\n")
        sys.exit(1)
    return 0


if __name__ == "__main__":
    sys.exit(main())
