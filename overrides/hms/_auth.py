"""Putting the management token on requests, and a new one when the server refuses it.

The flow is a generator that yields requests and is sent responses, so one flow serves the synchronous
and the asynchronous client.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Protocol

import attrs

from ._credentials import Credentials, KeyPair
from ._errors import ConfigurationError
from ._redaction import Secret
from ._tokens import DAY_SECONDS, SKEW_SECONDS, create_management_token

if TYPE_CHECKING:
    from collections.abc import Callable

    from ._engine import EngineRequest, Exchange

_MARGIN_SECONDS = 300


class TokenSource(Protocol):
    """Where management tokens come from. Safe to use from several threads."""

    @property
    def refusal_advice(self) -> str:
        """What a person can do when the server refuses the tokens of this source."""
        ...

    def current(self) -> Secret:
        """A token to send now."""
        ...

    def replace(self, refused: Secret) -> bool:
        """Take note that the server refused a token; returns whether `current` now gives another."""
        ...


class FixedToken:
    """A token that was minted elsewhere."""

    refusal_advice = (
        "The token passed as management_token= or HMS_MANAGEMENT_TOKEN was refused and cannot be renewed: "
        "pass a new one, or access_key= and secret= so that the client mints its own."
    )

    def __init__(self, token: Secret) -> None:
        self._token = token

    def current(self) -> Secret:
        """The token."""
        return self._token

    def replace(self, refused: Secret) -> bool:  # noqa: ARG002  # there is nothing to replace it with
        """No other token can be had."""
        return False


class CallToken(FixedToken):
    """The token that one call brought along."""

    refusal_advice = (
        "The client token of this call was refused: check that it was minted for this workspace, room and "
        "role, and has not expired."
    )


@attrs.frozen
class _Minted:
    token: Secret
    valid_from: float
    renew_at: float

    def serves(self, now: float) -> bool:
        return self.valid_from <= now < self.renew_at


class MintedTokens:
    """Mints a token, keeps it, and mints the next one ahead of its expiry.

    A token is renewed 5 minutes before it expires, or after nine tenths of its lifetime if that is
    shorter, so that a request under way never carries one that expires; and when the clock was set back
    to before its `nbf`. However many threads ask at once, one of them mints and the others wait for it.

    Args:
        keys: The key pair to sign with.
        clock: Returns the current time in seconds since 1970-01-01 UTC.
        lifetime: Seconds from minting to expiry.
    """

    refusal_advice = (
        "A token minted just now was refused: check that access_key and secret belong together and to this "
        "base URL, and that the clock of this machine is right."
    )

    def __init__(self, keys: KeyPair, clock: Callable[[], float], lifetime: float = DAY_SECONDS) -> None:
        self._keys = keys
        self._clock = clock
        self._lifetime = lifetime
        self._lock = threading.Lock()
        self._minted: _Minted | None = None

    def current(self) -> Secret:
        """A token that is valid now and for some time to come."""
        minted = self._minted
        if minted is not None and minted.serves(self._clock()):
            return minted.token
        with self._lock:
            now = self._clock()
            if self._minted is None or not self._minted.serves(now):
                self._minted = self._mint(now)
            return self._minted.token

    def replace(self, refused: Secret) -> bool:
        """Drop the refused token, unless another thread replaced it already."""
        with self._lock:
            if self._minted is not None and self._minted.token is refused:
                self._minted = None
        return True

    def _mint(self, now: float) -> _Minted:
        token = create_management_token(
            access_key=self._keys.access_key,
            secret=self._keys.secret,
            expires_in=self._lifetime,
            clock=lambda: now,
        )
        return _Minted(
            token=Secret(token),
            valid_from=now - SKEW_SECONDS,
            renew_at=int(now) + int(self._lifetime) - min(_MARGIN_SECONDS, self._lifetime / 10),
        )


class Auth:
    """Authenticates requests as their operation asks for.

    Args:
        tokens: The management tokens.
    """

    def __init__(self, tokens: TokenSource) -> None:
        self._tokens = tokens

    def source(self, security: str | None, call_token: str | None) -> TokenSource | None:
        """Where the token of a call comes from; None for an operation that takes none.

        Args:
            security: The security scheme of the operation.
            call_token: The token that the call itself brings, for schemes that a client has no token for.

        Raises:
            ConfigurationError: The client has no credentials of this kind, and the call brings none.
        """
        if security is None:
            return None
        if security == "managementToken":
            return self._tokens
        if call_token is None:
            raise ConfigurationError(f"this client has no credentials for the security scheme {security!r}")
        return CallToken(Secret(call_token))

    def flow(
        self,
        request: EngineRequest,
        source: TokenSource | None,
        transmit: Callable[[EngineRequest], Exchange],
    ) -> Exchange:
        """Send a request with its token; on a 401, once more with a new token where one can be had.

        A 401 is given before the server acts, so repeating is safe for every operation.

        Args:
            request: The request without authentication.
            source: Where its token comes from; None sends it as it is.
            transmit: Sends one request.
        """
        if source is None:
            return (yield from transmit(request))
        token = source.current()
        response = yield from transmit(_with_bearer(request, token))
        if response.status == 401 and source.replace(token):
            token = source.current()
            response = yield from transmit(_with_bearer(request, token))
            if response.status == 401:
                source.replace(token)  # so that the next call does not begin with a token known to be refused
        return response


def token_source(credentials: Credentials, clock: Callable[[], float]) -> TokenSource:
    """The source of management tokens for these credentials."""
    if isinstance(credentials, KeyPair):
        return MintedTokens(credentials, clock)
    return FixedToken(credentials.token)


def _with_bearer(request: EngineRequest, token: Secret) -> EngineRequest:
    headers = request.headers.replace("Authorization", f"Bearer {token.reveal()}")
    return attrs.evolve(request, headers=headers)
