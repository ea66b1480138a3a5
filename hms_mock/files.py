"""Serves the recorded files under pre-signed URLs, in whole or in parts."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.responses import Response
from starlette.routing import Mount, Route

from hms_mock import file_contents, timeline
from hms_mock.errors import ApiError
from hms_mock.presigning import signed_asset

if TYPE_CHECKING:
    from starlette.requests import Request

    from hms_mock.state import State

_RANGE = re.compile(r"bytes=([0-9]{0,18})-([0-9]{0,18})", re.IGNORECASE)
_EXPOSED = ["Accept-Ranges", "Content-Range", "ETag"]


def file_route(state: State) -> Mount:
    """The route of the files, relative to where the control plane is mounted.

    Pages of any origin may read them.

    Args:
        state: the mock's state.
    """

    async def endpoint(request: Request) -> Response:
        with state.lock:
            timeline.catch_up(state)
            path = request.path_params
            asset = signed_asset(state, path["asset_id"], path["name"], request.query_params)
            body, media_type = file_contents.content(asset), file_contents.content_type(asset)
        return _respond(request, body, media_type)

    for_browsers = Middleware(
        CORSMiddleware, allow_origins=["*"], allow_headers=["*"], expose_headers=_EXPOSED
    )
    route = Route("/{asset_id}/{name}", endpoint, methods=["GET"])
    return Mount("/files", routes=[route], middleware=[for_browsers])


def _respond(request: Request, body: bytes, media_type: str) -> Response:
    """Answer with the file or the part that was asked for (RFC 9110, section 14)."""
    headers = {
        "Accept-Ranges": "bytes",
        "ETag": f'"{hashlib.sha256(body).hexdigest()[:32]}"',
        "Content-Type": media_type,
    }
    asked = request.headers.get("range")
    if asked is None or request.headers.get("if-range", headers["ETag"]) != headers["ETag"]:
        return Response(body, headers=headers)
    match = _RANGE.fullmatch(asked.strip())
    if match is None or match[1] == match[2] == "":
        # Several parts at once, other units and what is no range at all may be ignored.
        return Response(body, headers=headers)
    first = int(match[1]) if match[1] else max(len(body) - int(match[2]), 0)
    last = int(match[2]) if match[1] and match[2] else len(body) - 1
    if match[1] and match[2] and last < first:
        return Response(body, headers=headers)
    if first >= len(body) or (not match[1] and not int(match[2])):
        raise ApiError(
            416,
            "Range not satisfiable",
            [f"the file has {len(body)} bytes"],
            {"Content-Range": f"bytes */{len(body)}"},
        )
    last = min(last, len(body) - 1)
    headers["Content-Range"] = f"bytes {first}-{last}/{len(body)}"
    return Response(body[first : last + 1], status_code=206, headers=headers)
