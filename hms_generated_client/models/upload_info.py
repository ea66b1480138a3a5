"""UploadInfo."""

from __future__ import annotations

import attrs

from ..model import Model
from ..types import UNSET, Unset
from .upload_credentials import UploadCredentials
from .upload_options import UploadOptions
from .upload_type import UploadType


@attrs.define(kw_only=True)
class UploadInfo(Model):
    """The bucket of yours that recordings are uploaded to. Leave it out to have 100ms store them."""

    type: UploadType
    """Which cloud's storage recordings are uploaded to.

    * `s3`: Amazon Web Services, Simple Storage Service.
    * `gs`: Google Cloud Storage.
    * `oss`: Alibaba Cloud, Object Storage Service.
    * `azure`: Azure Blob Storage.
    """
    location: str
    """The name of the bucket."""
    prefix: str | Unset = UNSET
    """Put in front of the path of every uploaded file."""
    options: UploadOptions | Unset = UNSET
    """Further settings for the upload of recordings to a bucket of your own."""
    credentials: UploadCredentials | Unset = UNSET
    """What opens the bucket. The key must be allowed to read and to write objects in it (on Amazon S3,
    GetObject and PutObject).
    """
