"""Make a pre-signed URL for a recording asset: GET /recording-assets/{asset_id}/presigned-url."""

from __future__ import annotations

from typing import Final

from ...models.presigned_url import PresignedUrl
from ...models.recording_asset import RecordingAsset
from ...operation import (
    AsyncSender,
    Call,
    Operation,
    PresignedFile,
    Response,
    Sender,
)
from ...request import expand_path, query_pairs
from ...types import UNSET, Unset

OPERATION: Final[Operation[PresignedUrl]] = Operation(
    id="getRecordingAssetPresignedUrl",
    method="GET",
    path="/recording-assets/{asset_id}/presigned-url",
    response=PresignedUrl,
    security="managementToken",
    idempotent=True,
    documentation="https://www.100ms.live/docs/server-side/v2/api-reference/recording-assets/get-presigned-url",
)


def build(
    asset_id: str,
    *,
    presign_duration: int | Unset = UNSET,
) -> Call[PresignedUrl]:
    """Build the call without sending it.

    Makes an address that the file can be downloaded from, without a token, until it expires. Every call
    makes a new one.

    For an asset of the type `room-vod`, what is found at the address depends on how it was uploaded and
    to where:

    * As a ZIP file, to any storage: the ZIP file, to download.
    * Not zipped, to the storage of 100ms: the playlist on a content delivery network, to put into any
      HLS player.
    * Not zipped, to your bucket: the playlist (M3U8) alone, which does not play, because the address
      opens none of its segments. Put a content delivery network in front of the bucket.

    Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/recording-assets/get-presigned-url

    Args:
        asset_id: Identifies the recording asset, by its `id`. At least 1 characters.
        presign_duration: For how long the address is to be valid, in seconds. Left out: three days
            for files on Amazon S3 and Google Cloud Storage, nine hours for those on Alibaba OSS. At
            least 1.
    """
    return Call(
        operation=OPERATION,
        path=expand_path(
            "/recording-assets/{asset_id}/presigned-url",
            {
                "asset_id": asset_id,
            },
        ),
        query=query_pairs((("presign_duration", presign_duration),)),
    )


def presigned_file(
    asset: RecordingAsset | str,
    *,
    presign_duration: int | Unset = UNSET,
) -> PresignedFile:
    """Describe a file, for `download` of a client. See `build` for the arguments.

    Args:
        asset: What the file belongs to, or its identifier. With the identifier alone, the size of the
            file is not checked against anything but what the storage says.
        presign_duration: For how long the address is to be valid, in seconds. Left out: three days
            for files on Amazon S3 and Google Cloud Storage, nine hours for those on Alibaba OSS. At
            least 1.
    """
    asset_id = asset.id if isinstance(asset, RecordingAsset) else asset
    return PresignedFile(
        call=build(
            asset_id,
            presign_duration=presign_duration,
        ),
        id=asset_id,
        url="url",
        path="path",
        size=asset.size if isinstance(asset, RecordingAsset) else None,
    )


def sync_detailed(
    asset_id: str,
    *,
    client: Sender,
    presign_duration: int | Unset = UNSET,
) -> Response[PresignedUrl]:
    """Make a pre-signed URL for a recording asset; returns the whole response. See `build` for the arguments."""
    return client.send(
        build(
            asset_id,
            presign_duration=presign_duration,
        )
    )


def sync(
    asset_id: str,
    *,
    client: Sender,
    presign_duration: int | Unset = UNSET,
) -> PresignedUrl:
    """Make a pre-signed URL for a recording asset. See `build` for the arguments."""
    return sync_detailed(asset_id, presign_duration=presign_duration, client=client).parsed


async def asyncio_detailed(
    asset_id: str,
    *,
    client: AsyncSender,
    presign_duration: int | Unset = UNSET,
) -> Response[PresignedUrl]:
    """Make a pre-signed URL for a recording asset; returns the whole response. See `build` for the arguments."""
    return await client.send(
        build(
            asset_id,
            presign_duration=presign_duration,
        )
    )


async def asyncio(
    asset_id: str,
    *,
    client: AsyncSender,
    presign_duration: int | Unset = UNSET,
) -> PresignedUrl:
    """Make a pre-signed URL for a recording asset. See `build` for the arguments."""
    return (await asyncio_detailed(asset_id, presign_duration=presign_duration, client=client)).parsed
