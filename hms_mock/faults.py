"""Failures that a test orders: the next calls are delayed, answered wrongly or cut off."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass
class Fault:
    """What is to go wrong.

    Attributes:
        status: the status to answer with instead of doing anything; None to answer as usual.
        headers: further headers of that answer.
        body: its JSON body; None for the error envelope, unless `text` is given.
        text: its body as it stands, in place of JSON.
        delay_seconds: how long to wait first, in real seconds.
        drop: close the connection without answering. The operation is not carried out.
        times: how many calls are affected.
        operation: the operationId of the affected calls; None for all calls.
    """

    status: int | None = None
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    body: Any = None
    text: str | None = None
    delay_seconds: float = 0.0
    drop: bool = False
    times: int = 1
    operation: str | None = None

    def __post_init__(self) -> None:
        if self.status is not None and not 200 <= self.status <= 599:
            raise ValueError("status must be between 200 and 599")
        if not 0 <= self.delay_seconds <= 600:
            raise ValueError("delay_seconds must be between 0 and 600")
        if self.times < 1:
            raise ValueError("times must be 1 or more")
        if self.status is None and not self.drop and not self.delay_seconds:
            raise ValueError("a fault needs a status, drop or delay_seconds")
        if self.status is None and (self.headers or self.body is not None or self.text is not None):
            raise ValueError("headers, body and text need a status")
        if self.body is not None and self.text is not None:
            raise ValueError("give body or text, not both")

    def to_json(self) -> dict[str, Any]:
        """The fault as the control plane shows it. `times` counts the calls that are still to be affected."""
        return asdict(self)

    def envelope(self) -> Any:
        """The JSON body of the answer."""
        if self.body is not None or self.status is None:
            return self.body
        try:
            message = HTTPStatus(self.status).phrase
        except ValueError:
            message = "fault"
        return {"code": self.status, "message": message, "details": ["ordered by a test"]}


@dataclass
class FaultQueue:
    """The faults that are still to happen, oldest first."""

    _pending: list[Fault] = field(default_factory=list[Fault])

    def add(self, fault: Fault) -> None:
        """Order a fault. It happens after those that were ordered before."""
        self._pending.append(fault)

    def take(self, operation: str) -> Fault | None:
        """Return the fault for a call of an operation, if there is one, and use it up once."""
        for index, fault in enumerate(self._pending):
            if fault.operation in {None, operation}:
                fault.times -= 1
                if not fault.times:
                    del self._pending[index]
                return fault
        return None

    def to_json(self) -> list[dict[str, Any]]:
        """All of them, in the order in which they happen."""
        return [fault.to_json() for fault in self._pending]

    def clear(self) -> None:
        """Forget all faults."""
        self._pending.clear()

    def __len__(self) -> int:
        return sum(fault.times for fault in self._pending)
