"""How the functions that carry out operations are found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from hms_mock.errors import ConfigurationError

if TYPE_CHECKING:
    from hms_mock.auth import Identity
    from hms_mock.document import Operation
    from hms_mock.state import State, Workspace
    from hms_mock.validation import DocumentedDetails


@dataclass(frozen=True)
class Request:
    """A request that passed every check that the document asks for.

    Attributes:
        state: what the mock remembers.
        identity: who is calling.
        path: the parameters of the path.
        query: the parameters of the query, with the documented defaults filled in.
        body: the parsed body; None when none was sent.
    """

    state: State
    identity: Identity | None
    path: Mapping[str, Any] = field(default_factory=dict[str, Any])
    query: Mapping[str, Any] = field(default_factory=dict[str, Any])
    body: Any = None

    @property
    def workspace(self) -> Workspace:
        """The workspace of the caller."""
        return self._caller.workspace

    @property
    def claims(self) -> Mapping[str, Any]:
        """The claims of the caller's token."""
        return self._caller.claims

    @property
    def members(self) -> Mapping[str, Any]:
        """The members of the body, none when no body was sent. For operations whose body is an object."""
        return {} if self.body is None else self.body

    @property
    def _caller(self) -> Identity:
        if self.identity is None:
            raise ConfigurationError("an operation without security has no caller")
        return self.identity


@dataclass(frozen=True)
class Reply:
    """What a handler answers. `body` is written as JSON; None for no body."""

    body: Any = None
    status: int = 200


Handle = Callable[[Request], Reply]


@dataclass(frozen=True)
class Handler:
    """A function that carries out one operation, and the sentences with which the API refuses members."""

    handle: Handle
    details: DocumentedDetails


class HandlerTable:
    """The handlers of one family. A table is also the decorator that fills it.

    handler = HandlerTable()

    @handler("getRoom")
    def get_room(request: Request) -> Reply: ...
    """

    def __init__(self) -> None:
        self.handlers: dict[str, Handler] = {}

    def __call__(
        self, operation_id: str, details: DocumentedDetails | None = None
    ) -> Callable[[Handle], Handle]:
        """Register a function for an operation.

        Args:
            operation_id: the operationId in the document.
            details: by member and schema keyword, the sentence that the API is documented to answer.
        """

        def register(handle: Handle) -> Handle:
            if operation_id in self.handlers:
                raise ConfigurationError(f"two handlers for the operation {operation_id!r}")
            self.handlers[operation_id] = Handler(handle, details or {})
            return handle

        return register


def match(operations: Iterable[Operation], tables: Iterable[HandlerTable]) -> dict[str, Handler]:
    """Put the handlers of all families together and compare them with the document.

    Returns:
        The handlers by operationId.

    Raises:
        ConfigurationError: an operation has no handler, or a handler no operation.
    """
    handlers: dict[str, Handler] = {}
    for table in tables:
        for operation_id, handler in table.handlers.items():
            if operation_id in handlers:
                raise ConfigurationError(f"two handlers for the operation {operation_id!r}")
            handlers[operation_id] = handler
    documented = {operation.id for operation in operations}
    problems: list[str] = []
    if missing := sorted(documented - handlers.keys()):
        problems.append(f"these operations of the document have no handler: {', '.join(missing)}")
    if extra := sorted(handlers.keys() - documented):
        problems.append(f"these handlers have no operation in the document: {', '.join(extra)}")
    if problems:
        raise ConfigurationError("; ".join(problems))
    return handlers
