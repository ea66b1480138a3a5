"""What receiving an event raises on purpose.

    hms.HmsError
    └── WebhookError                a delivery cannot be taken
        ├── InvalidEventError           its body is no event
        └── VerificationError           it does not prove that it comes from 100ms

They copy and pickle with their attributes, and show neither header values nor the body.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from .._errors import HmsError

if TYPE_CHECKING:
    from hms_generated_client.codec import Problem


class WebhookError(HmsError):
    """A delivery cannot be taken.

    Attributes:
        message: Why.
    """


class InvalidEventError(WebhookError):
    """A body is no event: no JSON object with a `type`; or, with `strict=True`, not as documented.

    Attributes:
        message: What was expected and what was found.
        json_path: The JSON path of the first problem, for example `$.data.joined_at`; `$` is the whole.
        problems: All places that are not as documented; empty when the body is no event at all.
    """

    def __init__(self, message: str, *, json_path: str = "$", problems: tuple[Problem, ...] = ()) -> None:
        super().__init__(message)
        self.json_path = json_path
        self.problems = problems

    def __str__(self) -> str:
        others = len(self.problems) - 1
        more = f" (and {others} more in `problems`)" if others > 0 else ""
        return f"the body is not an event as documented, at {self.json_path}: {self.message}{more}"


class VerificationError(WebhookError):
    """A delivery does not prove that it comes from 100ms. Nothing in it can be trusted.

    Attributes:
        message: Which proof is missing or wrong.
        check: What failed: `address`, `secret_headers` or `signature`.
    """

    def __init__(self, message: str, *, check: Literal["address", "secret_headers", "signature"]) -> None:
        super().__init__(message)
        self.check: Literal["address", "secret_headers", "signature"] = check
