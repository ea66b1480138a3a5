"""Everything that this package raises on purpose.

    HmsError
    ├── ConfigurationError             the client was set up wrongly; nothing was sent
    └── CallError                      one call did not end well
        ├── APIError                   the server answered with a status other than 2xx
        │   ├── BadRequestError            400
        │   ├── AuthenticationError        401
        │   ├── PermissionDeniedError      403
        │   ├── NotFoundError              404
        │   ├── ConflictError              409
        │   ├── UnprocessableEntityError   422
        │   ├── RateLimitError             429
        │   └── ServerError                5xx
        ├── APIConnectionError         there was no answer
        │   └── APITimeoutError            because it took too long
        ├── DecodeError                the answer was not as documented, or no JSON at all
        ├── PaginationError            there is no next page, or the server leads in a circle
        ├── WaitError                  what was waited for has not come
        │   ├── JobFailedError             and will not, because the job failed
        │   └── WaitTimeoutError           in time
        └── DownloadError              there is a pre-signed URL, but the file could not be downloaded
            ├── DownloadRefusedError       the storage does not give it out
            ├── DownloadInterruptedError   the connection to the storage kept breaking, or time was up
            ├── DownloadMismatchError      the file does not have the size that it must have
            └── DownloadFileError          the file cannot be written, or is there already

All of them copy and pickle with their attributes, so they cross process borders. None of them shows a
credential in its text, attributes or repr.
"""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from ._headers import Headers

if TYPE_CHECKING:
    from hms_generated_client.codec import Problem

_SHOWN = 500
"""How many characters of a server's text the text of an error repeats."""


def _rebuild(error_class: type[HmsError], args: tuple[Any, ...], state: dict[str, Any]) -> HmsError:
    error = error_class.__new__(error_class, *args)
    error.__dict__.update(state)
    return error


class HmsError(Exception):
    """Base of all errors of this package.

    Attributes:
        message: What went wrong, without the context that `str()` adds.
    """

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message

    def __reduce__(self) -> tuple[Any, ...]:
        # The default calls the class with its args alone and so fails on keyword-only arguments.
        return _rebuild, (type(self), self.args, self.__dict__)


class ConfigurationError(HmsError):
    """The client cannot work as it was set up, for example for want of credentials. Nothing was sent."""


class CallError(HmsError):
    """One call did not end well.

    Attributes:
        message: What went wrong.
        operation: The operationId of the call, for example `listRooms`.
        method: The HTTP method in capitals.
        path: The path below the base URL, without the query.
        documentation: The page of the official documentation about the operation.
        attempts: How many requests were sent, repetitions included.
        outcome_known: Whether it is certain if the server acted on the call. It did not if it answered
            with 4xx or could not be connected to, and it did if it answered with 2xx. It may have after
            5xx, 408 or 3xx, a connection that broke, or an answer that did not come in time.
    """

    def __init__(
        self,
        message: str,
        *,
        operation: str,
        method: str,
        path: str,
        documentation: str,
        attempts: int = 1,
        outcome_known: bool = True,
    ) -> None:
        super().__init__(message)
        self.attempts = attempts
        self.outcome_known = outcome_known
        self.operation = operation
        self.method = method
        self.path = path
        self.documentation = documentation

    def __str__(self) -> str:
        return self._explain(_shorten(self.message))

    def _explain(self, what: str, advice: str = "") -> str:
        text = f"{self.method} {self.path} ({self.operation}): {what.rstrip('.')}."
        if self.attempts > 1:
            text = f"{text} Given up after {self.attempts} attempts."
        if not self.outcome_known and self.method != "GET":
            text = f"{text} The server may have acted on it."
        if advice:
            text = f"{text} {advice}"
        return f"{text} Documentation: {self.documentation}"


class APIError(CallError):
    """The server answered with a status other than 2xx.

    Attributes:
        status: The HTTP status.
        code: The `code` of the error envelope; None when the body has none.
        message: What the server said; its reason phrase when it said nothing.
        details: The `details` of the error envelope; empty when the body has none.
        headers: The response headers; names compare without regard to case.
        body: The response body as it came, with credentials masked.
        retry_after: How many seconds the server asks to wait; None when it does not ask.
        advice: What to do next.
        operation: The operationId of the call, for example `listRooms`.
        method: The HTTP method in capitals.
        path: The path below the base URL, without the query.
        documentation: The page of the official documentation about the operation.
        attempts: How many requests were sent, repetitions included.
        outcome_known: Whether it is certain if the server acted on the call, see `CallError`.
    """

    def __init__(
        self,
        message: str,
        *,
        status: int,
        operation: str,
        method: str,
        path: str,
        documentation: str,
        code: int | str | None = None,
        details: tuple[str, ...] = (),
        headers: Headers | None = None,
        body: bytes = b"",
        retry_after: float | None = None,
        advice: str = "",
        attempts: int = 1,
        outcome_known: bool = True,
    ) -> None:
        super().__init__(
            message,
            operation=operation,
            method=method,
            path=path,
            documentation=documentation,
            attempts=attempts,
            outcome_known=outcome_known,
        )
        self.status = status
        self.code = code
        self.details = details
        self.headers = Headers() if headers is None else headers
        self.body = body
        self.retry_after = retry_after
        self.advice = advice

    def __str__(self) -> str:
        phrase = reason_phrase(self.status)
        status = f"{self.status} {phrase}" if phrase else str(self.status)
        what = status if self.message == phrase else f"{status}: {_shorten(self.message)}"
        if self.details:
            what = f"{what} ({_shorten('; '.join(self.details))})"
        return self._explain(what, self.advice)


class BadRequestError(APIError):
    """400: the server does not accept the arguments of the call."""


class AuthenticationError(APIError):
    """401: the server does not accept the management token."""


class PermissionDeniedError(APIError):
    """403: the token is good, but what was asked for is not allowed."""


class NotFoundError(APIError):
    """404: there is no such object, or no such route under this base URL."""


class ConflictError(APIError):
    """409: the state of the object does not allow the call."""


class UnprocessableEntityError(APIError):
    """422: the server understands the arguments and cannot act on them."""


class RateLimitError(APIError):
    """429: too many calls. `retry_after` has the seconds to wait, where the server names them."""


class ServerError(APIError):
    """5xx: something went wrong on the side of the server."""


class APIConnectionError(CallError):
    """There was no answer. `__cause__` has the error of the HTTP library.

    The server may or may not have acted on the call, unless `outcome_known` says that it was never reached.
    """

    def __str__(self) -> str:
        return self._explain(
            f"no answer: {_shorten(self.message)}",
            "Check that the base URL is right and the network reaches it.",
        )


class APITimeoutError(APIConnectionError):
    """There was no answer in time. `__cause__` has the error of the HTTP library.

    The server may or may not have acted on the call, unless `outcome_known` says that it was never reached.
    """

    def __str__(self) -> str:
        return self._explain(
            f"no answer in time: {_shorten(self.message)}",
            "Check that the server is well, or allow more time with `timeout=`.",
        )


class DecodeError(CallError):
    """The answer is no JSON; or, with `strict=True`, it is not as documented.

    Attributes:
        message: What was expected and what was found; never a value of the body.
        json_path: The JSON path of the first problem, for example `$.data[3].created_at`; `$` is the whole.
        problems: All places that are not as documented; empty when the body is no JSON.
        status: The HTTP status, always 2xx.
        headers: The response headers; names compare without regard to case.
        body: The response body as it came, with credentials masked.
        operation: The operationId of the call, for example `listRooms`.
        method: The HTTP method in capitals.
        path: The path of the request below the base URL, without the query.
        documentation: The page of the official documentation about the operation.
        attempts: How many requests were sent, repetitions included.
        outcome_known: Whether it is certain if the server acted on the call, see `CallError`.
    """

    def __init__(
        self,
        message: str,
        *,
        status: int,
        headers: Headers,
        body: bytes,
        operation: str,
        method: str,
        path: str,
        documentation: str,
        json_path: str = "$",
        problems: tuple[Problem, ...] = (),
        attempts: int = 1,
    ) -> None:
        super().__init__(
            message,
            operation=operation,
            method=method,
            path=path,
            documentation=documentation,
            attempts=attempts,
        )
        self.status = status
        self.headers = headers
        self.body = body
        self.json_path = json_path
        self.problems = problems

    def __str__(self) -> str:
        if not self.problems:
            return self._explain(
                f"the answer ({self.status}) is no JSON: {_shorten(self.message)}",
                "Check that the base URL leads to the API and not to a proxy or a web page.",
            )
        others = len(self.problems) - 1
        more = f" (and {others} more in `problems`)" if others else ""
        return self._explain(
            f"the answer ({self.status}) is not as documented at {self.json_path}: {self.message}{more}",
            "Without `strict=True` such answers are kept.",
        )


class PaginationError(CallError):
    """A walk over pages cannot go on: there is no next page, or its cursor was seen before.

    Attributes:
        message: Why it cannot go on.
        cursor: The cursor in question; None when there is none.
        operation: The operationId of the call, for example `listRooms`.
        method: The HTTP method in capitals.
        path: The path below the base URL, without the query.
        documentation: The page of the official documentation about the operation.
        attempts: 0, because it is no request that failed.
        outcome_known: True.
    """

    def __init__(
        self,
        message: str,
        *,
        operation: str,
        method: str,
        path: str,
        documentation: str,
        cursor: str | None = None,
    ) -> None:
        super().__init__(
            message,
            operation=operation,
            method=method,
            path=path,
            documentation=documentation,
            attempts=0,
        )
        self.cursor = cursor


class WaitError(CallError):
    """What was waited for has not come.

    Attributes:
        message: How far the job has come, and what was waited for.
        last: The last answer, as the operation returns it; None when there was none in time. Its repr hides
            what is secret in it.
        state: The state in it; None when there was none, or none that is text.
        elapsed: How many seconds were waited.
        operation: The operationId of the call that looks, for example `getRecording`.
        method: The HTTP method in capitals.
        path: The path below the base URL, without the query.
        documentation: The page of the official documentation about the operation.
        attempts: 0, because it is no request that failed.
        outcome_known: True.
    """

    def __init__(
        self,
        message: str,
        *,
        operation: str,
        method: str,
        path: str,
        documentation: str,
        last: Any = None,
        state: str | None = None,
        elapsed: float = 0.0,
    ) -> None:
        super().__init__(
            message,
            operation=operation,
            method=method,
            path=path,
            documentation=documentation,
            attempts=0,
        )
        self.last = last
        self.state = state
        self.elapsed = elapsed


class JobFailedError(WaitError):
    """The job that was waited for has failed, so that no more will come of it. `last` has what there is."""

    def __str__(self) -> str:
        return self._explain(_shorten(self.message), "Start another one; `last` is this one as it ended.")


class WaitTimeoutError(WaitError):
    """The job that was waited for has not come so far in time. It goes on by itself.

    `__cause__` has the error of the last look, where that was cut short.
    """

    def __str__(self) -> str:
        return self._explain(
            _shorten(self.message),
            "Waiting can be taken up again at any time, or be given more of it with `timeout=`.",
        )


class DownloadError(CallError):
    """A file could not be downloaded. There is nothing under its name, unless something was before.

    Attributes:
        message: What went wrong; never the pre-signed URL.
        target: The file that was to be written, or the folder that was to hold it.
        received: How many bytes of the file had arrived, those of earlier calls included.
        total: How many bytes the file has; None when the storage did not say.
        resumable: Whether the same call again goes on after the bytes that have arrived, in `<target>.part`.
        advice: What to do next.
        operation: The operationId of the call that made the URL.
        method: The HTTP method of that call in capitals.
        path: The path of that call below the base URL, without the query.
        documentation: The page of the official documentation about that operation.
        attempts: How many requests were sent to the storage, redirects not counted.
        outcome_known: True.
    """

    def __init__(
        self,
        message: str,
        *,
        target: str,
        operation: str,
        method: str,
        path: str,
        documentation: str,
        received: int = 0,
        total: int | None = None,
        resumable: bool = False,
        advice: str = "",
        attempts: int = 0,
    ) -> None:
        super().__init__(
            message,
            operation=operation,
            method=method,
            path=path,
            documentation=documentation,
            attempts=attempts,
        )
        self.target = target
        self.received = received
        self.total = total
        self.resumable = resumable
        self.advice = advice

    def __str__(self) -> str:
        size = "" if self.total is None else f" of {self.total}"
        progress = f" after {self.received}{size} bytes" if self.received else ""
        what = f"the file was not downloaded to {self.target}{progress}: {_shorten(self.message)}"
        resumed = "Calling again goes on where it stopped." if self.resumable else ""
        return self._explain(what, " ".join(filter(None, (self.advice, resumed))))


class DownloadRefusedError(DownloadError):
    """The storage does not give the file out: it answered with a status other than 200 and 206.

    Attributes:
        status: The HTTP status of the storage.
        code: The error code of the storage, for example `NoSuchKey`; None when its answer has none.
        others: Those of `DownloadError`.
    """

    def __init__(self, message: str, *, status: int, code: str | None = None, **others: Any) -> None:
        super().__init__(message, **others)
        self.status = status
        self.code = code


class DownloadInterruptedError(DownloadError):
    """The connection to the storage kept breaking, there was none, or the total timeout passed."""


class DownloadMismatchError(DownloadError):
    """The file does not have the size that it must have.

    Attributes:
        expected: How many bytes it must have.
        others: Those of `DownloadError`; `total` is how many it has.
    """

    def __init__(self, message: str, *, expected: int, **others: Any) -> None:
        super().__init__(message, **others)
        self.expected = expected


class DownloadFileError(DownloadError):
    """The file cannot be written, or is there already. `__cause__` has the error of the operating system."""


_BY_STATUS: dict[int, type[APIError]] = {
    400: BadRequestError,
    401: AuthenticationError,
    403: PermissionDeniedError,
    404: NotFoundError,
    409: ConflictError,
    422: UnprocessableEntityError,
    429: RateLimitError,
}


def error_class(status: int) -> type[APIError]:
    """The class of the error for an HTTP status; `APIError` where the status has no class of its own."""
    if 500 <= status <= 599:
        return ServerError
    return _BY_STATUS.get(status, APIError)


def reason_phrase(status: int) -> str:
    """The standard reason phrase of an HTTP status; empty where there is none."""
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return ""


def _shorten(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
