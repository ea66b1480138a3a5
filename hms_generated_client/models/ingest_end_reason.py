"""IngestEndReason."""

from __future__ import annotations

from ..types import OpenEnum


class IngestEndReason(OpenEnum):
    """Why an ingestion over RTMP ended.

    * `publish error`: publishing what the encoder sent failed.
    * `reconnection window expired`: the encoder was disconnected and did not come back within the
      `autoStopTimeout` of the template.
    * `stream closed`: the stream was closed.
    * `internal error`: a failure inside 100ms.
    """

    PUBLISH_ERROR = "publish error"
    RECONNECTION_WINDOW_EXPIRED = "reconnection window expired"
    STREAM_CLOSED = "stream closed"
    INTERNAL_ERROR = "internal error"
