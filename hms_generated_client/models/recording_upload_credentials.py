"""RecordingUploadCredentials."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import attrs

from ..model import Model
from ..types import UNSET, Unset


@attrs.define(kw_only=True)
class RecordingUploadCredentials(Model):
    """The key pair with which 100ms writes to the bucket. To set it, send `key` and `secretKey`. Note that
    rooms name the second member `secret`.
    """

    __wire_names__: ClassVar[Mapping[str, str]] = {"secret_key": "secretKey"}

    key: str = attrs.field(repr=False)
    """Identifier of the access key of the account that holds the bucket."""
    secret_key: str | Unset = attrs.field(default=UNSET, repr=False)
    """Secret of the access key. Must be sent with `key`."""
    secret: str | Unset = attrs.field(default=UNSET, repr=False)
    """Secret of the access key, as some answers name it. Read it when `secretKey` is missing; do not send
    it.
    """
