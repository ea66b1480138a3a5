"""RecordingAssetList."""

from __future__ import annotations

import attrs

from ..model import Model
from .recording_asset import RecordingAsset


@attrs.define(kw_only=True)
class RecordingAssetList(Model):
    """One page of recording assets."""

    limit: int
    """How many assets the page could hold. Fewer in `data` means that no more were found."""
    data: list[RecordingAsset]
    """The assets of this page."""
    last: str
    """The `id` of the last asset in `data`. Send it as `start` to get the next page. Empty when the page
    is.
    """
