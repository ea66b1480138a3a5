"""BeamErrorType."""

from __future__ import annotations

from ..types import OpenEnum


class BeamErrorType(OpenEnum):
    """Why a beam failed, the browser that records or streams a call.

    * `INTERNAL_ERROR`: a failure inside 100ms.
    * `MAX_RETRIES_REACHED`: the page of the call could not be joined, however often it was tried. Check
      the meeting URL.
    * `UPLOAD_ERROR`: the recording could not be uploaded. Most often the settings of the bucket are
      wrong.
    * `BEAM_STOPPED`: a request to stop came within the few seconds that the beam takes to start.
    """

    INTERNAL_ERROR = "INTERNAL_ERROR"
    MAX_RETRIES_REACHED = "MAX_RETRIES_REACHED"
    UPLOAD_ERROR = "UPLOAD_ERROR"
    BEAM_STOPPED = "BEAM_STOPPED"
