from __future__ import annotations

import asyncio
import logging
import math
from typing import TYPE_CHECKING, Any

import attrs
import pytest
from hms_fakes import AsyncFakeEngine, Driver, FakeEngine, FakeTime, answer, law, operation
from hypothesis import given
from hypothesis import strategies as st

import hms
from hms import Call, EngineRequest, EngineResponse, EngineTimeoutError, Waiting
from hms_generated_client.model import Model
from hms_generated_client.types import UNSET, OpenEnum, Unset

if TYPE_CHECKING:
    from collections.abc import Callable


class State(OpenEnum):
    STARTING = "starting"
    RUNNING = "running"
    STOPPING = "stopping"
    DONE = "done"
    DONE_IN_PART = "done_in_part"
    FAILED = "failed"
    CANCELED = "canceled"


@attrs.define(kw_only=True)
class Job(Model):
    id: str
    state: State | Unset = UNSET
    address: str | Unset = attrs.field(default=UNSET, repr=False)


GET_JOB: Call[Job] = Call(operation=operation(Job, id="getJob", path="/jobs/{job_id}"), path="/jobs/j1")
JOBS: Waiting[Job, State] = Waiting(
    state="state",
    passing=(State.STARTING, State.RUNNING, State.STOPPING),
    succeeded=(State.DONE, State.DONE_IN_PART),
    failed=(State.FAILED, State.CANCELED),
)
STEADY = hms.Retry(max_retries=0, random=lambda: 0.0)
"""Repeats nothing, and leaves nothing to chance."""


def job(state: Any) -> EngineResponse:
    return answer({"id": "j1", "state": state})


def jobs(*states: Any) -> list[EngineResponse]:
    return [job(state) for state in states]


def always(state: Any) -> Callable[[EngineRequest], EngineResponse]:
    return lambda _: job(state)


def test_a_wait_ends_with_the_last_state(drive: Callable[..., Driver]) -> None:
    driver = drive(jobs("starting", "running", "running", "stopping", "done"), retries=STEADY)
    found = driver.wait(GET_JOB, JOBS, timeout=60)
    assert found == Job(id="j1", state=State.DONE)
    assert driver.time.sleeps == [1, 1.5, 2.25, 3.375]
    assert {request.url for request in driver.engine.requests} == {"https://api.test/v2/jobs/j1"}


def test_the_first_look_comes_at_once(drive: Callable[..., Driver]) -> None:
    driver = drive(jobs("done"))
    driver.wait(GET_JOB, JOBS, timeout=60)
    assert driver.time.sleeps == []


def test_pauses_grow_to_ten_seconds_and_are_shortened_at_random(drive: Callable[..., Driver]) -> None:
    steady = drive(jobs(*["running"] * 20, "done"), retries=STEADY)
    steady.wait(GET_JOB, JOBS, timeout=600)
    assert steady.time.sleeps[-2:] == [10, 10]
    shortened = drive(jobs(*["running"] * 20, "done"), retries=attrs.evolve(STEADY, random=lambda: 1.0))
    shortened.wait(GET_JOB, JOBS, timeout=600)
    assert shortened.time.sleeps == pytest.approx([0.8 * seconds for seconds in steady.time.sleeps])


@pytest.mark.parametrize(
    ("until", "states"),
    [
        ("starting", ["starting"]),
        ("running", ["starting", "running"]),
        ("running", ["starting", "stopping"]),
        ("running", ["starting", "done_in_part"]),
        ("stopping", ["running", "done"]),
        ("done", ["stopping", "done_in_part"]),
        ("done_in_part", ["stopping", "done"]),
        (None, ["stopping", "done_in_part"]),
    ],
)
def test_a_state_can_be_waited_for_and_need_not_be_seen(
    drive: Callable[..., Driver], until: str | None, states: list[str]
) -> None:
    driver = drive(jobs(*states))
    wanted = None if until is None else State(until)
    assert driver.wait(GET_JOB, JOBS, timeout=60, until=wanted).state == states[-1]
    assert len(driver.engine.requests) == len(states)


@pytest.mark.parametrize("state", ["failed", "canceled"])
@pytest.mark.parametrize("until", [None, State.RUNNING])
def test_a_job_that_failed_raises(drive: Callable[..., Driver], state: str, until: State | None) -> None:
    planted = "rtmp://live.test/planted-key"
    driver = drive(
        [job("starting"), answer({"id": "j1", "state": state, "address": planted})], retries=STEADY
    )
    with pytest.raises(hms.JobFailedError) as caught:
        driver.wait(GET_JOB, JOBS, timeout=60, until=until)
    error = caught.value
    assert error.last == Job(id="j1", state=State(state), address=planted)
    assert (error.state, error.elapsed, error.operation, error.path) == (state, 1, "getJob", "/jobs/j1")
    assert f"it is `{state}`, not `{until or 'done'}`" in str(error)
    assert planted not in f"{error} {error!r} {error.__dict__}"


def test_a_wait_that_takes_too_long_raises(drive: Callable[..., Driver]) -> None:
    driver = drive(always("running"), retries=STEADY)
    with pytest.raises(hms.WaitTimeoutError) as caught:
        driver.wait(GET_JOB, JOBS, timeout=5)
    error = caught.value
    assert (error.last, error.state) == (Job(id="j1", state=State.RUNNING), "running")
    assert "it is `running`, not `done` at the end of the 5 s to wait." in str(error)
    assert "timeout=" in str(error)
    # The last pause is cut, so that the last look has a second.
    assert driver.time.sleeps == [1, 1.5, 1.5]
    assert error.elapsed == 4


@pytest.mark.parametrize("asynchronous", [False, True])
@law
@given(
    timeout=st.floats(min_value=0.001, max_value=120),
    calls=st.lists(st.floats(min_value=0, max_value=90), min_size=1, max_size=6),
    chance=st.floats(min_value=0, max_value=1),
)
def test_no_wait_is_longer_than_it_may_be(
    asynchronous: bool, timeout: float, calls: list[float], chance: float
) -> None:
    def respond(request: EngineRequest) -> EngineResponse:
        assert request.time_left is not None
        seconds = calls[len(driver.engine.requests) % len(calls)]
        driver.time.now += min(seconds, request.time_left)
        if seconds > request.time_left:
            raise EngineTimeoutError
        return job("running")

    driver = Driver(
        respond, asynchronous=asynchronous, retries=hms.Retry(max_retries=2, random=lambda: chance)
    )
    started = driver.time.now
    with pytest.raises((hms.WaitTimeoutError, hms.APITimeoutError)):
        driver.wait(GET_JOB, JOBS, timeout=timeout)
    assert driver.time.now - started <= timeout + 0.001
    assert all(seconds > 0 for seconds in driver.time.sleeps[1:])


def hanging(drive: Callable[..., Driver], *states: str, **options: Any) -> Driver:
    """A server that tells some states and does not answer after that."""

    def respond(request: EngineRequest) -> EngineResponse:
        count = len(driver.engine.requests)
        if count <= len(states):
            return job(states[count - 1])
        assert request.time_left is not None
        driver.time.now += request.time_left
        raise EngineTimeoutError

    driver = drive(respond, **options)
    return driver


def test_a_look_is_cut_short_at_the_end_of_the_wait(drive: Callable[..., Driver]) -> None:
    driver = hanging(drive, "running", retries=STEADY)
    with pytest.raises(hms.WaitTimeoutError) as caught:
        driver.wait(GET_JOB, JOBS, timeout=10)
    assert (caught.value.state, caught.value.elapsed) == ("running", 10)
    assert isinstance(caught.value.__cause__, hms.APITimeoutError)


def test_a_wait_without_any_answer_says_so(drive: Callable[..., Driver]) -> None:
    driver = hanging(drive)
    with pytest.raises(hms.WaitTimeoutError, match="was not told, not `done`") as caught:
        driver.wait(GET_JOB, JOBS, timeout=10)
    assert (caught.value.last, caught.value.state) == (None, None)


def test_a_look_that_takes_too_long_by_itself_is_the_error_of_a_call(drive: Callable[..., Driver]) -> None:
    driver = hanging(drive, retries=hms.Retry(max_retries=0, max_elapsed=3))
    with pytest.raises(hms.APITimeoutError):
        driver.wait(GET_JOB, JOBS, timeout=10)
    assert driver.time.now == 1003


def test_without_a_limit_a_wait_goes_on(drive: Callable[..., Driver]) -> None:
    driver = drive(jobs(*["running"] * 1000, "done"), retries=STEADY)
    assert driver.wait(GET_JOB, JOBS, timeout=math.inf).state == "done"
    assert driver.time.now > 9000
    assert {request.time_left for request in driver.engine.requests} == {60}


@pytest.mark.parametrize(
    "strange",
    [
        job("archived"),
        job(None),
        job(7),
        job({"name": "done"}),
        answer({"id": "j1"}),
        answer(b"[]"),
        answer(b"null"),
    ],
)
def test_a_state_that_is_not_known_is_none_to_stop_at(
    drive: Callable[..., Driver], strange: EngineResponse
) -> None:
    driver = drive([strange, strange, job("done")])
    assert driver.wait(GET_JOB, JOBS, timeout=60).state == "done"


@pytest.mark.parametrize(
    ("state", "told"), [("archived", "is `archived`"), (None, "has no state"), (7, "has no state")]
)
def test_a_timeout_tells_a_strange_state(drive: Callable[..., Driver], state: Any, told: str) -> None:
    with pytest.raises(hms.WaitTimeoutError, match=f"it {told}, not `running`") as caught:
        drive(always(state)).wait(GET_JOB, JOBS, timeout=5, until=State.RUNNING)
    assert caught.value.state == (state if isinstance(state, str) else None)
    assert caught.value.last.id == "j1"


def test_a_strict_client_refuses_a_strange_state(drive: Callable[..., Driver]) -> None:
    with pytest.raises(hms.DecodeError):
        drive([job(7)], strict=True).wait(GET_JOB, JOBS, timeout=60)


def test_what_is_not_there_is_not_waited_for(drive: Callable[..., Driver]) -> None:
    driver = drive([answer({"message": "recording not found"}, status=404)], retries=2)
    with pytest.raises(hms.NotFoundError):
        driver.wait(GET_JOB, JOBS, timeout=60)
    assert len(driver.engine.requests) == 1


def test_each_look_is_repeated_like_any_call(drive: Callable[..., Driver]) -> None:
    script = [answer(status=503), job("running"), answer(status=503), job("done")]
    driver = drive(script, retries=hms.Retry(max_retries=1, random=lambda: 0.0))
    assert driver.wait(GET_JOB, JOBS, timeout=60).state == "done"
    with pytest.raises(hms.ServerError):
        drive(script).wait(GET_JOB, JOBS, timeout=60)


def test_the_options_of_a_view_hold_for_each_look(drive: Callable[..., Driver]) -> None:
    driver = drive(jobs("running", "done"))
    driver.client = driver.client.with_options(headers={"X-Trace-Id": "42"}, timeout=7)
    driver.wait(GET_JOB, JOBS, timeout=600)
    assert [request.headers["X-Trace-Id"] for request in driver.engine.requests] == ["42", "42"]
    assert {request.timeout.read for request in driver.engine.requests} == {7}


@pytest.mark.parametrize("until", ["failed", "canceled", "archived", ""])
def test_what_cannot_be_waited_for_is_refused(drive: Callable[..., Driver], until: str) -> None:
    driver = drive([])
    with pytest.raises(
        ValueError, match="until must be one of starting, running, stopping, done, done_in_part"
    ):
        driver.wait(GET_JOB, JOBS, timeout=60, until=State(until))
    assert driver.engine.requests == []


@pytest.mark.parametrize("timeout", [0, -1, math.nan])
def test_a_timeout_that_is_none_is_refused(drive: Callable[..., Driver], timeout: float) -> None:
    driver = drive([])
    with pytest.raises(ValueError, match="timeout must be a number of seconds above 0"):
        driver.wait(GET_JOB, JOBS, timeout=timeout)
    assert driver.engine.requests == []


def test_each_answer_is_told(drive: Callable[..., Driver]) -> None:
    seen: list[Job] = []
    drive(jobs("starting", "running", "done")).wait(GET_JOB, JOBS, timeout=60, on_poll=seen.append)
    assert [one.state for one in seen] == ["starting", "running", "done"]


def test_what_is_told_can_end_the_wait(drive: Callable[..., Driver]) -> None:
    class EnoughError(Exception):
        pass

    def stop(_: Job) -> None:
        raise EnoughError

    driver = drive(always("running"))
    with pytest.raises(EnoughError):
        driver.wait(GET_JOB, JOBS, timeout=60, on_poll=stop)
    assert len(driver.engine.requests) == 1


def test_a_client_that_is_closed_meanwhile_looks_no_further() -> None:
    engine = FakeEngine(always("running"))
    client = hms.Client(management_token="tok", engine=engine, sleep=lambda _: client.close())
    with pytest.raises(hms.ConfigurationError, match="closed"):
        client.wait(GET_JOB, JOBS, timeout=60)
    assert len(engine.requests) == 1


def test_a_wait_that_is_cancelled_ends_at_once() -> None:
    async def scenario() -> int:
        asleep = asyncio.Event()

        async def sleep(_: float) -> None:
            asleep.set()
            await asyncio.Event().wait()

        engine = AsyncFakeEngine(always("running"))
        client = hms.AsyncClient(management_token="tok", engine=engine, sleep=sleep, timer=FakeTime())
        task = asyncio.create_task(client.wait(GET_JOB, JOBS, timeout=60))
        await asleep.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        return len(engine.requests)

    assert asyncio.run(scenario()) == 1


def test_each_change_of_the_state_is_logged(
    drive: Callable[..., Driver], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "hms")
    driver = drive(jobs("starting", "running", "running", "done"), retries=STEADY)
    driver.wait(GET_JOB, JOBS, timeout=60)
    assert caplog.messages == [
        "getJob: starting after 0.0 s",
        "getJob: running after 1.0 s",
        "getJob: done after 4.8 s",
    ]
