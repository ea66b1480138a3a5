"""`python -m hms_mock`: serve the mock until it is interrupted."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from hms_mock.clock import Clock, parse_timestamp

if TYPE_CHECKING:
    from collections.abc import Sequence


def _standing_at(text: str) -> Clock:
    """Read the argument of `--clock`."""
    try:
        at = parse_timestamp(text).timestamp()
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None
    return Clock(lambda: at)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the mock server in the foreground.

    Args:
        arguments: the command line without the name of the program. Left out: that of the process.

    Returns:
        The exit status.
    """
    parser = argparse.ArgumentParser(prog="hms-mock", description="A stateful mock of the 100ms REST API.")
    parser.add_argument("--host", default="127.0.0.1", help="the address to listen at (default: %(default)s)")
    parser.add_argument("--port", type=int, default=0, help="the port (default: any free one)")
    parser.add_argument("--seed", type=int, default=0, help="where identifiers start (default: %(default)s)")
    parser.add_argument("--access-key", action="append", default=[], metavar="KEY", help="may be repeated")
    parser.add_argument("--secret", action="append", default=[], help="one for each --access-key, in order")
    parser.add_argument(
        "--clock",
        type=_standing_at,
        metavar="TIME",
        help="an RFC 3339 time at which the clock stands until it is advanced (default: the real time)",
    )
    parser.add_argument(
        "--database",
        metavar="FILE",
        help="keep the state in this file, and go on with what is in it (default: keep it in memory)",
    )
    options = parser.parse_args(arguments)
    if len(options.access_key) != len(options.secret):
        parser.error("give as many --secret as --access-key")

    # After the arguments, so that a mistake in them and --help answer at once.
    try:
        from hms_mock import ConfigurationError, create_app  # noqa: PLC0415
    except ModuleNotFoundError as error:
        parser.exit(1, f"hms-mock: {error}\n")
    from hms_mock.server import listen, new_server, url_of  # noqa: PLC0415

    try:
        app = create_app(
            credentials=dict(zip(options.access_key, options.secret, strict=True)) or None,
            seed=options.seed,
            clock=options.clock,
            database=options.database,
        )
        listener = listen(options.host, options.port)
    except (ConfigurationError, OSError, OverflowError) as error:
        parser.exit(1, f"hms-mock: {error}\n")
    with listener:
        print(f"100ms mock server at {url_of(listener, app.base_path)}")  # noqa: T201
        print(f"Its console at {url_of(listener, '/')}", flush=True)  # noqa: T201
        try:
            new_server(app).run([listener])
        except KeyboardInterrupt:
            return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
