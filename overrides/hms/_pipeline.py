"""What happens between a call and its response, without any input or output of its own.

`Pipeline.exchange` is a generator that yields requests and waits, and is sent responses; `_engine.run` and
`_engine.run_async` drive it. Whatever a client does to every call belongs here, so that it exists once.
"""

from __future__ import annotations

import logging
import sys
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlencode

import attrs

from hms_generated_client.operation import Response

from ._engine import (
    EngineConnectError,
    EngineError,
    EngineRequest,
    EngineResponse,
    EngineTimeoutError,
    Exchange,
    Flow,
    Sleep,
    transfer,
)
from ._errors import APIConnectionError, APITimeoutError
from ._headers import Headers
from ._hooks import AttemptEnded, AttemptStarted, Hooks, Notify
from ._options import ExtraHeaders
from ._redaction import secrets_in
from ._refusals import api_error, retry_after
from ._retries import SHORTEST_SECONDS, Attempts, Failure, failure_of_status
from ._version import __version__

if TYPE_CHECKING:
    from collections.abc import Callable

    from hms_generated_client.operation import Call

    from ._auth import Auth
    from ._decoding import BodyDecoder
    from ._redaction import Redactor
    from ._retries import Retry
    from ._timeouts import Timeout

T = TypeVar("T")

logger = logging.getLogger("hms")

_PYTHON = f"{sys.version_info.major}.{sys.version_info.minor}.{sys.version_info.micro}"
USER_AGENT = f"hms-server-sdk/{__version__} python/{_PYTHON}"


@attrs.frozen(kw_only=True)
class Pipeline:
    """Turns calls into requests, and responses into values or errors."""

    base_url: str
    """The URL that paths are appended to, without a slash at its end."""
    timeout: Timeout
    retry: Retry
    headers: ExtraHeaders = attrs.field(factory=ExtraHeaders)
    """Headers that the caller adds to each request."""
    auth: Auth
    decoder: BodyDecoder
    redactor: Redactor
    hooks: Hooks = attrs.field(factory=Hooks)
    clock: Callable[[], float]
    """Returns the current time in seconds since 1970-01-01 UTC."""
    timer: Callable[[], float]
    """Returns seconds that never run backwards, from any beginning."""

    def within(self, seconds: float) -> Pipeline:
        """The same, with calls that take at most so many seconds, all their attempts and waits included."""
        limit = self.retry.seconds_for(self.timeout)
        if limit is not None and limit <= seconds:
            return self
        return attrs.evolve(self, retry=attrs.evolve(self.retry, max_elapsed=seconds))

    def exchange(self, call: Call[T]) -> Flow[Response[T]]:
        """Send a call, repeat it where that helps and does no harm, and read its answer.

        Raises:
            APIError: The status of the answer is not 2xx.
            APIConnectionError: There was no answer.
            DecodeError: The answer is no JSON; or, when strict, it is not as documented.
        """
        source = self.auth.source(call.operation.security, call.token)
        attempts = Attempts(
            self.retry, idempotent=call.operation.idempotent, timeout=self.timeout, timer=self.timer
        )
        # The repetition after a 401 shares the count and the deadline of the others.
        response = yield from self.auth.flow(
            self._request(call), source, lambda request: self._transmit(call, request, attempts)
        )
        if not 200 <= response.status <= 299:
            # Rebound, so that tools that print local variables of a traceback find the masked one.
            response = self._redacted(call, response)
            raise api_error(
                call,
                response,
                refusal_advice=source.refusal_advice if source else "",
                now=self.clock(),
                attempts=attempts.count,
                outcome_known=attempts.outcome_known,
            )
        return Response(
            status=response.status,
            headers=response.headers,
            content=response.body,
            parsed=self.decoder.decode(call, response, self._redactor_for, attempts.count),
            elapsed=attempts.elapsed,
            attempts=attempts.count,
        )

    def _request(self, call: Call[Any]) -> EngineRequest:
        query = f"?{urlencode(call.query)}" if call.query else ""
        headers = {"Accept": "application/json", "User-Agent": USER_AGENT}
        if call.body is not None:
            headers["Content-Type"] = "application/json"
        merged = Headers(headers)
        for name, value in self.headers.items():
            merged = merged.replace(name, value)
        return EngineRequest(
            method=call.operation.method,
            url=f"{self.base_url}{call.path}{query}",
            headers=merged,
            body=call.body,
            timeout=self.timeout,
        )

    def _redactor_for(self, call: Call[Any]) -> Redactor:
        """Masks what a server can repeat: the credentials of the client, and those that the call sends."""
        return self.redactor.knowing((*self.headers.values(), *secrets_in(call)))

    def _redacted(self, call: Call[Any], response: EngineResponse) -> EngineResponse:
        redactor = self._redactor_for(call)
        return attrs.evolve(
            response, headers=redactor.headers(response.headers), body=redactor.body(response.body)
        )

    def _transmit(self, call: Call[Any], request: EngineRequest, attempts: Attempts) -> Exchange:
        """Send a request until there is an answer to go by, or no further attempt to be made."""
        while True:
            try:
                response = yield from self._attempt(call, request, attempts)
            except EngineError as error:
                failure = _failure_of_engine(error)
                wait = attempts.wait_after(failure)
                yield from self._tell_end(call, attempts, wait, error=failure.reason)
                if wait is None:
                    raise self._connection_error(call, error, attempts) from (error.__cause__ or error)
            else:
                if 200 <= response.status <= 299:
                    yield from self._tell_end(call, attempts, None, response=response)
                    return response
                failure = failure_of_status(response.status, retry_after(response, self.clock()))
                wait = attempts.wait_after(failure)
                yield from self._tell_end(call, attempts, wait, response=response)
                if wait is None:
                    return response
            logger.info(
                "%s %s: attempt %d failed with %s; the next one is in %.2f s",
                call.operation.method,
                call.operation.id,
                attempts.count,
                failure.reason,
                wait,
            )
            yield Sleep(wait)

    def _attempt(self, call: Call[Any], request: EngineRequest, attempts: Attempts) -> Exchange:
        """Send one request, once, and log it."""
        operation = call.operation
        attempts.count += 1
        yield from self._tell_start(call, attempts)
        left = attempts.left
        if left is not None:
            # An attempt is not begun past the deadline; only the one after a 401 can find no time left.
            left = max(left, SHORTEST_SECONDS)
            request = attrs.evolve(request, timeout=request.timeout.cut_to(left), time_left=left)
        started = self.timer()
        try:
            response = yield from transfer(request)
        except EngineError as error:
            attempts.latest = self.timer() - started
            logger.debug(
                "%s %s: attempt %d: no answer after %.0f ms: %s",
                operation.method,
                operation.id,
                attempts.count,
                attempts.latest * 1000,
                type(error.__cause__ or error).__name__,
            )
            raise
        attempts.latest = self.timer() - started
        logger.debug(
            "%s %s: attempt %d: %d in %.0f ms",
            operation.method,
            operation.id,
            attempts.count,
            response.status,
            attempts.latest * 1000,
        )
        return response

    def _tell_start(self, call: Call[Any], attempts: Attempts) -> Flow[None]:
        hook = self.hooks.on_attempt_start
        if hook is not None:
            yield Notify(hook, AttemptStarted(**_identity(call, attempts)))

    def _tell_end(
        self,
        call: Call[Any],
        attempts: Attempts,
        retry_in: float | None,
        *,
        response: EngineResponse | None = None,
        error: str | None = None,
    ) -> Flow[None]:
        hook = self.hooks.on_attempt_end
        if hook is None:
            return
        request_id = response.headers.get("X-Request-Id") if response else None
        event = AttemptEnded(
            **_identity(call, attempts),
            status=response.status if response else None,
            error=error,
            elapsed=attempts.latest,
            retry_in=retry_in,
            request_id=None if request_id is None else self.redactor.text(request_id),
        )
        yield Notify(hook, event)

    def _connection_error(
        self, call: Call[Any], error: EngineError, attempts: Attempts
    ) -> APIConnectionError:
        error_class = APITimeoutError if isinstance(error, EngineTimeoutError) else APIConnectionError
        operation = call.operation
        return error_class(
            self._redactor_for(call).text(str(error)),
            attempts=attempts.count,
            outcome_known=attempts.outcome_known,
            operation=operation.id,
            method=operation.method,
            path=call.path,
            documentation=operation.documentation,
        )


def _identity(call: Call[Any], attempts: Attempts) -> dict[str, Any]:
    operation = call.operation
    return {
        "operation": operation.id,
        "method": operation.method,
        "path": call.path,
        "path_template": operation.path,
        "attempt": attempts.count,
    }


def _failure_of_engine(error: EngineError) -> Failure:
    return Failure(
        reason=type(error.__cause__ or error).__name__,
        passing=True,
        acted=False if isinstance(error, EngineConnectError) else None,
    )
