"""Refuses calls that come too often, by the mock's clock."""

from __future__ import annotations

import itertools
import math
from collections import deque
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from hms_mock.errors import BriefError

_MOST_CALLS = 1_000_000
_LONGEST_SECONDS = 86400


@dataclass(frozen=True)
class RateLimit:
    """How many calls a workspace may make.

    Attributes:
        calls: that many calls,
        seconds: within that many seconds.
        retry_after: whether a refusal has the header `Retry-After`. The API documents only the sentence of
            its message.
    """

    calls: int
    seconds: float
    retry_after: bool = True

    def __post_init__(self) -> None:
        if not 1 <= self.calls <= _MOST_CALLS:
            raise ValueError(f"calls must be between 1 and {_MOST_CALLS}")
        if not 0 < self.seconds <= _LONGEST_SECONDS:
            raise ValueError(f"seconds must be more than 0, and at most {_LONGEST_SECONDS}")


@dataclass
class RateLimiter:
    """Counts the calls of each workspace within a window that moves with the clock.

    Attributes:
        limit: what is allowed; None for anything.
    """

    limit: RateLimit | None = None
    _passed: dict[str, deque[datetime]] = field(default_factory=dict[str, deque[datetime]])

    def admit(self, access_key: str, now: datetime) -> None:
        """Let a call pass, and count it. Calls that are refused do not count.

        Args:
            access_key: whose call it is.
            now: the mock's time.

        Raises:
            BriefError: 429, the workspace has made as many calls as it may.
        """
        if self.limit is None:
            return
        passed = self._passed.setdefault(access_key, deque())
        for _ in range(_outside(passed, self.limit, now)):
            passed.popleft()
        if len(passed) >= self.limit.calls:
            wait = math.ceil((passed[0] + timedelta(seconds=self.limit.seconds) - now).total_seconds())
            headers = {"Retry-After": str(wait)} if self.limit.retry_after else {}
            raise BriefError(429, f"rate limit exceeded, retry after {wait} seconds", headers)
        passed.append(now)

    def counted(self, access_key: str, now: datetime) -> int:
        """How many calls of a workspace count at present: those that passed, within the window.

        Args:
            access_key: whose calls.
            now: the mock's time.
        """
        passed = self._passed.get(access_key)
        if self.limit is None or passed is None:
            return 0
        return len(passed) - _outside(passed, self.limit, now)


def _outside(passed: deque[datetime], limit: RateLimit, now: datetime) -> int:
    """How many of the oldest calls do not count any more."""
    window = timedelta(seconds=limit.seconds)
    # A call that is ahead of the clock was made before the clock was set back.
    return sum(1 for _ in itertools.takewhile(lambda at: not timedelta() <= now - at < window, passed))
