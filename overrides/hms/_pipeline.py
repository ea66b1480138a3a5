"""What happens between a call and its response, without any input or output of its own.

`Pipeline.exchange` is a generator that yields requests and is sent responses; `_engine.run` and
`_engine.run_async` drive it. Whatever a client does to every call belongs here, so that it exists once.
"""

from __future__ import annotations

import logging
import sys
import time
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlencode

import attrs

from hms_generated_client.operation import Response

from ._engine import EngineError, EngineRequest, EngineResponse, EngineTimeoutError, Exchange, Flow
from ._errors import APIConnectionError, APITimeoutError
from ._headers import Headers
from ._refusals import api_error
from ._version import __version__

if TYPE_CHECKING:
    from collections.abc import Callable

    from hms_generated_client.operation import Call

    from ._auth import Auth
    from ._decoding import BodyDecoder
    from ._redaction import Redactor
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
    auth: Auth
    decoder: BodyDecoder
    redactor: Redactor
    clock: Callable[[], float]
    """Returns the current time in seconds since 1970-01-01 UTC."""

    def exchange(self, call: Call[T]) -> Flow[Response[T]]:
        """Send a call and read its answer.

        Raises:
            APIError: The status of the answer is not 2xx.
            APIConnectionError: There was no answer.
            DecodeError: The answer is no JSON; or, when strict, it is not as documented.
        """
        source = self.auth.source(call.operation.security, call.token)
        response = yield from self.auth.flow(
            self._request(call), source, lambda request: self._transmit(call, request)
        )
        if not 200 <= response.status <= 299:
            # Rebound, so that tools that print local variables of a traceback find the masked one.
            response = self._redacted(response)
            raise api_error(
                call,
                response,
                refusal_advice=source.refusal_advice if source else "",
                now=self.clock(),
            )
        return Response(
            status=response.status,
            headers=response.headers,
            content=response.body,
            parsed=self.decoder.decode(call, response),
        )

    def _request(self, call: Call[Any]) -> EngineRequest:
        query = f"?{urlencode(call.query)}" if call.query else ""
        headers = {"Accept": "application/json", "User-Agent": USER_AGENT}
        if call.body is not None:
            headers["Content-Type"] = "application/json"
        return EngineRequest(
            method=call.operation.method,
            url=f"{self.base_url}{call.path}{query}",
            headers=Headers(headers),
            body=call.body,
            timeout=self.timeout,
        )

    def _redacted(self, response: EngineResponse) -> EngineResponse:
        return attrs.evolve(
            response, headers=self.redactor.headers(response.headers), body=self.redactor.body(response.body)
        )

    def _transmit(self, call: Call[Any], request: EngineRequest) -> Exchange:
        """Send one request, once, and log it."""
        operation = call.operation
        started = time.perf_counter()
        try:
            response = yield request
        except EngineError as error:
            logger.debug(
                "%s %s: no answer after %.0f ms: %s",
                operation.method,
                operation.id,
                (time.perf_counter() - started) * 1000,
                type(error.__cause__ or error).__name__,
            )
            error_class = APITimeoutError if isinstance(error, EngineTimeoutError) else APIConnectionError
            raise error_class(
                self.redactor.text(str(error)),
                operation=operation.id,
                method=operation.method,
                path=call.path,
                documentation=operation.documentation,
            ) from (error.__cause__ or error)
        logger.debug(
            "%s %s: %d in %.0f ms",
            operation.method,
            operation.id,
            response.status,
            (time.perf_counter() - started) * 1000,
        )
        return response
