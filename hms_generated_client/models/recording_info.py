"""RecordingInfo."""

from __future__ import annotations

import attrs

from ..model import Model
from ..types import UNSET, Unset
from .upload_info import UploadInfo


@attrs.define(kw_only=True)
class RecordingInfo(Model):
    """Whether a room is recorded, and where its recordings go. These settings count as one: giving any
    replaces all of them and cuts the room loose from the recording settings of its template. Setting
    them in the template is the better way for most, as the dashboard can then check them.
    """

    enabled: bool | Unset = UNSET
    """Whether the server records each participant's media and composes it afterwards (SFU recording). Has
    no say over browser recordings and streams, which are started by operations of their own. Default:
    False.
    """
    upload_info: UploadInfo | Unset = UNSET
    """The bucket of yours that recordings are uploaded to. Leave it out to have 100ms store them."""
