"""When a call is repeated, and how long to wait before.

A call is repeated after a connection that failed, and after 408, 429 and 5xx. An operation that is not
idempotent is repeated only where the server surely did not act:

- no connection could be established, so nothing was sent;
- 429: the limiter of the server refuses a call before it acts.

A 503 is not among them, not even with a Retry-After: gateways also give it when a server breaks off in the
middle of a call. Neither is 408, which some gateways give when a server is slow to answer. Nor is a
connection that broke, or an answer that did not come in time.

No library does this for us. httpx-retries is a transport of httpx: it knows neither other engines nor
operations (it goes by the method), and has no deadline over all attempts. stamina and tenacity wrap a
function or a block, have separate classes for synchronous and asynchronous code, and take their clock and
their random numbers from the standard library, where tests cannot reach them; with the rules above and the
waits asked for by a server written as hooks, what would be left of them is a loop.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import attrs

from ._errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Callable

    from ._timeouts import Timeout

SHORTEST_SECONDS = 0.001
"""An attempt is given at least this long, so none is begun that would have less until the deadline."""
_AUTOMATIC_SECONDS = 60.0
_MAX_DOUBLINGS = 60


def _random() -> float:
    import random  # noqa: PLC0415  # slow to import, and most calls succeed at once

    return random.random()  # noqa: S311  # spreads load, protects nothing


def _check_count(_: object, field: attrs.Attribute[Any], value: Any) -> None:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise ConfigurationError(f"{field.name} must be a whole number of 0 or more, not {value!r}")


def _check_seconds(_: object, field: attrs.Attribute[Any], value: Any) -> None:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value < math.inf:
        raise ConfigurationError(f"{field.name} must be a number of seconds of 0 or more, not {value!r}")


def _check_deadline(_: object, field: attrs.Attribute[Any], value: Any) -> None:
    if value is None:
        return
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not value > 0:
        raise ConfigurationError(
            f"{field.name} must be a positive number of seconds, math.inf for no limit, or None for the "
            f"default; not {value!r}"
        )


@attrs.frozen(kw_only=True)
class Retry:
    """How often a call is repeated when it fails in passing, and how long all of it may take.

    The wait before the first repetition is a random number of seconds up to `backoff_base`; the limit
    doubles with each repetition, up to `backoff_cap` ("full jitter"). Where the server names the seconds
    to wait (the header Retry-After, in seconds or as a date, or the documented text of a 429), they are
    waited in full, and the random number on top. A wait that would end past the deadline, or for which
    the server asks more than `max_retry_after`, is not begun: the error is raised at once and has the
    seconds as `retry_after`.
    """

    max_retries: int = attrs.field(default=2, validator=_check_count)
    """How many repetitions there are at most; 0 for none. One more with a new token, after a 401, is not
    counted among them."""
    max_elapsed: float | None = attrs.field(default=None, validator=_check_deadline)
    """The deadline: seconds from the beginning of a call to its end, all attempts and waits included. What
    is left cuts the timeouts of an attempt short. None: 60 seconds, or the longest timeout of a phase where
    that is longer, and no deadline where a phase has no limit. `math.inf`: no deadline."""
    backoff_base: float = attrs.field(default=0.5, validator=_check_seconds)
    """Seconds that the first wait takes at most."""
    backoff_cap: float = attrs.field(default=8.0, validator=_check_seconds)
    """Seconds that any wait takes at most, apart from what the server asks for."""
    max_retry_after: float = attrs.field(default=60.0, validator=_check_seconds)
    """Seconds that are waited at most when the server asks to wait; it is never asked again earlier."""
    random: Callable[[], float] = attrs.field(default=_random, repr=False, eq=False)
    """Returns a number from 0 to 1, to spread the waits; for tests."""

    def wait_before(self, repetition: int, retry_after: float | None = None) -> float:
        """Seconds to wait before a repetition.

        Args:
            repetition: 1 before the first one.
            retry_after: The seconds that the server asks to wait.
        """
        limit = min(self.backoff_cap, self.backoff_base * 2.0 ** min(repetition - 1, _MAX_DOUBLINGS))
        return (retry_after or 0.0) + self.random() * limit

    def seconds_for(self, timeout: Timeout) -> float | None:
        """Seconds that a call with these timeouts may take; None for no limit."""
        if self.max_elapsed is not None:
            return None if self.max_elapsed == math.inf else self.max_elapsed
        longest = timeout.longest
        return None if longest is None else max(_AUTOMATIC_SECONDS, longest)


DEFAULT_RETRY = Retry()


def as_retry(retries: Retry | int) -> Retry:
    """The policy; a plain number is the most repetitions of an otherwise default one.

    Raises:
        ConfigurationError: The number is not a whole one of 0 or more.
    """
    return retries if isinstance(retries, Retry) else Retry(max_retries=retries)


@attrs.frozen
class Failure:
    """An attempt that did not succeed."""

    reason: str
    """The status or the name of an exception, for the log."""
    passing: bool
    """Whether another attempt may fare better."""
    acted: bool | None
    """Whether the server acted on the call; None when that is not known."""
    retry_after: float | None = None
    """The seconds that the server asks to wait."""


def failure_of_status(status: int, retry_after: float | None) -> Failure:
    """The failure that a status other than 2xx stands for."""
    refused = 400 <= status <= 499 and status != 408
    return Failure(
        reason=str(status),
        passing=status in {408, 429} or 500 <= status <= 599,
        acted=False if refused else None,
        retry_after=retry_after,
    )


class Attempts:
    """The attempts of one call: counts them, and decides whether there is another.

    Args:
        policy: How often and how long.
        idempotent: Whether the operation may be repeated when the server may have acted on it.
        timeout: The timeouts of an attempt.
        timer: Returns seconds that never run backwards, from any beginning.
    """

    def __init__(
        self, policy: Retry, *, idempotent: bool, timeout: Timeout, timer: Callable[[], float]
    ) -> None:
        self._policy = policy
        self._idempotent = idempotent
        self._timer = timer
        self._started = timer()
        self._limit = policy.seconds_for(timeout)
        self._repetitions = 0
        self.count = 0
        """How many requests were sent."""
        self.latest = 0.0
        """Seconds that the latest of them took."""
        self.outcome_known = True
        """Whether each of them was surely acted on or surely not."""

    @property
    def elapsed(self) -> float:
        """Seconds since the call began."""
        return self._timer() - self._started

    @property
    def left(self) -> float | None:
        """Seconds until the deadline; None when there is none."""
        return None if self._limit is None else self._limit - self.elapsed

    def start_over(self) -> None:
        """Take note that an attempt came some way: what failed before it no longer counts."""
        self._repetitions = 0

    def wait_after(self, failure: Failure) -> float | None:
        """Take note of a failure; the seconds to wait before the next attempt, or None when there is none."""
        self.outcome_known = self.outcome_known and failure.acted is not None
        may_repeat = self._idempotent or failure.acted is False
        if not (failure.passing and may_repeat) or self._repetitions >= self._policy.max_retries:
            return None
        if failure.retry_after is not None and failure.retry_after > self._policy.max_retry_after:
            return None
        wait = self._policy.wait_before(self._repetitions + 1, failure.retry_after)
        left = self.left
        if left is not None and wait + SHORTEST_SECONDS > left:
            return None
        self._repetitions += 1
        return wait
