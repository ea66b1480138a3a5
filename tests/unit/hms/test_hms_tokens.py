from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

import jwt
import pytest
from hms_fakes import ACCESS_KEY, SECRET, FakeClock, law
from hypothesis import given
from hypothesis import strategies as st

from hms import Client, ConfigurationError, create_client_token, create_management_token

if TYPE_CHECKING:
    from collections.abc import Callable

DAY = 86_400
PEER: dict[str, Any] = {"room_id": "627cda81ab4f3b56a077dc33", "role": "host", "user_id": "user-7"}


def read(token: str) -> dict[str, Any]:
    # Expiry is checked against the claims below, not against the clock of the machine.
    claims: dict[str, Any] = jwt.decode(
        token,
        SECRET,
        algorithms=["HS256"],
        options={"verify_exp": False, "verify_nbf": False, "verify_iat": False},
    )
    return claims


def test_claims_of_a_management_token() -> None:
    token = create_management_token(access_key=ACCESS_KEY, secret=SECRET, clock=FakeClock(1_700_000_000.9))
    claims = read(token)
    assert uuid.UUID(claims.pop("jti")).version == 4
    assert claims == {
        "access_key": ACCESS_KEY,
        "type": "management",
        "version": 2,
        "iat": 1_699_999_940,
        "nbf": 1_699_999_940,
        "exp": 1_700_000_000 + DAY,
    }
    assert jwt.get_unverified_header(token)["alg"] == "HS256"


def test_claims_of_a_client_token() -> None:
    token = create_client_token(
        access_key=ACCESS_KEY, secret=SECRET, **PEER, expires_in=90.5, clock=FakeClock(1_700_000_000)
    )
    claims = read(token)
    assert uuid.UUID(claims.pop("jti")).version == 4
    assert claims == {
        "access_key": ACCESS_KEY,
        "type": "app",
        "version": 2,
        **PEER,
        "iat": 1_699_999_940,
        "nbf": 1_699_999_940,
        "exp": 1_700_000_090,
    }


def test_every_token_has_an_id_of_its_own() -> None:
    tokens = {create_management_token(access_key=ACCESS_KEY, secret=SECRET) for _ in range(20)}
    assert len({read(token)["jti"] for token in tokens}) == 20


@law
@given(
    now=st.floats(min_value=1e9, max_value=4e9),
    lifetime=st.floats(min_value=1, max_value=14 * DAY),
    skew=st.integers(min_value=-59, max_value=0),
)
def test_a_server_with_a_clock_up_to_a_minute_behind_accepts_it(
    now: float, lifetime: float, skew: int
) -> None:
    claims = read(
        create_management_token(access_key=ACCESS_KEY, secret=SECRET, expires_in=lifetime, clock=lambda: now)
    )
    assert claims["nbf"] <= now + skew
    assert now - 1 <= claims["exp"] - int(lifetime) <= now


@pytest.mark.parametrize("mint", [create_management_token, create_client_token])
@pytest.mark.parametrize("expires_in", [0, 0.5, -1, float("nan"), float("inf")])
def test_lifetimes_out_of_bounds(mint: Callable[..., str], expires_in: float) -> None:
    peer = PEER if mint is create_client_token else {}
    with pytest.raises(ValueError, match="expires_in"):
        mint(access_key=ACCESS_KEY, secret=SECRET, **peer, expires_in=expires_in)


def test_a_management_token_lives_no_longer_than_14_days() -> None:
    create_management_token(access_key=ACCESS_KEY, secret=SECRET, expires_in=14 * DAY)
    with pytest.raises(ValueError, match="14 days"):
        create_management_token(access_key=ACCESS_KEY, secret=SECRET, expires_in=14 * DAY + 1)


@pytest.mark.parametrize("argument", ["access_key", "secret", "room_id", "role", "user_id"])
def test_an_empty_argument_is_named(argument: str) -> None:
    arguments: dict[str, Any] = {"access_key": ACCESS_KEY, "secret": SECRET, **PEER, argument: " "}
    with pytest.raises(ValueError, match=argument) as caught:
        create_client_token(**arguments)
    assert SECRET not in str(caught.value)


def test_a_client_mints_client_tokens_on_its_clock() -> None:
    clock = FakeClock()
    client = Client(access_key=ACCESS_KEY, secret=SECRET, clock=clock)
    claims = read(client.create_client_token(**PEER, expires_in=60))
    assert claims["type"] == "app"
    assert claims["access_key"] == ACCESS_KEY
    assert claims["exp"] == clock.now + 60
    client.close()


def test_a_client_with_a_token_alone_cannot_mint() -> None:
    with Client(management_token="tok") as client, pytest.raises(ConfigurationError, match="secret="):
        client.create_client_token(**PEER)
