"""HTTP itself: methods, media types, paths, queries and what errors may say, for every operation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import httpx
import pytest

from .calls import OPERATIONS, READS, WRITES, Call, differences, good_call, look, look_behind
from .document import follow, read_document
from .reading import READING
from .values import Catalogue

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from .document import Operation
    from .scene import Stage
    from .target import Target

    Authorization = Callable[[Operation], dict[str, str]]

DOCUMENT = read_document()
CATALOGUE = Catalogue(DOCUMENT)
WITH_BODY = [each for each in WRITES if each.takes_body]
WITH_QUERY = [each for each in OPERATIONS if each.query_parameters]
METHODS = READING | {"POST", "PUT", "PATCH", "DELETE", "TRACE", "PURGE"}
PATHS = sorted({each.path for each in OPERATIONS})
MEDIA_TYPES = [
    "text/plain",
    "text/json",
    "application/xml",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "application/json-patch+json",
    "application/octet-stream",
    "application/json; charset=utf-16",
    "",
]
JSON_TYPES = ["application/json", "application/json; charset=utf-8", "Application/JSON;charset=UTF-8"]
HOSTILE = (
    "null",
    "0",
    "../rooms",
    "日本語 😀",
    "%2F%00",
    "a b+c&d=e#f?g",
    "zero\x00tab\tline\r\nend",
    "x" * 2000,
)
"""What may stand for an identifier, and names nothing."""
SECRET = "hush-hush-nobody-may-read-this"


def _ids(operations: list[Operation]) -> list[str]:
    return [each.id for each in operations]


@pytest.mark.reads
@pytest.mark.parametrize("path", PATHS)
def test_methods_that_no_operation_has(api: httpx.Client, server: Target, path: str) -> None:
    """Every path answers 405 to HTTP methods that it does not have, and says which it has."""
    has = {each.method for each in OPERATIONS if each.path == path}
    for method in (READING if server.reads_only else METHODS) - has:
        response = api.request(method, path.replace("{", "").replace("}", ""))
        assert response.status_code == 405, f"{method}: {response.status_code}"
        assert {each.strip() for each in response.headers.get("allow", "").split(",")} == has, method


@pytest.mark.parametrize("operation", WITH_BODY, ids=_ids(WITH_BODY))
def test_media_types(
    api: httpx.Client,
    control: httpx.Client,
    stage: Stage,
    authorization: Authorization,
    operation: Operation,
) -> None:
    """A body that is not sent as JSON is a 415, and is not acted on; however JSON is called, it is taken."""
    call, headers = good_call(stage, operation), authorization(operation)
    content = httpx.Request("POST", "http://host", json=call.body).content
    before = look(api, call.values, [operation.family]) | look_behind(control)
    path = operation.request_path(call.values)
    wrong = {}
    for media_type in MEDIA_TYPES:
        given = {**headers, "Content-Type": media_type} if media_type else headers
        status = api.request(operation.method, path, content=content, headers=given).status_code
        if status != 415:
            wrong[media_type] = status
    assert not wrong, f"by the media type: {wrong}"
    assert not differences(before, look(api, call.values, [operation.family]) | look_behind(control))
    for media_type in JSON_TYPES:
        call = good_call(stage, operation)
        content = httpx.Request("POST", "http://host", json=call.body).content
        path = operation.request_path(call.values)
        response = api.request(
            operation.method, path, content=content, headers={**headers, "Content-Type": media_type}
        )
        stage.spend()
        assert response.is_success, f"{media_type}: {response.text}"


@pytest.mark.reads
@pytest.mark.parametrize("operation", WITH_QUERY, ids=_ids(WITH_QUERY))
def test_queries(api: httpx.Client, stage: Stage, operation: Operation) -> None:
    """A parameter that there is not, that is given twice or that is missing is a 400: no filter is lost."""
    call = good_call(stage, operation)
    path, query = operation.request_path(call.values), list(call.query.items())
    refused = call.or_absent(400)
    for name in ("no_such_parameter", "Limit", "limit ", "start[]"):
        response = api.get(path, params=[*query, (name, "10")])
        assert response.status_code in refused, f"{name}: {response.text}"
    for parameter in operation.query_parameters:
        name, schema = parameter["name"], follow(DOCUMENT, parameter["schema"])
        if parameter.get("required"):
            less = [each for each in query if each[0] != name]
            assert api.get(path, params=less).status_code in refused, f"without {name}"
        if schema.get("type") != "array":
            value = "true" if schema.get("type") == "boolean" else CATALOGUE.scalars(schema)[0]
            twice = [*(each for each in query if each[0] != name), (name, value), (name, value)]
            assert api.get(path, params=twice).status_code in refused, f"{name} twice"


@pytest.mark.reads
@pytest.mark.parametrize("operation", READS, ids=_ids(READS))
def test_a_slash_at_the_end(api: httpx.Client, stage: Stage, operation: Operation) -> None:
    """A slash at the end of a path makes no difference; two do, and so does the case of a letter."""
    call = good_call(stage, operation)
    path = operation.request_path(call.values)
    plain = api.get(path, params=call.query)
    slashed = api.get(f"{path}/", params=call.query)
    assert plain.status_code in call.statuses, plain.text
    assert plain.status_code == slashed.status_code
    if operation.id != "getRecordingAssetPresignedUrl":
        assert plain.json() == slashed.json()
    first, _, rest = path.removeprefix("/").partition("/")
    upper = f"/{first.upper()}/{rest}" if rest else f"/{first.upper()}"
    for wrong in (f"{path}//", f"{path}/x/y/z/q", upper):
        assert api.get(wrong, params=call.query).status_code == 404, wrong


PLACES = [each for each in OPERATIONS if each.path_parameters]


@pytest.mark.reads
@pytest.mark.parametrize("operation", PLACES, ids=_ids(PLACES))
def test_rare_texts_in_a_path(
    api: httpx.Client, stage: Stage, authorization: Authorization, operation: Operation
) -> None:
    """Whatever stands where an identifier is due names nothing: 404, and never a failure of the server."""
    call, headers = good_call(stage, operation), authorization(operation)
    for name in operation.path_parameters:
        for text in HOSTILE:
            values = {**call.values, name: text}
            response = Call(operation, values, call.query, call.body).send(api, **headers)
            if operation.id == "upsertTemplateRole" and name == "role_name":
                # It makes roles of any name.
                assert response.is_success, f"{text!r}: {response.text}"
                role = f"/templates/{call.values['template_id']}/roles/{quote(text, safe='')}"
                assert api.get(role).raise_for_status().json()["name"] == text
            else:
                assert response.status_code == 404, f"{name} {text!r}: {response.text}"
    if operation.writes:
        stage.spend()


@pytest.mark.reads
@pytest.mark.parametrize("operation", WITH_QUERY, ids=_ids(WITH_QUERY))
def test_rare_texts_in_a_query(api: httpx.Client, stage: Stage, operation: Operation) -> None:
    """Whatever text is asked for finds nothing or is refused; the server never fails."""
    call = good_call(stage, operation)
    for parameter in operation.query_parameters:
        name, schema = parameter["name"], CATALOGUE.resolved(parameter["schema"])
        free = schema.get("type") == "string" and not {"enum", "format"} & schema.keys() and name != "start"
        shortest = schema.get("minLength", 0)
        for text in (*HOSTILE, ""):
            response = Call(operation, call.values, {**call.query, name: text}).send(api)
            allowed = {200, 404} if free and len(text) >= shortest else {200} | call.or_absent(400)
            assert response.status_code in allowed, f"{name} {text!r}: {response.text}"
            if free and text and response.status_code == 200:
                items = response.json()[operation.definition["x-pagination"]["items"]]
                assert not items, f"{name} {text!r} finds {len(items)}"
        raw = f"{operation.request_path(call.values)}?{name}=%ff%fe"
        assert api.get(raw).status_code in call.or_absent(400), "bytes that are no text"


def _with_secrets(schema: Mapping[str, Any]) -> Any:
    """A wrong value of a schema: where a secret belongs there is one, in a list, where it is not allowed."""
    schema = CATALOGUE.resolved(schema)
    if schema.get("format") == "password":
        return [SECRET]
    if "properties" in schema:
        found = {name: _with_secrets(each) for name, each in schema["properties"].items()}
        return {name: each for name, each in found.items() if each is not None} or None
    if isinstance(schema.get("additionalProperties"), dict):
        inside = _with_secrets(schema["additionalProperties"])
        return None if inside is None else {"a": inside}
    if "items" in schema:
        inside = _with_secrets(schema["items"])
        return None if inside is None else [inside]
    return None


HOLDING_SECRETS = [each for each in WITH_BODY if _with_secrets(each.body_schema) is not None]


@pytest.mark.parametrize("operation", HOLDING_SECRETS, ids=_ids(HOLDING_SECRETS))
def test_errors_repeat_no_secrets(api: httpx.Client, stage: Stage, operation: Operation) -> None:
    """An error about a member that holds a secret says what is wrong without the secret."""
    call = good_call(stage, operation)
    wrong = _with_secrets(operation.body_schema)
    body = wrong if isinstance(wrong, list) else {**call.body, **wrong}
    response = Call(operation, call.values, {}, body).send(api)
    assert response.status_code == 400, response.text
    assert SECRET not in response.text


@pytest.mark.reads
@pytest.mark.parametrize("operation", OPERATIONS, ids=_ids(OPERATIONS))
def test_what_is_answered_is_json(
    api: httpx.Client, stage: Stage, authorization: Authorization, operation: Operation
) -> None:
    """The answer has the documented media type whatever is asked for; without content it has no body."""
    call = good_call(stage, operation)
    response = call.send(api, Accept="text/html", **authorization(operation))
    if operation.writes:
        stage.spend()
    assert response.status_code in call.statuses, response.text
    if operation.answer_schema:
        assert response.headers["content-type"] == "application/json"
        assert int(response.headers["content-length"]) == len(response.content)
    else:
        assert response.content == b""
        assert "content-type" not in response.headers


LIMITED = [each for each in OPERATIONS if "429" in each.responses]


@pytest.mark.standing_clock
@pytest.mark.parametrize("operation", LIMITED, ids=_ids(LIMITED))
def test_a_call_too_many(
    api: httpx.Client, control: httpx.Client, stage: Stage, operation: Operation
) -> None:
    """Who calls too often is told for how many seconds to wait, and no call is refused after them."""
    call = good_call(stage, operation)
    control.post("/rate-limit", json={"calls": 1, "seconds": 30}).raise_for_status()
    try:
        assert call.send(api).is_success
        before = look_behind(control)
        refused = call.send(api)
        assert refused.status_code == 429, refused.text
        assert not differences(before, look_behind(control))
        wait = int(refused.headers["retry-after"])
        stage.props.advance(wait - 1)
        assert call.send(api).status_code == 429
        stage.props.advance(1)
        assert call.send(api).is_success
    finally:
        control.delete("/rate-limit").raise_for_status()


def test_a_body_that_is_too_large_or_too_deep(api: httpx.Client) -> None:
    """What no server can take is refused, and the next call is answered."""
    deep = "[" * 100_000 + "]" * 100_000
    for content in (deep, f'{{"description": {deep}}}'):
        response = api.post("/rooms", content=content, headers={"Content-Type": "application/json"})
        assert response.status_code == 400, response.text
    assert api.post("/rooms", json={"description": "x" * (8 * 1024 * 1024)}).status_code == 413
    assert api.get("/rooms").status_code == 200


def test_numbers_at_the_edge(api: httpx.Client) -> None:
    """Numbers that no float holds and integers of a hundred digits are refused; `1.0` is an integer."""
    for number in ("1e999", "-1e999", "1" * 100, "0.1", "1.0", "-0", "1e2"):
        response = api.post(
            "/rooms", content=f'{{"size": {number}}}', headers={"Content-Type": "application/json"}
        )
        taken = number in {"1.0", "-0", "1e2"}
        assert response.status_code == (200 if taken else 400), f"{number}: {response.text}"
        if taken:
            assert response.json()["size"] == float(number)


def test_the_same_member_twice(api: httpx.Client) -> None:
    """A body with a member that is sent twice is refused, because one of the two was not meant."""
    content = '{"name": "sent-first", "name": "sent-second"}'
    response = api.post("/rooms", content=content, headers={"Content-Type": "application/json"})
    assert response.status_code == 400, response.text
    for name in ("sent-first", "sent-second"):
        assert api.get("/rooms", params={"name": name}).json()["data"] == []
