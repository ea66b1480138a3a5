"""Waiting until the server has done something: a call is sent until its answer has the state to wait for.

Like `Pipeline.exchange`, this is a flow without any input or output of its own.

A 404 ends the wait like any other refusal. By the documentation a job can be read from the moment that it was
started, so an object that is not there has no better prospects later than a mistyped id.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any, TypeVar

from ._engine import Sleep
from ._errors import APITimeoutError, JobFailedError, WaitTimeoutError
from ._retries import SHORTEST_SECONDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from hms_generated_client.operation import Call, Response, Waiting

    from ._engine import Flow

T = TypeVar("T")
StateT = TypeVar("StateT", bound=str)

logger = logging.getLogger("hms")

_FIRST_PAUSE_SECONDS = 1.0
_LONGEST_PAUSE_SECONDS = 10.0
_GROWTH = 1.5
_JITTER = 0.2
"""The share of a pause that may be left out at random, so that those who began together spread out."""
_LAST_POLL_SECONDS = 1.0
"""No poll is begun with less time than this until the deadline, except the first."""


def wait_for(
    call: Call[T],
    waiting: Waiting[T, StateT],
    *,
    poll: Callable[[float], Flow[Response[T]]],
    timer: Callable[[], float],
    random: Callable[[], float],
    timeout: float,
    until: StateT | None = None,
    on_poll: Callable[[T], object] | None = None,
) -> Flow[T]:
    """Poll until the object has come to a state.

    Args:
        call: The call that polls, for logs and errors.
        waiting: The states that there are.
        poll: Sends the call, and takes at most so many seconds.
        timer: Returns seconds that never run backwards.
        random: Returns a number from 0 to 1.
        timeout: Seconds to wait at most.
        until: The state to wait for; None for any in which the object has ended well.
        on_poll: Called with each answer.

    Raises:
        JobFailedError: The object is in a state of failure.
        WaitTimeoutError: The object has not come so far in time.
        CallError: A poll failed.
        ValueError: `until` is no state to wait for, or `timeout` is not above 0.
    """
    enough = _states_from(until, waiting)
    if not timeout > 0:
        raise ValueError(f"timeout must be a number of seconds above 0, or math.inf; not {timeout!r}")
    wait = _Wait(call, enough, timer, timeout)
    pause = _FIRST_PAUSE_SECONDS
    while True:
        try:
            response = yield from poll(max(wait.left, SHORTEST_SECONDS))
        except APITimeoutError as error:
            if wait.left > SHORTEST_SECONDS:
                raise
            raise wait.timeout_error() from error
        wait.note(response.parsed, waiting.state)
        if on_poll is not None:
            on_poll(response.parsed)
        if wait.state in enough:
            return response.parsed
        if wait.state in waiting.failed:
            raise wait.failure()
        spread = pause * (1 - _JITTER * random())
        left = wait.left - _LAST_POLL_SECONDS
        if left < SHORTEST_SECONDS:
            raise wait.timeout_error()
        yield Sleep(min(spread, left))
        pause = min(pause * _GROWTH, _LONGEST_PAUSE_SECONDS)


def _states_from(until: str | None, waiting: Waiting[Any, Any]) -> tuple[str, ...]:
    """The states that are at least as far as one."""
    if until is None or until in waiting.succeeded:
        return waiting.succeeded
    if until in waiting.passing:
        return (*waiting.passing[waiting.passing.index(until) :], *waiting.succeeded)
    states = ", ".join(map(str, (*waiting.passing, *waiting.succeeded)))
    raise ValueError(f"until must be one of {states}; not {str(until)!r}")


class _Wait:
    """How far a wait has come."""

    def __init__(
        self, call: Call[Any], enough: tuple[str, ...], timer: Callable[[], float], timeout: float
    ) -> None:
        self._call = call
        self._enough = enough
        self._timer = timer
        self._started = timer()
        self._timeout = timeout
        self._answered = False
        self._last: Any = None
        self.state: str | None = None
        """The state in the last answer."""

    @property
    def left(self) -> float:
        """Seconds until the deadline."""
        return self._timeout - self._elapsed

    @property
    def _elapsed(self) -> float:
        return self._timer() - self._started

    def note(self, answer: Any, attribute: str) -> None:
        """Take note of an answer."""
        # One that is not as documented may be anything, so nothing is taken for granted.
        found: object = getattr(answer, attribute, None)
        state = str(found) if isinstance(found, str) else None
        if not self._answered or state != self.state:
            logger.info("%s: %s after %.1f s", self._call.operation.id, state, self._elapsed)
        self._answered, self._last, self.state = True, answer, state

    def failure(self) -> JobFailedError:
        """The error for the state of failure that the object is in."""
        return JobFailedError(f"it {self._standing}", **self._facts)

    def timeout_error(self) -> WaitTimeoutError:
        """The error for a wait that takes too long."""
        return WaitTimeoutError(
            f"it {self._standing} at the end of the {self._timeout:g} s to wait", **self._facts
        )

    @property
    def _standing(self) -> str:
        """How far the object has come, and how far it was to come."""
        if not self._answered:
            state = "was not told"
        elif self.state is None:
            state = "has no state"
        else:
            state = f"is `{self.state}`"
        return f"{state}, not `{self._enough[0]}`"

    @property
    def _facts(self) -> dict[str, Any]:
        operation = self._call.operation
        return {
            "last": self._last,
            "state": self.state,
            "elapsed": self._elapsed,
            "operation": operation.id,
            "method": operation.method,
            "path": self._call.path,
            "documentation": operation.documentation,
        }
