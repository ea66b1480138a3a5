"""Reads a JSON body and refuses everything that is none, or that would hurt."""

from __future__ import annotations

import asyncio
import json
import math
from typing import TYPE_CHECKING, Any, NoReturn

from hms_mock.errors import ApiError
from hms_mock.shapes import is_array, is_object

if TYPE_CHECKING:
    from starlette.requests import Request

LARGEST_BODY = 1024 * 1024
"""Bytes."""
BODY_SECONDS = 30.0
"""Real seconds in which a body has to come."""
DEEPEST_NESTING = 100
_JSON = "application/json"


class NoBody:
    """Stands for a body that was not sent, which is something else than `null`."""


NO_BODY = NoBody()


async def read_json(request: Request) -> Any:
    """Read the body of a request.

    Returns:
        The parsed body, or `NO_BODY` for an empty one.

    Raises:
        ApiError: 408 for a body that does not come, 413 for one that is too large, 415 for one that is not
            sent as JSON, 400 for one that is no JSON.
    """
    raw = await read_body(request)
    return parse_json(raw) if raw else NO_BODY


async def read_body(request: Request, largest: int = LARGEST_BODY) -> bytes:
    """Read the body of a request as it was sent.

    Args:
        request: the request.
        largest: how many bytes it may have.

    Raises:
        ApiError: 408 for a body that does not come, 413 for one that is too large, 415 for one that is not
            sent as JSON.
    """
    raw = bytearray()
    try:
        async with asyncio.timeout(BODY_SECONDS):
            async for chunk in request.stream():
                raw += chunk
                if len(raw) > largest:
                    raise ApiError(413, "Request body too large", [f"the mock takes up to {largest} bytes"])
    except TimeoutError:
        raise ApiError(408, "Request timeout", [f"the body did not come in {BODY_SECONDS} seconds"]) from None
    if raw:
        _check_content_type(request.headers.get("content-type"))
    return bytes(raw)


def parse_json(raw: bytes) -> Any:
    """Parse JSON as RFC 8259 has it: UTF-8, no NaN, no lone surrogates; not nested too deeply.

    Raises:
        ApiError: 400.
    """
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _malformed("it is not UTF-8", error) from error
    try:
        value = _DECODER.decode(text)
    except RecursionError as error:
        raise _malformed("it is nested too deeply", error) from error
    except ValueError as error:
        raise _malformed("", error) from error
    if "\\u" in text:
        try:
            json.dumps(value, ensure_ascii=False).encode()
        except UnicodeEncodeError as error:
            raise _malformed("it holds half of a surrogate pair", error) from error
        except RecursionError as error:
            raise _malformed("it is nested too deeply", error) from error
    if _is_deep(value):
        raise _malformed("it is nested too deeply", None)
    return value


def _check_content_type(header: str | None) -> None:
    media_type, *parameters = (header or "").split(";")
    charsets = [
        value.strip().strip('"').lower()
        for name, _, value in (parameter.partition("=") for parameter in parameters)
        if name.strip().lower() == "charset"
    ]
    if media_type.strip().lower() != _JSON or any(charset != "utf-8" for charset in charsets):
        raise ApiError(
            415, "Unsupported media type", [f"expected {_JSON}, got {header or 'no Content-Type'}"]
        )


def _malformed(why: str, error: Exception | None) -> ApiError:
    reason = why
    if isinstance(error, json.JSONDecodeError):
        reason = f"{error.msg} at line {error.lineno}, column {error.colno}"
    elif not why:
        reason = str(error)
    return ApiError(400, "Malformed JSON", [f"the body is no JSON: {reason}"])


def _members(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) < len(pairs):
        raise ValueError("a member is given twice")
    return members


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not allowed")


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError("a number is too large")
    return number


_DECODER = json.JSONDecoder(parse_constant=_refuse_constant, parse_float=_finite, object_pairs_hook=_members)


def _is_deep(value: Any) -> bool:
    level: list[Any] = [value]
    for _ in range(DEEPEST_NESTING):
        below: list[Any] = []
        for each in level:
            if is_object(each):
                below += each.values()
            elif is_array(each):
                below += each
        if not below:
            return False
        level = below
    return True
