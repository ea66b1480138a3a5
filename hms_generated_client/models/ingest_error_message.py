"""IngestErrorMessage."""

from __future__ import annotations

from ..types import OpenEnum


class IngestErrorMessage(OpenEnum):
    """What went wrong with an ingestion over RTMP.

    * `stream key disabled`: the stream key, or the room that it is for, is disabled.
    * `internal error`: a failure inside 100ms.
    * `no hls destinations`: the template of the room has no HLS destination, so there is nothing to
      stream to.
    * `remote session active`: not explained; by its words, the room is streamed to from elsewhere.
    * `already connected`: an encoder is connected with the stream key already.
    * `beam start error`: the live stream could not be started.
    """

    STREAM_KEY_DISABLED = "stream key disabled"
    INTERNAL_ERROR = "internal error"
    NO_HLS_DESTINATIONS = "no hls destinations"
    REMOTE_SESSION_ACTIVE = "remote session active"
    ALREADY_CONNECTED = "already connected"
    BEAM_START_ERROR = "beam start error"
