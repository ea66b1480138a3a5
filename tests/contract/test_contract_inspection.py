"""The inspection of every answer is itself tested: it must notice what is not as documented."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import httpx
import pytest

from .document import read_document
from .inspection import BadAnswerError, Inspector
from .journal import Journal

if TYPE_CHECKING:
    from collections.abc import Mapping

TOKEN = "aaaaaaaaaaaa.bbbbbbbbbbbb.cccccccccccc"
CODE = {
    "code": "abc-defg-hij",
    "room_id": "room",
    "role": "host",
    "enabled": True,
    "created_at": "2025-06-15T12:00:00Z",
    "updated_at": "2025-06-15T12:00:00Z",
}
URL = "http://host/v2/room-codes/room/one/role/host"


def _answer(
    status: int, body: Any = None, *, method: str = "POST", url: str = URL, **headers: str
) -> httpx.Response:
    request = httpx.Request(method, url, headers={"Authorization": f"Bearer {TOKEN}"})
    if body is None:
        return httpx.Response(status, headers=headers, request=request)
    if isinstance(body, bytes):
        return httpx.Response(status, content=body, headers=headers, request=request)
    return httpx.Response(status, json=body, headers=headers, request=request)


def _error(status: int, message: str = "no") -> Mapping[str, Any]:
    return {"code": status, "message": message}


WEBHOOKS = "http://host/v2/analytics/webhooks"
GOOD = {
    "a success": _answer(200, CODE),
    "a documented error": _answer(404, _error(404)),
    "a path that there is not": _answer(404, _error(404), url="http://host/v2/nothing"),
    "a method that there is not": _answer(405, _error(405), method="PATCH"),
    "an answer without content": _answer(204, method="DELETE", url="http://host/v2/templates/a/roles/b"),
    "too many calls, with a header": _answer(
        429, _error(429), method="GET", url=WEBHOOKS, **{"Retry-After": "7"}
    ),
    "too many calls, in words": _answer(429, _error(429, "retry in 7 seconds"), method="GET", url=WEBHOOKS),
}
BAD = {
    "a failure of the server": _answer(500, _error(500)),
    "an undocumented status": _answer(201, CODE),
    "a success of a path that there is not": _answer(200, CODE, url="http://host/v2/nothing"),
    "another media type": _answer(200, b"{}", **{"Content-Type": "text/html"}),
    "no media type": _answer(200, b"{}"),
    "no JSON": _answer(200, b"{", **{"Content-Type": "application/json"}),
    "no body": _answer(200, **{"Content-Type": "application/json"}),
    "a member is missing": _answer(200, {name: CODE[name] for name in CODE if name != "role"}),
    "a member of another type": _answer(200, CODE | {"enabled": "true"}),
    "a time without a zone": _answer(200, CODE | {"created_at": "2025-06-15T12:00:00"}),
    "a body where none is documented": _answer(
        204, {}, method="DELETE", url="http://host/v2/templates/a/roles/b"
    ),
    "another code in the error": _answer(404, _error(400)),
    "an error without a message": _answer(404, _error(404, " ")),
    "an error that repeats the token": _answer(401, _error(401, f"bad token {TOKEN}")),
    "too many calls, and no word of when to come back": _answer(429, _error(429), method="GET", url=WEBHOOKS),
}


@pytest.fixture(scope="module")
def inspector() -> Inspector:
    return Inspector(read_document())


@pytest.mark.parametrize("what", GOOD)
def test_what_is_documented(inspector: Inspector, what: str) -> None:
    assert inspector.problems(GOOD[what]) == []


@pytest.mark.parametrize("what", BAD)
def test_what_is_not_documented(inspector: Inspector, what: str) -> None:
    assert len(inspector.problems(BAD[what])) == 1


def test_a_bad_answer_fails_the_test() -> None:
    with pytest.raises(BadAnswerError, match="201 is not documented for createRoleRoomCode"):
        Journal().record(BAD["an undocumented status"])


def test_how_a_failure_is_explained() -> None:
    journal = Journal()
    journal.record(_answer(200, CODE, url=f"{URL}?a=$b`c`"))
    explained = journal.explain("the rule", None).splitlines()
    assert explained[0] == "rule: the rule"
    assert explained[1] == "operation: createRoleRoomCode (POST /room-codes/room/{room_id}/role/{role})"
    assert explained[2].startswith("page: https://www.100ms.live/docs/server-side/v2/")
    assert explained[4] == (
        '  curl -sS -X POST "$HMS_BASE_URL/room-codes/room/one/role/host?a=\\$b\\`c\\`"'
        ' -H "Authorization: Bearer $HMS_TOKEN"'
    )
    assert explained[5].startswith("  -> 200 {")
    assert TOKEN not in "\n".join(explained)


def test_nothing_is_explained_where_nothing_was_called() -> None:
    assert Journal().explain("the rule", None) == ""
