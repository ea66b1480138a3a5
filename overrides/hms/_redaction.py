"""Keeping credentials out of everything that people and tools read: reprs, logs, errors, tracebacks."""

from __future__ import annotations

import contextlib
import json
import re
from typing import TYPE_CHECKING, Any

from ._headers import Headers

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hms_generated_client.operation import Call

MASK = "***"

# What is shorter stands in ordinary text by accident.
_SHORTEST = 6

# The header of every JSON web token is a JSON object, and `{"` reads `eyJ` in base64.
_TOKEN_SHAPED = re.compile(r"eyJ[A-Za-z0-9_-]{5,}\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*")

# What opens a pre-signed URL, whichever storage signed it. Some servers write `&` as \u0026 in JSON.
_SIGNATURE = re.compile(
    r"((?:[?&]|\\u0026)(?:x-(?:amz|goog|oss)-)?(?:signature|security-token|sig)=)[^&\s\"'<>\\]+",
    re.IGNORECASE,
)


class Secret:
    """A string that does not show itself: `repr`, `str` and formatting give a mask in its place.

    Args:
        value: The secret in clear.
    """

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        self._value = value

    @classmethod
    def of(cls, value: str | Secret) -> Secret:
        """The value as a secret, whichever way it came."""
        return value if isinstance(value, Secret) else cls(value)

    def reveal(self) -> str:
        """The secret in clear."""
        return self._value

    def __repr__(self) -> str:
        return f"Secret({MASK!r})"

    def __str__(self) -> str:
        return MASK

    def __eq__(self, other: object) -> bool:
        return self._value == other._value if isinstance(other, Secret) else NotImplemented

    def __hash__(self) -> int:
        return hash((Secret, self._value))


class Redactor:
    """Masks known secrets, and what is shaped like a token or a signature, in what a server answered.

    Args:
        secrets: The credentials to mask wherever they appear.
    """

    def __init__(self, secrets: Iterable[Secret] = ()) -> None:
        self._secrets = tuple(secret for secret in secrets if secret.reveal())

    def knowing(self, secrets: Iterable[str]) -> Redactor:
        """One that masks these secrets too, unless they are so short that any text could have them."""
        return Redactor((*self._secrets, *(Secret(one) for one in secrets if len(one) >= _SHORTEST)))

    def text(self, text: str) -> str:
        """The text with every secret masked, in clear or as JSON writes it."""
        for secret in self._secrets:
            clear = secret.reveal()
            escaped = json.dumps(clear)[1:-1]
            for form in (clear, escaped, escaped.replace("/", "\\/")):
                text = text.replace(form, MASK)
        return _SIGNATURE.sub(rf"\1{MASK}", _TOKEN_SHAPED.sub(MASK, text))

    def body(self, body: bytes) -> bytes:
        """The body with every secret masked; its other bytes stay as they came."""
        return self.text(body.decode("utf-8", "surrogateescape")).encode("utf-8", "surrogateescape")

    def headers(self, headers: Headers) -> Headers:
        """The headers with every secret in their values masked."""
        return Headers((name, self.text(value)) for name, value in headers.items())


def secrets_in(call: Call[Any]) -> list[str]:
    """The credentials that a call sends: its token, and the passwords in its body."""
    # Loaded when a call fails, because loading it takes longer than loading this package.
    from hms_generated_client import codec, masking  # noqa: PLC0415

    found = [] if call.token is None else [call.token]
    if call.body is not None and call.operation.request is not None:
        with contextlib.suppress(codec.NotJSONError):  # of a call that was put together by hand
            found += masking.secrets_of(codec.decode(call.operation.request, call.body).value)
    return found
