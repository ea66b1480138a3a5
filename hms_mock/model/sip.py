"""Telephony: trunks, how calls end, and the tones that were sent."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from hms_mock.clock import format_milliseconds

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

Json = dict[str, Any]

ANSWERED = "answered"
REFUSED = "refused"
TIMED_OUT = "timed_out"
OUTCOMES = (ANSWERED, REFUSED, TIMED_OUT)
"""How a call can end: taken, refused, or neither in time."""

TONE = timedelta(milliseconds=200)
"""How long a tone takes: it sounds for 100 milliseconds, and the next one waits for another 100."""

_RESERVED = frozenset(
    {
        *("authorization", "c", "call-id", "contact", "content-length", "content-type", "cseq", "diversion"),
        *("f", "from", "i", "l", "m", "max-forwards", "p-asserted-identity", "remote-party-id", "route", "t"),
        *("to", "v", "via"),
    }
)
"""The headers, and their short forms, that are documented to be ignored."""


def own_headers(headers: Mapping[str, str]) -> dict[str, str]:
    """The SIP headers that a call really carries: all but those that SIP itself needs."""
    return {name: value for name, value in headers.items() if name.lower() not in _RESERVED}


def masked(number: str) -> str:
    """The name of a callee who was given none: the telephone number, of which the last four digits show."""
    return "*" * (len(number) - 4) + number[-4:]


@dataclass
class Trunk:
    """A way into the telephone network."""

    id: str
    username: str = ""
    password: str = field(default="", repr=False)
    address: str = ""
    number: str = ""

    def update(self, body: Mapping[str, Any]) -> None:
        """Take over the members that were sent."""
        self.username = body.get("username", self.username)
        self.password = body.get("password", self.password)
        self.address = body.get("address", self.address)
        self.number = body.get("from", self.number)


@dataclass
class CallOrder:
    """How the next calls are to end.

    Attributes:
        outcome: one of `OUTCOMES`.
        to: whom the calls go to; None for calls to anybody.
        times: how many calls are affected.
    """

    outcome: str
    to: str | None = None
    times: int = 1

    def __post_init__(self) -> None:
        if self.outcome not in OUTCOMES:
            raise ValueError(f"outcome must be one of {', '.join(OUTCOMES)}")
        if self.times < 1:
            raise ValueError("times must be 1 or more")


@dataclass
class CallOrders:
    """The orders for calls that are still to come, oldest first."""

    _pending: list[CallOrder] = field(default_factory=list[CallOrder])

    def add(self, order: CallOrder) -> None:
        """Order how calls end. It counts after what was ordered before."""
        self._pending.append(order)

    def take(self, to: str) -> str:
        """Return how a call ends, and use its order up once. Calls without an order are answered."""
        for index, order in enumerate(self._pending):
            if order.to in {None, to}:
                order.times -= 1
                if not order.times:
                    del self._pending[index]
                return order.outcome
        return ANSWERED

    def clear(self) -> None:
        """Forget all orders."""
        self._pending.clear()


@dataclass(frozen=True)
class Tones:
    """The tones of one request, and when they sound.

    Attributes:
        recipients: the peers on the telephone who hear them.
        begins_at: when the first one begins; those of earlier requests come first.
    """

    room_id: str
    session_id: str
    user_id: str
    role: str
    digits: str
    recipients: tuple[str, ...]
    begins_at: datetime

    @property
    def ends_at(self) -> datetime:
        """When the tones of the next request can begin."""
        return self.begins_at + len(self.digits) * TONE

    def to_json(self) -> Json:
        """The tones as the control plane shows them."""
        return {
            "room_id": self.room_id,
            "session_id": self.session_id,
            "user_id": self.user_id,
            "role": self.role,
            "digits": self.digits,
            "recipients": list(self.recipients),
            "begins_at": format_milliseconds(self.begins_at),
            "ends_at": format_milliseconds(self.ends_at),
        }
