from __future__ import annotations

import contextlib
import itertools
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import jwt
import pytest
from hms_fakes import ACCESS_KEY, GET_THING, SECRET, Driver, FakeClock, answer, law, operation
from hypothesis import given
from hypothesis import strategies as st

from hms import (
    AuthenticationError,
    Call,
    ConfigurationError,
    EngineRequest,
    EngineResponse,
    Secret,
    create_management_token,
)
from hms import _auth as auth_module
from hms._auth import MintedTokens
from hms._credentials import KeyPair

if TYPE_CHECKING:
    from collections.abc import Callable

KEYS = KeyPair(ACCESS_KEY, Secret(SECRET))
DAY = 86_400
UNAUTHORIZED = {"code": 401, "message": "Token validation error", "details": ["expired"]}


def claims_of(token: str | Secret) -> dict[str, Any]:
    clear = token.reveal() if isinstance(token, Secret) else token
    claims: dict[str, Any] = jwt.decode(clear, options={"verify_signature": False})
    return claims


def token_of(request: EngineRequest) -> str:
    return request.headers["Authorization"].removeprefix("Bearer ")


@pytest.fixture
def mints(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every token minted during the test."""
    minted: list[str] = []
    original = create_management_token

    def counting(**arguments: Any) -> str:
        token = original(**arguments)
        minted.append(token)
        return token

    monkeypatch.setattr(auth_module, "create_management_token", counting)
    return minted


@law
@given(
    lifetime=st.integers(min_value=1, max_value=14 * DAY),
    steps=st.lists(st.floats(min_value=-2 * DAY, max_value=2 * DAY), max_size=20),
)
def test_whatever_the_clock_does_the_token_is_valid_now_and_for_some_time(
    lifetime: int, steps: list[float]
) -> None:
    clock = FakeClock()
    tokens = MintedTokens(KEYS, clock, lifetime)
    for step in [0.0, *steps]:
        clock.now += step
        claims = claims_of(tokens.current())
        assert claims["nbf"] <= clock.now
        # Whole seconds in the claims can cost the youngest token up to one second of its margin.
        assert (
            claims["exp"] > clock.now + min(300, lifetime / 10) or claims["exp"] == int(clock.now) + lifetime
        )


def test_a_token_is_kept_until_shortly_before_it_expires(mints: list[str]) -> None:
    clock = FakeClock()
    tokens = MintedTokens(KEYS, clock)
    first = tokens.current()
    clock.now += DAY - 301
    assert tokens.current() is first
    clock.now += 1
    assert tokens.current() is not first
    assert len(mints) == 2


def test_a_clock_set_back_replaces_a_token_from_the_future(mints: list[str]) -> None:
    clock = FakeClock()
    tokens = MintedTokens(KEYS, clock)
    tokens.current()
    clock.now -= 60
    tokens.current()
    assert len(mints) == 1
    clock.now -= 1
    assert claims_of(tokens.current())["nbf"] <= clock.now
    assert len(mints) == 2


def test_200_threads_mint_one_token(mints: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    barrier = threading.Barrier(200)
    another_mint = threading.Barrier(2)
    mint: Callable[..., str] = vars(auth_module)["create_management_token"]  # counts by now

    def slow_mint(**arguments: Any) -> str:
        # Gives a second thread the time to mint too, which none may do.
        with contextlib.suppress(threading.BrokenBarrierError):
            another_mint.wait(timeout=0.2)
        return mint(**arguments)

    monkeypatch.setattr(auth_module, "create_management_token", slow_mint)
    tokens = MintedTokens(KEYS, FakeClock())

    def ask(_: int) -> str:
        barrier.wait(timeout=30)
        return tokens.current().reveal()

    with ThreadPoolExecutor(200) as pool:
        seen = set(pool.map(ask, range(200)))
    assert seen == set(mints)
    assert len(mints) == 1


def test_a_refused_token_is_dropped_only_while_it_is_the_current_one(mints: list[str]) -> None:
    tokens = MintedTokens(KEYS, FakeClock())
    old = tokens.current()
    assert tokens.replace(old)
    new = tokens.current()
    assert tokens.replace(old)
    assert tokens.current() is new
    assert len(mints) == 2


class Crowd:
    """A server that first lets all the callers of a crowd arrive, each with the token that it has, and then
    does something to them."""

    def __init__(self, driver: Driver, then: Callable[[], None]) -> None:
        self.size = 1000 if driver.asynchronous else 200
        self._then = then
        self._arrived = 0
        # All the tasks of an event loop are under way before the engine answers the first of them.
        self._barrier = None if driver.asynchronous else threading.Barrier(self.size, action=then)

    def arrive(self) -> None:
        """Wait for the others of the crowd."""
        if self._barrier is not None:
            self._barrier.wait(timeout=60)
            return
        self._arrived += 1
        if self._arrived == 1:
            self._then()


def test_a_crowd_that_crosses_the_expiry_mints_one_more_token(
    drive: Callable[..., Driver], mints: list[str]
) -> None:
    clock = FakeClock()

    def respond(request: EngineRequest) -> EngineResponse:
        token = token_of(request)
        if token == mints[0]:
            crowd.arrive()
            return answer()
        return answer() if claims_of(token)["exp"] > clock.now else answer(UNAUTHORIZED, status=401)

    def expire() -> None:
        clock.now += DAY + 1

    driver = drive(respond, clock=clock)
    crowd = Crowd(driver, expire)
    calls = [GET_THING] * crowd.size
    # Each thread sends a second call as soon as the expiry has passed under its first one.
    responses = driver.send_at_once(calls if driver.asynchronous else calls * 2, threads=crowd.size)
    responses += driver.send_at_once(calls)
    assert {(response.status, response.attempts) for response in responses} == {(200, 1)}
    assert driver.engine.tokens[: crowd.size] == [mints[0]] * crowd.size
    assert set(driver.engine.tokens[crowd.size :]) == {mints[1]}
    assert len(mints) == 2


def test_a_crowd_that_is_refused_at_once_shares_the_next_token(
    drive: Callable[..., Driver], mints: list[str]
) -> None:
    revoked: set[str] = set()

    def respond(request: EngineRequest) -> EngineResponse:
        token = token_of(request)
        if token == mints[0]:
            crowd.arrive()
        return answer(UNAUTHORIZED, status=401) if token in revoked else answer()

    driver = drive(respond, clock=FakeClock())
    crowd = Crowd(driver, lambda: revoked.update(mints))
    responses = driver.send_at_once([GET_THING] * crowd.size, threads=crowd.size)
    assert {(response.status, response.attempts) for response in responses} == {(200, 2)}
    assert len(mints) == 2


@pytest.mark.parametrize("refusals", range(6))
def test_a_server_that_refuses_the_first_requests(
    drive: Callable[..., Driver], mints: list[str], refusals: int
) -> None:
    driver = drive([*[answer(UNAUTHORIZED, status=401)] * refusals, answer({"id": "t9"})])
    for _ in range(refusals // 2):
        with pytest.raises(AuthenticationError) as caught:
            driver.send(GET_THING)
        assert caught.value.attempts == 2
    assert driver.send(GET_THING).parsed.id == "t9"
    assert driver.engine.tokens == mints
    assert len(set(mints)) == refusals + 1


def test_a_crowd_at_a_server_that_refuses_the_first_requests(
    drive: Callable[..., Driver], mints: list[str]
) -> None:
    refusals = itertools.chain([True] * 25, itertools.repeat(False))
    driver = drive(lambda _: answer(UNAUTHORIZED, status=401) if next(refusals) else answer())
    outcomes = driver.send_at_once([GET_THING] * 200)
    failed = [outcome for outcome in outcomes if isinstance(outcome, AuthenticationError)]
    assert sum(outcome.attempts for outcome in outcomes) == len(driver.engine.requests)
    assert {outcome.attempts for outcome in failed} <= {2}
    # A call fails when both of its requests are among those that are refused.
    assert len(failed) <= 12
    assert 1 < len(mints) <= 26


def test_a_401_is_answered_by_one_repetition_with_a_new_token(drive: Callable[..., Driver]) -> None:
    driver = drive([answer(UNAUTHORIZED, status=401), answer({"id": "t9"})])
    assert driver.send(GET_THING).parsed.id == "t9"
    first, second = driver.engine.tokens
    assert claims_of(first)["jti"] != claims_of(second)["jti"]


def test_the_repetition_is_the_same_request(drive: Callable[..., Driver]) -> None:
    call: Call[Any] = Call(
        operation=operation(method="POST"), path="/things", query=(("a", "1"),), body=b'{"id":"t1"}'
    )
    driver = drive([answer(UNAUTHORIZED, status=401), answer()])
    driver.send(call)
    first, second = driver.engine.requests
    assert (first.method, first.url, first.body) == (second.method, second.url, second.body)
    assert first.headers.replace("Authorization", "") == second.headers.replace("Authorization", "")


def test_a_second_401_raises_and_says_what_to_check(drive: Callable[..., Driver]) -> None:
    driver = drive(lambda _: answer(UNAUTHORIZED, status=401))
    with pytest.raises(AuthenticationError, match="access_key and secret belong together") as caught:
        driver.send(GET_THING)
    assert len(driver.engine.requests) == 2
    assert caught.value.details == ("expired",)


def test_a_ready_token_is_not_repeated_and_the_error_says_why(drive: Callable[..., Driver]) -> None:
    driver = drive(lambda _: answer(UNAUTHORIZED, status=401), management_token="ready")
    with pytest.raises(AuthenticationError, match="cannot be renewed"):
        driver.send(GET_THING)
    assert driver.engine.tokens == ["ready"]


@pytest.mark.parametrize("status", [400, 403, 404, 500])
def test_other_errors_keep_the_token(drive: Callable[..., Driver], mints: list[str], status: int) -> None:
    driver = drive([answer({}, status=status), answer()])
    with pytest.raises(Exception, match=str(status)):
        driver.send(GET_THING)
    driver.send(GET_THING)
    assert len(mints) == 1


def test_an_open_operation_is_sent_without_a_token(drive: Callable[..., Driver], mints: list[str]) -> None:
    driver = drive([answer()])
    driver.send(Call(operation=operation(security=None), path="/health"))
    assert "Authorization" not in driver.engine.requests[0].headers
    assert mints == []


def test_an_unknown_security_scheme_is_refused(drive: Callable[..., Driver]) -> None:
    driver = drive([])
    with pytest.raises(ConfigurationError, match="clientToken"):
        driver.send(Call(operation=operation(security="clientToken"), path="/sip/dtmf"))
    assert driver.engine.requests == []


def test_a_call_can_bring_its_own_token(drive: Callable[..., Driver]) -> None:
    driver = drive([answer({"id": "1"})])
    driver.send(Call(operation=operation(security="clientToken"), path="/sip/dtmf", token="t0ken"))
    assert [request.headers["Authorization"] for request in driver.engine.requests] == ["Bearer t0ken"]


def test_the_token_of_a_call_is_not_replaced_when_it_is_refused(drive: Callable[..., Driver]) -> None:
    driver = drive([answer({"code": 401, "message": "no"}, status=401)])
    with pytest.raises(AuthenticationError, match="client token of this call") as caught:
        driver.send(Call(operation=operation(security="clientToken"), path="/sip/dtmf", token="t0ken"))
    assert len(driver.engine.requests) == 1
    assert "t0ken" not in str(caught.value) + repr(caught.value.__dict__)
