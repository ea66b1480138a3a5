"""What tests do with telephones: say how calls end, and look at the calls and tones that there were."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

from hms_mock.model.sip import CallOrder

if TYPE_CHECKING:
    from hms_mock.state import State

Json = dict[str, Any]


class CallControl:
    """The part of `hms_mock.control.Control` that is about SIP. To hang up, let the peer leave."""

    _state: State

    def end_calls(self, outcome: str, *, to: str | None = None, times: int = 1) -> None:
        """Say how the next outbound calls end. Without a word, every call is answered.

        A call that is refused succeeds, but nobody joins. A call that times out fails with 408; it is not
        waited for. `fail(delay_seconds=..., operation="startOutboundCall")` lets a telephone ring for long.

        Args:
            outcome: `answered`, `refused` or `timed_out`.
            to: only calls to this number. Left out: calls to anybody.
            times: how many calls are affected.

        Raises:
            ValueError: there is no such outcome, or `times` is less than 1.
        """
        order = CallOrder(outcome, to, times)
        with self._state.lock:
            self._state.call_orders.add(order)

    def calls(self, room_id: str | None = None) -> list[Json]:
        """The last 1000 outbound calls, oldest first: whom, from where, into which room, and how it ended.

        `peer_id` is the peer that joined, or None. `headers` are those that the call really carried.

        Args:
            room_id: only those of one room.
        """
        with self._state.lock:
            return [copy.deepcopy(call) for call in self._state.calls if room_id in {None, call["room_id"]}]

    def tones(self, room_id: str | None = None) -> list[Json]:
        """The tones of the last 1000 requests, oldest first: who hears them, and when they sound.

        Args:
            room_id: only those of one room.
        """
        with self._state.lock:
            return [tones.to_json() for tones in self._state.tones if room_id in {None, tones.room_id}]
