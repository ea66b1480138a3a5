"""What tests do to the mock: move its clock, order failures, look at the log, and all that its parts do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hms_mock import timeline
from hms_mock.control_events import EventControl
from hms_mock.control_ingests import IngestControl
from hms_mock.control_jobs import JobControl
from hms_mock.control_overview import OverviewControl
from hms_mock.control_peers import PeerControl
from hms_mock.control_polls import PollControl
from hms_mock.control_sip import CallControl
from hms_mock.control_snapshots import SnapshotControl
from hms_mock.control_tokens import TokenControl
from hms_mock.faults import Fault
from hms_mock.rate_limits import RateLimit, RateLimiter

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from hms_mock.state import State

Json = dict[str, Any]


class Control(
    PeerControl,
    JobControl,
    IngestControl,
    PollControl,
    CallControl,
    EventControl,
    TokenControl,
    OverviewControl,
    SnapshotControl,
):
    """The controls of one mock server. They may be used from any thread while it serves.

    Everything here is also reachable over HTTP, see `hms_mock.control_routes`.

    Args:
        state: the state of the server.
    """

    def __init__(self, state: State) -> None:
        self._state = state

    def reset(self) -> None:
        """Forget everything: objects, logs, faults, the clock's advance and the seed."""
        with self._state.lock:
            self._state.reset()

    def seed(self, seed: int) -> None:
        """Let the identifiers of objects made from now on, and chance in faults, start over from a seed.

        Identifiers go on where they were left when the seed was used before, since the last reset.
        """
        with self._state.lock:
            self._state.ids.seed(seed)
            self._state.faults.seed(seed)

    def now(self) -> datetime:
        """The mock's time, in UTC."""
        with self._state.lock:
            return self._state.clock.now()

    def clock_offset(self) -> float:
        """How many seconds the mock's time is ahead of the real time."""
        with self._state.lock:
            return self._state.clock.offset

    def advance(self, seconds: float, *, tokens: bool = True) -> datetime:
        """Move the mock's clock forward.

        Sessions that reach their longest duration on the way end, and recordings and streams move on.

        Args:
            seconds: how far, zero or more.
            tokens: whether tokens grow older too. By default they do, and those whose lifetime passes are
                refused; a client that goes by the real time cannot make better ones then. Pass False to
                jump further than the lifetime of tokens.

        Returns:
            The mock's new time.

        Raises:
            ValueError: the number of seconds is negative or too large.
        """
        with self._state.lock:
            timeline.settle(self._state)
            moment = self._state.clock.advance(seconds, tokens=tokens)
            timeline.settle(self._state)
            self._state.wake_worker()
            return moment

    def requests(self) -> list[Json]:
        """The last 1000 calls of the API, oldest first: time, method, path, query, operation and status.

        Neither headers nor bodies are kept. The status of a dropped call is None.
        """
        with self._state.lock:
            return [dict(request) for request in self._state.requests]

    def fail(
        self,
        status: int | None = None,
        *,
        headers: Mapping[str, str] | None = None,
        body: Any = None,
        text: str | None = None,
        delay_seconds: float = 0.0,
        drop: bool = False,
        truncate: bool = False,
        carry_out: bool = False,
        times: int | None = 1,
        every: int = 1,
        probability: float = 1.0,
        operation: str | None = None,
        method: str | None = None,
        path: str | None = None,
        room_id: str | None = None,
    ) -> None:
        """Let the next calls fail, or only take long; or all calls of a kind, until the faults are cleared.

        A call is affected by one fault at most: the oldest one that is due, and those that end after a number
        of calls come before those that stay.

        Args:
            status: the status to answer with, without carrying out the operation. None to carry it out.
            headers: further headers of the answer. One that the answer has gets another value, so that
                `{"Content-Type": "text/html"}` mislabels what the operation answers.
            body: the JSON body of the answer. Left out: the error envelope. It needs a status.
            text: its body as text, in place of JSON. It needs a status.
            delay_seconds: how many real seconds to wait first.
            drop: close the connection without an answer, and without carrying out the operation.
            truncate: announce the whole body of the answer, send half of it, and close the connection.
                Without a status it is the operation's own answer that is cut, so the operation is carried
                out.
            carry_out: carry out the operation although its answer is dropped or replaced: only the answer is
                lost, and a caller who repeats the call does it twice.
            times: how many calls are affected. None: all of them, until the fault is cleared.
            every: which of the calls that the fault is about are affected: 3 for the third, the sixth, ...
            probability: how likely each of these calls is affected, more than 0 and up to 1. Which ones
                depends on the seed of the mock and on their order alone.
            operation: the operationId of the affected calls. Left out: all calls.
            method: their HTTP method.
            path: their path below the base URL, as it is sent, with `*` for any characters: `/rooms/*`.
            room_id: the room that their path or their query names.

        Raises:
            ValueError: the arguments contradict each other, or there is no such operation.
        """
        fault = Fault(
            status=status,
            headers=dict(headers or {}),
            body=body,
            text=text,
            delay_seconds=delay_seconds,
            drop=drop,
            truncate=truncate,
            carry_out=carry_out,
            times=times,
            every=every,
            probability=probability,
            operation=operation,
            method=method,
            path=path,
            room_id=room_id,
        )
        with self._state.lock:
            self._state.faults.add(fault, self._state.operation_ids)

    def clear_faults(self) -> None:
        """Forget the faults that did not happen yet, and those that stay."""
        with self._state.lock:
            self._state.faults.clear()

    def faults(self) -> list[Json]:
        """The faults that did not happen yet, and those that stay, in the order in which they take effect.

        The first of those that are due with the same call affects it: those that end after a number of calls
        before those that stay, and the older ones before the younger ones.

        Returns:
            For each the arguments of `fail`, where `times` counts the calls that are still going to be
            affected, and `calls`: how many calls it was about so far, affected or not.
        """
        with self._state.lock:
            return self._state.faults.to_json()

    def pending_faults(self) -> int:
        """How many calls are still going to be affected, by faults that end after a number of calls."""
        with self._state.lock:
            return len(self._state.faults)

    def limit_rate(self, calls: int, seconds: float, *, retry_after: bool = True) -> None:
        """Refuse with 429 what a workspace calls too often, until `lift_rate_limit`.

        A call passes when its workspace made fewer than `calls` in the `seconds` before it, by the mock's
        clock: advance it, and calls pass again. What counts are calls with a valid token to which no fault
        was ordered, and that were not refused for coming too often.

        Args:
            calls: how many calls are allowed, up to a million.
            seconds: within how many seconds, up to a day.
            retry_after: whether a refusal has the header `Retry-After`. Pass False for a refusal as the API
                documents it, which tells the seconds to wait in its message alone.

        Raises:
            ValueError: one of the numbers is out of range.
        """
        limit = RateLimit(calls, seconds, retry_after)
        with self._state.lock:
            self._state.rate_limiter = RateLimiter(limit)

    def lift_rate_limit(self) -> None:
        """Allow any number of calls, also when the mock was started with a limit."""
        with self._state.lock:
            self._state.rate_limiter = RateLimiter()

    def default_template_id(self, access_key: str | None = None) -> str:
        """The template that rooms follow when they name none.

        Args:
            access_key: whose workspace; the first one when left out.

        Raises:
            ApiError: 400, no workspace has this access key.
        """
        with self._state.lock:
            return self._state.workspace_for(access_key).default_template_id
