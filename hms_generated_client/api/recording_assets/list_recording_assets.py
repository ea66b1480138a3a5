"""List recording assets: GET /recording-assets."""

from __future__ import annotations

from typing import Final

from ...models.recording_asset import RecordingAsset
from ...models.recording_asset_list import RecordingAssetList
from ...models.recording_asset_status_filter import RecordingAssetStatusFilter
from ...operation import AsyncSender, Call, Operation, Pagination, Response, Sender
from ...request import query_pairs
from ...types import UNSET, Unset

OPERATION: Final[Operation[RecordingAssetList]] = Operation(
    id="listRecordingAssets",
    method="GET",
    path="/recording-assets",
    response=RecordingAssetList,
    security="managementToken",
    idempotent=True,
    documentation="https://www.100ms.live/docs/server-side/v2/api-reference/recording-assets/list-all-assets",
)

PAGINATION: Final[Pagination[RecordingAssetList, RecordingAsset]] = Pagination(
    items="data",
    cursor="last",
    parameter="start",
)


def build(
    *,
    room_id: str | Unset = UNSET,
    session_id: str | Unset = UNSET,
    status: RecordingAssetStatusFilter | Unset = UNSET,
    limit: int | Unset = UNSET,
    start: str | Unset = UNSET,
) -> Call[RecordingAssetList]:
    """Build the call without sending it.

    The files that recordings, live streams and external streams of all rooms of the workspace have left
    behind, page by page. Filters can be combined; an asset must pass them all. Without filters, all are
    listed.

    It is the short way to all files of a room or a session. There is no documented filter for the type
    of asset: look at `type`.

    Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/recording-assets/list-all-assets

    Args:
        room_id: Only the files recorded in this room.
        session_id: Only the files recorded in this session.
        status: Only the files with this status.
        limit: How many objects a page holds at most. A page with fewer objects means that no more
            were found. Default: 10. From 10 to 100.
        start: Where the page begins: the value of `last` from the answer before. The page holds the
            objects that follow the one it names. Left out: the first page.
    """
    return Call(
        operation=OPERATION,
        path="/recording-assets",
        query=query_pairs(
            (
                ("room_id", room_id),
                ("session_id", session_id),
                ("status", status),
                ("limit", limit),
                ("start", start),
            )
        ),
    )


def sync_detailed(
    *,
    client: Sender,
    room_id: str | Unset = UNSET,
    session_id: str | Unset = UNSET,
    status: RecordingAssetStatusFilter | Unset = UNSET,
    limit: int | Unset = UNSET,
    start: str | Unset = UNSET,
) -> Response[RecordingAssetList]:
    """List recording assets; returns the whole response. See `build` for the arguments."""
    return client.send(
        build(
            room_id=room_id,
            session_id=session_id,
            status=status,
            limit=limit,
            start=start,
        )
    )


def sync(
    *,
    client: Sender,
    room_id: str | Unset = UNSET,
    session_id: str | Unset = UNSET,
    status: RecordingAssetStatusFilter | Unset = UNSET,
    limit: int | Unset = UNSET,
    start: str | Unset = UNSET,
) -> RecordingAssetList:
    """List recording assets. See `build` for the arguments."""
    return sync_detailed(
        room_id=room_id, session_id=session_id, status=status, limit=limit, start=start, client=client
    ).parsed


async def asyncio_detailed(
    *,
    client: AsyncSender,
    room_id: str | Unset = UNSET,
    session_id: str | Unset = UNSET,
    status: RecordingAssetStatusFilter | Unset = UNSET,
    limit: int | Unset = UNSET,
    start: str | Unset = UNSET,
) -> Response[RecordingAssetList]:
    """List recording assets; returns the whole response. See `build` for the arguments."""
    return await client.send(
        build(
            room_id=room_id,
            session_id=session_id,
            status=status,
            limit=limit,
            start=start,
        )
    )


async def asyncio(
    *,
    client: AsyncSender,
    room_id: str | Unset = UNSET,
    session_id: str | Unset = UNSET,
    status: RecordingAssetStatusFilter | Unset = UNSET,
    limit: int | Unset = UNSET,
    start: str | Unset = UNSET,
) -> RecordingAssetList:
    """List recording assets. See `build` for the arguments."""
    return (
        await asyncio_detailed(
            room_id=room_id, session_id=session_id, status=status, limit=limit, start=start, client=client
        )
    ).parsed
