"""What the state is told when something from outside is about to change it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import threading
    from contextlib import AbstractContextManager


class Journal:
    """Takes down every step that changes the state. This one keeps nothing; that of `hms_mock.durable` does.

    A step is a name with arguments; doing the same steps at the same times leads to the same state.

    Args:
        lock: the lock of the state.
    """

    def __init__(self, lock: threading.RLock) -> None:
        self._lock = lock

    def transaction(self) -> AbstractContextManager[object]:
        """Hold the lock while steps are done. When it is let go, they are safe."""
        return self._lock

    def record(self, step: str, *arguments: Any) -> None:
        """Take down a step, inside a transaction, before anything can change its arguments.

        Args:
            step: one of the names that `hms_mock.durable` can do again.
            arguments: its arguments.
        """

    def begin_anew(self) -> None:
        """Inside a transaction: forget all steps, and begin with the state as the transaction leaves it."""
