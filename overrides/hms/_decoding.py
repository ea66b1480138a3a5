"""Turning bodies of 2xx answers into models, and saying where they are not as documented.

The codec of the generated package is imported with the first answer, because importing it takes
longer than importing this package.
"""

from __future__ import annotations

import copy
import logging
from typing import TYPE_CHECKING, Any, TypeVar

from ._errors import DecodeError
from ._problem_log import ProblemLog

if TYPE_CHECKING:
    from collections.abc import Callable

    from hms_generated_client.codec import Problem
    from hms_generated_client.operation import Call

    from ._engine import EngineResponse
    from ._redaction import Redactor

T = TypeVar("T")

logger = logging.getLogger("hms.decode")


class BodyDecoder:
    """Decodes bodies and reports each place that is not as documented once.

    Without `strict`, each place is logged once on the logger `hms.decode`. Undocumented members and enum
    values are not: the server may add them at any time, and nothing of the answer is lost.

    Args:
        strict: Whether an answer that is not as documented raises, undocumented members and enum values
            included.
    """

    def __init__(self, *, strict: bool) -> None:
        self._strict = strict
        self._log = ProblemLog(logger)

    def as_strict(self, strict: bool) -> BodyDecoder:
        """One that differs in `strict` and reports no place that this one reported."""
        other = copy.copy(self)
        other._strict = strict
        return other

    def decode(
        self,
        call: Call[T],
        response: EngineResponse,
        redactor_for: Callable[[Call[Any]], Redactor],
        attempts: int = 1,
    ) -> T:
        """The value that the body of a 2xx answer stands for.

        Args:
            call: The call that was answered.
            response: The answer.
            redactor_for: Makes what masks credentials in the body that an error carries.
            attempts: How many requests were sent, for the error.

        Raises:
            DecodeError: The body is no JSON; or, when strict, it is not as documented.
        """
        from hms_generated_client import codec, masking  # noqa: PLC0415  # see the module

        failure: DecodeError
        try:
            decoded = codec.decode(call.operation.response, response.body, strict=self._strict)
        except codec.NotJSONError as error:
            failure = _error(call, response, str(error), redactor=redactor_for(call), attempts=attempts)
        else:
            problems = tuple(decoded.problems)
            if not problems:
                return decoded.value
            if not self._strict:
                self._log.report(f"the answer to {call.operation.id}", problems)
                return decoded.value
            redactor = redactor_for(call).knowing(masking.secrets_of(decoded.value))
            failure = _error(
                call, response, problems[0].message, problems, redactor=redactor, attempts=attempts
            )
        # Raised out here, because the error of the JSON parser, which would be chained to it, holds the
        # whole body; a body can hold credentials, and tools report whatever errors hold.
        raise failure


def _error(
    call: Call[Any],
    response: EngineResponse,
    message: str,
    problems: tuple[Problem, ...] = (),
    *,
    redactor: Redactor,
    attempts: int,
) -> DecodeError:
    return DecodeError(
        message,
        json_path=problems[0].path if problems else "$",
        problems=problems,
        status=response.status,
        headers=redactor.headers(response.headers),
        body=redactor.body(response.body),
        attempts=attempts,
        operation=call.operation.id,
        method=call.operation.method,
        path=call.path,
        documentation=call.operation.documentation,
    )
