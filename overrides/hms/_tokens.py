"""Minting the two kinds of tokens of 100ms.

Both are JSON web tokens signed with HS256 and the secret of the workspace. `iat` and `nbf` lie
`SKEW_SECONDS` in the past, so that a server whose clock is a little behind does not refuse a token as
"not valid yet"; `exp` counts from now.

PyJWT is imported with the first token, because importing it takes longer than importing this package.
"""

from __future__ import annotations

import math
import time
import uuid
from typing import TYPE_CHECKING, Any

from ._redaction import Secret

if TYPE_CHECKING:
    from collections.abc import Callable

DAY_SECONDS = 24 * 60 * 60
SKEW_SECONDS = 60
MAX_MANAGEMENT_TOKEN_SECONDS = 14 * DAY_SECONDS


def create_management_token(
    *,
    access_key: str,
    secret: str | Secret,
    expires_in: float = DAY_SECONDS,
    clock: Callable[[], float] = time.time,
) -> str:
    """Mint a management token, which authenticates calls of the REST API.

    `hms.Client` does this by itself; the function is for services that hand tokens to others. A
    management token gives full control of the workspace: never give it to a browser or an app.

    Args:
        access_key: The access key of the workspace.
        secret: The secret of the workspace.
        expires_in: Seconds until the token expires; fractions are cut off. From 1 second to 14 days.
        clock: Returns the current time in seconds since 1970-01-01 UTC.

    Returns:
        The token, as it belongs behind `Authorization: Bearer`.

    Raises:
        ValueError: An argument is empty or out of bounds.

    Documentation: https://www.100ms.live/docs/get-started/v2/get-started/security-and-tokens
    """
    secret = Secret.of(secret)
    _require_text(access_key=access_key, secret=secret.reveal())
    lifetime = _check_lifetime(expires_in)
    if lifetime > MAX_MANAGEMENT_TOKEN_SECONDS:
        raise ValueError(
            f"expires_in must be at most {MAX_MANAGEMENT_TOKEN_SECONDS} seconds (14 days), not {expires_in!r}"
        )
    return _sign({"access_key": access_key, "type": "management"}, secret, lifetime, clock())


def create_client_token(
    *,
    access_key: str,
    secret: str | Secret,
    room_id: str,
    role: str,
    user_id: str,
    expires_in: float = DAY_SECONDS,
    clock: Callable[[], float] = time.time,
) -> str:
    """Mint a client token ("auth token"), with which one peer joins one room in one role.

    Args:
        access_key: The access key of the workspace.
        secret: The secret of the workspace.
        room_id: The id of the room to join.
        role: The name of the role to join as; it must exist in the template of the room.
        user_id: Your own identifier of the user; sessions and events report it back.
        expires_in: Seconds until the token expires; fractions are cut off. At least 1.
        clock: Returns the current time in seconds since 1970-01-01 UTC.

    Returns:
        The token, to be given to the app that joins.

    Raises:
        ValueError: An argument is empty or out of bounds.

    Documentation: https://www.100ms.live/docs/get-started/v2/get-started/security-and-tokens
    """
    secret = Secret.of(secret)
    _require_text(access_key=access_key, secret=secret.reveal(), room_id=room_id, role=role, user_id=user_id)
    claims = {
        "access_key": access_key,
        "type": "app",
        "room_id": room_id,
        "role": role,
        "user_id": user_id,
    }
    return _sign(claims, secret, _check_lifetime(expires_in), clock())


def _require_text(**arguments: str) -> None:
    # The message names the argument alone, because its value may be a secret.
    for name, value in arguments.items():
        if not value.strip():
            raise ValueError(f"{name} must not be empty")


def _check_lifetime(expires_in: float) -> int:
    if not math.isfinite(expires_in) or expires_in < 1:
        raise ValueError(f"expires_in must be at least 1 second, not {expires_in!r}")
    return int(expires_in)


def _sign(claims: dict[str, Any], secret: Secret, lifetime: int, now: float) -> str:
    import jwt  # noqa: PLC0415  # see the module

    issued_at = int(now) - SKEW_SECONDS
    return jwt.encode(  # pyright: ignore[reportUnknownMemberType]  # needs cryptography for its key types
        {
            **claims,
            "version": 2,
            "jti": str(uuid.uuid4()),
            "iat": issued_at,
            "nbf": issued_at,
            "exp": int(now) + lifetime,
        },
        secret.reveal(),
        algorithm="HS256",
    )
