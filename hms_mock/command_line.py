"""The options of the command `hms-mock`. Nothing heavy is imported, so that --help answers at once."""

from __future__ import annotations

import argparse
import re
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, NoReturn
from urllib.parse import urlsplit

from hms_mock.clock import parse_timestamp
from hms_mock.rate_limits import RateLimit

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

PROGRAM = "hms-mock"
_DISTRIBUTION = "hms-server-sdk"
_MOST_SPEED = 10_000
_HEADER = re.compile(r"(?P<name>[A-Za-z0-9-]+):[ \t]*(?P<value>[\x20-\x7e]*)")


@dataclass(frozen=True)
class Options:
    """What the command was asked to do.

    Attributes:
        host: the address to listen at.
        port: the port; 0 for any free one.
        seed: where identifiers start.
        clock: the time at which the clock stands until it is advanced; None for the real time.
        database: the file that keeps the state; None for memory.
        scenario: the file to play first; None for none.
        speed: how many seconds of it pass in a real one, while the mock serves; None to play it at once.
        rate_limit: how many calls each access key may make; None for any number.
        credentials: the secret for each access key; empty for the default pair.
        webhook_url: where webhooks go; None for nowhere.
        webhook_headers: headers to send along with them.
        webhook_hosts: hosts beside this machine that they may go to.
        quiet: whether only the addresses are printed.
        log_requests: whether a line is printed for each call.
    """

    host: str
    port: int
    seed: int
    clock: datetime | None
    database: str | None
    scenario: str | None
    speed: float | None
    rate_limit: RateLimit | None
    credentials: Mapping[str, str]
    webhook_url: str | None
    webhook_headers: Mapping[str, str]
    webhook_hosts: Sequence[str]
    quiet: bool
    log_requests: bool


def read(arguments: Sequence[str] | None) -> Options:
    """Read the command line. A mistake in it, --help and --version end the process.

    Args:
        arguments: the command line without the name of the program. None for that of the process.
    """
    parser = _parser()
    given = parser.parse_args(arguments)
    if given.version:
        sys.stdout.write(f"{_version()}\n")
        parser.exit()
    if len(given.access_key) != len(given.secret):
        parser.error("give as many --secret as --access-key")
    if len(set(given.access_key)) != len(given.access_key):
        parser.error("give each --access-key once")
    if given.webhook_header and given.webhook_url is None:
        parser.error("--webhook-header needs --webhook-url")
    if given.webhook_allow and given.webhook_url is None:
        parser.error("--webhook-allow needs --webhook-url")
    if given.speed is not None and given.scenario is None:
        parser.error("--speed needs --scenario")
    return Options(
        host=given.host,
        port=given.port,
        seed=given.seed,
        clock=given.clock,
        database=given.database,
        scenario=given.scenario,
        speed=given.speed,
        rate_limit=given.rate_limit,
        credentials=dict(zip(given.access_key, given.secret, strict=True)),
        webhook_url=given.webhook_url,
        webhook_headers=dict(given.webhook_header),
        webhook_hosts=given.webhook_allow,
        quiet=given.quiet,
        log_requests=given.log_requests,
    )


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {message}; {self.prog} --help lists the options\n")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog=PROGRAM,
        description="A stateful mock server of the 100ms REST API.",
        epilog="It serves until it is interrupted. The exit status is 2 after a mistake in the command line, "
        "and 1 when the server cannot start.",
    )
    parser.add_argument("--version", action="store_true", help="print the version and exit")

    address = parser.add_argument_group("address")
    address.add_argument(
        "--host", default="127.0.0.1", help="the address to listen at (default: %(default)s)"
    )
    address.add_argument("--port", type=_port, default=0, help="the port (default: any free one)")

    state = parser.add_argument_group("state")
    state.add_argument("--seed", type=int, default=0, help="where identifiers start (default: %(default)s)")
    state.add_argument(
        "--clock",
        type=_time,
        metavar="TIME",
        help="an RFC 3339 time at which the clock stands until it is advanced (default: the real time)",
    )
    state.add_argument(
        "--database",
        metavar="FILE",
        help="keep the state in this file, and go on with what is in it (default: keep it in memory)",
    )
    state.add_argument(
        "--scenario", metavar="FILE", help="play this scenario before the first call is answered"
    )
    state.add_argument(
        "--speed",
        type=_speed,
        metavar="TIMES",
        help="play the scenario while the mock serves, so many times as fast as the real time: 1 as it "
        "happens, 60 for an hour in a minute (default: at once)",
    )

    limits = parser.add_argument_group("limits")
    limits.add_argument(
        "--rate-limit",
        type=_rate_limit,
        metavar="CALLS/SECONDS",
        help="how many calls each access key may make, for example 100/60 (default: any number)",
    )

    credentials = parser.add_argument_group("credentials")
    credentials.add_argument(
        "--access-key",
        action="append",
        default=[],
        metavar="KEY",
        help="a workspace; may be repeated (default: one whose key and secret are printed)",
    )
    credentials.add_argument(
        "--secret", action="append", default=[], help="one for each --access-key, in order; at least 32 bytes"
    )

    webhooks = parser.add_argument_group("webhooks", "They are sent only when --webhook-url is given.")
    webhooks.add_argument(
        "--webhook-url",
        type=_webhook_url,
        metavar="URL",
        help="where the webhooks go of rooms that have no endpoint of their own",
    )
    webhooks.add_argument(
        "--webhook-header",
        type=_header,
        action="append",
        default=[],
        metavar="NAME:VALUE",
        help="send this header to --webhook-url; may be repeated",
    )
    webhooks.add_argument(
        "--webhook-allow",
        type=str.lower,
        action="append",
        default=[],
        metavar="HOST",
        help="also send to this host; may be repeated (default: only to this machine)",
    )

    output = parser.add_argument_group("output")
    output.add_argument("--quiet", action="store_true", help="print nothing but the two addresses")
    output.add_argument("--log-requests", action="store_true", help="print a line for each call of the API")
    return parser


def _version() -> str:
    # It loads half of `email`, for this option alone.
    from importlib import metadata  # noqa: PLC0415

    try:
        return f"{PROGRAM} {metadata.version(_DISTRIBUTION)}"
    except metadata.PackageNotFoundError:
        return f"{PROGRAM} of a source tree that is not installed"


def _speed(text: str) -> float:
    try:
        speed = float(text)
    except ValueError:
        speed = 0.0
    if not 1 <= speed <= _MOST_SPEED:
        raise argparse.ArgumentTypeError(f"{text!r} is no speed; give a number from 1 to {_MOST_SPEED}")
    return speed


def _port(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text) < 65536):
        raise argparse.ArgumentTypeError(f"{text!r} is no port; give a number up to 65535")
    return int(text)


def _time(text: str) -> datetime:
    try:
        return parse_timestamp(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{error}; give for example 2025-06-15T15:06:40Z") from error


def _rate_limit(text: str) -> RateLimit:
    calls, _, seconds = text.partition("/")
    try:
        return RateLimit(int(calls), float(seconds))
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"give CALLS/SECONDS, for example 100/60: {error}") from error


def _webhook_url(text: str) -> str:
    try:
        parts = urlsplit(text)
        is_url = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        is_url = False
    if not is_url:
        raise argparse.ArgumentTypeError("that is no URL; give for example http://127.0.0.1:9000/webhooks")
    return text


def _header(text: str) -> tuple[str, str]:
    found = _HEADER.fullmatch(text)
    if found is None:
        raise argparse.ArgumentTypeError("that is no header; give for example 'X-Passcode: open sesame'")
    return found["name"], found["value"].rstrip()
