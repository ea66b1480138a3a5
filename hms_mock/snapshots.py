"""Pages of a list that stays as it was when its first page was asked for.

The cursor itself says where the snapshot ends, where the page begins, when the first page was asked for
and with which filters; nothing has to be kept between two pages. It is signed, so that only cursors that
the mock gave out are taken.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from hms_mock.errors import bad_query

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from hms_mock.model.events import Event

LIFETIME = timedelta(hours=24)
"""How long the pages after the first one can be asked for."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


@dataclass(frozen=True)
class Cursor:
    """Where a page begins.

    Attributes:
        end: the number of the first event that is not part of the snapshot any more.
        shown_at: when the last event before this page happened, in microseconds since 1970.
        shown: the number of that event.
        taken_at: when the first page was asked for, in microseconds since 1970.
        filters: a digest of the filters.
    """

    end: int
    shown_at: int
    shown: int
    taken_at: int
    filters: str

    def sign(self, key: str) -> str:
        """Write it as clients get to see it."""
        content = base64.urlsafe_b64encode(json.dumps(asdict(self)).encode()).decode()
        return f"{content}.{_signature(content, key)}"

    @classmethod
    def verify(cls, text: str, key: str) -> Cursor:
        """Read what `sign` wrote.

        Raises:
            ApiError: 400, it is something else.
        """
        content, _, signature = text.rpartition(".")
        if not hmac.compare_digest(_signature(content, key).encode(), signature.encode()):
            raise bad_query("start: is not the `next` of an earlier page")
        try:
            return cls(**json.loads(base64.urlsafe_b64decode(content)))
        except (ValueError, TypeError, binascii.Error) as error:
            raise bad_query("start: is not the `next` of an earlier page") from error


@dataclass(frozen=True)
class SnapshotPage:
    """One page. `total` counts the events on all pages; `next` is "" on the last one."""

    events: list[Event]
    total: int
    next: str


def snapshot_page(
    events: Iterable[Event],
    keep: Callable[[Event], bool],
    *,
    filters: Mapping[str, Any],
    start: str | None,
    limit: int,
    now: datetime,
    end: int,
    age: timedelta,
    key: str,
) -> SnapshotPage:
    """Cut one page out of a log, oldest event first.

    Args:
        events: the log.
        keep: which events pass the filters.
        filters: the filters, to tell whether a cursor belongs to them.
        start: the cursor of the page before; None or "" for the first page.
        limit: how many events the page holds at most.
        now: the mock's time.
        end: the number that the next event is going to have.
        age: how long before the first page was asked for events may lie.
        key: the secret that cursors are signed with.

    Raises:
        ApiError: 400, the cursor is none, is too old or belongs to other filters.
    """
    digest = hashlib.sha256(json.dumps(filters, sort_keys=True).encode()).hexdigest()[:16]
    cursor = Cursor(end, -1, -1, _microseconds(now), digest)
    if start:
        cursor = Cursor.verify(start, key)
        if cursor.filters != digest:
            raise bad_query("start: belongs to other filters; send those of the first page again")
        if now - _moment(cursor.taken_at) > LIFETIME:
            raise bad_query("start: has expired; begin with the first page again")
    earliest = _moment(cursor.taken_at) - age
    found = sorted(
        (
            event
            for event in events
            if event.number < cursor.end and event.occurred_at >= earliest and keep(event)
        ),
        key=_place,
    )
    rest = [event for event in found if _place(event) > (cursor.shown_at, cursor.shown)]
    page = rest[:limit]
    following = ""
    if len(rest) > limit:
        shown_at, shown = _place(page[-1])
        following = Cursor(cursor.end, shown_at, shown, cursor.taken_at, digest).sign(key)
    return SnapshotPage(page, len(found), following)


def _place(event: Event) -> tuple[int, int]:
    return _microseconds(event.occurred_at), event.number


def _microseconds(moment: datetime) -> int:
    return (moment - _EPOCH) // _MICROSECOND


def _moment(microseconds: int) -> datetime:
    return _EPOCH + microseconds * _MICROSECOND


def _signature(content: str, key: str) -> str:
    # The key is a secret for tokens too; the prefix keeps signatures for one purpose from serving another.
    return hmac.new(key.encode(), f"cursor {content}".encode(), "sha256").hexdigest()[:32]
