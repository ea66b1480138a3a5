from __future__ import annotations

import pytest
from hms_fakes import GET_THING, FakeEngine, answer

from hms import Client, ConfigurationError, Secret
from hms._credentials import Environment, KeyPair, ReadyToken, resolve_credentials

PAIR = {"access_key": "key", "secret": "sec"}
TOKEN = {"management_token": "tok"}
AMBIENT_PAIR = {"HMS_ACCESS_KEY": "env-key", "HMS_SECRET": "env-sec"}
AMBIENT_TOKEN = {"HMS_MANAGEMENT_TOKEN": "env-tok"}


def resolve(arguments: dict[str, str], environ: dict[str, str]) -> KeyPair | ReadyToken:
    secret, token = arguments.get("secret"), arguments.get("management_token")
    return resolve_credentials(
        access_key=arguments.get("access_key"),
        secret=None if secret is None else Secret(secret),
        management_token=None if token is None else Secret(token),
        environment=Environment(environ),
    )


@pytest.mark.parametrize(
    ("arguments", "environ", "expected"),
    [
        (PAIR, {}, KeyPair("key", Secret("sec"))),
        (TOKEN, {}, ReadyToken(Secret("tok"))),
        ({}, AMBIENT_PAIR, KeyPair("env-key", Secret("env-sec"))),
        ({}, AMBIENT_TOKEN, ReadyToken(Secret("env-tok"))),
        (PAIR, AMBIENT_PAIR, KeyPair("key", Secret("sec"))),
        (TOKEN, AMBIENT_TOKEN, ReadyToken(Secret("tok"))),
        (TOKEN, AMBIENT_PAIR, ReadyToken(Secret("tok"))),
        (PAIR, AMBIENT_TOKEN, KeyPair("key", Secret("sec"))),
        ({}, AMBIENT_PAIR | AMBIENT_TOKEN, KeyPair("env-key", Secret("env-sec"))),
        (TOKEN, {"HMS_SECRET": "half"}, ReadyToken(Secret("tok"))),
        ({}, AMBIENT_TOKEN | {"HMS_SECRET": "half"}, ReadyToken(Secret("env-tok"))),
        ({}, AMBIENT_TOKEN | {"HMS_ACCESS_KEY": " ", "HMS_SECRET": ""}, ReadyToken(Secret("env-tok"))),
        (
            {},
            {"HMS_ACCESS_KEY": "env-key\n", "HMS_SECRET": " env-sec\n"},
            KeyPair("env-key", Secret("env-sec")),
        ),
    ],
)
def test_precedence(
    arguments: dict[str, str], environ: dict[str, str], expected: KeyPair | ReadyToken
) -> None:
    assert resolve(arguments, environ) == expected


@pytest.mark.parametrize(
    ("arguments", "environ", "named"),
    [
        ({}, {}, ["access_key=", "secret=", "HMS_ACCESS_KEY", "HMS_SECRET", "HMS_MANAGEMENT_TOKEN"]),
        ({"access_key": "key"}, {}, ["secret=", "HMS_SECRET"]),
        ({"secret": "sec"}, {}, ["access_key=", "HMS_ACCESS_KEY"]),
        ({"access_key": "key"}, AMBIENT_PAIR, ["secret="]),
        ({"secret": "sec"}, AMBIENT_PAIR, ["access_key="]),
        ({}, {"HMS_ACCESS_KEY": "key"}, ["HMS_SECRET", "secret="]),
        ({}, {"HMS_SECRET": "sec"}, ["HMS_ACCESS_KEY", "access_key="]),
        (PAIR | TOKEN, {}, ["management_token=", "access_key="]),
        ({"access_key": "", "secret": "sec"}, AMBIENT_PAIR, ["access_key= is empty"]),
        ({"access_key": "key", "secret": " "}, AMBIENT_PAIR, ["secret= is empty"]),
        ({"management_token": ""}, AMBIENT_TOKEN, ["management_token= is empty"]),
        ({"management_token": "Bearer tok"}, {}, ["management_token=", "Bearer"]),
        ({"management_token": "tok\r\nX-Injected: 1"}, {}, ["management_token="]),
        ({}, {"HMS_MANAGEMENT_TOKEN": "Bearer tok"}, ["HMS_MANAGEMENT_TOKEN", "Bearer"]),
    ],
)
def test_incomplete_credentials_name_what_is_missing(
    arguments: dict[str, str], environ: dict[str, str], named: list[str]
) -> None:
    with pytest.raises(ConfigurationError) as caught:
        resolve(arguments, environ)
    assert [part for part in named if part not in str(caught.value)] == []


def test_a_client_without_credentials_fails_when_it_is_made() -> None:
    with pytest.raises(ConfigurationError, match="no credentials"):
        Client()


def test_a_client_reads_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HMS_MANAGEMENT_TOKEN", "ambient-token")
    engine = FakeEngine([answer()])
    Client(engine=engine).send(GET_THING)
    assert engine.tokens == ["ambient-token"]
