"""The mock's clock: the real time plus whatever tests have advanced it by."""

from __future__ import annotations

import re
import time
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

_TIMESTAMP = re.compile(
    r"(?P<date>\d{4}-\d\d-\d\d)[Tt ](?P<hour>\d\d):(?P<minute>\d\d):(?P<second>\d\d)(?:\.(?P<fraction>\d+))?"
    r"(?P<zone>[Zz]|[+-]\d\d:\d\d)"
)
_EARLIEST = datetime.min.replace(tzinfo=UTC)
_LATEST = datetime.max.replace(tzinfo=UTC)
_LONGEST_ADVANCE = 100 * 365 * 86400.0


class Clock:
    """Tells the mock what time it is.

    The clock has two readings. `now()` drives everything that the mock does: timestamps, session
    lengths, filters. `token_now()` is what the times in a token are compared with. Both move
    together, so that a test can let tokens expire by advancing the clock; `advance(...,
    tokens=False)` moves only the first, for tests that jump further than the lifetime of the tokens
    of clients that live on the real time.

    Args:
        source: a function that returns seconds since 1970, by default the real time. A test that needs
            exact timestamps passes a constant.
    """

    def __init__(self, source: Callable[[], float] = time.time) -> None:
        self._source = source
        self._offset = 0.0
        self._token_offset = 0.0

    @property
    def offset(self) -> float:
        """How many seconds the mock's time is ahead of its source."""
        return self._offset

    @property
    def token_offset(self) -> float:
        """How many seconds the time that tokens are checked against is ahead of the source."""
        return self._token_offset

    def now(self) -> datetime:
        """The mock's time, in UTC."""
        return datetime.fromtimestamp(self._source() + self._offset, UTC)

    def token_now(self) -> float:
        """The time that tokens are checked against, in seconds since 1970."""
        return self._source() + self._token_offset

    def advance(self, seconds: float, *, tokens: bool = True) -> datetime:
        """Move the clock forward.

        Args:
            seconds: how far, zero or more and up to a hundred years in all.
            tokens: whether the time that tokens are checked against moves along.

        Returns:
            The mock's new time.

        Raises:
            ValueError: the clock would run backwards or out of the calendar.
        """
        if not 0 <= seconds <= _LONGEST_ADVANCE - max(self._offset, self._token_offset):
            raise ValueError("seconds must be zero or more, and the clock at most 100 years ahead")
        self._offset += seconds
        if tokens:
            self._token_offset += seconds
        return self.now()

    def reset(self, *, offset: float = 0.0, token_offset: float = 0.0) -> None:
        """Go back to the time of the source, or to times ahead of it.

        Args:
            offset: how many seconds the mock's time is ahead.
            token_offset: how many seconds the time that tokens are checked against is ahead.
        """
        self._offset, self._token_offset = offset, token_offset

    @contextmanager
    def stopped(self, at: float | None = None) -> Generator[float]:
        """Stop the source for a while, so that all that is done meanwhile is done at the same time.

        Args:
            at: at which reading, in seconds since 1970. Left out: where it is.

        Returns:
            A context manager that gives the reading.
        """
        source, reading = self._source, self._source() if at is None else at
        self._source = lambda: reading
        try:
            yield reading
        finally:
            self._source = source


def milliseconds(moment: datetime) -> datetime:
    """Cut a time down to whole milliseconds, the precision of most timestamps of the API."""
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)


def format_milliseconds(moment: datetime) -> str:
    """Write a time as `2025-03-14T09:26:53.589Z`."""
    return moment.replace(tzinfo=None).isoformat(timespec="milliseconds") + "Z"


def format_nanoseconds(moment: datetime) -> str:
    """Write a time as `2025-03-14T09:26:53.589793000Z`, the form that active rooms use."""
    return moment.replace(tzinfo=None).isoformat(timespec="microseconds") + "000Z"


def parse_timestamp(text: str) -> datetime:
    """Read an RFC 3339 timestamp of any precision.

    Times that the calendar of Python cannot hold (year 0, a leap second) become the nearest one that it
    can: they are valid in a filter.

    Args:
        text: a timestamp that already passed the check of the format `date-time`.

    Raises:
        ValueError: it is no timestamp after all.
    """
    match = _TIMESTAMP.fullmatch(text)
    if match is None:
        raise ValueError(f"not an RFC 3339 timestamp: {text!r}")
    if match["date"].startswith("0000"):
        return _EARLIEST
    second, micro = int(match["second"]), int((match["fraction"] or "0")[:6].ljust(6, "0"))
    if second == 60:
        second, micro = 59, 999_999
    zone = UTC
    if match["zone"] not in "Zz":
        sign = -1 if match["zone"][0] == "-" else 1
        zone = timezone(sign * timedelta(hours=int(match["zone"][1:3]), minutes=int(match["zone"][4:6])))
    moment = datetime.fromisoformat(match["date"]).replace(
        hour=int(match["hour"]), minute=int(match["minute"]), second=second, microsecond=micro, tzinfo=zone
    )
    try:
        return moment.astimezone(UTC)
    except OverflowError:
        return _EARLIEST if moment.year == 1 else _LATEST
