"""PollMode."""

from __future__ import annotations

from ..types import OpenEnum


class PollMode(OpenEnum):
    """What tells one participant of a poll from another.

    * `userid`: the user in your system. Somebody who leaves and joins again is still the same
      participant.
    * `peerid`: the peer. Somebody who joins again is another participant.
    """

    USER_ID = "userid"
    PEER_ID = "peerid"
