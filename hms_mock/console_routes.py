"""The console and the reference of the API: two pages, what they load, and the document.

The pages load nothing from anywhere else. What they show of the mock they ask the control plane for, so
the server has nothing to do for them while none is open.
"""

from __future__ import annotations

import html
from importlib import resources
from typing import TYPE_CHECKING

from starlette.responses import Response
from starlette.routing import Route

from hms_mock.api import json_response
from hms_mock.errors import not_found

if TYPE_CHECKING:
    from collections.abc import Sequence
    from importlib.resources.abc import Traversable

    from starlette.middleware import Middleware
    from starlette.requests import Request

    from hms_mock.document import Document

# Not left to the operating system's table of media types: a module of another type does not run.
_TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".txt": "text/plain"}

_NOTHING = (
    "default-src 'none'; script-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'"
)
_CONSOLE_POLICY = f"{_NOTHING}; style-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'"
# The renderer of the reference writes style attributes, and HTML made of the Markdown in the document.
_REFERENCE_POLICY = f"{_NOTHING}; style-src 'self' 'unsafe-inline'"
_HEADERS = {
    "Cache-Control": "no-cache",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


def page_routes(base_path: str, middleware: Sequence[Middleware]) -> list[Route]:
    """The routes of the two pages, relative to the root of the server.

    Args:
        base_path: where the API begins.
        middleware: what requests go through first.
    """

    def page(path: str, file: str, policy: str) -> Route:
        async def endpoint(_request: Request) -> Response:
            text = (_folder() / file).read_text(encoding="utf-8")
            content = text.replace("{api_path}", html.escape(base_path))
            headers = _HEADERS | {"Content-Security-Policy": policy, "X-Frame-Options": "DENY"}
            return Response(content, headers=headers, media_type="text/html")

        return Route(path, endpoint, middleware=middleware)

    return [
        page("/", "index.html", _CONSOLE_POLICY),
        page("/reference", "reference.html", _REFERENCE_POLICY),
    ]


def asset_routes(document: Document) -> list[Route]:
    """The routes of what the pages load, relative to the control plane.

    Args:
        document: what the reference is about.
    """

    async def asset(request: Request) -> Response:
        name = request.path_params["name"]
        media_type = _TYPES.get(name[name.rfind(".") :])
        if media_type is None or name not in {file.name for file in _folder().iterdir()}:
            raise not_found("File", name)
        content = (_folder() / name).read_bytes()
        return Response(content, headers=_HEADERS, media_type=media_type)

    async def openapi(request: Request) -> Response:
        url = request.scope.get("app_root_path", "") + document.base_path
        here = {"url": url or "/", "description": "This mock server"}
        return json_response(document.content | {"servers": [here]})

    return [Route("/console/{name}", asset), Route("/openapi.json", openapi)]


def _folder() -> Traversable:
    return resources.files("hms_mock") / "console"
