"""Webhooks on their way: where each event goes, what became of every attempt, and replays."""

from __future__ import annotations

import heapq
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from hms_mock.clock import format_nanoseconds

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from hms_mock.model.events import Event

Json = dict[str, Any]

SUCCESS, FAILED = "success", "failed"
_ACCEPTED = 200
RETRY_DELAYS = (1, 3, 10)
"""Seconds from one attempt to the next."""


@dataclass(frozen=True)
class Target:
    """Where webhooks are sent. The values of headers can be secrets."""

    url: str
    headers: Mapping[str, str] = field(default_factory=dict[str, str], repr=False)


@dataclass(frozen=True)
class Attempt:
    """One request. `status` is None when no answer came, `error` says then why."""

    at: datetime
    status: int | None
    error: str | None = None

    @property
    def accepted(self) -> bool:
        """Whether the endpoint took the event. Every status but 200 is a refusal."""
        return self.status == _ACCEPTED

    @property
    def reason(self) -> str:
        """Why it failed."""
        return self.error or f"status {self.status}"

    def to_json(self) -> Json:
        """The attempt as the control plane shows it."""
        return {"at": format_nanoseconds(self.at), "status": self.status, "error": self.error}


@dataclass
class Delivery:
    """One event on its way to one endpoint, with up to four attempts. `due` is None when it is over."""

    event: Event
    target: Target
    due: datetime | None
    is_replay: bool = False
    attempts: list[Attempt] = field(default_factory=list[Attempt])

    @property
    def outcome(self) -> str | None:
        """`success` or `failed`, None while attempts are still to come."""
        if self.due is not None or not self.attempts:
            return None
        return SUCCESS if self.attempts[-1].accepted else FAILED

    def body(self) -> Json:
        """What is sent."""
        return self.event.webhook_json(is_replay=self.is_replay)

    def record(self, attempt: Attempt) -> None:
        """Note an attempt, and when the next one is due."""
        self.attempts.append(attempt)
        done = len(self.attempts)
        if attempt.accepted or done > len(RETRY_DELAYS):
            self.due = None
        else:
            self.due = attempt.at + timedelta(seconds=RETRY_DELAYS[done - 1])

    def to_json(self) -> Json:
        """The delivery as the control plane shows it, without the values of headers, which can be secrets."""
        return {
            "url": self.target.url,
            "headers": sorted(self.target.headers),
            "body": self.body(),
            "is_replay": self.is_replay,
            "status": self.outcome or "pending",
            "due": None if self.due is None else format_nanoseconds(self.due),
            "attempts": [attempt.to_json() for attempt in self.attempts],
        }


@dataclass
class Replay:
    """Events that are sent again on demand. `filters` are those that it works with, as the API shows them."""

    id: str
    started_at: datetime
    filters: Json
    status_filter: str
    deliveries: list[Delivery] = field(default_factory=list[Delivery])

    @property
    def is_running(self) -> bool:
        """Whether there is still something to send."""
        return any(delivery.outcome is None for delivery in self.deliveries)

    def to_json(self) -> Json:
        """The replay as the API shows it."""
        outcomes = [delivery.outcome for delivery in self.deliveries]
        completed, failed = outcomes.count(SUCCESS), outcomes.count(FAILED)
        progress: Json = {"total": len(outcomes), "completed": completed, "failed": failed}
        shown: Json = {
            "workflow_id": self.id,
            "status": "Running",
            "started_at": format_nanoseconds(self.started_at),
            "filters": self.filters,
            "progress": progress,
        }
        if self.is_running:
            return shown
        if failed:
            shown["status"] = "completed_with_failures" if completed else "failed"
        else:
            shown["status"] = "completed"
        ends = [delivery.attempts[-1].at for delivery in self.deliveries]
        shown["completed_at"] = format_nanoseconds(max(ends, default=self.started_at))
        lost = [delivery.event.id for delivery in self.deliveries if delivery.outcome == FAILED]
        shown["result"] = progress | {"failed_events": lost}
        return shown


@dataclass
class Outbox:
    """The deliveries with attempts to come, the one that is due first in front."""

    _waiting: list[tuple[datetime, int, Delivery]] = field(
        default_factory=list[tuple["datetime", int, Delivery]]
    )
    _in_flight: dict[int, Delivery] = field(default_factory=dict[int, Delivery])
    _numbered: int = 0

    def add(self, delivery: Delivery) -> None:
        """File a delivery under the time at which it is due. Does nothing with one that is over."""
        if delivery.due is not None:
            heapq.heappush(self._waiting, (delivery.due, self._numbered, delivery))
            self._numbered += 1

    def next_due(self) -> datetime | None:
        """When the next attempt is due; None when there is nothing to send."""
        return self._waiting[0][0] if self._waiting else None

    def take(self, now: datetime) -> tuple[int, Delivery, datetime] | None:
        """Remove the delivery whose attempt is due first, if it is due by now, to make the attempt.

        Returns:
            The number of the attempt, the delivery and when it was due; None when nothing is.
        """
        if not self._waiting or self._waiting[0][0] > now:
            return None
        due, number, delivery = heapq.heappop(self._waiting)
        self._in_flight[number] = delivery
        return number, delivery, due

    def finish(self, number: int, attempt: Attempt) -> None:
        """Note what became of an attempt, and file the delivery again if another one is to follow.

        Args:
            number: which attempt, as `take` said.
            attempt: what became of it.
        """
        delivery = self._in_flight.pop(number)
        delivery.record(attempt)
        self.add(delivery)

    def take_back(self) -> None:
        """File again what was taken and not finished: whoever was to make those attempts is gone."""
        for delivery in self._in_flight.values():
            self.add(delivery)
        self._in_flight.clear()
