"""Turning bodies of 2xx answers into models, and saying where they are not as documented.

The codec of the generated package is imported with the first answer, because importing it takes
longer than importing this package.
"""

from __future__ import annotations

import copy
import logging
import re
import threading
from typing import TYPE_CHECKING, Any, TypeVar

from ._errors import DecodeError

if TYPE_CHECKING:
    from hms_generated_client.codec import Problem
    from hms_generated_client.operation import Call

    from ._engine import EngineResponse
    from ._redaction import Redactor

T = TypeVar("T")

logger = logging.getLogger("hms.decode")

_MAX_REPORTED = 1000
_BRACKETED = re.compile(r'\[(?:\d+|"(?:[^"\\]|\\.)*")\]')


class BodyDecoder:
    """Decodes bodies and reports each place that is not as documented once.

    Without `strict`, a place is logged at WARNING on the logger `hms.decode` when it is seen for the
    first time; the same JSON path counts as the same place whatever the index or key in brackets. To
    keep memory bounded where keys differ without end, no more than 1000 places are reported.

    Args:
        strict: Whether an answer that is not as documented raises.
        redactor: Masks credentials in the bodies that errors carry.
    """

    def __init__(self, *, strict: bool, redactor: Redactor) -> None:
        self._strict = strict
        self._redactor = redactor
        self._reported: set[tuple[str, str]] = set()
        self._lock = threading.Lock()

    def as_strict(self, strict: bool) -> BodyDecoder:
        """One that differs in `strict` and reports no place that this one reported."""
        other = copy.copy(self)
        other._strict = strict
        return other

    def decode(self, call: Call[T], response: EngineResponse, attempts: int = 1) -> T:
        """The value that the body of a 2xx answer stands for.

        Args:
            call: The call that was answered.
            response: The answer.
            attempts: How many requests were sent, for the error.

        Raises:
            DecodeError: The body is no JSON; or, when strict, it is not as documented.
        """
        from hms_generated_client import codec  # noqa: PLC0415  # see the module

        failure: DecodeError
        try:
            decoded = codec.decode(call.operation.response, response.body)
        except codec.NotJSONError as error:
            failure = self._error(call, response, str(error), attempts=attempts)
        else:
            problems = tuple(decoded.problems)
            if not problems:
                return decoded.value
            if not self._strict:
                self._report(call.operation.id, problems)
                return decoded.value
            failure = self._error(call, response, problems[0].message, problems, attempts=attempts)
        # Raised out here, because the error of the JSON parser, which would be chained to it, holds the
        # whole body; a body can hold credentials, and tools report whatever errors hold.
        raise failure

    def _report(self, operation: str, problems: tuple[Problem, ...]) -> None:
        for problem in problems:
            place = (operation, _BRACKETED.sub("[*]", problem.path))
            with self._lock:
                known = place in self._reported or len(self._reported) >= _MAX_REPORTED
                if not known:
                    self._reported.add(place)
            if not known:
                logger.warning(
                    "the answer to %s is not as documented at %s: %s; the value is kept as it came",
                    operation,
                    problem.path,
                    problem.message,
                )

    def _error(
        self,
        call: Call[Any],
        response: EngineResponse,
        message: str,
        problems: tuple[Problem, ...] = (),
        *,
        attempts: int,
    ) -> DecodeError:
        return DecodeError(
            message,
            json_path=problems[0].path if problems else "$",
            problems=problems,
            status=response.status,
            headers=self._redactor.headers(response.headers),
            body=self._redactor.body(response.body),
            attempts=attempts,
            operation=call.operation.id,
            method=call.operation.method,
            path=call.path,
            documentation=call.operation.documentation,
        )
