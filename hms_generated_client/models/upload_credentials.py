"""UploadCredentials."""

from __future__ import annotations

import attrs

from ..model import Model


@attrs.define(kw_only=True)
class UploadCredentials(Model):
    """What opens the bucket. The key must be allowed to read and to write objects in it (on Amazon S3,
    GetObject and PutObject).
    """

    key: str = attrs.field(repr=False)
    """The access key of the account that holds the bucket."""
    secret: str = attrs.field(repr=False)
    """The secret that belongs to the access key."""
