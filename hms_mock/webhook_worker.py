"""Delivers webhooks in the background, for servers that really send them."""

from __future__ import annotations

import logging
import threading
from typing import TYPE_CHECKING

from hms_mock import timeline, webhooks

if TYPE_CHECKING:
    from hms_mock.state import State

_SHORTEST_WAIT, _LONGEST_WAIT = 0.05, 0.5
"""Real seconds. What time brings about, such as the end of a recording, wakes nobody: it has to look."""
_logger = logging.getLogger("hms_mock")


class WebhookWorker:
    """A thread that makes every attempt when it is due, and looks for what happens by the clock alone.

    Args:
        state: the state of the server.
    """

    def __init__(self, state: State) -> None:
        self._state = state
        self._wake = threading.Event()
        self._stopping = False
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Begin to deliver. Does nothing when it runs already."""
        if self._thread is not None:
            return
        self._stopping = False
        with self._state.lock:
            self._state.wake_worker = self._wake.set
        self._thread = threading.Thread(target=self._run, name="hms_mock webhooks", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Stop after the attempt in progress; what is not delivered by then stays due.

        Does nothing when it is not running.
        """
        if self._thread is None:
            return
        self._stopping = True
        self._wake.set()
        self._thread.join()
        self._thread = None
        with self._state.lock:
            self._state.wake_worker = _nothing

    def _run(self) -> None:
        while not self._stopping:
            self._wake.clear()
            try:
                timeline.catch_up(self._state)
                webhooks.deliver(self._state, stop=lambda: self._stopping)
            except Exception:
                # Nobody waits for this thread, and one bad event must not keep all later ones from going out.
                _logger.exception("webhooks could not be delivered")
            self._wake.wait(self._seconds_to_wait())

    def _seconds_to_wait(self) -> float:
        with self._state.lock:
            due = self._state.outbox.next_due()
            if due is None:
                return _LONGEST_WAIT
            seconds = (due - self._state.clock.now()).total_seconds()
            return min(max(_SHORTEST_WAIT, seconds), _LONGEST_WAIT)


def _nothing() -> None:
    """What is called when there is no worker to wake."""
