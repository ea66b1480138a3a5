"""PresignedUrl."""

from __future__ import annotations

import attrs

from ..model import Model


@attrs.define(kw_only=True)
class PresignedUrl(Model):
    """An address that a recorded file can be fetched from for a while, without a token."""

    id: str
    """Identifies the asset."""
    path: str
    """Where the file is stored."""
    url: str = attrs.field(repr=False)
    """The address, with the permission to read the file in it. Whoever has it can read the file until it
    expires, so treat it as a secret.
    """
    expiry: int
    """For how long the address is valid, in seconds from when it was made."""
