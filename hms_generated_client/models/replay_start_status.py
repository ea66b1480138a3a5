"""ReplayStartStatus."""

from __future__ import annotations

from ..types import OpenEnum


class ReplayStartStatus(OpenEnum):
    """What came of asking for a replay.

    * `started`: the replay has begun.
    * `already_running`: a replay with the same filters is in progress; the answer names that one.
    """

    STARTED = "started"
    ALREADY_RUNNING = "already_running"
