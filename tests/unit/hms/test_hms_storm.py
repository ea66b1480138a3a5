"""Many calls at once through a server in a storm: each ends rightly or with the error of its last answer."""

from __future__ import annotations

import email.utils
import functools
import gc
from collections import Counter
from contextvars import ContextVar
from typing import TYPE_CHECKING

import attrs
import pytest
from hms_fakes import (
    Driver,
    FakeClock,
    FakeTime,
    answer,
)
from hms_rough_server import KINDS, STALLING, rough_server, send_over_sockets
from hms_storm import FAULTS, Storm, calls_of, document_of, judge

import hms
from hms import (
    EngineConnectError,
    EngineConnectTimeoutError,
    EngineError,
    EngineRequest,
    EngineResponse,
    EngineTimeoutError,
    Retry,
    Timeout,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from hms_storm import Fault

CALLS = 10_000
DEADLINE = 60.0
NOW = 1_700_000_000.0
RETRY = Retry(max_retries=2, max_elapsed=DEADLINE, random=lambda: 0.5)


class CallTime(FakeTime):
    """A time for each call: the waits of one do not bring the deadline of another closer."""

    _nows: ContextVar[float] = ContextVar("now", default=1000.0)

    @property
    def now(self) -> float:
        return self._nows.get()

    @now.setter
    def now(self, now: float) -> None:
        self._nows.set(now)


class StormyEngine:
    """Answers as an HTTP library would that talks with a server in a storm."""

    def __init__(self, storm: Storm, time: FakeTime) -> None:
        self._storm = storm
        self._time = time
        self.spans: dict[str, tuple[float, float]] = {}
        """When the first attempt of a call began and the last one ended, by its path."""

    def __call__(self, request: EngineRequest) -> EngineResponse:
        path = request.url.partition("/v2")[2]
        began = self.spans[path][0] if path in self.spans else self._time.now
        fault = self._storm.strike(request.method, path)
        self._time.now += 0.01
        try:
            return answer(document_of(path)) if fault is None else self._answer(fault, request, path)
        finally:
            self.spans[path] = began, self._time.now

    def _answer(self, fault: Fault, request: EngineRequest, path: str) -> EngineResponse:
        match fault.kind:
            case "error":
                headers = {} if fault.retry_after is None else {"Retry-After": _retry_after(fault)}
                return answer({"code": fault.status, "message": "no"}, status=fault.status, headers=headers)
            case "refused token":
                return answer({"code": 401, "message": "no"}, status=401)
            case "page":
                return answer(
                    b"<html><title>Gateway</title></html>",
                    status=fault.status,
                    headers={"Content-Type": "text/html"},
                )
            case "cut JSON":
                return answer(document_of(path)[:-2])
            case "nothing":
                return answer(b"")
            case "wrong content type":
                return answer(document_of(path), headers={"Content-Type": "text/plain"})
            case "unreachable":
                raise EngineConnectError("refused") from ConnectionRefusedError()
            case "unreachable in time":
                assert request.timeout.connect is not None
                self._time.now += request.timeout.connect
                raise EngineConnectTimeoutError("slow")
            case "stalled":
                assert request.timeout.read is not None
                self._time.now += request.timeout.read
                raise EngineTimeoutError("slow")
            case _:
                raise EngineError(fault.kind) from ConnectionResetError()


def _retry_after(fault: Fault) -> str:
    asked = fault.retry_after or ""
    date = asked.removeprefix("date:")
    return asked if date == asked else email.utils.formatdate(NOW + float(date), usegmt=True)


def blow(drive: Callable[..., Driver], count: int) -> tuple[Storm, list[tuple[str, int]]]:
    """Send calls through a storm; returns the storm and the verdict on each call."""
    storm, time = Storm(), CallTime()
    engine = StormyEngine(storm, time)
    driver = drive(engine, retries=RETRY, time=time, clock=FakeClock(NOW))
    calls = calls_of(count)
    ended = driver.send_at_once(calls)
    verdicts = [judge(storm, call, end) for call, end in zip(calls, ended, strict=True)]
    for path, (began, last) in engine.spans.items():
        assert last - began <= DEADLINE + 0.1, path
    return storm, verdicts


def test_every_call_ends_rightly_or_with_the_error_of_its_last_answer(drive: Callable[..., Driver]) -> None:
    storm, verdicts = blow(drive, CALLS)
    # The storm was one: a third of all answers went wrong, in every way that there is.
    answers = sum(len(attempts) for attempts in storm.log.values())
    assert 0.3 < len(storm.faults()) / answers < 0.37
    assert set(storm.faults()) == set(FAULTS)
    outcomes = Counter(name for name, _ in verdicts)
    assert len(verdicts) == CALLS
    assert set(outcomes) == {"Response"} | {fault.error.__name__ for fault in FAULTS if fault.error}
    assert {attempts for _, attempts in verdicts} >= {1, 2, 3}


def test_a_storm_ends_the_same_for_both_clients() -> None:
    verdicts = [
        blow(functools.partial(Driver, asynchronous=asynchronous), 1500)[1] for asynchronous in (False, True)
    ]
    assert verdicts[0] == verdicts[1]


# --- over real sockets -------------------------------------------------------------------------------


@pytest.fixture
def nothing_left_open() -> Iterator[None]:
    """Fails a test that leaves a socket to the garbage collector, which is when Python warns of it."""
    yield
    gc.collect()


@pytest.mark.usefixtures("nothing_left_open")
@pytest.mark.parametrize("kind", ["sync", "async"])
def test_a_storm_over_real_connections(kind: str) -> None:
    storm, calls = Storm(KINDS, seed=7), calls_of(300)
    # Longer than any machine is busy: nothing stalls here.
    patient = Retry(backoff_base=0, max_retry_after=0.5, max_elapsed=600)
    with rough_server(storm) as url:
        ended = send_over_sockets(kind, calls, url, timeout=300, retries=patient)
    outcomes = Counter(judge(storm, call, end)[0] for call, end in zip(calls, ended, strict=True))
    assert {fault.kind for fault in storm.faults()} == KINDS
    assert set(outcomes) >= {"Response", "ServerError", "RateLimitError", "DecodeError", "APIConnectionError"}
    assert outcomes["Response"] > len(calls) / 2


@pytest.mark.usefixtures("nothing_left_open")
@pytest.mark.parametrize("kind", ["sync", "async"])
def test_no_call_waits_for_a_server_that_never_answers(kind: str) -> None:
    calls = [attrs.evolve(call, path=f"{STALLING}{number}") for number, call in enumerate(calls_of(9))]
    with rough_server(Storm()) as url:
        ended = send_over_sockets(kind, calls, url, timeout=Timeout(read=0.05), retries=Retry(backoff_base=0))
    for call, end in zip(calls, ended, strict=True):
        assert type(end) is hms.APITimeoutError
        assert end.attempts == (3 if call.operation.idempotent else 1)
        assert not end.outcome_known
