"""How long to wait for what."""

from __future__ import annotations

import math
from typing import Any

import attrs

from ._errors import ConfigurationError


def _check_seconds(_: object, field: attrs.Attribute[Any], value: Any) -> None:
    if value is None:
        return
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    if not (is_number and math.isfinite(value) and value > 0):
        raise ConfigurationError(
            f"the {field.name} timeout must be a positive number of seconds, or None for no limit; "
            f"got {value!r}"
        )


@attrs.frozen
class Timeout:
    """How many seconds each phase of a request may take. None means no limit.

    The phases add up: a request that needs a free connection, a new TCP connection and a slow answer
    takes up to the sum of its phases, and `read` and `write` count from one chunk of bytes to the next.
    """

    connect: float | None = attrs.field(default=5.0, validator=_check_seconds)
    """Seconds until the connection stands, TLS included."""
    read: float | None = attrs.field(default=30.0, validator=_check_seconds)
    """Seconds until the next bytes of the answer."""
    write: float | None = attrs.field(default=30.0, validator=_check_seconds)
    """Seconds until the next bytes of the request are taken."""
    pool: float | None = attrs.field(default=30.0, validator=_check_seconds)
    """Seconds until a connection is free, when all are in use."""

    @property
    def longest(self) -> float | None:
        """Seconds that the longest phase may take; None when one has no limit."""
        phases = (self.connect, self.read, self.write, self.pool)
        limited = [phase for phase in phases if phase is not None]
        return max(limited) if len(limited) == len(phases) else None

    def cut_to(self, seconds: float) -> Timeout:
        """The same with no phase longer than this."""

        def cut(phase: float | None) -> float:
            return seconds if phase is None else min(phase, seconds)

        return Timeout(
            connect=cut(self.connect), read=cut(self.read), write=cut(self.write), pool=cut(self.pool)
        )


DEFAULT_TIMEOUT = Timeout()


def as_timeout(timeout: Timeout | float) -> Timeout:
    """The timeouts of each phase; a plain number of seconds is the limit of each.

    Raises:
        ConfigurationError: The number is not positive and finite.
    """
    if isinstance(timeout, Timeout):
        return timeout
    if timeout is None:  # pyright: ignore[reportUnnecessaryComparison]  # callers without types
        raise ConfigurationError(
            "timeout=None would wait for ever by accident; pass seconds, or hms.Timeout(read=None) on purpose"
        )
    return Timeout(connect=timeout, read=timeout, write=timeout, pool=timeout)
