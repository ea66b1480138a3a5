"""Telling a program about each request of each call, for its metrics, logs and traces.

What a hook is told holds no token, no header, no query and no body.
"""

from __future__ import annotations

import inspect
import logging
from typing import TYPE_CHECKING, Any

import attrs

from ._errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

logger = logging.getLogger("hms")

_FAILED = "a hook failed on %s; the call goes on"


@attrs.frozen(kw_only=True)
class _Attempt:
    operation: str
    """The operationId of the call, for example `getRoom`."""
    method: str
    """The HTTP method in capitals."""
    path: str
    """The path below the base URL, without the query, for example `/rooms/66f0d2a0a4d23e0019b7d600`."""
    path_template: str
    """The path with its parameters left open, for example `/rooms/{room_id}`; there are few of them."""
    attempt: int
    """Which request of the call it is; 1 for the first."""


@attrs.frozen(kw_only=True)
class AttemptStarted(_Attempt):
    """A request is about to be sent."""


@attrs.frozen(kw_only=True)
class AttemptEnded(_Attempt):
    """A request was answered, or will not be."""

    status: int | None
    """The HTTP status; None when there was no answer."""
    error: str | None
    """The name of the error of the HTTP library, for example `ReadTimeout`; None when there was an answer."""
    elapsed: float
    """Seconds from the beginning of this request to the end of its answer."""
    retry_in: float | None
    """Seconds until the next request of the call; None when this is the last one, and after a 401, which is
    followed at once by a request with a new token where one can be had."""
    request_id: str | None
    """The header X-Request-Id of the answer; None when it has none."""


@attrs.frozen
class Notify:
    """Tells a hook about an event before a flow goes on."""

    hook: Callable[[Any], object]
    event: AttemptStarted | AttemptEnded


@attrs.frozen(kw_only=True)
class Hooks:
    """The hooks of a client."""

    on_attempt_start: Callable[[AttemptStarted], object] | None = None
    on_attempt_end: Callable[[AttemptEnded], object] | None = None

    def check(self, *, asynchronous: bool) -> Hooks:
        """These hooks, if they can be called by such a client.

        Raises:
            ConfigurationError: One cannot be called, or is asynchronous and the client is not.
        """
        for field in attrs.fields(Hooks):
            hook: object = getattr(self, field.name)
            if hook is not None and not callable(hook):
                raise ConfigurationError(f"{field.name}= must be a function, not {type(hook).__name__}")
            if not asynchronous and inspect.iscoroutinefunction(hook):
                raise ConfigurationError(
                    f"{field.name}= of hms.Client must be a plain function; hms.AsyncClient also takes "
                    f"asynchronous ones"
                )
        return self


def notify(notice: Notify) -> None:
    """Call a hook. An error of its own is logged, and costs nobody the answer to a call."""
    try:
        notice.hook(notice.event)
    except Exception:
        logger.exception(_FAILED, type(notice.event).__name__)


async def notify_async(notice: Notify) -> None:
    """Call a hook and await what it returns, if that can be awaited; errors are treated as by `notify`."""
    try:
        result = notice.hook(notice.event)
        if inspect.isawaitable(result):
            awaitable: Awaitable[object] = result
            await awaitable
    except Exception:
        logger.exception(_FAILED, type(notice.event).__name__)
