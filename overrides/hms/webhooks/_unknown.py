"""The event of a type that the document does not know."""

from __future__ import annotations

import datetime  # noqa: TC003  # the codec evaluates the annotations
from typing import Any

import attrs

from hms_generated_client.types import UNSET, Unset


@attrs.frozen(kw_only=True)
class UnknownEvent:
    """An event of a type that is newer than this package, kept as it came.

    Attributes that were not sent are UNSET; one that has another JSON type than the documented events have
    it in is kept as it came.
    """

    type: str
    """What happened, for example `peer.join.success`."""
    id: str
    """Identifies the event, not its delivery."""
    account_id: str | Unset = UNSET
    """Identifies the account that the event belongs to."""
    timestamp: datetime.datetime | Unset = UNSET
    """When the event happened."""
    is_replay: bool | Unset = UNSET
    """True when the event is sent again because a replay was asked for."""
    data: Any = UNSET
    """What the event tells, as parsed JSON."""
    raw: dict[str, Any] = attrs.field(factory=dict[str, Any], repr=False)
    """The whole event, as parsed JSON."""
