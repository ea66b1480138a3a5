"""Hostile requests, made by combining what can be wrong with where it can be wrong.

Each table yields cases: what is sent, byte by byte, and the statuses that are right for it. Tokens, and the
objects that a request needs to get past the first checks, come from a `Scene`.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mock_hostile_tokens import NOW, tokens

from hms_mock import DEFAULT_ACCESS_KEY
from hms_mock.document import Document, Operation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Json = dict[str, Any]

PARSER = frozenset({400, 413, 414, 431})
"""What the parser of HTTP refuses, before the mock sees anything. Which of these is right depends on it."""


@dataclass(frozen=True)
class Scene:
    """What hostile requests are about.

    Attributes:
        token: a good management token.
        client_token: a good client token.
        parameters: values for the parameters of paths that lead to existing objects.
    """

    token: str
    client_token: str
    parameters: Json


@dataclass(frozen=True)
class Case:
    """One hostile request."""

    name: str
    raw: bytes
    expected: frozenset[int]


def request(
    method: str,
    path: str,
    *,
    token: str | bytes | None = None,
    content_type: str | None = None,
    body: bytes | None = None,
    headers: tuple[bytes, ...] = (b"Host: mock",),
    version: bytes = b"HTTP/1.1",
) -> bytes:
    """Write a request. Nothing is checked or escaped."""
    lines = [method.encode() + b" " + path.encode() + b" " + version, *headers, b"Connection: close"]
    if token is not None:
        lines.append(b"Authorization: Bearer " + (token.encode() if isinstance(token, str) else token))
    if content_type is not None:
        lines.append(b"Content-Type: " + content_type.encode())
    if body is not None:
        lines.append(b"Content-Length: %d" % len(body))
    return b"\r\n".join(lines) + b"\r\n\r\n" + (body or b"")


def path_of(operation: Operation, scene: Scene) -> str:
    """The path of an operation, with existing objects for its parameters."""
    return "/v2" + re.sub(r"{(\w+)}", lambda match: str(scene.parameters.get(match[1], 1)), operation.path)


def token_for(operation: Operation, scene: Scene) -> str:
    return scene.client_token if "clientToken" in operation.security else scene.token


OPERATIONS = Document.bundled().operations
WITH_BODY = [operation for operation in OPERATIONS if operation.body_pointer is not None]

TOO_LONG = 20_000
"""Bytes: more than a head may have, and little enough for the parser of HTTP to read it all. What is left
unread when the connection is closed resets it, and the answer is lost."""
HEADS: dict[str, bytes] = {
    "header without a colon": b"GET /v2/rooms HTTP/1.1\r\nHost: mock\r\nnonsense\r\n\r\n",
    "header without a name": b"GET /v2/rooms HTTP/1.1\r\nHost: mock\r\n: x\r\n\r\n",
    "blank before the colon": b"GET /v2/rooms HTTP/1.1\r\nHost: mock\r\nX : y\r\n\r\n",
    "blank in a header's name": b"GET /v2/rooms HTTP/1.1\r\nHost: mock\r\nX Y: z\r\n\r\n",
    "NUL in a header": b"GET /v2/rooms HTTP/1.1\r\nHost: mock\r\nX: a\x00b\r\n\r\n",
    "carriage return in a header": b"GET /v2/rooms HTTP/1.1\r\nHost: mock\r\nX: a\rb: c\r\n\r\n",
    "one huge header": b"GET /v2/rooms HTTP/1.1\r\nHost: mock\r\nX: " + b"x" * TOO_LONG + b"\r\n\r\n",
    "huge header name": b"GET /v2/rooms HTTP/1.1\r\nHost: mock\r\n" + b"x" * TOO_LONG + b": y\r\n\r\n",
    "many headers": b"GET /v2/rooms HTTP/1.1\r\nHost: mock\r\n" + b"X: y\r\n" * (TOO_LONG // 6) + b"\r\n",
    "huge token": request("GET", "/v2/rooms", token=b"x" * TOO_LONG),
    "huge target": request("GET", "/v2/rooms?name=" + "x" * TOO_LONG),
    "no Host": request("GET", "/v2/rooms", headers=()),
    "two Hosts": request("GET", "/v2/rooms", headers=(b"Host: a", b"Host: b")),
    "blank in the target": request("GET", "/v2/ro oms"),
    "control character in the target": request("GET", "/v2/\x01rooms"),
    "bytes in the target": request("GET", "/v2/räume"),
    "no target": b"GET HTTP/1.1\r\nHost: mock\r\n\r\n",
    "no version": b"GET /v2/rooms\r\nHost: mock\r\n\r\n",
    "wrong version": request("GET", "/v2/rooms", version=b"HTTP/x.y"),
    "no HTTP": b"\x00\x01\x02\x03\r\n\r\n",
    "TLS": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(range(256)) + b"\r\n\r\n",
    "method that is no token": request("GE(T", "/v2/rooms"),
    "smuggled method": b"GET\t/v2/rooms HTTP/1.1\r\nHost: mock\r\n\r\n",
}
LENGTHS: dict[str, tuple[bytes, ...]] = {
    "negative": (b"Content-Length: -1",),
    "no number": (b"Content-Length: many",),
    "hexadecimal": (b"Content-Length: 0x10",),
    "plus sign": (b"Content-Length: +2",),
    "huge": (b"Content-Length: " + b"9" * 400,),
    "two": (b"Content-Length: 2", b"Content-Length: 3"),
    "list": (b"Content-Length: 2, 3",),
    "unknown coding": (b"Transfer-Encoding: gzip",),
    "chunked twice": (b"Transfer-Encoding: chunked, chunked",),
}
CHUNKS: dict[str, bytes] = {
    "size is no number": b"zz\r\n{}\r\n0\r\n\r\n",
    "negative size": b"-2\r\n{}\r\n0\r\n\r\n",
    "size with a prefix": b"0x2\r\n{}\r\n0\r\n\r\n",
    "huge size": b"f" * 100 + b"\r\n{}\r\n0\r\n\r\n",
    "chunk longer than its size": b"2\r\n{}garbage\r\n0\r\n\r\n",
    "no chunks at all": b'{"name": "x"}\r\n\r\n',
}
HOSTS = [
    "a b",
    "a/b",
    "a@b",
    "[::1",
    "mock:port",
    "mock:1:2",
    "<script>",
    'a"b',
    "a\\b",
    "a,b",
    "ü",
    "mock?x",
    "#",
]
SEGMENTS = [
    *("..", ".", "%2e%2e", "..%2f..%2fetc%2fpasswd", "%2e%2e%5c", "a%2Fb", "%00", "x%00", "%ff", "%ED%A0%80"),
    *("%0d%0aX-Evil:%201", "%25", "%", "%zz", "%u0041", ";", "a;b=c", "%20", "%7Broom_id%7D", "*", "~"),
    *("a" * 5000, "%3Cscript%3E", "'%20or%20'1'='1", "%F0%9F%A6%86", "-1", "0", "null", "undefined", "NaN"),
]
BAD_JSON: dict[str, bytes] = {
    "cut off": b"{",
    "trailing comma": b'{"name": "x",}',
    "single quotes": b"{'name': 'x'}",
    "no quotes": b"{name: 1}",
    "comment": b'{"name": "x"} // hello',
    "two values": b"{} {}",
    "blank": b"  ",
    "NUL": b'{"name": "a\x00b"}',
    "line break in a string": b'{"name": "a\nb"}',
    "wrong escape": b'{"name": "\\x41"}',
    "NaN": b'{"name": NaN}',
    "infinity": b'{"name": -Infinity}',
    "too large a float": b'{"name": 1e999}',
    "too long an integer": b'{"name": ' + b"9" * 10_000 + b"}",
    "leading zero": b'{"name": 01}',
    "half of a surrogate pair": b'{"name": "\\ud800"}',
    "half of a surrogate pair as a name": b'{"\\udc00": 1}',
    "byte order mark": b"\xef\xbb\xbf{}",
    "UTF-16": '{"name": "x"}'.encode("utf-16"),
    "latin-1": '{"name": "é"}'.encode("latin-1"),
    "overlong UTF-8": b'{"name": "\xc0\xaf"}',
    "surrogates in UTF-8": b'{"name": "\xed\xa0\x80"}',
    "deep arrays": b"[" * 100_000,
    "deep objects": b'{"a":' * 50_000 + b"1" + b"}" * 50_000,
    "deeper than is read": b'{"name":' + b"[" * 200 + b"]" * 200 + b"}",
    "member given twice": b'{"name": "a", "name": "b"}',
    "member given twice, escaped": b'{"name": "a", "n\\u0061me": "b"}',
    "member given twice, inside": b'{"x": [{"a": 1, "a": 1}]}',
    "form": b"name=x&enabled=true",
    "XML": b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]><x>&y;</x>',
}
WRONG_BODIES = [b"null", b"true", b"5", b"-0.0", b'"text"', b"1e308"]
WRONG_VALUES = [[[{"x": None}]], 0.5]
MEDIA_TYPES = [
    *(
        "text/plain",
        "text/json",
        "application/xml",
        "application/jsonp",
        "application/json-patch+json",
        "*/*",
    ),
    *(
        "application/json; charset=utf-16",
        "application/json; charset=latin-1",
        "multipart/form-data; boundary=x",
    ),
    *(
        "application/x-www-form-urlencoded",
        "json",
        "application / json",
        "application/json, text/plain",
        ";;;",
    ),
]
LIMITS = [
    *("-1", "1e2", "10.5", "9" * 5000, "NaN", "0x10", "010x", "%00", "%ff", "ten", ""),
    *(
        "10&limit=20",
        "10;drop",
        "%D9%A1%D9%A2",
        "true",
        "null",
        "[10]",
        "10%0d%0aX:1",
        "10&limit[]=10",
        "+10",
    ),
]
UNREGISTERED = {"get", "GETT"}
METHODS = ["HEAD", "PUT", "PATCH", "DELETE", "TRACE", "OPTIONS", "PROPFIND", "get", "GETT", "M-SEARCH"]


def heads(scene: Scene) -> Iterator[Case]:
    """What is no HTTP, or too much of it."""
    for name, raw in HEADS.items():
        yield Case(name, raw, PARSER)
    usual: tuple[bytes, ...] = (
        b"Host: mock",
        b"Authorization: Bearer " + scene.token.encode(),
        b"Content-Type: application/json",
    )
    for name, wrong in LENGTHS.items():
        raw = request("POST", "/v2/rooms", headers=usual + wrong) + b"{}"
        yield Case(f"length: {name}", raw, PARSER | {501})
    for name, garbage in CHUNKS.items():
        headers = (*usual, b"Transfer-Encoding: chunked")
        yield Case(f"chunks: {name}", request("POST", "/v2/rooms", headers=headers) + garbage, PARSER)
    for host in HOSTS:
        named = (b"Host: " + host.encode(),)
        for path in ("/v2/rooms", "/v2/nothing", "/_mock/requests", "/nothing"):
            yield Case(f"Host {host} {path}", request("GET", path, token=scene.token, headers=named), PARSER)


def targets(scene: Scene) -> Iterator[Case]:
    """Paths that lead nowhere, and methods that nothing has."""
    for operation in OPERATIONS:
        if operation.method != "GET" or not operation.path_parameters:
            continue
        last = operation.path_parameters[-1].name
        for segment in SEGMENTS:
            strange = Scene(scene.token, scene.client_token, scene.parameters | {last: segment})
            raw = request("GET", path_of(operation, strange), token=scene.token)
            yield Case(f"{operation.id} {segment[:30]}", raw, frozenset({404}))
    for path in (
        "//",
        "/v2//rooms",
        "/v2/../_mock/reset",
        "/v2/rooms/..",
        "/./v2/rooms",
        "/v2%2Frooms",
        "/V2/ROOMS",
    ):
        yield Case(f"target {path}", request("GET", path, token=scene.token), frozenset({404}))
    for target in (
        "*",
        "mock:443",
        "http://mock/nothing",
        "http://",
        "https://x/y",
        "ftp://mock/v2/nothing",
        "?",
        "v2/rooms",
    ):
        yield Case(f"target {target}", request("GET", target, token=scene.token), frozenset({400, 404}))
    for method in METHODS:
        for path in ("/v2/rooms", "/v2/templates", "/v2/sip/dtmf", "/v2/analytics/events"):
            raw = request(method, path, token=scene.token)
            # The parser knows the names of methods, and refuses those that nobody has registered.
            yield Case(f"{method} {path}", raw, frozenset({400 if method in UNREGISTERED else 405}))


def bodies(scene: Scene) -> Iterator[Case]:
    """Bodies that are no JSON, or not what the operation takes."""
    for operation in WITH_BODY:
        path, token = path_of(operation, scene), token_for(operation, scene)

        def case(name: str, body: bytes, media_type: str | None, status: int) -> Case:
            raw = request(operation.method, path, token=token, content_type=media_type, body=body)  # noqa: B023
            return Case(f"{operation.id}: {name}", raw, frozenset({status}))  # noqa: B023

        for name, body in BAD_JSON.items():
            yield case(name, body, "application/json", 400)
        for body in WRONG_BODIES:
            yield case(body.decode(), body, "application/json", 400)
        for media_type in MEDIA_TYPES:
            yield case(media_type, b"{}", media_type, 415)
        yield case("no Content-Type", b"{}", None, 415)
        for name in members(operation):
            for value in WRONG_VALUES:
                body = json.dumps({name: value}).encode()
                yield case(f"{name} is {str(value)[:9]}", body, "application/json", 400)


def members(operation: Operation) -> list[str]:
    """The members of a body, as far as the document lists them on the outermost level."""
    schema, _ = Document.bundled().resolve(operation.body_pointer or "")
    return list(schema.get("properties", {}))


def queries(scene: Scene) -> Iterator[Case]:
    """Queries that no list takes."""
    for operation in OPERATIONS:
        if not any(parameter.name == "limit" for parameter in operation.query_parameters):
            continue
        path = path_of(operation, scene)
        for query in [
            *(f"limit={value}" for value in LIMITS),
            "nothing=1",
            "%00=1",
            "LIMIT=10",
            "limit%5B%5D=10",
        ]:
            raw = request("GET", f"{path}?{query}", token=scene.token)
            yield Case(f"{operation.id} {query[:40]}", raw, frozenset({400}))


def credentials(scene: Scene) -> Iterator[Case]:
    """Tokens that open nothing."""
    claims = {
        "access_key": DEFAULT_ACCESS_KEY,
        "version": 2,
        "jti": "1",
        "iat": NOW,
        "nbf": NOW,
        "exp": NOW + 60,
    }
    management = claims | {"type": "management"}
    client = claims | {"type": "app", "room_id": scene.parameters["room_id"], "role": "guest", "user_id": "u"}
    refused = frozenset({401})

    def post(path: str, token: str) -> bytes:
        return request("POST", path, token=token, content_type="application/json", body=b'{"digits": ["1"]}')

    for name, token in tokens(management):
        yield Case(f"management: {name}", request("GET", "/v2/rooms", token=token), refused)
        yield Case(f"management: {name}: POST", post("/v2/rooms", token), refused)
    for name, token in tokens(client):
        yield Case(f"client: {name}", post("/v2/sip/dtmf", token), refused)
    for header in ("Bearer", "Bearer ", "bearer", "Basic dTpw", "Digest x", "x", ""):
        headers = (b"Host: mock", b"Authorization: " + header.encode())
        yield Case(f"Authorization {header}", request("GET", "/v2/rooms", headers=headers), refused)
    yield Case("no Authorization", request("GET", "/v2/rooms"), refused)


TABLES: dict[str, Callable[[Scene], Iterator[Case]]] = {
    "heads": heads,
    "targets": targets,
    "bodies": bodies,
    "queries": queries,
    "credentials": credentials,
}
