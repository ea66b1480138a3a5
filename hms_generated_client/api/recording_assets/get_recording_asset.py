"""Retrieve a recording asset: GET /recording-assets/{asset_id}."""

from __future__ import annotations

from typing import Final

from ...models.recording_asset import RecordingAsset
from ...operation import AsyncSender, Call, Operation, Response, Sender
from ...request import expand_path

OPERATION: Final[Operation[RecordingAsset]] = Operation(
    id="getRecordingAsset",
    method="GET",
    path="/recording-assets/{asset_id}",
    response=RecordingAsset,
    security="managementToken",
    idempotent=True,
    documentation="https://www.100ms.live/docs/server-side/v2/api-reference/recording-assets/get-asset",
)


def build(
    asset_id: str,
) -> Call[RecordingAsset]:
    """Build the call without sending it.

    What one recorded file is, where it is stored, and where it comes from. The file itself is
    downloaded with a pre-signed URL.

    `type` tells what kind of file it is, and what can be found in `metadata`.

    Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/recording-assets/get-asset

    Args:
        asset_id: Identifies the recording asset, by its `id`. At least 1 characters.
    """
    return Call(
        operation=OPERATION,
        path=expand_path(
            "/recording-assets/{asset_id}",
            {
                "asset_id": asset_id,
            },
        ),
    )


def sync_detailed(
    asset_id: str,
    *,
    client: Sender,
) -> Response[RecordingAsset]:
    """Retrieve a recording asset; returns the whole response. See `build` for the arguments."""
    return client.send(
        build(
            asset_id,
        )
    )


def sync(
    asset_id: str,
    *,
    client: Sender,
) -> RecordingAsset:
    """Retrieve a recording asset. See `build` for the arguments."""
    return sync_detailed(asset_id, client=client).parsed


async def asyncio_detailed(
    asset_id: str,
    *,
    client: AsyncSender,
) -> Response[RecordingAsset]:
    """Retrieve a recording asset; returns the whole response. See `build` for the arguments."""
    return await client.send(
        build(
            asset_id,
        )
    )


async def asyncio(
    asset_id: str,
    *,
    client: AsyncSender,
) -> RecordingAsset:
    """Retrieve a recording asset. See `build` for the arguments."""
    return (await asyncio_detailed(asset_id, client=client)).parsed
