"""Remembering which events were handled, so that none is handled twice.

An event is claimed before it is handled, and committed or released after it. A claim names its owner, so
that one who comes back late does not release what another has claimed since.
"""

from __future__ import annotations

import enum
import threading
import time
from collections import OrderedDict
from typing import TYPE_CHECKING, Protocol

from .._errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Callable

DAY_SECONDS = 86_400.0


class ClaimState(enum.Enum):
    """What came of a claim."""

    CLAIMED = "claimed"
    """The event is the owner's to handle."""
    BUSY = "busy"
    """Another owner is handling it, here or on another machine."""
    DONE = "done"
    """It was handled before."""


class Store(Protocol):
    """Remembers which events were handled. Safe to use from several threads.

    Any of the methods may raise any exception when the store cannot be reached.
    """

    def claim(self, event_id: str, owner: str) -> ClaimState:
        """Claim an event, unless it is done or another owner has it. Atomic over all who share the store.

        Args:
            event_id: The id of the event.
            owner: A text that nobody else claims with.
        """
        ...

    def commit(self, event_id: str, owner: str) -> None:
        """Remember that an event was handled, even if the claim has lapsed meanwhile."""
        ...

    def release(self, event_id: str, owner: str) -> None:
        """Give up a claim, so that the event can be claimed again. Does nothing to what others claimed."""
        ...


class AsyncStore(Protocol):
    """Remembers which events were handled; the asynchronous twin of `Store`."""

    async def claim(self, event_id: str, owner: str) -> ClaimState:
        """Claim an event, unless it is done or another owner has it. Atomic over all who share the store.

        Args:
            event_id: The id of the event.
            owner: A text that nobody else claims with.
        """
        ...

    async def commit(self, event_id: str, owner: str) -> None:
        """Remember that an event was handled, even if the claim has lapsed meanwhile."""
        ...

    async def release(self, event_id: str, owner: str) -> None:
        """Give up a claim, so that the event can be claimed again. Does nothing to what others claimed."""
        ...


class MemoryStore:
    """Remembers events in this process. Enough where one process receives all deliveries.

    A claim holds until it is committed or released: as long as the process lives, its handler is at work.

    Args:
        ttl: Seconds to remember an event that was handled.
        max_events: How many handled events to remember; the oldest are forgotten first.
        clock: Returns the current time in seconds; only differences count.

    Raises:
        ConfigurationError: `ttl` or `max_events` is not positive.
    """

    def __init__(
        self,
        *,
        ttl: float = DAY_SECONDS,
        max_events: int = 50_000,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        if not ttl > 0 or max_events < 1:
            raise ConfigurationError("a store needs a ttl= above 0 and max_events= of at least 1")
        self._ttl = ttl
        self._max_events = max_events
        self._clock = clock
        self._owners: dict[str, str] = {}
        # In the order of expiry, because all of them live equally long.
        self._done: OrderedDict[str, float] = OrderedDict()
        self._lock = threading.Lock()

    def claim(self, event_id: str, owner: str) -> ClaimState:
        """Claim an event, unless it is done or another owner has it.

        Args:
            event_id: The id of the event.
            owner: A text that nobody else claims with.
        """
        with self._lock:
            self._forget_expired()
            if event_id in self._done:
                return ClaimState.DONE
            if self._owners.setdefault(event_id, owner) != owner:
                return ClaimState.BUSY
            return ClaimState.CLAIMED

    def commit(self, event_id: str, owner: str) -> None:
        """Remember that an event was handled."""
        with self._lock:
            if self._owners.get(event_id) == owner:
                del self._owners[event_id]
            self._done[event_id] = self._clock() + self._ttl
            self._done.move_to_end(event_id)
            while len(self._done) > self._max_events:
                self._done.popitem(last=False)

    def release(self, event_id: str, owner: str) -> None:
        """Give up a claim, so that the event can be claimed again."""
        with self._lock:
            if self._owners.get(event_id) == owner:
                del self._owners[event_id]

    def __len__(self) -> int:
        """How many events are remembered or at work."""
        with self._lock:
            self._forget_expired()
            return len(self._done) + len(self._owners)

    def __repr__(self) -> str:
        return f"<hms.webhooks.MemoryStore ttl={self._ttl} max_events={self._max_events}>"

    def _forget_expired(self) -> None:
        now = self._clock()
        while self._done and next(iter(self._done.values())) <= now:
            self._done.popitem(last=False)
