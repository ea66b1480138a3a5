"""Whose token is not good is told so, and nothing is done for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from .calls import OPERATIONS, Call, differences, good_call, look, look_behind
from .envelope import problems_of_error
from .tokens import BAD_AUTHORIZATION, BAD_CLIENT_AUTHORIZATION

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import httpx

    from .document import Operation
    from .scene import Stage
    from .tokens import Issuer

FOR_CLIENTS = [operation for operation in OPERATIONS if operation.token == "clientToken"]

each_operation = pytest.mark.parametrize("operation", OPERATIONS, ids=[each.id for each in OPERATIONS])


def _problem(response: httpx.Response, authorization: str | None) -> str:
    token = (authorization or "").removeprefix("Bearer ")
    if response.status_code != 401:
        return f"answered {response.status_code}"
    return "; ".join(problems_of_error(response.status_code, response.content, token))


def _are_refused(
    bare: httpx.Client,
    api: httpx.Client,
    control: httpx.Client,
    call: Call,
    headers: Mapping[str, str | None],
) -> None:
    """The rest of the call is good, so that nothing but the token can be what is refused."""

    def seen() -> dict[str, Any]:
        # That reads change nothing is a law of its own.
        if not call.operation.writes:
            return {}
        return look(api, call.values, [call.operation.family]) | look_behind(control)

    before = seen()
    problems = {}
    for wrong, authorization in headers.items():
        given = {} if authorization is None else {"Authorization": authorization}
        if problem := _problem(call.send(bare, **given), authorization):
            problems[wrong] = problem
    assert not problems, f"by what is wrong with the token: {problems}"
    assert not differences(before, seen()), "the calls were refused, and acted on"


@pytest.mark.reads
@each_operation
def test_a_bad_token_is_refused(
    bare: httpx.Client,
    api: httpx.Client,
    control: httpx.Client,
    stage: Stage,
    issuer: Callable[[Operation], Issuer],
    operation: Operation,
) -> None:
    """Without a good token every operation answers 401, and does nothing; with one it succeeds."""
    call = good_call(stage, operation)
    headers = {wrong: make(issuer(operation)) for wrong, make in BAD_AUTHORIZATION.items()}
    _are_refused(bare, api, control, call, headers)
    response = call.send(bare, Authorization=f"Bearer {issuer(operation).mint()}")
    if operation.writes:
        stage.spend()
    assert response.status_code in call.statuses, response.text


@each_operation
def test_a_slash_is_no_token(bare: httpx.Client, stage: Stage, operation: Operation) -> None:
    """A slash at the end of the path, which makes no difference otherwise, makes none for tokens."""
    call = good_call(stage, operation)
    path = f"{operation.request_path(call.values)}/"
    response = bare.request(operation.method, path, params=dict(call.query), json=call.body)
    assert not _problem(response, None)


@pytest.mark.parametrize("operation", FOR_CLIENTS, ids=[each.id for each in FOR_CLIENTS])
def test_a_bad_client_token_is_refused(
    bare: httpx.Client,
    api: httpx.Client,
    control: httpx.Client,
    stage: Stage,
    issuer: Callable[[Operation], Issuer],
    operation: Operation,
) -> None:
    """Client tokens are for one room and a role that it has; others are refused with 401, and do nothing."""
    call = good_call(stage, operation)
    headers = {wrong: make(issuer(operation)) for wrong, make in BAD_CLIENT_AUTHORIZATION.items()}
    _are_refused(bare, api, control, call, headers)
