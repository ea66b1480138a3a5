"""What clients in other languages, and in browsers, do that the Python client does not."""

from __future__ import annotations

import http.client
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest
from mock_hostile_requests import OPERATIONS

if TYPE_CHECKING:
    from collections.abc import Callable

    import httpx

    from hms_mock import Control, MockServer
    from hms_mock.document import Operation

Json = dict[str, Any]

PAGE = "https://school.example.com"
PREFLIGHT = {"Origin": PAGE, "Access-Control-Request-Headers": "authorization,content-type,x-request-id"}


def path_of(operation: Operation) -> str:
    """The path of an operation, about objects that nobody made."""
    return "/v2" + operation.path.replace("{", "unknown-").replace("}", "")


def test_a_browser_may_ask_for_every_operation_without_a_token(bare: httpx.Client, control: Control) -> None:
    control.fail(503)
    control.limit_rate(1, 60)
    for operation in OPERATIONS:
        headers = PREFLIGHT | {"Access-Control-Request-Method": operation.method}
        answer = bare.options(path_of(operation), headers=headers)
        assert answer.status_code == 200, operation.id
        assert answer.headers["Access-Control-Allow-Origin"] == "*"
        assert operation.method in answer.headers["Access-Control-Allow-Methods"].split(", ")
        allowed = answer.headers["Access-Control-Allow-Headers"].split(",")
        assert set(allowed) >= {"authorization", "content-type"}
        assert "Access-Control-Allow-Credentials" not in answer.headers
    # The question is no call: it uses no fault up and is in no log.
    assert (control.requests(), control.pending_faults()) == ([], 1)


def test_a_method_that_nothing_has_is_not_allowed_to_browsers(bare: httpx.Client) -> None:
    headers = PREFLIGHT | {"Access-Control-Request-Method": "PATCH"}
    assert bare.options("/v2/rooms", headers=headers).status_code == 400


def test_pages_may_read_every_answer(api: httpx.Client, bare: httpx.Client, control: Control) -> None:
    origin = {"Origin": PAGE}
    answers = [
        api.get("/rooms", headers=origin),
        api.get("/rooms/unknown", headers=origin),
        api.get("/nothing", headers=origin),
        api.patch("/rooms", headers=origin),
        api.post("/rooms", content=b"{", headers=origin | {"Content-Type": "application/json"}),
        bare.get("/v2/rooms", headers=origin),
    ]
    control.fail(503, headers={"Retry-After": "1"})
    answers.append(api.get("/rooms", headers=origin))
    assert [answer.status_code for answer in answers] == [200, 404, 404, 405, 400, 401, 503]
    for answer in answers:
        assert answer.headers["Access-Control-Allow-Origin"] == "*"
        exposed = answer.headers["Access-Control-Expose-Headers"].split(", ")
        assert exposed == ["Allow", "Retry-After", "WWW-Authenticate"]


def test_pages_may_not_read_the_control_plane(bare: httpx.Client) -> None:
    for answer in (
        bare.get("/_mock/requests", headers={"Origin": PAGE}),
        bare.options("/_mock/reset", headers=PREFLIGHT | {"Access-Control-Request-Method": "POST"}),
    ):
        assert not [name for name in answer.headers if name.lower().startswith("access-control-")]
    assert answer.status_code >= 400


def test_a_question_that_is_no_preflight_is_refused_as_any_other_method(bare: httpx.Client) -> None:
    assert bare.options("/v2/rooms").status_code == 405
    assert bare.options("/v2/rooms", headers={"Origin": PAGE}).status_code == 405


def test_one_connection_for_all_calls(server: MockServer, sign: Callable[..., str]) -> None:
    url = urlsplit(server.url)
    connection = http.client.HTTPConnection(url.hostname or "", url.port, timeout=30)
    token = {"Authorization": f"Bearer {sign()}"}
    json_type = {"Content-Type": "application/json"}
    calls: list[tuple[str, str, bytes | None, dict[str, str], int]] = [
        ("POST", "/v2/rooms", b'{"name": "physics"}', token | json_type, 200),
        ("GET", "/v2/rooms", None, token, 200),
        ("GET", "/v2/rooms", None, {}, 401),
        # The bodies of these are not read before the answer.
        ("POST", "/v2/rooms", b"{}" * 1000, json_type, 401),
        ("POST", "/v2/nothing", b"{}" * 1000, token | json_type, 404),
        ("PUT", "/v2/rooms", b"{}" * 1000, token | json_type, 405),
        ("POST", "/v2/rooms", b"{", token | json_type, 400),
        ("POST", "/v2/rooms", b"{}", token | {"Content-Type": "text/plain"}, 415),
        ("HEAD", "/v2/rooms", None, token, 405),
        ("POST", "/v2/stream-keys/room/unknown", b"{}" * 1000, token | json_type, 404),
        ("GET", "/_mock/clock", None, {}, 200),
    ]
    connection.connect()
    first = connection.sock
    for method, path, body, headers, expected in calls:
        connection.request(method, path, body=body, headers=headers)
        response = connection.getresponse()
        response.read()
        assert response.status == expected, (method, path)
        assert connection.sock is first, (method, path)
    connection.close()


@pytest.mark.parametrize(
    ("content", "headers"),
    [
        (None, {}),
        (b"", {"Content-Type": "application/json"}),
        (b"", {"Content-Length": "0"}),
        (b"{}", {"Content-Type": "application/json"}),
        (b"{}", {"Content-Type": "application/json; charset=utf-8"}),
        (b"{}", {}),
        (b"null", {"Content-Type": "application/json"}),
    ],
)
def test_calls_without_a_body_take_what_clients_send_in_its_place(
    api: httpx.Client,
    make_room: Callable[..., Json],
    content: bytes | None,
    headers: dict[str, str],
) -> None:
    room_id = make_room(name="physics")["id"]
    without = [each for each in OPERATIONS if each.body_pointer is None and each.method != "GET"]
    assert without
    for operation in without:
        path = operation.path.replace("{room_id}", room_id).replace("{", "unknown-").replace("}", "")
        answer = api.request(operation.method, path, content=content, headers=headers)
        # Done, or 404 for what is not there; never a word about the body.
        assert answer.status_code in {200, 201, 404}, (operation.id, answer.text)


def test_a_slash_at_the_end_of_any_path_makes_no_difference(bare: httpx.Client, control: Control) -> None:
    for operation in OPERATIONS:
        for end in ("", "/"):
            bare.request(operation.method, path_of(operation) + end)
            assert control.requests()[-1]["operation"] == operation.id
