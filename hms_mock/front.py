"""The first thing that a request meets: its head has to be of a size and form that can be worked with."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from starlette.datastructures import Headers

from hms_mock.errors import ApiError

if TYPE_CHECKING:
    from starlette.types import Scope

_HOST = re.compile(r"(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._~%!$&'()*+;=-]+)(:[0-9]{0,5})?")
LONGEST_TARGET = 8 * 1024
LARGEST_HEADERS = 16 * 1024
"""Bytes, as those of the target."""
_ABSOLUTE = re.compile(r"https?://[^/?#]+", re.IGNORECASE)


def admit(scope: Scope) -> Scope:
    """Check the head of a request, and take the host out of its target.

    A server has to understand a target that names the host too, as clients send it to a proxy (RFC 9112,
    section 3.2.2). The host gets into the URLs that the mock hands out, so it has to be one.

    Args:
        scope: the request, as ASGI describes it.

    Returns:
        The request with a target that begins with a slash, where it had a host.

    Raises:
        ApiError: 400, there is not one `Host`, it is no host, or the request is of HTTP/0.9; 414 and 431, the
            target or the headers are too large.
    """
    if len(scope.get("raw_path") or scope["path"]) + len(scope["query_string"]) > LONGEST_TARGET:
        raise ApiError(414, "URI too long", [f"the mock takes up to {LONGEST_TARGET} bytes"])
    if (
        sum(len(name) + len(": ") + len(value) + len("\r\n") for name, value in scope["headers"])
        > LARGEST_HEADERS
    ):
        raise ApiError(
            431, "Request header fields too large", [f"the mock takes up to {LARGEST_HEADERS} bytes"]
        )
    if scope["http_version"] == "0.9":
        raise ApiError(400, "Bad request", ["the request names no version of HTTP"])
    hosts = Headers(scope=scope).getlist("host")
    if len(hosts) > 1 or (not hosts and scope["http_version"] == "1.1"):
        raise ApiError(400, "Bad request", ["a request has one Host header"])
    if hosts and not _HOST.fullmatch(hosts[0]):
        raise ApiError(400, "Bad request", ["the Host header is no host with or without a port"])
    if scope["path"].startswith("/"):
        return scope
    raw_path: bytes | None = scope.get("raw_path")
    changes: dict[str, Any] = {"path": _without_host(scope["path"])}
    if raw_path is not None:
        changes["raw_path"] = _without_host(raw_path.decode("ascii", "replace")).encode()
    return {**scope, **changes}


def _without_host(target: str) -> str:
    match = _ABSOLUTE.match(target)
    return target if match is None else target[match.end() :] or "/"
