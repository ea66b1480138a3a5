"""Reading what the server says when it does not answer with a 2xx status.

Three envelopes are documented: `{"code", "message", "details"}`, the same without `details`, and
`{"error": ...}`. Gateways in front of the API answer with HTML, plain text or nothing.
"""

from __future__ import annotations

import json
import math
import re
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import urlsplit

import attrs

from ._errors import APIError, error_class, reason_phrase

if TYPE_CHECKING:
    from hms_generated_client.operation import Call

    from ._engine import EngineResponse

_TITLE = re.compile(r"<title[^>]*>(.*?)</title>", re.IGNORECASE | re.DOTALL)
# The documented text of a 429 names the seconds, where a Retry-After header would be the standard.
_RETRY_AFTER_TEXT = re.compile(r"retry after (\d{1,9}) seconds?", re.IGNORECASE)

_ADVICE = {
    400: "Check the arguments of the call.",
    403: "Check that the workspace may do this and that the room, role or code is enabled.",
    404: "Check the ids and that the object lives in the workspace of these credentials.",
    408: "Try again.",
    409: "Read the object again and decide anew.",
    422: "Check the arguments of the call.",
    429: "Slow down and try again later.",
}


@attrs.frozen
class _Envelope:
    message: str
    code: int | str | None = None
    details: tuple[str, ...] = ()


def api_error(
    call: Call[Any],
    response: EngineResponse,
    *,
    refusal_advice: str,
    now: float,
    attempts: int,
    outcome_known: bool,
) -> APIError:
    """The error for an answer whose status is not 2xx.

    Args:
        call: The call that was answered.
        response: The answer, with credentials masked.
        refusal_advice: What a person can do about a 401.
        now: The current time in seconds since 1970-01-01 UTC, to read a Retry-After that is a date.
        attempts: How many requests were sent.
        outcome_known: Whether it is certain if the server acted on the call.
    """
    headers = response.headers
    envelope = _read_envelope(response.body)
    message = envelope.message or reason_phrase(response.status) or "no explanation"
    operation = call.operation
    return error_class(response.status)(
        message,
        status=response.status,
        code=envelope.code,
        details=envelope.details,
        headers=headers,
        body=response.body,
        retry_after=_retry_after(headers.get("Retry-After"), message, response.status, now),
        advice=_advice(response.status, headers.get("Location"), refusal_advice),
        attempts=attempts,
        outcome_known=outcome_known,
        operation=operation.id,
        method=operation.method,
        path=call.path,
        documentation=operation.documentation,
    )


def retry_after(response: EngineResponse, now: float) -> float | None:
    """The seconds that the server asks to wait, from its header or its text; None when it does not ask.

    Args:
        response: An answer whose status is not 2xx.
        now: The current time in seconds since 1970-01-01 UTC, to read a Retry-After that is a date.
    """
    message = _read_envelope(response.body).message if response.status == 429 else ""
    return _retry_after(response.headers.get("Retry-After"), message, response.status, now)


def _read_envelope(body: bytes) -> _Envelope:
    try:
        data: object = json.loads(body)
    except (ValueError, RecursionError):
        return _Envelope(_plain_text(body.decode("utf-8", "replace")))
    if not isinstance(data, dict):
        return _Envelope("" if data is None else _as_text(data))
    members = cast("dict[str, object]", data)
    code = members.get("code")
    message = members.get("message") or members.get("error")
    details = members.get("details")
    if details is None or details == "":
        listed: list[object] = []
    else:
        listed = cast("list[object]", details) if isinstance(details, list) else [details]
    return _Envelope(
        message=_as_text(message) if message else "",
        code=code if isinstance(code, (int, str)) and not isinstance(code, bool) else None,
        details=tuple(_as_text(detail) for detail in listed),
    )


def _plain_text(text: str) -> str:
    """What a person would read: the title of an HTML page, or the text with its white space collapsed."""
    title = _TITLE.search(text)
    return " ".join((title.group(1) if title else text).split())


def _as_text(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value)


def _advice(status: int, location: str | None, refusal_advice: str) -> str:
    if status == 401:
        return refusal_advice
    if 300 <= status <= 399:
        target = f" to {_without_query(location)}" if location else ""
        return f"This is a redirect{target}, which is not followed: check the base URL."
    if status < 200 or status >= 600:
        return "This is no final answer of an API: check the base URL and the proxies on the way."
    if status >= 500:
        return "The server failed; try again later."
    return _ADVICE.get(status, "")


def _without_query(location: str) -> str:
    """The target without its query, which can hold signatures."""
    try:
        parts = urlsplit(location)
    except ValueError:
        return "an invalid URL"
    host = parts.netloc.rpartition("@")[2]
    return f"{parts.scheme}://{host}{parts.path}" if host else parts.path


def _retry_after(header: str | None, message: str, status: int, now: float) -> float | None:
    """The seconds to wait, from the header (seconds or an HTTP date) or from the text of a 429."""
    if header is not None:
        seconds = _header_seconds(header.strip(), now)
        if seconds is not None:
            return max(0.0, seconds)
    if status == 429 and (match := _RETRY_AFTER_TEXT.search(message)):
        return float(match.group(1))
    return None


def _header_seconds(value: str, now: float) -> float | None:
    try:
        seconds = float(value)
    except ValueError:
        return _seconds_until(value, now)
    return seconds if math.isfinite(seconds) else None


def _seconds_until(http_date: str, now: float) -> float | None:
    from email.utils import mktime_tz, parsedate_tz  # noqa: PLC0415  # slow to import and rarely needed

    parsed = parsedate_tz(http_date)
    if parsed is None:
        return None
    try:
        return mktime_tz(parsed) - now
    except (ValueError, OverflowError):
        return None
