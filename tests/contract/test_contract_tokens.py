from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .document import Operation, operations_of, read_document
from .envelope import problems_of_error
from .tokens import BAD_AUTHORIZATION, BAD_CLIENT_AUTHORIZATION, Issuer

if TYPE_CHECKING:
    from collections.abc import Callable

    import httpx

OPERATIONS = operations_of(read_document())
FOR_CLIENTS = [operation for operation in OPERATIONS if operation.token == "clientToken"]
ABSENT = "0" * 24

each_operation = pytest.mark.parametrize("operation", OPERATIONS, ids=[each.id for each in OPERATIONS])


def _call(client: httpx.Client, operation: Operation, authorization: str | None) -> httpx.Response:
    # The rest of the call is good, so that nothing but the token can be what is refused.
    headers = {} if authorization is None else {"Authorization": authorization}
    path = operation.request_path({}, ABSENT)
    return client.request(operation.method, path, headers=headers, json=operation.example_body)


def _is_refused(response: httpx.Response, authorization: str | None) -> None:
    assert response.status_code == 401, response.text
    token = (authorization or "").removeprefix("Bearer ")
    assert problems_of_error(response.status_code, response.content, token) == []


@each_operation
@pytest.mark.parametrize("wrong", BAD_AUTHORIZATION)
def test_a_bad_token_is_refused(
    bare: httpx.Client, issuer: Callable[[Operation], Issuer], operation: Operation, wrong: str
) -> None:
    authorization = BAD_AUTHORIZATION[wrong](issuer(operation))
    _is_refused(_call(bare, operation, authorization), authorization)


@pytest.mark.parametrize("operation", FOR_CLIENTS, ids=[each.id for each in FOR_CLIENTS])
@pytest.mark.parametrize("wrong", BAD_CLIENT_AUTHORIZATION)
def test_a_bad_client_token_is_refused(
    bare: httpx.Client, issuer: Callable[[Operation], Issuer], operation: Operation, wrong: str
) -> None:
    authorization = BAD_CLIENT_AUTHORIZATION[wrong](issuer(operation))
    _is_refused(_call(bare, operation, authorization), authorization)


@each_operation
def test_a_good_token_is_not_refused(
    bare: httpx.Client, authorization: Callable[[Operation], dict[str, str]], operation: Operation
) -> None:
    response = _call(bare, operation, authorization(operation)["Authorization"])
    assert response.status_code not in {401, 403}, response.text
    assert response.status_code < 500, response.text
