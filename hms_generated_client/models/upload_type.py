"""UploadType."""

from __future__ import annotations

from ..types import OpenEnum


class UploadType(OpenEnum):
    """Which cloud's storage recordings are uploaded to.

    * `s3`: Amazon Web Services, Simple Storage Service.
    * `gs`: Google Cloud Storage.
    * `oss`: Alibaba Cloud, Object Storage Service.
    * `azure`: Azure Blob Storage.
    """

    S3 = "s3"
    GS = "gs"
    OSS = "oss"
    AZURE = "azure"
