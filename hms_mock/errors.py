"""Failures that a handler raises, and the envelope in which they are answered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class ApiError(Exception):
    """An answer with a status of 400 or more.

    Args:
        status: the HTTP status.
        message: what kind of failure it is, in a few words.
        details: what exactly was wrong, one sentence per cause.
        headers: further headers of the answer.
    """

    def __init__(
        self,
        status: int,
        message: str,
        details: Sequence[str] = (),
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(status, message, tuple(details))
        self.status = status
        self.message = message
        self.details = list(details)
        self.headers = dict(headers or {})

    def __str__(self) -> str:
        return f"{self.status} {self.message}" + (f" ({'; '.join(self.details)})" if self.details else "")

    def envelope(self) -> dict[str, Any]:
        """The body of the answer."""
        return {"code": self.status, "message": self.message, "details": self.details}


class BriefError(ApiError):
    """An error of those parts of the API that send no `details`.

    Args:
        status: the HTTP status.
        message: all that is said.
        headers: further headers of the answer.
    """

    def __init__(self, status: int, message: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(status, message, headers=headers)

    def envelope(self) -> dict[str, Any]:
        """The body of the answer."""
        return {"code": self.status, "message": self.message}


BAD_BODY = "Invalid body param"
BAD_QUERY = "Invalid query parameter"


def bad_body(*details: str) -> ApiError:
    """A body that breaks a rule: 400."""
    return ApiError(400, BAD_BODY, [f"{BAD_BODY}: {detail}" for detail in details])


def bad_query(*details: str) -> ApiError:
    """A query parameter that breaks a rule: 400."""
    return ApiError(400, BAD_QUERY, [f"{BAD_QUERY}: {detail}" for detail in details])


def unauthorized(message: str, *details: str) -> ApiError:
    """No valid token: 401, with the challenge that HTTP asks for."""
    return ApiError(401, message, details, {"WWW-Authenticate": "Bearer"})


def name_taken(kind: str, name: str) -> ApiError:
    """Another object has this name: 409."""
    return ApiError(409, f"{kind} name taken", [f"{name!r} exists already; overwriting it is refused"])


def forbidden(message: str, *details: str) -> ApiError:
    """The state of the object forbids it: 403."""
    return ApiError(403, message, details)


def not_found(kind: str, name: str) -> ApiError:
    """There is no such object: 404.

    Args:
        kind: what was looked for, for example `Room`.
        name: the identifier or name that nothing has.
    """
    return ApiError(404, f"{kind} not found", [f"no {kind.lower()} {name!r} in this workspace"])


class ContractError(Exception):
    """The mock was about to answer something that the OpenAPI document does not allow: a bug of the mock."""


class ConfigurationError(Exception):
    """The mock cannot start: the document, the handlers or the credentials do not fit together."""


class SnapshotError(ValueError):
    """A snapshot cannot be taken or put back: it is none, is damaged, or belongs to another kind of mock."""


class ScenarioError(ValueError):
    """A scenario cannot be played: it is none, or a step went wrong. What was done before that step stays."""


class DatabaseError(Exception):
    """The file of `database=` cannot be written. Nothing that was answered before is lost."""
