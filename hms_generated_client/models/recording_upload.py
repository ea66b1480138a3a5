"""RecordingUpload."""

from __future__ import annotations

import attrs

from ..model import Model
from ..types import UNSET, Unset
from .recording_upload_credentials import RecordingUploadCredentials
from .upload_options import UploadOptions
from .upload_type import UploadType


@attrs.define(kw_only=True)
class RecordingUpload(Model):
    """The storage bucket of your own that recordings are uploaded to. Leave the object out to keep
    recordings in the storage of 100ms.
    """

    type: UploadType
    """Which cloud's storage recordings are uploaded to.

    * `s3`: Amazon Web Services, Simple Storage Service.
    * `gs`: Google Cloud Storage.
    * `oss`: Alibaba Cloud, Object Storage Service.
    * `azure`: Azure Blob Storage.
    """
    location: str
    """Name of the bucket."""
    prefix: str
    """Path in the bucket under which the files are put."""
    options: UploadOptions | Unset = UNSET
    """Further settings for the upload of recordings to a bucket of your own."""
    credentials: RecordingUploadCredentials | Unset = UNSET
    """The key pair with which 100ms writes to the bucket. To set it, send `key` and `secretKey`. Note that
    rooms name the second member `secret`.
    """
