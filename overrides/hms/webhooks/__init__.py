"""Receiving the webhook events of 100ms.

    from hms.webhooks import Router
    from hms_generated_client.models import PeerJoinSuccessEvent

    router = Router(secret_headers={"x-hook-secret": "..."})

    @router.on(PeerJoinSuccessEvent)
    def greet(event: PeerJoinSuccessEvent) -> None:
        print(event.data.user_name)

`router.asgi` and `router.wsgi` are applications; `router.handle` serves any other framework. What they are
made of can be used alone: `parse` for typed events, `Verifier` against forgeries, the stores against
handling an event twice.

Every name is imported when it is first used, so that importing this package is quick.

Documentation: https://www.100ms.live/docs/server-side/v2/how-to-guides/configure-webhooks/overview
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hms_generated_client.events import Event

    from ._errors import InvalidEventError, VerificationError, WebhookError
    from ._parsing import EventParser, parse
    from ._redis import AsyncRedisStore, RedisStore
    from ._results import Outcome, Result
    from ._router import Router
    from ._stores import AsyncStore, ClaimState, MemoryStore, Store
    from ._unknown import UnknownEvent
    from ._verification import Verifier

__all__ = [
    "AsyncRedisStore",
    "AsyncStore",
    "ClaimState",
    "Event",
    "EventParser",
    "InvalidEventError",
    "MemoryStore",
    "Outcome",
    "RedisStore",
    "Result",
    "Router",
    "Store",
    "UnknownEvent",
    "VerificationError",
    "Verifier",
    "WebhookError",
    "parse",
]

_MODULES = {
    "hms.webhooks._errors": ("InvalidEventError", "VerificationError", "WebhookError"),
    "hms.webhooks._parsing": ("EventParser", "parse"),
    "hms.webhooks._redis": ("AsyncRedisStore", "RedisStore"),
    "hms.webhooks._results": ("Outcome", "Result"),
    "hms.webhooks._router": ("Router",),
    "hms.webhooks._stores": ("AsyncStore", "ClaimState", "MemoryStore", "Store"),
    "hms.webhooks._unknown": ("UnknownEvent",),
    "hms.webhooks._verification": ("Verifier",),
}
_HOMES = {name: module for module, names in _MODULES.items() for name in names}

if not TYPE_CHECKING:  # type checkers would take any misspelt name for one that exists

    def __getattr__(name: str) -> object:
        if name == "Event":
            value = _event_union()
        elif name in _HOMES:
            value = getattr(importlib.import_module(_HOMES[name]), name)
        else:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        globals()[name] = value
        return value

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})


def _event_union() -> object:
    """The union of all documented events, for annotations that are evaluated when the program runs."""
    from hms_generated_client import events, models  # noqa: PLC0415  # slow to import, hardly ever needed

    names = iter(events.EVENTS.values())
    union = getattr(models, next(names))
    for name in names:
        union = union | getattr(models, name)
    return union
