"""Verifies tokens, and makes them for those who look at the mock by hand.

Every cause of a refusal has its own message.

A token has to be signed with HS256 and the secret of its access key, and to carry all the claims that
the API documents. Its times are compared with the mock's clock (see `hms_mock.clock`). `nbf` and `iat`
may lie up to 60 seconds ahead, so that a client whose clock is a little fast is let in; `exp` is exact.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import jwt

from hms_mock.clock import format_milliseconds
from hms_mock.errors import ApiError, unauthorized
from hms_mock.shapes import is_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jwt.types import Options

    from hms_mock.state import State, Workspace

MANAGEMENT = "management"
CLIENT = "app"
TOKEN_TYPES = {"managementToken": MANAGEMENT, "clientToken": CLIENT}
"""The claim `type` that each security scheme of the document stands for."""
_NAMES = {MANAGEMENT: "a management token", CLIENT: "a client token"}

SKEW_SECONDS = 60
LIFETIME_SECONDS = 86400
"""How long the tokens are valid that the mock itself makes."""
_HOW = "send `Authorization: Bearer <token>`"
_COMMON = ("access_key", "type", "version", "iat", "nbf", "exp", "jti")
_OF_CLIENTS = ("room_id", "role", "user_id")
_TIMES = ("iat", "nbf", "exp")
# The library compares with the real time and knows only some of the claims; they are checked below.
_SIGNATURE_ONLY: Options = {
    "verify_signature": True,
    "verify_exp": False,
    "verify_nbf": False,
    "verify_iat": False,
    "verify_aud": False,
    "verify_iss": False,
    "verify_sub": False,
    "verify_jti": False,
}
_LATEST = 253_402_300_800
"""The first second of the year 10000."""
_TOKENS_KEPT = 128
"""Clients send the same token with every call, and to verify it takes longer than most calls do."""


@dataclass(frozen=True)
class Identity:
    """Who is calling: a workspace, and the claims of the token."""

    workspace: Workspace
    claims: Mapping[str, Any]


@dataclass(frozen=True)
class MintedToken:
    """A token as a client would have made it, and when it expires."""

    token: str = field(repr=False)
    expires_at: datetime

    def to_json(self) -> dict[str, Any]:
        """The token as the control plane hands it out."""
        return {"token": self.token, "expires_at": format_milliseconds(self.expires_at)}


def mint(state: State, workspace: Workspace, wanted: str, **claims: str) -> MintedToken:
    """Make a token that `verify` takes for the next `LIFETIME_SECONDS` of the clock that it goes by.

    Its `jti` comes of no seed: a token leaves the identifiers of objects as they would be without it.

    Args:
        state: the clock, and the secrets of the access keys.
        workspace: whose access key.
        wanted: the claim `type`.
        **claims: the claims that only tokens of this type have.
    """
    now = int(state.clock.token_now())
    common = {
        "access_key": workspace.access_key,
        "type": wanted,
        "version": 2,
        "jti": str(uuid.uuid4()),
        "iat": now,
        "nbf": now,
        "exp": now + LIFETIME_SECONDS,
    }
    # As in `_decode`, the library's types of keys are not complete.
    token = jwt.encode(  # pyright: ignore[reportUnknownMemberType]
        common | claims, state.credentials[workspace.access_key], algorithm="HS256"
    )
    return MintedToken(token, datetime.fromtimestamp(now + LIFETIME_SECONDS, UTC))


def authenticate(header: str | None, wanted: str, state: State) -> Identity:
    """Verify the `Authorization` header of a request.

    Args:
        header: its value; None when there is none.
        wanted: the claim `type` that the operation asks for.
        state: the workspaces and the clock.

    Raises:
        ApiError: 401.
    """
    if header is None:
        raise unauthorized("Authentication error: no Authorization header", _HOW)
    scheme, _, token = header.partition(" ")
    if scheme.lower() != "bearer":
        raise unauthorized("Authentication error: not a bearer token", _HOW)
    return verify(token.strip(), wanted, state)


def verify(token: str, wanted: str, state: State) -> Identity:
    """Verify a token.

    Args:
        token: the JSON Web Token.
        wanted: the claim `type` that it must have.
        state: the workspaces and the clock.

    Raises:
        ApiError: 401.
    """
    unverified = _read(token)
    access_key = unverified.get("access_key")
    if access_key is None:
        raise _refused("missing claim", "the token lacks: access_key")
    workspace = state.workspaces.get(access_key) if isinstance(access_key, str) else None
    if workspace is None:
        raise _refused("unknown access key", "not found")
    claims = _verified(token, state.credentials[access_key], wanted)
    _check_times(claims, state)
    return Identity(workspace, claims)


def _refused(cause: str, *details: str) -> ApiError:
    return unauthorized(f"Token validation error: {cause}", *details)


@lru_cache(_TOKENS_KEPT)
def _read(token: str) -> Mapping[str, Any]:
    try:
        algorithm = jwt.get_unverified_header(token).get("alg")
        claims: dict[str, Any] = _decode(token, "", {"verify_signature": False})
    except (jwt.InvalidTokenError, ValueError, RecursionError) as error:
        raise _refused("malformed token", "the token is no JSON Web Token") from error
    if algorithm != "HS256":
        raise _refused("algorithm not allowed", f"the token says {algorithm!r}; sign it with HS256")
    return claims


@lru_cache(_TOKENS_KEPT)
def _verified(token: str, secret: str, wanted: str) -> Mapping[str, Any]:
    """Check all of a token but its times: those checks alone come out differently from call to call."""
    try:
        claims = _decode(token, secret, _SIGNATURE_ONLY)
    except jwt.InvalidTokenError as error:
        raise _refused(
            "bad signature", "the token is not signed with the secret of its access key"
        ) from error
    _check_claims(claims, wanted)
    return claims


def _decode(token: str, secret: str, options: Options) -> dict[str, Any]:
    # The library's types of keys are only complete when cryptography is installed.
    return jwt.decode(  # pyright: ignore[reportUnknownMemberType]
        token, secret, algorithms=["HS256"], options=options
    )


def _check_claims(claims: Mapping[str, Any], wanted: str) -> None:
    if "type" in claims and claims["type"] != wanted:
        found = next((name for type_, name in _NAMES.items() if claims["type"] == type_), "of another type")
        raise _refused("wrong token type", f"this needs {_NAMES[wanted]}; the token is {found}")
    needed = _COMMON + (_OF_CLIENTS if wanted == CLIENT else ())
    if missing := [name for name in needed if name not in claims]:
        raise _refused("missing claim", f"the token lacks: {', '.join(missing)}")
    if claims["version"] != 2 or isinstance(claims["version"], float):
        raise _refused("wrong version", "the claim version must be 2")
    texts = ("jti", *(_OF_CLIENTS if wanted == CLIENT else ()))
    if wrong := [name for name in texts if not is_text(claims[name])]:
        raise _refused("wrong claim", f"must be text: {', '.join(wrong)}")
    if wrong := [name for name in _TIMES if not _is_time(claims[name])]:
        raise _refused("wrong claim", f"must be seconds since 1970: {', '.join(wrong)}")


def _is_time(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value < _LATEST


def _check_times(claims: Mapping[str, Any], state: State) -> None:
    now = state.clock.token_now()
    if claims["exp"] <= now:
        raise _refused("the token has expired", f"exp is {claims['exp']}", _reading(state, now))
    for name in ("nbf", "iat"):
        if claims[name] > now + SKEW_SECONDS:
            raise _refused("the token is not yet valid", f"{name} is {claims[name]}", _reading(state, now))


def _reading(state: State, now: float) -> str:
    ahead = f"the clock of the mock reads {now:.0f}"
    if state.clock.token_offset:
        ahead += f", {state.clock.token_offset:.0f} seconds ahead because it was advanced"
    return ahead
