from __future__ import annotations

import base64
import json
from typing import TYPE_CHECKING, Any

import httpx
import jwt
import pytest

from hms_mock import DEFAULT_ACCESS_KEY, DEFAULT_SECRET, create_app

if TYPE_CHECKING:
    from collections.abc import Callable

    from hms_mock import Control, MockApp

NOW = 1_750_000_000


def ask(bare: httpx.Client, header: Any) -> Any:
    headers = {} if header is None else {"Authorization": header}
    return bare.get("/v2/rooms", headers=headers)


def test_good_token_is_let_in(bare: httpx.Client, sign: Callable[..., str]) -> None:
    assert ask(bare, f"Bearer {sign()}").status_code == 200
    assert ask(bare, f"bearer {sign()}").status_code == 200


@pytest.mark.parametrize(
    ("changes", "cause"),
    [
        ({"exp": NOW}, "the token has expired"),
        ({"nbf": NOW + 120}, "the token is not yet valid"),
        ({"iat": NOW + 120}, "the token is not yet valid"),
        ({"kind": "app", "room_id": "r", "role": "host", "user_id": "u"}, "wrong token type"),
        ({"kind": "refresh"}, "wrong token type"),
        ({"access_key": "nobody"}, "unknown access key"),
        ({"access_key": 7}, "unknown access key"),
        ({"access_key": None}, "missing claim"),
        ({"version": 1}, "wrong version"),
        ({"version": "2"}, "wrong version"),
        ({"jti": None}, "missing claim"),
        ({"iat": None}, "missing claim"),
        ({"nbf": None}, "missing claim"),
        ({"exp": None}, "missing claim"),
        ({"kind": None}, "missing claim"),
        ({"version": None}, "missing claim"),
        ({"exp": "tomorrow"}, "wrong claim"),
        ({"exp": True}, "wrong claim"),
        ({"exp": 1e300}, "wrong claim"),
        ({"jti": 5}, "wrong claim"),
        ({"secret": "x" * 40}, "bad signature"),
        ({"algorithm": "HS512", "secret": DEFAULT_SECRET * 2}, "algorithm not allowed"),
    ],
)
def test_every_cause_has_its_message(
    bare: httpx.Client, sign: Callable[..., str], changes: Any, cause: Any
) -> None:
    response = ask(bare, f"Bearer {sign(**changes)}")
    assert response.status_code == 401
    assert response.json()["message"] == f"Token validation error: {cause}"
    assert response.json()["code"] == 401
    assert response.json()["details"]
    assert response.headers["WWW-Authenticate"] == "Bearer"


@pytest.mark.parametrize(
    ("header", "message"),
    [
        (None, "Authentication error: no Authorization header"),
        ("Basic dXNlcjpwYXNz", "Authentication error: not a bearer token"),
        ("", "Authentication error: not a bearer token"),
        ("Bearer", "Token validation error: malformed token"),
        ("Bearer a.b", "Token validation error: malformed token"),
        ("Bearer a.b.c", "Token validation error: malformed token"),
        (b"Bearer \xff\xfe", "Token validation error: malformed token"),
    ],
)
def test_header_that_carries_no_token(bare: httpx.Client, header: Any, message: Any) -> None:
    response = ask(bare, header)
    assert (response.status_code, response.json()["message"]) == (401, message)


def part(value: Any) -> Any:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=").decode()


def test_unsigned_token_is_refused(bare: httpx.Client, sign: Callable[..., str]) -> None:
    payload = jwt.decode(sign(), options={"verify_signature": False})
    response = ask(bare, f"Bearer {part({'alg': 'none', 'typ': 'JWT'})}.{part(payload)}.")
    assert response.status_code == 401
    assert response.json()["message"] == "Token validation error: algorithm not allowed"


@pytest.mark.parametrize("payload", [[], "text", 5, None, {"access_key": {"a": []}, "type": []}])
def test_payload_of_another_shape_is_refused(bare: httpx.Client, payload: Any) -> None:
    token = f"{part({'alg': 'HS256', 'typ': 'JWT'})}.{part(payload)}.c2ln"
    assert ask(bare, f"Bearer {token}").status_code == 401


def test_a_minute_of_skew_is_tolerated_ahead_but_not_behind(
    bare: httpx.Client, sign: Callable[..., str]
) -> None:
    assert ask(bare, f"Bearer {sign(iat=NOW + 59, nbf=NOW + 59)}").status_code == 200
    assert ask(bare, f"Bearer {sign(exp=NOW)}").status_code == 401
    assert ask(bare, f"Bearer {sign(exp=NOW + 1)}").status_code == 200


def test_tokens_expire_when_the_clock_is_advanced(
    bare: httpx.Client, sign: Callable[..., str], control: Control
) -> None:
    token = sign()
    control.advance(86400)
    response = ask(bare, f"Bearer {token}")
    assert response.json()["message"] == "Token validation error: the token has expired"
    assert "86400 seconds ahead" in response.json()["details"][1]
    later = {"iat": NOW + 86400, "nbf": NOW + 86400, "exp": NOW + 2 * 86400}
    assert ask(bare, f"Bearer {sign(**later)}").status_code == 200


def test_the_clock_can_be_advanced_without_the_tokens(
    bare: httpx.Client, sign: Callable[..., str], control: Control
) -> None:
    control.advance(30 * 86400, tokens=False)
    assert ask(bare, f"Bearer {sign()}").status_code == 200


def test_workspaces_do_not_see_each_other(api: httpx.Client, other_api: httpx.Client) -> None:
    room = api.post("/rooms", json={"name": "mine"}).json()
    assert other_api.get(f"/rooms/{room['id']}").status_code == 404
    assert other_api.get("/rooms").json()["data"] == []
    theirs = other_api.post("/rooms", json={"name": "mine"}).json()
    assert theirs["id"] != room["id"]
    assert theirs["customer_id"] != room["customer_id"]
    refused = other_api.post("/rooms", json={"template_id": room["template_id"]})
    assert (refused.status_code, refused.json()["message"]) == (400, "Error: template not found")
    assert api.get("/rooms", params={"start": theirs["id"]}).status_code == 400


def test_a_token_that_was_let_in_is_refused_where_it_does_not_belong(
    bare: httpx.Client, in_process: Callable[[MockApp], httpx.BaseTransport], sign: Callable[..., str]
) -> None:
    header = {"Authorization": f"Bearer {sign()}"}
    assert bare.get("/v2/rooms", headers=header).status_code == 200
    assert bare.post("/v2/sip/dtmf", headers=header).json()["message"] == (
        "Token validation error: wrong token type"
    )
    renewed = create_app(credentials={DEFAULT_ACCESS_KEY: "another-secret-for-the-same-access-key"})
    with httpx.Client(transport=in_process(renewed), base_url="http://mock") as client:
        refused = client.get("/v2/rooms", headers=header)
    assert (refused.status_code, refused.json()["message"]) == (401, "Token validation error: bad signature")
