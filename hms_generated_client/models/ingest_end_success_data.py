"""IngestEndSuccessData."""

from __future__ import annotations

import datetime

import attrs

from ..model import Model
from ..types import UNSET, Unset
from .ingest_end_reason import IngestEndReason


@attrs.define(kw_only=True)
class IngestEndSuccessData(Model):
    """The ingestion that ended, and why."""

    account_id: str
    """The account again, as in `account_id` of the event."""
    app_id: str
    """The app (workspace) of the account again, as in `app_id` of the event."""
    room_id: str
    """Identifies the room."""
    template_id: str
    """Identifies the template that the room follows."""
    ingest_id: str
    """Identifies the ingestion: what an encoder sends in over RTMP, from its first connection to its end."""
    stream_id: str
    """Identifies the live stream that shows what is sent in."""
    started_at: datetime.datetime
    """When the ingestion started."""
    completed_at: datetime.datetime
    """When the ingestion ended."""
    last_disconnected_at: datetime.datetime | None | Unset = UNSET
    """When 100ms last ceased to receive anything from the encoder. Null or left out when that is not
    known.
    """
    duration: int
    """How long the encoder's stream was taken in, in seconds."""
    reason: IngestEndReason
    """Why an ingestion over RTMP ended.

    * `publish error`: publishing what the encoder sent failed.
    * `reconnection window expired`: the encoder was disconnected and did not come back within the
      `autoStopTimeout` of the template.
    * `stream closed`: the stream was closed.
    * `internal error`: a failure inside 100ms.
    """
