"""Keeps the state of a mock in a file, so that a mock that is started again goes on where it was.

The mock does the same when the same steps are done at the same times. So it writes down every step that
changes something, with the reading of its clock, before the step is answered. A mock that is started again
takes the last snapshot, does the steps again, and writes a new snapshot. Steps are written with their
outcome, by which a repetition that went another way is found out.

What changes nothing is not written: a GET, unless it is the one that finds that a recording has ended
meanwhile, or a fault or a rate limit counts it. Only its entry in the log of requests is, along with the
next step.
"""

from __future__ import annotations

import functools
import json
import logging
from collections import deque
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hms_mock import state_snapshots, timeline
from hms_mock.calls import Call, Calls
from hms_mock.control import Control
from hms_mock.database import Database, Owner
from hms_mock.errors import ConfigurationError, DatabaseError, SnapshotError
from hms_mock.journal import Journal

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Generator, Mapping, Sequence

    from hms_mock.database import Content
    from hms_mock.model.deliveries import Attempt
    from hms_mock.registry import Handler
    from hms_mock.state import State

_LOG = "log"
_CAN_WAIT = frozenset({"take_webhook"})
"""The steps that are written along with the next one: a webhook that was taken, when it was sent."""

READS = frozenset(
    {
        *("now", "clock_offset", "messages", "requests", "jobs", "events", "deliveries", "calls", "tones"),
        *("pending_faults", "faults", "ingests", "default_template_id", "snapshot"),
        *("overview", "management_token", "client_token"),
    }
)
"""The methods of the control that change nothing but what is due."""
_REPLACES = frozenset({"reset", "restore", "set_webhook_sender"})
"""Those after which a new journal begins, because nothing of the old state is left, or no text can say it."""
_IN_STEPS = frozenset({"deliver_webhooks"})
"""Those that do several steps by themselves, and wait in between without the lock."""

_logger = logging.getLogger("hms_mock")


class FileJournal(Journal):
    """Takes down every step in a file.

    Args:
        state: the mock's state.
        handlers: what carries out the operations, by operationId.
        path: the file.
        document: the OpenAPI document of the operations.
    """

    def __init__(
        self,
        state: State,
        handlers: Mapping[str, Handler],
        path: str | os.PathLike[str],
        document: Mapping[str, Any],
    ) -> None:
        super().__init__(state.lock)
        self._state = state
        state.journal = self
        self._database = Database(path, Owner(state.credentials, state.first_seed, _program(document)))
        calls = Calls(state, handlers)
        self._control = Control(state)
        self._steps: dict[str, Callable[..., object]] = {
            "call": lambda *members: calls.carry_out(Call(*members)),
            "fault": self._take_fault,
            "admit": calls.admit,
            _LOG: self._extend_log,
            "settle": lambda: timeline.settle(state),
            "take_webhook": lambda: state.outbox.take(state.clock.now()),
            "finish_webhook": self._finish_webhook,
            "control": self._use_control,
        }
        self._reading: float | None = None
        """What the clock's source reads, during a transaction."""
        self._recorded: list[str] = []
        self._waiting: list[tuple[str, str]] = []
        self._logged: deque[Any] = deque(maxlen=state.requests.maxlen)
        """The entries of the log that are not in the file, as far as the log would still have them."""
        self._is_due = self._begins_anew = False

    def open(self) -> None:
        """Take the file into use, and go on with what is in it. Does nothing when it is in use already.

        Raises:
            ConfigurationError: it cannot be used; see `hms_mock.database.Database.open`.
        """
        with self._state.lock:
            if self._database.is_open:
                return
            content = self._database.open()
            try:
                if content is not None:
                    self._go_on(content)
                self._begin()
            except (ConfigurationError, DatabaseError) as error:
                self._database.close()
                raise ConfigurationError(str(error)) from error

    def close(self) -> None:
        """Write a last snapshot, and let go of the file. Does nothing when that is done.

        Raises:
            DatabaseError: the snapshot could not be written; the file is whole all the same.
        """
        with self._state.lock:
            try:
                if self._database.is_open:
                    self._begin()
            finally:
                self._database.close()

    @contextmanager
    def transaction(self) -> Generator[None]:
        """Hold the lock and the clock while steps are done. When they are let go, the steps are in the file.

        Raises:
            DatabaseError: they could not be written. They are with the next ones, if those can be.
        """
        with self._state.lock:
            if self._reading is not None:
                yield
                return
            try:
                with self._state.clock.stopped() as self._reading:
                    yield
            finally:
                self._close_steps()
                self._reading = None
                self._write()

    def record(self, step: str, *arguments: Any) -> None:
        """Take down a step, inside a transaction.

        Raises:
            TypeError: an argument is no JSON.
            DatabaseError: the file is closed.
        """
        if not self._database.is_open:
            raise DatabaseError(f"the database {self._database.path} was closed; start the server again")
        if step == _LOG:
            self._logged.extend(arguments)
            return
        self._recorded.append(self._written(step, arguments))
        self._is_due |= step not in _CAN_WAIT

    def begin_anew(self) -> None:
        """Inside a transaction: let a new journal begin with the state as the transaction leaves it."""
        self._begins_anew = True

    def _written(self, step: str, arguments: Sequence[Any]) -> str:
        written = state_snapshots.codec().encode(list(arguments))
        return json.dumps([self._reading, step, written], separators=(",", ":"))

    def _close_steps(self) -> None:
        """Give the last step of the transaction the outcome of all of them."""
        if self._recorded:
            self._waiting += [(step, "") for step in self._recorded[:-1]]
            self._waiting.append((self._recorded[-1], self._outcome()))
            self._recorded.clear()

    def _write(self) -> None:
        if self._begins_anew:
            self._begin()
        if not self._is_due:
            return
        if self._logged:
            self._waiting.append((self._written(_LOG, [list(self._logged)]), ""))
            self._logged.clear()
        self._database.append(self._waiting)
        self._waiting.clear()
        self._is_due = False
        if self._database.is_long:
            try:
                self._begin()
            except DatabaseError as error:
                # Everything is in the old journal, which only grows longer.
                _logger.warning("%s", error)

    def _begin(self) -> None:
        snapshot = state_snapshots.take(self._state)
        self._database.begin(snapshot, sends_webhooks=self._state.webhook_sender is not None)
        self._waiting.clear()
        self._logged.clear()
        self._is_due = self._begins_anew = False

    def _go_on(self, content: Content) -> None:
        state = self._state
        state.journal = Journal(state.lock)
        try:
            self._do_again(state, content)
        finally:
            state.journal = self

    def _do_again(self, state: State, content: Content) -> None:
        try:
            state_snapshots.restore(state, content.snapshot)
        except SnapshotError as error:
            raise ConfigurationError(
                f"the database {self._database.path} cannot be read: {error}; delete it to begin anew, or "
                "use it with the version of the mock that made it"
            ) from error
        state.webhook_sender = _not_now if content.sends_webhooks else None
        for step, outcome in content.steps:
            try:
                reading, name, written = json.loads(step)
                do, arguments = self._steps[name], state_snapshots.codec().decode(written)
            except (ValueError, LookupError) as error:
                raise ConfigurationError(
                    f"the database {self._database.path} cannot be read, its journal is damaged: {error}; "
                    "delete the file to begin anew"
                ) from error
            with state.clock.stopped(reading), suppress(Exception):
                # What failed in the middle fails there again.
                do(*arguments)
            if outcome not in {"", self._outcome()}:
                raise ConfigurationError(
                    f"the database {self._database.path} cannot be read: this mock does not do what the one "
                    "did that wrote it; start and stop that one once, or delete the file to begin anew"
                )
        state.webhook_sender = state.first_sender
        state.outbox.take_back()

    def _take_fault(self, places: Sequence[int]) -> None:
        self._state.faults.take(places)

    def _use_control(self, name: str, given: Sequence[Any], named: Mapping[str, Any]) -> None:
        getattr(self._control, name)(*given, **named)

    def _extend_log(self, entries: Sequence[Any]) -> None:
        self._state.requests.extend(entries)

    def _finish_webhook(self, number: int, attempt: Attempt) -> None:
        self._state.outbox.finish(number, attempt)

    def _outcome(self) -> str:
        state = self._state
        return f"{state.ids.made} {state.events_recorded} {state.urls_signed}"


class DurableControl(Control):
    """Controls that take down in the journal of the state what they do."""

    _is_busy = False

    def do_step(self, name: str, given: Sequence[Any], named: Mapping[str, Any]) -> Any:
        """Use a method of `Control` as one step.

        Args:
            name: the method.
            given: its arguments by position.
            named: its arguments by name.
        """
        method, journal = getattr(Control, name), self._state.journal
        with journal.transaction():
            if self._is_busy:
                # What a method calls is part of its step.
                return method(self, *given, **named)
            self._is_busy = True
            try:
                if name in READS:
                    timeline.catch_up(self._state)
                elif name not in _REPLACES:
                    journal.record("control", name, list(given), dict(named))
                answer = method(self, *given, **named)
            finally:
                self._is_busy = False
            if name in _REPLACES:
                journal.begin_anew()
            return answer


def _as_step(name: str) -> Callable[..., Any]:
    @functools.wraps(getattr(Control, name))
    def call(self: DurableControl, *given: Any, **named: Any) -> Any:
        return self.do_step(name, given, named)

    return call


for _name in dir(Control):
    if not _name.startswith("_") and _name not in _IN_STEPS:
        setattr(DurableControl, _name, _as_step(_name))


def _not_now(_url: str, _headers: Mapping[str, str], _body: bytes) -> int | str:
    """Stands for a sender while steps are done again; nothing is sent then."""
    return "nothing is sent twice"


def _program(document: Mapping[str, Any]) -> str:
    """What tells this program from others: its source and the document."""
    digest = sha256(json.dumps(document, sort_keys=True).encode())
    for file in sorted(Path(__file__).parent.rglob("*.py")):
        digest.update(file.read_bytes())
    return digest.hexdigest()
