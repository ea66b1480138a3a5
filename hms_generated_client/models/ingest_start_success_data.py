"""IngestStartSuccessData."""

from __future__ import annotations

import datetime

import attrs

from ..model import Model


@attrs.define(kw_only=True)
class IngestStartSuccessData(Model):
    """The ingestion that started."""

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
