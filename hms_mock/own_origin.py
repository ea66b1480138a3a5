"""Keeps the pages of other sites, open in the same browser as the console, away from the control plane."""

from __future__ import annotations

import ipaddress
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from starlette.datastructures import Headers

from hms_mock.errors import ApiError

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

_PRIVATE = frozenset({"localhost", "local", "internal", "test"})
"""Top-level domains that nobody can register: RFC 6761, RFC 6762, and `internal` by the decision of ICANN."""


class OwnOrigin:
    """ASGI middleware that refuses what a page of another origin sends.

    Browsers name the origin of a page in every request that can change something, so another origin than
    that of the server is refused. A site can point its own host name at the loopback address, and is of
    the same origin then (DNS rebinding); so the host that is asked for has to be one that no site can have:
    an IP address, a name without a dot, or a name in a private top-level domain. Programs that are no
    browsers send no `Origin`, and reach the server by such a host anyway.

    Args:
        app: what answers the other requests.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or raise ApiError 403."""
        headers = Headers(scope=scope)
        host, origin = headers.get("host", "localhost"), headers.get("origin")
        if not _is_private(host):
            raise _refused(
                f"the host {host!r} could be that of a site; use an IP address, localhost or a private name"
            )
        if origin is not None and urlsplit(origin).netloc.lower() != host.lower():
            raise _refused(f"the request comes from a page of {origin!r}, not from the console at {host!r}")
        await self._app(scope, receive, send)


def _is_private(host: str) -> bool:
    try:
        name = urlsplit(f"//{host}").hostname
    except ValueError:
        return False
    if not name:
        return False
    try:
        ipaddress.ip_address(name)
    except ValueError:
        labels = name.rstrip(".").split(".")
        return len(labels) == 1 or labels[-1] in _PRIVATE
    return True


def _refused(why: str) -> ApiError:
    return ApiError(403, "Other sites may not use the control plane", [why])
