"""Failures that a test orders: calls are delayed, answered wrongly or cut off, a few or all of them."""

from __future__ import annotations

import difflib
import json
import random
import re
from dataclasses import asdict, dataclass, field
from fnmatch import fnmatchcase
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from hms_mock.ids import DEFAULT_SEED

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    RoomIds = Callable[[], Collection[str]]

_WITHOUT_CONTENT = frozenset({204, 304})
_HEADER_NAME = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+")
_HEADER_VALUE = re.compile(r"[\t\x20-\x7e]*")
_FRAMING = frozenset({"content-length", "transfer-encoding", "connection"})
_METHODS = frozenset({"GET", "POST", "PUT", "PATCH", "DELETE"})


@dataclass
class Fault:
    """What is to go wrong, and with which calls.

    Attributes:
        status: the status to answer with instead of doing anything; None to answer as usual.
        headers: further headers of the answer, or other values of those that it has.
        body: its JSON body; None for the error envelope, unless `text` is given.
        text: its body as it stands, in place of JSON.
        delay_seconds: how long to wait first, in real seconds.
        drop: close the connection without answering.
        truncate: announce the whole body of the answer, send half of it, and close the connection.
        carry_out: carry out the operation although its answer is dropped or replaced.
        times: how many calls are affected; None for all until the fault is cleared.
        every: which of the calls that it is about are affected: 3 for the third, the sixth, and so on.
        probability: how likely each of them is affected.
        operation: the operationId of the calls that it is about; None for all.
        method: their HTTP method.
        path: their path below the server's URL, percent-encoded as it was sent; `*`, `?` and `[...]` as in
            `fnmatch`.
        room_id: the room that the path or the query names.
        calls: how many calls it was about so far.
        seed: what decides, together with `calls`, which calls are affected by chance.
    """

    status: int | None = None
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    body: Any = None
    text: str | None = None
    delay_seconds: float = 0.0
    drop: bool = False
    truncate: bool = False
    carry_out: bool = False
    times: int | None = 1
    every: int = 1
    probability: float = 1.0
    operation: str | None = None
    method: str | None = None
    path: str | None = None
    room_id: str | None = None
    calls: int = 0
    seed: str = ""

    def __post_init__(self) -> None:
        self._check_values()
        self._check_answer()
        if not (self.status is not None or self.drop or self.truncate or self.delay_seconds or self.headers):
            raise ValueError("a fault needs one of status, drop, truncate, delay_seconds and headers")
        if self.operation is not None and self.method is not None:
            raise ValueError("give operation or method, not both: an operation has one method")

    def _check_values(self) -> None:
        if self.status is not None and not 200 <= self.status <= 599:
            raise ValueError("status must be between 200 and 599")
        if not 0 <= self.delay_seconds <= 600:
            raise ValueError("delay_seconds must be between 0 and 600")
        if self.times is not None and self.times < 1:
            raise ValueError("times must be 1 or more, or None for all calls until the fault is cleared")
        if self.every < 1:
            raise ValueError("every must be 1 or more")
        if not 0 < self.probability <= 1:
            raise ValueError("probability must be more than 0, and at most 1")
        if self.every > 1 and self.probability < 1:
            raise ValueError("give every or probability, not both")
        if self.method is not None and self.method not in _METHODS:
            raise ValueError(f"method must be one of {', '.join(sorted(_METHODS))}")
        if self.path is not None and not self.path.startswith(("/", "*")):
            raise ValueError("path begins with a slash, below the base URL: `/rooms/*`")

    def _check_answer(self) -> None:
        if self.status is None and (self.body is not None or self.text is not None):
            raise ValueError("body and text need a status")
        if self.body is not None and self.text is not None:
            raise ValueError("give body or text, not both")
        if self.drop and (self.status is not None or self.truncate or self.headers):
            raise ValueError("a dropped call has no answer: leave out status, truncate and headers")
        if self.carry_out and self.status is None and not self.drop:
            raise ValueError("carry_out goes with status or drop; without them the operation is carried out")
        if self.status in _WITHOUT_CONTENT and (self.body is not None or self.text or self.truncate):
            raise ValueError(f"an answer with status {self.status} has no body")
        for name, value in self.headers.items():
            if not _HEADER_NAME.fullmatch(name) or not _HEADER_VALUE.fullmatch(value):
                raise ValueError(f"the header {name!r} cannot be sent: use printable ASCII")
            if name.lower() in _FRAMING:
                raise ValueError(f"the server sets {name} itself; use truncate for an answer that is cut off")
        try:
            # A copy, which stays as it was ordered.
            self.body = json.loads(json.dumps(self.body))
        except (TypeError, ValueError, RecursionError) as error:
            raise ValueError(f"body must be JSON: {error}") from error

    @property
    def spares_operation(self) -> bool:
        """Whether the operation is not carried out."""
        return not self.carry_out and (self.drop or self.status is not None)

    def content(self) -> bytes:
        """The body of the answer that was ordered."""
        if self.text is not None:
            # Half of a surrogate pair cannot be sent as UTF-8, and a test may want to see just that refused.
            return self.text.encode("utf-8", "surrogatepass")
        if self.status is None or self.status in _WITHOUT_CONTENT:
            return b""
        body = self._envelope() if self.body is None else self.body
        return json.dumps(body, separators=(",", ":")).encode()

    def is_about(self, *, operation: str, method: str, path: str, room_ids: RoomIds) -> bool:
        """Whether the fault is about a call, be it affected or not."""
        return (
            self.operation in {None, operation}
            and self.method in {None, method}
            and (self.path is None or fnmatchcase(path, self.path))
            and (self.room_id is None or self.room_id in room_ids())
        )

    def is_due(self) -> bool:
        """Count one more call that the fault is about, and say whether it is to be affected."""
        self.calls += 1
        if self.probability < 1:
            # Repeats from run to run; nobody has to be unable to guess it.
            return random.Random(f"{self.seed} {self.calls}").random() < self.probability  # noqa: S311
        return self.calls % self.every == 0

    def to_json(self) -> dict[str, Any]:
        """The fault as the control plane shows it. `times` counts the calls that are still to be affected."""
        shown = asdict(self)
        del shown["seed"]
        return shown

    def _envelope(self) -> dict[str, Any]:
        try:
            message = HTTPStatus(self.status or 0).phrase
        except ValueError:
            message = "fault"
        return {"code": self.status, "message": message, "details": ["ordered by a test"]}


@dataclass(init=False)
class FaultQueue:
    """The faults that are still to happen, oldest first.

    Those that end after a number of calls come before those that stay, so that one more failure can be
    ordered while a rule holds.

    Args:
        seed: what decides which calls are affected by chance.
    """

    _pending: list[Fault]
    _seed: int
    _ordered: int

    def __init__(self, seed: int = DEFAULT_SEED) -> None:
        self._pending = []
        self.seed(seed)

    def seed(self, seed: int) -> None:
        """Let chance start over, for the faults that are ordered from now on."""
        self._seed, self._ordered = seed, 0

    def add(self, fault: Fault, operation_ids: Collection[str] = ()) -> None:
        """Order a fault. It happens after those that were ordered before.

        Args:
            fault: the fault.
            operation_ids: the operations that there are. Left out: it may name any.

        Raises:
            ValueError: there is no such operation.
        """
        wanted = fault.operation
        if operation_ids and wanted is not None and wanted not in operation_ids:
            near = difflib.get_close_matches(wanted, operation_ids, 1)
            raise ValueError(
                f"there is no operation {wanted!r}" + (f"; did you mean {near[0]!r}?" if near else "")
            )
        fault.seed = f"{self._seed} {self._ordered}"
        self._ordered += 1
        self._pending.append(fault)

    def about(self, *, operation: str, method: str, path: str, room_ids: RoomIds) -> list[int]:
        """Which faults are about a call, by their places in the queue, for `take`.

        Args:
            operation: the operationId of the call.
            method: its HTTP method.
            path: its path below the server's URL, percent-encoded.
            room_ids: tells the rooms that its path and its query name; few faults ask.
        """
        return [
            place
            for place, fault in enumerate(self._pending)
            if fault.is_about(operation=operation, method=method, path=path, room_ids=room_ids)
        ]

    def take(self, places: Sequence[int]) -> Fault | None:
        """Count a call for the faults that are about it, and return the one that affects it, used up once.

        Args:
            places: where these faults are in the queue.
        """
        # Each of them counts the call, so each is asked.
        due = [fault for fault in [self._pending[place] for place in places] if fault.is_due()]
        chosen = min(due, key=_stays, default=None)
        if chosen is not None and chosen.times is not None:
            chosen.times -= 1
            if not chosen.times:
                self._pending = [fault for fault in self._pending if fault is not chosen]
        return chosen

    def clear(self) -> None:
        """Forget all faults."""
        self._pending.clear()

    def to_json(self) -> list[dict[str, Any]]:
        """All of them. Of those that are due with the same call, the first one affects it."""
        return [fault.to_json() for fault in sorted(self._pending, key=_stays)]

    def __len__(self) -> int:
        """How many calls are still going to be affected, by those that end after a number of calls."""
        return sum(fault.times or 0 for fault in self._pending)


def _stays(fault: Fault) -> bool:
    """Whether it has no end of its own. Sorts those that have one before those that have none."""
    return fault.times is None
