"""Lets the whole state catch up with the clock: called before anybody looks or acts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hms_mock import jobs, media_server, presence

if TYPE_CHECKING:
    from hms_mock.state import State


def settle(state: State) -> None:
    """Let everything happen that is due: recordings start, move on and end, and sessions with them.

    Args:
        state: the mock's state.
    """
    media_server.begin(state)
    jobs.settle(state)
    presence.settle(state)
    media_server.settle(state)
