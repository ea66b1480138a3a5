"""`python -m hms_mock`: serve the mock until it is interrupted."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


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
        "--database",
        metavar="FILE",
        help="keep the state in this file, and go on with what is in it (default: keep it in memory)",
    )
    parser.add_argument(
        "--rate-limit",
        metavar="CALLS/SECONDS",
        help="how many calls each access key may make, for example 100/60 (default: any number)",
    )
    options = parser.parse_args(arguments)
    if len(options.access_key) != len(options.secret):
        parser.error("give as many --secret as --access-key")

    # After the arguments, so that a mistake in them and --help answer at once.
    try:
        from hms_mock import ConfigurationError, RateLimit, create_app  # noqa: PLC0415
    except ModuleNotFoundError as error:
        parser.exit(1, f"hms-mock: {error}\n")
    from hms_mock.server import listen, new_server, url_of  # noqa: PLC0415

    rate_limit = None
    if options.rate_limit is not None:
        calls, _, seconds = options.rate_limit.partition("/")
        try:
            rate_limit = RateLimit(int(calls), float(seconds))
        except ValueError as error:
            parser.error(f"--rate-limit takes CALLS/SECONDS, for example 100/60: {error}")
    try:
        app = create_app(
            credentials=dict(zip(options.access_key, options.secret, strict=True)) or None,
            seed=options.seed,
            database=options.database,
            rate_limit=rate_limit,
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
