"""Lets the whole state catch up with the clock: called before anybody looks or acts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hms_mock import jobs, media_server, presence, webhooks

if TYPE_CHECKING:
    from hms_mock.state import State


def settle(state: State) -> bool:
    """Let everything happen that is due: recordings start, move on and end, and sessions with them.

    Args:
        state: the mock's state.

    Returns:
        Whether anything did.
    """
    begun = media_server.begin(state)
    moved = jobs.settle(state)
    ended = presence.settle(state)
    recorded = media_server.settle(state)
    return webhooks.settle(state) or begun or moved or ended or recorded


def catch_up(state: State) -> None:
    """Let everything happen that is due, when nothing else is to be done with the state.

    Args:
        state: the mock's state. Its lock need not be held.
    """
    with state.journal.transaction():
        if settle(state):
            state.journal.record("settle")
