"""What a call of the API does to the state, after every check that needs no state has passed it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from hms_mock import timeline
from hms_mock.auth import Identity
from hms_mock.registry import Handler, Reply, Request

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hms_mock.document import Operation
    from hms_mock.faults import Fault, RoomIds
    from hms_mock.state import State

Json = dict[str, Any]


@dataclass(frozen=True)
class Call:
    """A call of an operation.

    Attributes:
        operation_id: the operation.
        changes: whether it is there to change something. A GET is not.
        access_key: whose token was sent; None for an operation without security.
        claims: the claims of the token.
        path: the parameters of the path.
        query: the parameters of the query, with the documented defaults filled in.
        body: the parsed body; None when none was sent.
        origin: where the mock was reached, for example `http://127.0.0.1:8100`.
    """

    operation_id: str
    changes: bool
    access_key: str | None
    claims: Mapping[str, Any]
    path: Mapping[str, Any]
    query: Mapping[str, Any]
    body: Any
    origin: str

    def as_step(self) -> tuple[Any, ...]:
        """The call as the journal takes it down: a name, and what makes the same call again."""
        return "call", *vars(self).values()


class Calls:
    """Carries out calls, and tells the journal of the state what they change.

    Args:
        state: what the mock remembers.
        handlers: what carries out the operations, by operationId.
    """

    def __init__(self, state: State, handlers: Mapping[str, Handler]) -> None:
        self._state = state
        self._handlers = handlers

    def take_fault(self, operation: Operation, path: str, room_ids: RoomIds) -> Fault | None:
        """Inside a transaction: the fault that a test ordered for a call, if there is one, used up once.

        Args:
            operation: what is called.
            path: the path below the server's URL, percent-encoded.
            room_ids: tells the rooms that the path and the query name.
        """
        faults = self._state.faults
        places = faults.about(operation=operation.id, method=operation.method, path=path, room_ids=room_ids)
        if not places:
            return None
        self._state.journal.record("fault", places)
        return faults.take(places)

    def admit(self, access_key: str) -> None:
        """Inside a transaction: count a call of a workspace whose calls are limited.

        Raises:
            BriefError: 429, it has made as many calls as it may.
        """
        limiter = self._state.rate_limiter
        limiter.admit(access_key, self._state.clock.now())
        if limiter.limit is not None:
            self._state.journal.record("admit", access_key)

    def carry_out(self, call: Call) -> Reply:
        """Let everything happen that is due, then do what the call asks for.

        Raises:
            ApiError: the operation refuses.
        """
        state = self._state
        with state.journal.transaction():
            if call.changes:
                # Before the handler can change the body.
                state.journal.record(*call.as_step())
            before = state.public_url, state.urls_signed
            state.public_url = call.origin
            settled = timeline.settle(state)
            identity = None
            if call.access_key is not None:
                identity = Identity(state.workspaces[call.access_key], call.claims)
            request = Request(state, identity, call.path, call.query, call.body)
            try:
                return self._handlers[call.operation_id].handle(request)
            finally:
                changed = settled or (state.public_url, state.urls_signed) != before
                if changed and not call.changes:
                    state.journal.record(*call.as_step())

    def log(self, entry: Json) -> None:
        """Inside a transaction: add a call to the log."""
        self._state.requests.append(entry)
        self._state.journal.record("log", entry)
