"""Which credentials a client works with.

Explicit beats ambient, and nothing is mixed: a key pair comes whole from the arguments or whole from
the environment.

1. The argument `management_token`, or the arguments `access_key` and `secret`.
2. HMS_ACCESS_KEY and HMS_SECRET. They come before a token, because a token minted from them can be
   renewed, and because client tokens need them.
3. HMS_MANAGEMENT_TOKEN.

A variable that is empty or blank counts as not set.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from ._errors import ConfigurationError
from ._redaction import Secret

if TYPE_CHECKING:
    from collections.abc import Mapping

ACCESS_KEY_VARIABLE = "HMS_ACCESS_KEY"
SECRET_VARIABLE = "HMS_SECRET"  # noqa: S105  # the name of a variable, not its value
MANAGEMENT_TOKEN_VARIABLE = "HMS_MANAGEMENT_TOKEN"  # noqa: S105

_PAIR_HINT = f"pass access_key= and secret=, or set both {ACCESS_KEY_VARIABLE} and {SECRET_VARIABLE}"


@attrs.frozen
class KeyPair:
    """The access key of a workspace and its secret: everything needed to mint tokens."""

    access_key: str
    secret: Secret


@attrs.frozen
class ReadyToken:
    """A management token that was minted elsewhere. It cannot be renewed here."""

    token: Secret


Credentials = KeyPair | ReadyToken


class Environment:
    """The variables of a process. Tools that print the local variables of a traceback find none of them.

    Args:
        variables: Their values by their names.
    """

    def __init__(self, variables: Mapping[str, str]) -> None:
        self._variables = variables

    def get(self, name: str) -> str:
        """The value of a variable without blanks around it; empty when it is not set."""
        return self._variables.get(name, "").strip()


def resolve_credentials(
    *,
    access_key: str | None,
    secret: Secret | None,
    management_token: Secret | None,
    environment: Environment,
) -> Credentials:
    """Find the credentials to work with, in the order that the module describes.

    Raises:
        ConfigurationError: There are none, only half a pair, or two kinds were passed at once.
    """
    _refuse_empty("access_key", access_key)
    _refuse_empty("secret", secret.reveal() if secret else None)
    _refuse_empty("management_token", management_token.reveal() if management_token else None)
    if access_key is not None or secret is not None:
        if management_token is not None:
            raise ConfigurationError(
                "pass either access_key= and secret=, or management_token=, but not both kinds"
            )
        if secret is None:
            raise ConfigurationError(f"access_key= was passed without secret=: {_PAIR_HINT}")
        if access_key is None:
            raise ConfigurationError(f"secret= was passed without access_key=: {_PAIR_HINT}")
        return KeyPair(access_key, secret)
    if management_token is not None:
        return ReadyToken(_checked_token(management_token, "management_token="))
    return _from_environment(environment)


def _from_environment(environment: Environment) -> Credentials:
    access_key = environment.get(ACCESS_KEY_VARIABLE)
    secret = Secret(environment.get(SECRET_VARIABLE))
    token = Secret(environment.get(MANAGEMENT_TOKEN_VARIABLE))
    if access_key and secret.reveal():
        return KeyPair(access_key, secret)
    if token.reveal():
        return ReadyToken(_checked_token(token, MANAGEMENT_TOKEN_VARIABLE))
    if access_key:
        raise ConfigurationError(f"{ACCESS_KEY_VARIABLE} is set without {SECRET_VARIABLE}: {_PAIR_HINT}")
    if secret.reveal():
        raise ConfigurationError(f"{SECRET_VARIABLE} is set without {ACCESS_KEY_VARIABLE}: {_PAIR_HINT}")
    raise ConfigurationError(
        f"no credentials: {_PAIR_HINT} (they are in the developer section of the 100ms dashboard); "
        f"or pass management_token=, or set {MANAGEMENT_TOKEN_VARIABLE}"
    )


def _refuse_empty(argument: str, value: str | None) -> None:
    if value is not None and not value.strip():
        raise ConfigurationError(
            f"{argument}= is empty; leave it out to take the credentials from the environment"
        )


def _checked_token(token: Secret, source: str) -> Secret:
    """Refuse what cannot be sent in a header, most often a token copied together with its scheme."""
    if not all("!" <= character <= "~" for character in token.reveal()):
        raise ConfigurationError(
            f"{source} has characters that no token has; give the token alone, without 'Bearer' and blanks"
        )
    return token
