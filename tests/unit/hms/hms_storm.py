"""A server in a storm: every third of its answers goes wrong, in one of all the ways that there are.

It decides by the name of a call and the number of the attempt alone, so a storm is the same in every run
and for both clients, however threads and tasks take turns. What it does to a call, and whether it acted on
it, is on its log, which the outcome of the call is then judged by.
"""

from __future__ import annotations

import json
import random
import threading
from collections import defaultdict
from typing import Any

import attrs
from hms_fakes import Thing, operation

import hms
from hms import Call


@attrs.frozen
class Fault:
    """One way in which an answer goes wrong."""

    kind: str
    error: type[hms.CallError] | None
    """What a call raises when this was its last answer; None when it succeeds all the same."""
    acts: bool = False
    """Whether the server carries the call out before it goes wrong."""
    known: bool = True
    """Whether the client can tell if the server acted."""
    status: int = 200
    retry_after: str | None = None
    """The header of this name; `date:` and seconds stand for an HTTP date so far ahead."""


def _faults() -> list[Fault]:
    statuses = [
        Fault("error", hms.ServerError, acts=acts, known=False, status=status, retry_after=asked)
        for status in (500, 502, 503, 504)
        for acts in (False, True)
        for asked in (None, "1")
    ]
    limits = [
        Fault("error", hms.RateLimitError, status=429, retry_after=asked)
        for asked in (None, "0", "2.5", "date:4", "date:-4", "soon", "600", "date:600")
    ]
    return [
        *statuses,
        *limits,
        Fault("error", hms.APIError, known=False, status=408),
        # Several times, so that some calls are refused twice in a row.
        *[Fault("refused token", hms.AuthenticationError, status=401)] * 4,
        Fault("page", hms.ServerError, acts=True, known=False, status=502),
        Fault("page", hms.DecodeError, acts=True),
        Fault("cut JSON", hms.DecodeError, acts=True),
        Fault("nothing", hms.DecodeError, acts=True),
        Fault("wrong content type", None, acts=True),
        Fault("unreachable", hms.APIConnectionError),
        Fault("unreachable in time", hms.APITimeoutError),
        Fault("dropped", hms.APIConnectionError, known=False),
        Fault("dropped", hms.APIConnectionError, acts=True, known=False),
        Fault("cut body", hms.APIConnectionError, acts=True, known=False),
        Fault("bad encoding", hms.APIConnectionError, acts=True, known=False),
        Fault("not HTTP", hms.APIConnectionError, acts=True, known=False),
        Fault("stalled", hms.APITimeoutError, known=False),
        Fault("stalled", hms.APITimeoutError, acts=True, known=False),
    ]


FAULTS = _faults()
_OPERATIONS = [
    operation(id="getThing"),
    operation(id="createThing", method="POST", path="/creations/{name}", idempotent=False),
    operation(id="putThing", method="POST", path="/things/{name}"),
]


def calls_of(count: int) -> list[Call[Thing]]:
    """So many calls: readings, creations that must not be repeated, and idempotent changes, by turns."""
    calls: list[Call[Thing]] = []
    for number in range(count):
        chosen = _OPERATIONS[number % 3]
        folder = "creations" if chosen.id == "createThing" else "things"
        body = None if chosen.method == "GET" else b'{"size":3}'
        calls.append(Call(operation=chosen, path=f"/{folder}/t{number}", body=body))
    return calls


def document_of(path: str) -> bytes:
    """What the server answers to a call when nothing goes wrong."""
    return json.dumps({"id": path.rpartition("/")[2], "size": 3}).encode()


class Storm:
    """The log and the dice of the server. Safe to use from several threads.

    Args:
        kinds: the kinds of faults that a server of this sort can have; None for all.
        seed: another one is another storm.
    """

    def __init__(self, kinds: frozenset[str] | None = None, seed: int = 100) -> None:
        self._faults = [fault for fault in FAULTS if kinds is None or fault.kind in kinds]
        self._seed = seed
        self._lock = threading.Lock()
        self.log: dict[str, list[Fault | None]] = defaultdict(list)
        """What happened to each attempt of a call, by its path; None where nothing went wrong."""
        self.acts: dict[str, int] = defaultdict(int)
        """How often the server carried a call out that changes something."""

    def strike(self, method: str, path: str) -> Fault | None:
        """Take an attempt, act on it or not, and say what goes wrong."""
        with self._lock:
            attempts = self.log[path]
            chance = random.Random(f"{self._seed} {path} {len(attempts)}")  # noqa: S311  # repeatable
            fault = chance.choice(self._faults) if chance.random() < 1 / 3 else None
            attempts.append(fault)
            if method != "GET" and (fault is None or fault.acts):
                self.acts[path] += 1
            return fault

    def faults(self) -> list[Fault]:
        """All that went wrong so far."""
        return [fault for attempts in self.log.values() for fault in attempts if fault is not None]


def judge(storm: Storm, call: Call[Thing], outcome: Any) -> tuple[str, int]:
    """Assert that a call ended as what happened to it demands.

    Args:
        storm: the server that took it.
        call: the call.
        outcome: its response, or what it raised.

    Returns:
        The name of the class of the outcome and the number of attempts, to compare storms by.
    """
    attempts, acts = storm.log[call.path], storm.acts[call.path]
    last = attempts[-1]
    assert outcome.attempts == len(attempts)
    assert acts <= 1 or call.operation.idempotent
    if isinstance(outcome, hms.Response):
        assert last is None or last.error is None
        assert outcome.parsed == Thing(id=call.path.rpartition("/")[2], size=3)
        assert acts >= 1 or call.operation.method == "GET"
        return "Response", outcome.attempts
    assert last is not None
    assert type(outcome) is last.error
    assert (outcome.operation, outcome.path) == (call.operation.id, call.path)
    known = isinstance(outcome, hms.DecodeError) or all(each is None or each.known for each in attempts)
    assert outcome.outcome_known is known
    if known and call.operation.method != "GET":
        assert (acts > 0) is isinstance(outcome, hms.DecodeError)
    if isinstance(outcome, hms.APIError):
        assert outcome.status == last.status
    return type(outcome).__name__, outcome.attempts
