"""IngestFailureData."""

from __future__ import annotations

import attrs

from ..model import Model
from .ingest_error_message import IngestErrorMessage


@attrs.define(kw_only=True)
class IngestFailureData(Model):
    """The ingestion that failed, and why."""

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
    error_message: IngestErrorMessage
    """What went wrong with an ingestion over RTMP.

    * `stream key disabled`: the stream key, or the room that it is for, is disabled.
    * `internal error`: a failure inside 100ms.
    * `no hls destinations`: the template of the room has no HLS destination, so there is nothing to
      stream to.
    * `remote session active`: not explained; by its words, the room is streamed to from elsewhere.
    * `already connected`: an encoder is connected with the stream key already.
    * `beam start error`: the live stream could not be started.
    """
