"""Bytes to typed events."""

from __future__ import annotations

import functools
import logging
from typing import TYPE_CHECKING, Any, cast

from .._problem_log import ProblemLog
from ._errors import InvalidEventError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hms_generated_client.codec import Problem
    from hms_generated_client.events import Event

    from ._unknown import UnknownEvent

logger = logging.getLogger("hms.webhooks")


def parse(body: bytes, *, strict: bool = False) -> Event | UnknownEvent:
    """Parse the body of one delivery. It should have been verified before.

    Places that are not as documented are logged each time; an `EventParser` that is kept logs them once.

    Args:
        body: The body as it came.
        strict: Whether an event that is not as documented raises, undocumented types, members and enum
            values included.

    Returns:
        The event. Where it is not as documented, the value is kept as it came.

    Raises:
        InvalidEventError: The body is no JSON object with a `type`; or, when strict, not as documented.
    """
    return EventParser(strict=strict).parse(body)


class EventParser:
    """Parses bodies into events, and logs each place that is not as documented once.

    The logger is `hms.webhooks`. Safe to use from several threads.

    Args:
        strict: Whether an event that is not as documented raises, undocumented types, members and enum
            values included.
    """

    def __init__(self, *, strict: bool = False) -> None:
        self._strict = strict
        self._log = ProblemLog(logger)

    def parse(self, body: bytes) -> Event | UnknownEvent:
        """Parse the body of one delivery. It should have been verified before.

        A type that has another name in parts of the documentation (`transcription.failed`) becomes the
        one that the model has (`transcription.failure`).

        Args:
            body: The body as it came.

        Returns:
            The event. Where it is not as documented, the value is kept as it came.

        Raises:
            InvalidEventError: The body is no JSON object with a `type`; or, when strict, not as documented.
        """
        from hms_generated_client import codec, events  # noqa: PLC0415  # slow to import, see the package

        from ._unknown import UnknownEvent  # noqa: PLC0415

        members = _object(body)
        event_type = members.get("type")
        if not isinstance(event_type, str) or not event_type:
            raise InvalidEventError("expected the type of an event", json_path="$.type")
        model = events.event_model(event_type)
        if model is None:
            if self._strict:
                raise InvalidEventError("the type is not documented", json_path="$.type")
            # A member of the event that is called `raw` is still found inside of it.
            unknown = codec.from_wire(UnknownEvent, {**members, "raw": members})
            self._report("of an unknown type", unknown.problems)
            return unknown.value
        known = codec.from_wire(
            model, {**members, "type": canonical_types()[event_type]}, strict=self._strict
        )
        self._report(event_type, known.problems)
        return cast("Event", known.value)

    def _report(self, event_type: str, problems: tuple[Problem, ...]) -> None:
        if problems and self._strict:
            raise InvalidEventError(problems[0].message, json_path=problems[0].path, problems=problems)
        self._log.report(f"the event {event_type}", problems)


@functools.cache
def canonical_types() -> Mapping[str, str]:
    """For each type of event the one that its model has; they differ for aliases alone."""
    from hms_generated_client.events import EVENTS  # noqa: PLC0415  # slow to import, see the package

    # An alias comes after the type that it stands for.
    types: dict[str, str] = {}
    return {event_type: types.setdefault(model, event_type) for event_type, model in EVENTS.items()}


def _object(body: bytes) -> Mapping[str, Any]:
    from hms_generated_client import codec  # noqa: PLC0415  # slow to import, see the package

    problem = "expected a JSON object"
    try:
        data: object = codec.decode(dict[str, Any], body).value
    except codec.NotJSONError as error:
        data, problem = None, f"no JSON: {error}"
    if isinstance(data, dict):
        return data
    # Raised out here, because the error of the JSON parser, which would be chained to it, holds the body.
    raise InvalidEventError(problem)
