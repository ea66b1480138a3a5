"""RecordingErrorType."""

from __future__ import annotations

from ..types import OpenEnum


class RecordingErrorType(OpenEnum):
    """Why the composite recording of the media server failed.

    * `INPUT_ERROR`: nothing was published in the session, so there was nothing to record.
    * `CLOUD_ACCESS_ERROR`: your bucket could not be read or written. Check its settings.
    * `CONFIG_ERROR`: a failure inside 100ms.
    * `MEMORY_ERROR`: a failure inside 100ms.
    * `PROCESSING_CMD_ERROR`: a failure inside 100ms.
    * `API_ERROR`: a failure inside 100ms.
    """

    INPUT_ERROR = "INPUT_ERROR"
    CLOUD_ACCESS_ERROR = "CLOUD_ACCESS_ERROR"
    CONFIG_ERROR = "CONFIG_ERROR"
    MEMORY_ERROR = "MEMORY_ERROR"
    PROCESSING_CMD_ERROR = "PROCESSING_CMD_ERROR"
    API_ERROR = "API_ERROR"
