from __future__ import annotations

import asyncio
import email.utils
import logging
import math
import pickle
from typing import TYPE_CHECKING, Any

import attrs
import pytest
from hms_fakes import (
    BASE_URL,
    GET_THING,
    LIST_THINGS,
    THINGS,
    AsyncFakeEngine,
    Driver,
    FakeClock,
    FakeEngine,
    FakeTime,
    answer,
    law,
    operation,
)
from hypothesis import given
from hypothesis import strategies as st

import hms
from hms import (
    AsyncClient,
    Call,
    Client,
    ConfigurationError,
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
    from collections.abc import Callable

POST_THING: Call[Any] = Call(
    operation=operation(id="createThing", method="POST", idempotent=False), path="/things", body=b"{}"
)
DELETE_THING: Call[Any] = Call(
    operation=operation(id="deleteThing", method="DELETE", idempotent=False), path="/things/t1"
)
NO_JITTER = Retry(random=lambda: 1.0)
NOW = 1_700_000_000.0


class Script:
    """Plays answers and errors one after the other, each taking some of the time of a driver."""

    def __init__(self, *steps: EngineResponse | EngineError, seconds: float = 0.0) -> None:
        self.steps = list(steps)
        self.seconds = seconds
        self.time: FakeTime | None = None

    def __call__(self, _: EngineRequest) -> EngineResponse:
        if self.time:
            self.time.now += self.seconds
        step = self.steps.pop(0)
        if isinstance(step, EngineError):
            raise step
        return step


def failing(status: int, **headers: str) -> EngineResponse:
    return answer(
        {"message": "no"},
        status=status,
        headers={name.replace("_", "-"): value for name, value in headers.items()},
    )


PASSING = [
    failing(408),
    failing(429),
    failing(500),
    failing(503),
    failing(599),
    EngineError("broken"),
    EngineTimeoutError("slow"),
    EngineConnectError("refused"),
    EngineConnectTimeoutError("unreachable"),
]
NEVER_ACTED = [failing(429), EngineConnectError("refused"), EngineConnectTimeoutError("unreachable")]
MAY_HAVE_ACTED = [
    failing(408),
    failing(500),
    failing(502),
    failing(503),
    failing(503, retry_after="1"),
    failing(504),
    EngineError("broken"),
    EngineTimeoutError("slow"),
]


def name(step: EngineResponse | EngineError) -> str:
    return str(step.status) if isinstance(step, EngineResponse) else type(step).__name__


@pytest.mark.parametrize("failure", PASSING, ids=name)
def test_what_fails_in_passing_is_repeated(
    drive: Callable[..., Driver], failure: EngineResponse | EngineError
) -> None:
    driver = drive(Script(failure, failure, answer({"id": "t9"})), retries=2)
    response = driver.send(GET_THING)
    assert (response.parsed.id, response.attempts) == ("t9", 3)
    assert len(driver.time.sleeps) == 2


@pytest.mark.parametrize("status", [302, 400, 403, 404, 409, 418, 422, 600])
def test_what_will_not_change_is_not_repeated(drive: Callable[..., Driver], status: int) -> None:
    driver = drive(lambda _: failing(status), retries=2)
    with pytest.raises(hms.APIError) as caught:
        driver.send(GET_THING)
    assert (caught.value.attempts, driver.time.sleeps) == (1, [])


@pytest.mark.parametrize("call", [POST_THING, DELETE_THING], ids=["POST", "DELETE"])
@pytest.mark.parametrize("failure", NEVER_ACTED, ids=name)
def test_what_never_reached_the_operation_is_repeated_always(
    drive: Callable[..., Driver], call: Call[Any], failure: EngineResponse | EngineError
) -> None:
    driver = drive(Script(failure, answer()), retries=2)
    assert driver.send(call).attempts == 2


@pytest.mark.parametrize("call", [POST_THING, DELETE_THING], ids=["POST", "DELETE"])
@pytest.mark.parametrize("failure", MAY_HAVE_ACTED, ids=name)
def test_what_may_have_acted_is_repeated_only_where_that_does_no_harm(
    drive: Callable[..., Driver], call: Call[Any], failure: EngineResponse | EngineError
) -> None:
    with pytest.raises(hms.CallError, match=r"may have acted") as caught:
        drive(Script(failure, answer()), retries=2).send(call)
    assert (caught.value.attempts, caught.value.outcome_known) == (1, False)
    harmless = attrs.evolve(call, operation=attrs.evolve(call.operation, idempotent=True))
    assert drive(Script(failure, answer()), retries=2).send(harmless).attempts == 2


@pytest.mark.parametrize(
    ("steps", "known"),
    [
        ([EngineConnectError("refused")] * 3, True),
        ([failing(429)] * 3, True),
        ([EngineTimeoutError("slow"), failing(404)], False),
        ([failing(429), failing(500), EngineConnectError("refused")], False),
        ([failing(404)], True),
        ([failing(429), answer(b"no JSON")], True),
    ],
)
def test_the_error_says_what_is_known(
    drive: Callable[..., Driver], steps: list[EngineResponse | EngineError], known: bool
) -> None:
    with pytest.raises(hms.CallError) as caught:
        drive(Script(*steps), retries=2).send(GET_THING)
    assert (caught.value.attempts, caught.value.outcome_known) == (len(steps), known)
    twin = pickle.loads(pickle.dumps(caught.value))  # what this test has pickled itself
    assert (twin.attempts, twin.outcome_known) == (len(steps), known)


def test_the_default_is_two_repetitions_within_a_minute(drive: Callable[..., Driver]) -> None:
    driver = drive(lambda _: failing(503), by_default=True)
    with pytest.raises(hms.ServerError, match="Given up after 3 attempts"):
        driver.send(GET_THING)
    assert driver.engine.requests[0].time_left == 60
    assert 0 <= driver.time.sleeps[0] <= 0.5
    assert 0 <= driver.time.sleeps[1] <= 1.0


@pytest.mark.parametrize("retries", [0, Retry(max_retries=0)])
def test_none_when_switched_off(drive: Callable[..., Driver], retries: Retry | int) -> None:
    driver = drive(lambda _: failing(503), retries=retries)
    with pytest.raises(hms.ServerError) as caught:
        driver.send(GET_THING)
    assert (caught.value.attempts, len(driver.engine.requests)) == (1, 1)


def test_the_limit_of_the_waits_doubles_up_to_the_cap(drive: Callable[..., Driver]) -> None:
    policy = Retry(max_retries=6, backoff_base=1, backoff_cap=10, random=lambda: 1.0)
    driver = drive(lambda _: failing(500), retries=policy)
    with pytest.raises(hms.ServerError):
        driver.send(GET_THING)
    assert driver.time.sleeps == [1, 2, 4, 8, 10, 10]
    assert Retry(random=lambda: 1.0).wait_before(100_000) == 8


@pytest.mark.parametrize(
    ("failure", "asked"),
    [
        (failing(429, retry_after="7"), 7),
        (failing(503, retry_after="1.5"), 1.5),
        (failing(429, retry_after=email.utils.formatdate(NOW + 20, usegmt=True)), 20),
        (failing(429, retry_after=email.utils.formatdate(NOW - 20, usegmt=True)), 0),
        (failing(429, retry_after="-3"), 0),
        (answer({"message": "rate limit exceeded, retry after 45 seconds"}, status=429), 45),
        (failing(429, retry_after="soon"), 0),
    ],
)
def test_the_server_is_given_the_time_it_asks_for(
    drive: Callable[..., Driver], failure: EngineResponse, asked: float
) -> None:
    driver = drive(Script(failure, answer()), retries=NO_JITTER, clock=FakeClock(NOW))
    assert driver.send(GET_THING).elapsed == pytest.approx(asked + 0.5)
    assert driver.time.sleeps == [asked + 0.5]


@pytest.mark.parametrize(
    ("asked", "policy"),
    [
        ("61", Retry(max_elapsed=math.inf)),
        ("6", Retry(max_retry_after=5)),
        ("30", Retry(max_elapsed=30)),
        # The attempt would have less than the shortest timeout left.
        ("30", Retry(max_elapsed=30.0005, backoff_base=0.0001, random=lambda: 0.0)),
        ("1e300", Retry(max_retry_after=1e308, max_elapsed=1000)),
    ],
)
def test_a_wait_that_takes_too_long_is_not_begun(
    drive: Callable[..., Driver], asked: str, policy: Retry
) -> None:
    driver = drive(Script(failing(429, retry_after=asked)), retries=policy)
    with pytest.raises(hms.RateLimitError) as caught:
        driver.send(POST_THING)
    assert (caught.value.retry_after, caught.value.attempts) == (float(asked), 1)
    assert caught.value.outcome_known
    assert driver.time.sleeps == []


def test_the_deadline_cuts_the_timeouts_of_later_attempts(drive: Callable[..., Driver]) -> None:
    script = Script(*[EngineTimeoutError("slow")] * 9, seconds=4)
    policy = Retry(max_retries=9, max_elapsed=10, backoff_base=1, backoff_cap=1, random=lambda: 1.0)
    driver = drive(script, retries=policy, timeout=Timeout(read=None, write=6))
    script.time = driver.time
    with pytest.raises(hms.APITimeoutError) as caught:
        driver.send(GET_THING)
    assert [request.time_left for request in driver.engine.requests] == [10, 5]
    assert driver.engine.requests[0].timeout == Timeout(connect=5, read=10, write=6, pool=10)
    assert driver.engine.requests[1].timeout == Timeout(connect=5, read=5, write=5, pool=5)
    assert caught.value.attempts == 2  # the wait after the second would end at the deadline


@pytest.mark.parametrize(
    ("timeout", "retries", "expected"),
    [
        (Timeout(), 2, 60),
        (300, 2, 300),
        (300, Retry(max_elapsed=10), 10),
        (Timeout(read=None), 2, None),
        (Timeout(read=None), Retry(max_elapsed=10), 10),
        (Timeout(), Retry(max_elapsed=math.inf), None),
        (Timeout(), 0, 60),
    ],
)
def test_the_deadline(
    drive: Callable[..., Driver],
    timeout: Timeout | float,
    retries: Retry | int,
    expected: float | None,
) -> None:
    driver = drive([answer()], timeout=timeout, retries=retries)
    driver.send(GET_THING)
    assert driver.engine.requests[0].time_left == expected


def test_a_new_token_after_a_401_costs_no_repetition(drive: Callable[..., Driver]) -> None:
    steps = [failing(503), failing(401), failing(503), failing(503), answer()]
    driver = drive(Script(*steps), retries=3)
    assert driver.send(GET_THING).attempts == 5
    first, second, *others = driver.engine.tokens
    assert first == second
    assert {*others} == {others[0]} != {first}
    with pytest.raises(hms.AuthenticationError) as caught:
        drive(Script(failing(401), failing(503), failing(401)), retries=3).send(GET_THING)
    assert caught.value.attempts == 3


def test_a_new_token_after_the_deadline_is_tried_in_no_time(drive: Callable[..., Driver]) -> None:
    script = Script(failing(401), answer(), seconds=7)
    driver = drive(script, retries=Retry(max_elapsed=5))
    script.time = driver.time
    driver.send(GET_THING)
    assert [request.time_left for request in driver.engine.requests] == [5, 0.001]


def test_the_response_says_what_it_took(drive: Callable[..., Driver]) -> None:
    script = Script(failing(500), answer(), seconds=2)
    driver = drive(script, retries=NO_JITTER)
    script.time = driver.time
    response = driver.send(GET_THING)
    assert (response.attempts, response.elapsed) == (2, 4.5)


def test_each_page_of_a_walk_has_repetitions_of_its_own(drive: Callable[..., Driver]) -> None:
    pages = [{"data": [{"id": "a"}], "last": "a"}, {"data": [{"id": "b"}]}]
    steps = [failing(500), failing(500), answer(pages[0]), failing(500), failing(500), answer(pages[1])]
    driver = drive(Script(*steps), retries=2)
    assert [thing.id for thing in driver.items(LIST_THINGS, THINGS)] == ["a", "b"]


def test_attempts_and_waits_are_logged(
    drive: Callable[..., Driver], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "hms")
    broken = EngineError("planted text")
    broken.__cause__ = ConnectionResetError("planted text")
    steps: list[EngineResponse | EngineError] = [
        failing(503),
        broken,
        failing(429, retry_after="3"),
        answer(),
    ]
    drive(Script(*steps), retries=Retry(max_retries=3, random=lambda: 1.0)).send(GET_THING)
    assert [(record.levelname, record.getMessage()) for record in caplog.records] == [
        ("INFO", "GET getThing: attempt 1 failed with 503; the next one is in 0.50 s"),
        ("INFO", "GET getThing: attempt 2 failed with ConnectionResetError; the next one is in 1.00 s"),
        ("INFO", "GET getThing: attempt 3 failed with 429; the next one is in 5.00 s"),
    ]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("max_retries", -1),
        ("max_retries", 1.5),
        ("max_retries", True),
        ("max_elapsed", 0),
        ("max_elapsed", -1),
        ("max_elapsed", math.nan),
        ("max_elapsed", "60"),
        ("backoff_base", -1),
        ("backoff_base", math.nan),
        ("backoff_cap", math.inf),
        ("max_retry_after", None),
    ],
)
def test_an_invalid_policy_is_refused(field: str, value: Any) -> None:
    with pytest.raises(ConfigurationError, match=field):
        Retry(**{field: value})


@pytest.mark.parametrize("retries", [-1, 1.5, True, "2", None])
def test_an_invalid_number_of_repetitions_is_refused(retries: Any) -> None:
    with pytest.raises(ConfigurationError, match="max_retries"):
        Client(management_token="tok", engine=FakeEngine([]), retries=retries)


def test_policies_compare_and_pickle() -> None:
    assert Retry() == Retry(random=lambda: 1.0)
    assert Retry(max_retries=3) != Retry()
    assert pickle.loads(pickle.dumps(Retry(max_retries=3))) == Retry(max_retries=3)  # our own bytes
    assert 0 <= Retry().wait_before(1) <= 0.5


@pytest.mark.parametrize("where", ["sleeping", "sending"])
def test_cancelling_leaves_nothing_behind(where: str) -> None:
    async def scenario() -> None:
        reached = asyncio.Event()
        released: list[str] = []

        async def sleep(_: float) -> None:
            await hang("sleeping")

        async def hang(place: str) -> None:
            reached.set()
            try:
                await asyncio.Event().wait()
            finally:
                released.append(place)

        class Engine(AsyncFakeEngine):
            async def send(self, request: EngineRequest) -> EngineResponse:  # type: ignore[override]
                if where == "sending" and self.requests:
                    await hang("sending")
                return await super().send(request)

        engine = Engine(lambda _: failing(500))
        quick = Retry(backoff_base=0)
        client = AsyncClient(
            management_token="tok",
            engine=engine,
            **({"sleep": sleep} if where == "sleeping" else {"retries": quick}),
        )
        task = asyncio.create_task(client.send(GET_THING))
        await reached.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert released == [where]
        assert len(engine.requests) == 1
        assert asyncio.all_tasks() == {asyncio.current_task()}

    asyncio.run(scenario())


def test_an_interrupted_wait_ends_the_call() -> None:
    def interrupt(_: float) -> None:
        raise KeyboardInterrupt

    engine = FakeEngine(lambda _: failing(500))
    with pytest.raises(KeyboardInterrupt):
        Client(management_token="tok", engine=engine, sleep=interrupt).send(GET_THING)
    assert len(engine.requests) == 1


@attrs.frozen
class Step:
    """What a server does with one request."""

    kind: str
    seconds: float
    retry_after: float | None

    @property
    def acts(self) -> bool:
        return self.kind in {"200", "200 without JSON", "500", "408", "503", "slow", "broken"}


class Server:
    """Acts on requests, answers or not, and takes its time; keeps to the time it is given."""

    def __init__(self, steps: list[Step]) -> None:
        self.steps = steps
        self.acts = 0
        self.began: list[float] = []
        self.not_before = -math.inf
        self.time = FakeTime()

    def __call__(self, request: EngineRequest) -> EngineResponse:
        assert self.time.now >= self.not_before, "the server was asked again before the time it named"
        step = self.steps[len(self.began) % len(self.steps)]
        self.began.append(self.time.now)
        self.acts += step.acts
        left = math.inf if request.time_left is None else request.time_left
        self.time.now += min(step.seconds, left)
        if step.kind == "refused":
            raise EngineConnectError("refused")
        if step.seconds >= left or step.kind == "slow":
            # Where the answer is late, the caller cannot know what the server did.
            raise EngineTimeoutError("slow")
        if step.kind == "broken":
            raise EngineError("broken")
        if step.kind.startswith("200"):
            return answer(b"{" if step.kind != "200" else None)
        headers = {}
        if step.retry_after is not None:
            headers["Retry-After"] = str(step.retry_after)
            self.not_before = self.time.now + step.retry_after
        return answer({}, status=int(step.kind), headers=headers)


SECONDS = st.floats(min_value=0, max_value=100)
STEPS = st.builds(
    Step,
    kind=st.sampled_from(
        ["200", "200 without JSON", "refused", "slow", "broken", "408", "429", "500", "503", "404", "401"]
    ),
    seconds=st.one_of(st.just(0.0), SECONDS),
    retry_after=st.one_of(st.none(), SECONDS),
)
POLICIES = st.builds(
    Retry,
    max_retries=st.integers(min_value=0, max_value=6),
    max_elapsed=st.one_of(st.none(), st.just(math.inf), st.floats(min_value=0.01, max_value=300)),
    backoff_base=SECONDS,
    backoff_cap=SECONDS,
    max_retry_after=SECONDS,
    random=st.floats(min_value=0, max_value=1).map(lambda number: lambda: number),
)


@law
@given(
    steps=st.lists(STEPS, min_size=1, max_size=8),
    policy=POLICIES,
    idempotent=st.booleans(),
    asynchronous=st.booleans(),
)
def test_laws(steps: list[Step], policy: Retry, idempotent: bool, asynchronous: bool) -> None:
    server = Server(steps)
    driver = Driver(
        server,
        asynchronous=asynchronous,
        management_token="tok",
        retries=policy,
        timer=server.time,
        sleep=server.time.sleep_asynchronously if asynchronous else server.time.sleep,
        base_url=BASE_URL,
    )
    call: Call[Any] = Call(operation=operation(method="POST", idempotent=idempotent), path="/things")
    started = server.time.now
    try:
        attempts = driver.send(call).attempts
    except hms.CallError as error:
        attempts = error.attempts
        if error.outcome_known and not isinstance(error, hms.DecodeError):
            assert server.acts == 0
    assert attempts == len(server.began) <= policy.max_retries + 1
    assert idempotent or server.acts <= 1
    if policy.max_elapsed is not None:
        deadline = started + policy.max_elapsed
        assert server.time.now <= deadline + 1e-6
        assert all(began <= deadline for began in server.began)
        assert sum(server.time.sleeps) <= policy.max_elapsed
