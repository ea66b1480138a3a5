"""RecordingAssetStatusFilter."""

from __future__ import annotations

from ..types import OpenEnum


class RecordingAssetStatusFilter(OpenEnum):
    """The status that recorded files can be filtered by.

    * `completed`: files that are there.
    * `failed`: files that could not be made or stored.
    """

    COMPLETED = "completed"
    FAILED = "failed"
