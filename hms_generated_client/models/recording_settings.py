"""RecordingSettings."""

from __future__ import annotations

import attrs

from ..model import Model
from ..types import UNSET, Unset
from .recording_upload import RecordingUpload


@attrs.define(kw_only=True)
class RecordingSettings(Model):
    """Storage of the recordings of a template."""

    enabled: bool | Unset = UNSET
    """Whether sessions are recorded on the media server (custom composite recording). Use
    `compositeRecording.customComposite` of the recordings configuration instead. Default: False.
    Deprecated.
    """
    upload: RecordingUpload | Unset = UNSET
    """The storage bucket of your own that recordings are uploaded to. Leave the object out to keep
    recordings in the storage of 100ms.
    """
