from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hms_mock.document import Document

if TYPE_CHECKING:
    from collections.abc import Callable

    import httpx

    from hms_mock import Control

JSON = {"Content-Type": "application/json"}


def assert_envelope(response: Any, status: Any) -> Any:
    assert response.status_code == status, response.text
    body = response.json()
    assert set(body) == {"code", "message", "details"}
    assert body["code"] == status
    assert isinstance(body["message"], str)
    assert body["message"]
    assert all(isinstance(detail, str) for detail in body["details"])
    return body


@pytest.mark.parametrize(
    "path", ["/v2", "/v2/", "/v2/nothing", "/v1/rooms", "/v2/rooms//x", "/_mock/nothing"]
)
def test_unknown_route(bare: httpx.Client, path: Any) -> None:
    assert_envelope(bare.get(path), 404)


def test_route_and_method_come_before_the_token(bare: httpx.Client) -> None:
    assert_envelope(bare.get("/v2/nothing"), 404)
    response = bare.patch("/v2/rooms")
    assert_envelope(response, 405)
    assert response.headers["Allow"] == "GET, POST"


@pytest.mark.parametrize("method", ["HEAD", "OPTIONS", "PUT", "PATCH", "DELETE", "TRACE", "QUERY"])
def test_other_methods_are_refused(api: httpx.Client, method: Any) -> None:
    response = api.request(method, "/rooms")
    assert response.status_code == 405
    assert response.headers["Allow"] == "GET, POST"
    assert api.request("GET", "/room-codes/code").headers["Allow"] == "POST"


def test_slash_at_the_end_makes_no_difference(
    api: httpx.Client, make_room: Callable[..., dict[str, Any]]
) -> None:
    room = make_room()
    for path in ("/rooms", "/sessions", "/templates", f"/rooms/{room['id']}"):
        assert api.get(f"{path}/").json() == api.get(path).json()


def test_encoded_slash_stays_in_its_segment(api: httpx.Client, control: Control) -> None:
    template_id = control.default_template_id()
    path = f"/templates/{template_id}/roles/a%2Fb"
    assert api.post(path, json={}).json()["name"] == "a/b"
    assert api.get(path).json()["name"] == "a/b"
    assert api.get(f"/templates/{template_id}/roles/a/b").status_code == 404


@pytest.mark.parametrize("identifier", ["%00", "%ff%fe", "%ED%A0%80", "a" * 5000, "%20", "..%2f..", "🦆"])
def test_strange_identifiers_are_unknown_objects(api: httpx.Client, identifier: Any) -> None:
    for path in ("rooms", "sessions", "templates", "active-rooms"):
        assert_envelope(api.get(f"/{path}/{identifier}"), 404)


def test_token_comes_before_content_type_and_body(bare: httpx.Client) -> None:
    assert_envelope(bare.post("/v2/rooms", content=b"{", headers={"Content-Type": "text/plain"}), 401)


@pytest.mark.parametrize(
    "content_type",
    [
        None,
        "text/plain",
        "application/x-www-form-urlencoded",
        "application/json; charset=latin-1",
        "json",
        "",
    ],
)
def test_body_of_another_type(api: httpx.Client, content_type: Any) -> None:
    headers = {} if content_type is None else {"Content-Type": content_type}
    body = assert_envelope(api.post("/rooms", content=b"{}", headers=headers), 415)
    assert "expected application/json" in body["details"][0]


@pytest.mark.parametrize(
    "content_type",
    [
        "application/json",
        "Application/JSON",
        "application/json; charset=UTF-8",
        'application/json;charset="utf-8"',
    ],
)
def test_ways_to_write_json(api: httpx.Client, content_type: Any) -> None:
    assert api.post("/rooms", content=b"{}", headers={"Content-Type": content_type}).status_code == 200


def test_required_body_that_is_missing(api: httpx.Client) -> None:
    body = assert_envelope(api.post("/rooms"), 400)
    assert body["details"] == ["Invalid body param: a JSON body is required"]


def test_operation_without_a_body_ignores_one(
    api: httpx.Client, make_room: Callable[..., dict[str, Any]]
) -> None:
    path = f"/room-codes/room/{make_room()['id']}"
    assert api.post(path).status_code == 200
    assert api.post(path, json={}).status_code == 200
    assert api.post(path, content=b"junk", headers={"Content-Type": "text/plain"}).status_code == 200


@pytest.mark.parametrize(
    "content",
    [
        b"{",
        b"nul",
        b"\xff\xfe",
        b'{"description": "\xff"}',
        b'{"size": NaN}',
        b'{"size": Infinity}',
        b'{"size": 1e999}',
        b'{"size": ' + b"9" * 5000 + b"}",
        b'{"description": "\\ud800"}',
        b'{"\\udc00": 1}',
        b"\xef\xbb\xbf{}",
        b"[" * 100_000,
        b'{"polls":' + b"[" * 200 + b"]" * 200 + b"}",
        b'{"description":"\\u0061","x":' + b'{"a":' * 900 + b"1" + b"}" * 901,
        b"{} {}",
    ],
)
def test_bodies_that_are_no_json(api: httpx.Client, content: Any) -> None:
    body = assert_envelope(api.post("/rooms", content=content, headers=JSON), 400)
    assert body["message"] == "Malformed JSON"


@pytest.mark.parametrize("content", [b"null", b"[]", b'"text"', b"5", b"true"])
def test_json_that_is_no_object(api: httpx.Client, content: Any) -> None:
    body = assert_envelope(api.post("/rooms", content=content, headers=JSON), 400)
    assert body["details"] == ['Invalid body param: the value is not of type "object"']


def test_huge_body(api: httpx.Client) -> None:
    response = api.post("/rooms", content=b'{"description": "' + b"x" * 2**20 + b'"}', headers=JSON)
    assert_envelope(response, 413)


def test_nul_and_every_plane_of_unicode_survive(
    api: httpx.Client, make_room: Callable[..., dict[str, Any]]
) -> None:
    text = "\x00 \u00e9 \u0939 \U0001f986 \uffff"
    room = make_room(description=text)
    assert api.get(f"/rooms/{room['id']}").json()["description"] == text


@pytest.mark.parametrize(
    ("query", "detail"),
    [
        ("limit=9", "limit: the value is less than the minimum of 10"),
        ("limit=101", "limit: the value is greater than the maximum of 100"),
        ("limit=ten", 'limit: the value is not of type "integer"'),
        ("limit=", 'limit: the value is not of type "integer"'),
        ("limit=1e2", 'limit: the value is not of type "integer"'),
        ("limit=" + "9" * 5000, 'limit: the value is not of type "integer"'),
        ("limit=%D9%A1%D9%A2", 'limit: the value is not of type "integer"'),
        ("enabled=yes", 'enabled: the value is not of type "boolean"'),
        ("enabled=True", 'enabled: the value is not of type "boolean"'),
        ("after=yesterday", 'after: the value is not a "date-time"'),
        ("name=%ff", "name: is not valid UTF-8"),
        ("limit=10&limit=20", "limit: given more than once"),
        ("start=nothing", "start: 'nothing' is not the `last` of an earlier page"),
        (
            "colour=red",
            "colour: no such parameter; it takes enabled, name, template_id, after, before, limit, start",
        ),
    ],
)
def test_wrong_queries(api: httpx.Client, query: Any, detail: Any) -> None:
    body = assert_envelope(api.get(f"/rooms?{query}"), 400)
    assert body["message"] == "Invalid query parameter"
    assert body["details"] == [f"Invalid query parameter: {detail}"]


def test_all_mistakes_are_told_at_once(api: httpx.Client) -> None:
    body = assert_envelope(api.get("/rooms?limit=1&enabled=x&after=y"), 400)
    assert len(body["details"]) == 3


def test_secrets_are_not_repeated_in_messages(api: httpx.Client) -> None:
    upload = {"type": "s3", "location": "b", "credentials": {"key": "k", "secret": ["hush-hush"]}}
    response = api.post("/rooms", json={"recording_info": {"upload_info": upload}})
    body = assert_envelope(response, 400)
    assert body["details"][0].startswith(
        "Invalid body param: recording_info.upload_info.credentials.secret: "
    )
    assert "hush" not in response.text


def test_missing_members_are_named(api: httpx.Client) -> None:
    body = assert_envelope(api.post("/room-codes/code", json={}), 400)
    assert sorted(body["details"]) == [
        "Invalid body param: code: is required",
        "Invalid body param: enabled: is required",
    ]


OPERATIONS = Document.bundled().operations
TEXT = st.text(max_size=8)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=6,
)
NAMES = (
    *("name", "enabled", "template_id", "template", "polls", "size", "webhook", "recording_info"),
    *("role", "roles", "settings", "destinations", "code", "peer_id", "message", "metadata"),
)
MEMBERS = st.sampled_from(NAMES)


@settings(
    max_examples=100,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(operation=st.sampled_from(OPERATIONS), data=st.data())
def test_nothing_that_is_sent_makes_the_mock_fail(
    api: httpx.Client, make_room: Callable[..., dict[str, Any]], control: Control, operation: Any, data: Any
) -> None:
    room = make_room(name="target")
    known = {
        "room_id": room["id"],
        "template_id": control.default_template_id(),
        "role": "host",
        "role_name": "guest",
    }
    path = operation.path
    for parameter in operation.path_parameters:
        path = path.replace(f"{{{parameter.name}}}", known.get(parameter.name, "unknown"))
    names = [parameter.name for parameter in operation.query_parameters]
    query = data.draw(st.dictionaries(st.sampled_from(names), TEXT, max_size=3)) if names else {}
    body = data.draw(VALUES | st.dictionaries(MEMBERS | TEXT, VALUES, max_size=4))
    response = api.request(
        operation.method, path, params=query, content=json.dumps(body).encode("utf-8"), headers=JSON
    )
    assert response.status_code < 500, response.text
    assert operation.response(response.status_code) is not None
