"""What came of a delivery, and how to answer it."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from http import HTTPStatus

    from hms_generated_client.events import Event

    from ._unknown import UnknownEvent


class Outcome(enum.StrEnum):
    """What came of a delivery. All but the first three make 100ms send the event again."""

    HANDLED = "handled"
    """200: the handler returned."""
    DUPLICATE = "duplicate"
    """200: the event was handled before."""
    IGNORED = "ignored"
    """200: there is no handler for it, or it is a replay and those are ignored."""
    INVALID = "invalid"
    """400: the body is no event."""
    UNVERIFIED = "unverified"
    """401 for a wrong secret header or signature, 403 for a foreign address."""
    METHOD_NOT_ALLOWED = "method not allowed"
    """405: events come by POST alone."""
    BUSY = "busy"
    """409: the same event is being handled, here or on another machine, and may still fail."""
    TOO_LARGE = "too large"
    """413: the body is longer than is accepted."""
    UNSUPPORTED_ENCODING = "unsupported encoding"
    """415: the body is compressed; events never are."""
    FAILED = "failed"
    """500: the handler raised."""
    UNAVAILABLE = "unavailable"
    """503: the store could not be reached, so nobody knows whether the event was handled before."""


@attrs.frozen(kw_only=True)
class Result:
    """What came of a delivery, and how to answer it."""

    status: HTTPStatus
    """The status to answer with. Every other than 200 makes 100ms send the event again."""
    outcome: Outcome
    event: Event | UnknownEvent | None = attrs.field(default=None, repr=False)
    """The event, where the delivery was verified and has one."""
    error: Exception | None = attrs.field(default=None, repr=False)
    """What was raised, where something was."""

    @property
    def headers(self) -> dict[str, str]:
        """The headers to answer with."""
        headers = {"content-type": "text/plain; charset=utf-8", "content-length": str(len(self.body))}
        if self.outcome is Outcome.METHOD_NOT_ALLOWED:
            headers["allow"] = "POST"
        return headers

    @property
    def body(self) -> bytes:
        """The body to answer with: the outcome, and no detail of it."""
        return self.outcome.value.encode()
