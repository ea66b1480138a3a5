"""Tokens that the mock has to refuse, made by combining what can be wrong with them."""

from __future__ import annotations

import base64
import hmac
import json
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from hms_mock import DEFAULT_SECRET

if TYPE_CHECKING:
    from collections.abc import Iterator

Json = dict[str, Any]

NOW = 1_750_000_000
USUAL: Json = {"alg": "HS256", "typ": "JWT"}
ALGORITHMS: list[Any] = [
    *("none", "None", "NONE", "", "HS512", "RS256", "ES256", "hs256"),
    *(None, 256, ["HS256"], {}),
]
HEADERS: dict[str, Any] = {
    "no alg": {"typ": "JWT"},
    "no object": [],
    "null": None,
    "kid is a path": USUAL | {"kid": "../../../dev/null"},
    "kid is SQL": USUAL | {"kid": "' or 1=1 --"},
    "kid is no text": USUAL | {"kid": 5},
    "kid is an object": USUAL | {"kid": {"a": []}},
    "jku": USUAL | {"jku": "https://evil.example.com/keys"},
    "jwk": USUAL | {"jwk": {"kty": "oct", "k": "eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHg"}},
    "crit": USUAL | {"crit": ["exp"]},
    "b64": USUAL | {"b64": False},
}
NO_TEXT: list[Any] = [None, [], {"a": [1]}, True, "\ud800", 10**400, -(10**400), 1e308]
STRANGE_TEXT = ["", "x" * 5000]
ANY_TEXT = frozenset({"jti", "user_id"})
"""Claims in which any text is right."""


def tokens(good: Json) -> Iterator[tuple[str, str]]:
    """Tokens that are to be refused, each with its name.

    Args:
        good: the claims of a good one.
    """
    for algorithm in ALGORITHMS:
        yield f"alg {algorithm!r}", _signed({"alg": algorithm, "typ": "JWT"}, good)
        yield f"alg {algorithm!r} unsigned", _signed({"alg": algorithm}, good).rpartition(".")[0] + "."
    for name, header in HEADERS.items():
        # What a header says about keys must not lead to another key than the secret.
        yield f"header: {name}", _signed(header, good, "x" * 33)
    yield "header is deep", _signed(USUAL | {"x": _deep(500)}, good, "x" * 33)
    yield from _wrong_claims(good)
    yield from _torn(_signed(USUAL, good))


def _wrong_claims(good: Json) -> Iterator[tuple[str, str]]:
    for name in good:
        yield f"without {name}", _signed(USUAL, {key: value for key, value in good.items() if key != name})
        for wrong in NO_TEXT if name in ANY_TEXT else [*NO_TEXT, *STRANGE_TEXT]:
            yield f"{name} is {str(wrong)[:9]!r}", _signed(USUAL, good | {name: wrong})
    changes: dict[str, Json] = {
        "expired": {"exp": NOW},
        "not yet valid": {"nbf": NOW + 3600},
        "issued later": {"iat": NOW + 3600},
        "of nobody": {"access_key": "nobody"},
        "infinite": {"exp": float("inf")},
        "no number": {"exp": float("nan")},
        "expired and deep": {"exp": NOW, "x": _deep(500)},
    }
    for name, change in changes.items():
        yield name, _signed(USUAL, good | change)
    yield "wrong secret", _signed(USUAL, good, "k" * 40)
    yield "empty secret", _signed(USUAL, good, "")
    payloads: dict[str, Any] = {
        "a list": [good],
        "a text": "x",
        "null": None,
        "no JSON": b"{",
        "no UTF-8": b"\xff",
        "too deep": b"[" * 5000,
    }
    for name, payload in payloads.items():
        yield f"payload is {name}", _signed(USUAL, payload)


def _torn(whole: str) -> Iterator[tuple[str, str]]:
    header, payload, signature = whole.split(".")
    yield "empty", ""
    yield "dots", ".."
    yield "one part", header
    yield "two parts", f"{header}.{payload}"
    yield "four parts", f"{whole}.{signature}"
    yield "no signature", f"{header}.{payload}."
    yield "cut signature", whole[:-5]
    yield "signature of another", f"{header}.{payload}.{_part(b'x' * 32)}"
    yield "not base64", f"{header}.!!!.{signature}"
    yield "signature not base64", f"{header}.{payload}.***"
    yield "blank", f"{header}. {payload}.{signature}"
    yield "quoted", f'"{whole}"'
    yield "encrypted", ".".join([_part({"alg": "dir", "enc": "A128GCM"}), "", "x", "y", "z"])


def _part(value: Any) -> str:
    raw = value if isinstance(value, bytes) else json.dumps(value).encode()
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def _signed(header: Any, payload: Any, secret: str = DEFAULT_SECRET) -> str:
    """A token that is signed as it should be, whatever is in it."""
    content = f"{_part(header)}.{_part(payload)}"
    return f"{content}.{_part(hmac.new(secret.encode(), content.encode(), sha256).digest())}"


def _deep(levels: int) -> Any:
    value: Any = 1
    for _ in range(levels):
        value = [value]
    return value
