"""Headers that callers add to their requests."""

from __future__ import annotations

import re

from ._errors import ConfigurationError
from ._headers import Headers

# They follow from the call; a second opinion would break it, or send it with other credentials.
_RESERVED = frozenset({"authorization", "content-length", "content-type", "transfer-encoding"})
_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_VALUE = re.compile(r"[\t\x20-\x7e]*")


class ExtraHeaders(Headers):
    """Headers whose values never show, because nobody knows which of them are credentials."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"ExtraHeaders({', '.join(self)})"

    def merged(self, others: ExtraHeaders) -> ExtraHeaders:
        """These headers and the others, which replace those of the same name.

        Raises:
            ConfigurationError: The client sets such a header by itself, or it cannot be sent.
        """
        for name in others:
            # The value is never a local variable of a frame that raises.
            if (problem := _problem(name, others[name])) is not None:
                raise ConfigurationError(f"headers= {problem}")
        kept = ((name, value) for name, value in self.items() if name not in others)
        return ExtraHeaders((*kept, *others.items()))


def _problem(name: str, value: str) -> str | None:
    if name.lower() in _RESERVED:
        return f"must not set {name}, which follows from the call; other credentials need another client"
    if not _NAME.fullmatch(name):
        return f"has a name that no header can have: {name!r}"
    if not _VALUE.fullmatch(value):
        return f"has a value for {name} with characters that no header can have"
    return None
