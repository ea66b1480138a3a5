"""UploadOptions."""

from __future__ import annotations

import attrs

from ..model import Model
from ..types import UNSET, Unset


@attrs.define(kw_only=True)
class UploadOptions(Model):
    """Further settings for the upload of recordings to a bucket of your own."""

    region: str | Unset = UNSET
    """The region of the account that holds the bucket, as its cloud calls it."""
