"""Recording assets: the files that recordings and streams leave behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hms_mock.errors import forbidden, not_found
from hms_mock.model.assets import COMPLETED
from hms_mock.pagination import paginate
from hms_mock.presigning import presigned_url
from hms_mock.registry import HandlerTable, Reply, Request

if TYPE_CHECKING:
    from hms_mock.model.assets import Asset

handler = HandlerTable()


@handler("listRecordingAssets")
def list_recording_assets(request: Request) -> Reply:
    """One page of assets."""
    query = request.query

    def keep(asset: Asset) -> bool:
        return (
            ("room_id" not in query or asset.room_id == query["room_id"])
            and ("session_id" not in query or asset.session_id == query["session_id"])
            and ("status" not in query or asset.status == query["status"])
        )

    page = paginate(request.workspace.assets, start=query.get("start"), limit=query["limit"], keep=keep)
    return Reply(
        {"limit": query["limit"], "data": [asset.to_json() for asset in page.items], "last": page.last}
    )


@handler("getRecordingAsset")
def get_recording_asset(request: Request) -> Reply:
    """One asset."""
    return Reply(_find(request).to_json())


@handler("getRecordingAssetPresignedUrl")
def get_recording_asset_presigned_url(request: Request) -> Reply:
    """An address to download a file from."""
    asset = _find(request)
    if asset.status != COMPLETED:
        raise forbidden("Recording asset is not ready", f"it is {asset.status}")
    seconds = request.query.get("presign_duration", asset.presign_seconds)
    url = presigned_url(request.state, asset, seconds)
    return Reply({"id": asset.id, "path": asset.path, "url": url, "expiry": seconds})


def _find(request: Request) -> Asset:
    asset = request.workspace.assets.get(request.path["asset_id"])
    if asset is None:
        raise not_found("Recording asset", request.path["asset_id"])
    return asset
