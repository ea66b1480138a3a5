"""Events and deliveries for tests, and a driver that takes them with or without an event loop."""

from __future__ import annotations

import asyncio
import json
from typing import Any

from hms.webhooks import Result, Router

SECRET = "planted-secret-" + "z" * 40
HEADERS = {"X-Hook-Secret": SECRET}


def event(event_type: str = "session.open.success", **members: Any) -> dict[str, Any]:
    return {
        "version": "2.0",
        "id": "event-1",
        "account_id": "627cda81ab4f3b56a077dc33",
        "timestamp": "2024-09-23T10:00:00Z",
        "type": event_type,
        "data": {
            "room_id": "66f0c5b1a4d23e0019b7d512",
            "room_name": "physics",
            "session_id": "66f0cb52c9e77b0031ad0c1e",
            "template_id": "66f0c0e3a4d23e0019b7d4f0",
            "session_started_at": "2024-09-23T10:00:00.5Z",
        },
        **members,
    }


def body(event_type: str = "session.open.success", **members: Any) -> bytes:
    return json.dumps(event(event_type, **members)).encode()


def make_router(**arguments: Any) -> Router:
    return Router(**{"secret_headers": {"x-hook-secret": SECRET}, **arguments})


def deliver(router: Router, content: bytes | None = None, *, asynchronous: bool, **arguments: Any) -> Result:
    content = body() if content is None else content
    headers = arguments.pop("headers", HEADERS)
    if asynchronous:
        return asyncio.run(router.handle_async(headers, content, **arguments))
    return router.handle(headers, content, **arguments)
