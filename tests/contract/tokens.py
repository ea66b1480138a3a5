"""Tokens for the server under test, good ones and bad ones, minted without the client library."""

from __future__ import annotations

import base64
import json
import uuid
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import jwt

from .target import chosen_target

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

NOW = 1_750_000_000
"""The time at mocks of our own, in seconds since 1970. It stands still, so that runs repeat exactly."""
DAY = 86400
"""Seconds."""
TYPES = {"managementToken": "management", "clientToken": "app"}
"""The claim `type` by the security scheme of the document."""
CLIENT_CLAIMS = {"room_id": "0" * 24, "role": "host", "user_id": "somebody"}


def now() -> int:
    """The time at the server under test, in seconds since 1970."""
    target = chosen_target()
    return NOW if target is None else int(target.now())


def claims(scheme: str, access_key: str, /, **changes: Any) -> dict[str, Any]:
    """The claims of a good token.

    Args:
        scheme: the security scheme that the token is for.
        access_key: whose workspace.
        changes: claims that differ; None leaves one out.
    """
    issued_at = now()
    base = {
        "access_key": access_key,
        "type": TYPES[scheme],
        "version": 2,
        "jti": str(uuid.uuid4()),
        "iat": issued_at,
        "nbf": issued_at,
        "exp": issued_at + DAY,
    }
    base |= CLIENT_CLAIMS if TYPES[scheme] == "app" else {}
    return {name: value for name, value in (base | changes).items() if value is not None}


def mint(scheme: str, access_key: str, secret: str, /, **changes: Any) -> str:
    """Sign a token; `changes` as for `claims`."""
    return jwt.encode(claims(scheme, access_key, **changes), secret, algorithm="HS256")


@dataclass(frozen=True)
class Issuer:
    """Who issues tokens for an operation, and for whom.

    Attributes:
        scheme: the security scheme that the tokens are for.
        access_key: whose workspace.
        secret: what they are signed with.
        room_id: the room of client tokens.
        role: the role of client tokens.
    """

    scheme: str
    access_key: str
    secret: str
    room_id: str
    role: str

    def claims(self, **changes: Any) -> dict[str, Any]:
        """The claims of a good token; `changes` differ, and None leaves one out."""
        people = {"room_id": self.room_id, "role": self.role} if TYPES[self.scheme] == "app" else {}
        return claims(self.scheme, self.access_key, **(people | changes))

    def mint(self, **changes: Any) -> str:
        """Sign a token; `changes` as for `claims`."""
        return self.sign("HS256", **changes)

    def sign(self, algorithm: str, **changes: Any) -> str:
        """Sign a token with an algorithm of one's choice."""
        return jwt.encode(self.claims(**changes), self.secret, algorithm=algorithm)


def _unsigned(claims: Mapping[str, Any]) -> str:
    def part(value: Any) -> str:
        return base64.urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=").decode()

    return f"{part({'alg': 'none', 'typ': 'JWT'})}.{part(claims)}."


def _tampered(token: str, **changes: Any) -> str:
    header, payload, signature = token.split(".")
    content = json.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4))) | changes
    changed = base64.urlsafe_b64encode(json.dumps(content).encode()).rstrip(b"=").decode()
    return f"{header}.{changed}.{signature}"


def _other_type(issuer: Issuer) -> str:
    return next(other for other in TYPES if other != issuer.scheme)


def _without(name: str) -> Callable[[Issuer], str]:
    return lambda issuer: f"Bearer {issuer.mint(**{name: None})}"


Header = str | None
OTHER_KEY = "another-access-key"
"""The access key of the second workspace of mocks of our own."""


def _other_key() -> str:
    target = chosen_target()
    return (target.other_access_key if target else "") or OTHER_KEY


BAD_AUTHORIZATION: dict[str, Callable[[Issuer], Header]] = {
    "missing": lambda issuer: None,
    "empty": lambda issuer: "",
    "another scheme": lambda issuer: f"Basic {issuer.mint()}",
    "without a scheme": lambda issuer: issuer.mint(),
    "malformed": lambda issuer: "Bearer not-a-token",
    "cut short": lambda issuer: f"Bearer {issuer.mint().rpartition('.')[0]}",
    "wrong signature": lambda issuer: f"Bearer {replace(issuer, secret=issuer.secret[::-1]).mint()}",
    "changed after signing": lambda issuer: f"Bearer {_tampered(issuer.mint(), exp=now() + 2 * DAY)}",
    "expired": lambda issuer: f"Bearer {issuer.mint(exp=now() - 1)}",
    "not yet valid": lambda issuer: f"Bearer {issuer.mint(nbf=now() + DAY // 2)}",
    "issued in the future": lambda issuer: f"Bearer {issuer.mint(iat=now() + DAY // 2)}",
    "unsigned": lambda issuer: f"Bearer {_unsigned(issuer.claims())}",
    "another algorithm": lambda issuer: f"Bearer {replace(issuer, secret=issuer.secret * 2).sign('HS512')}",
    "wrong type": lambda issuer: f"Bearer {replace(issuer, scheme=_other_type(issuer)).mint()}",
    "unknown access key": lambda issuer: (
        f"Bearer {replace(issuer, access_key=f'{issuer.access_key}-not').mint()}"
    ),
    "key of another workspace": lambda issuer: f"Bearer {replace(issuer, access_key=_other_key()).mint()}",
    "version 1": lambda issuer: f"Bearer {issuer.mint(version=1)}",
    **{f"without {name}": _without(name) for name in claims("managementToken", "")},
}
"""The `Authorization` header by what is wrong with it."""

BAD_CLIENT_AUTHORIZATION: dict[str, Callable[[Issuer], Header]] = {
    "unknown room": lambda issuer: f"Bearer {issuer.mint(room_id='0' * 24)}",
    "unknown role": lambda issuer: f"Bearer {issuer.mint(role='not-a-role')}",
    **{f"without {name}": _without(name) for name in CLIENT_CLAIMS},
}
"""What can be wrong with client tokens besides."""
