"""Acknowledgement."""

from __future__ import annotations

import attrs

from ..model import Model


@attrs.define(kw_only=True)
class Acknowledgement(Model):
    """The server took the request. It is carried out right after, so its effect may show a moment later."""

    message: str
    """What the server is going to do, in a few words and for people to read."""
