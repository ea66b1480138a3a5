"""RecordingAssets and AsyncRecordingAssets: the operations of one family as methods."""

from __future__ import annotations

import os
from collections.abc import AsyncIterable, Iterable

from ..api.recording_assets import (
    get_recording_asset,
    get_recording_asset_presigned_url,
    list_recording_assets,
)
from ..files import DownloadedFile, DownloadReport, FileProgress, IfExists, Progress
from ..models.presigned_url import PresignedUrl
from ..models.recording_asset import RecordingAsset
from ..models.recording_asset_status_filter import RecordingAssetStatusFilter
from ..operation import AsyncPages, AsyncSender, Page, Response, Sender
from ..types import UNSET, Unset


class RecordingAssets:
    """The files that recordings and streams leave behind: videos, chat, transcripts, summaries. Look them
    up and get addresses to download them from.
    """

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    @property
    def with_response(self) -> RecordingAssetsWithResponse:
        """The same methods returning the whole response; lists have it as `page.response`."""
        return RecordingAssetsWithResponse(self._sender)

    def list(
        self,
        *,
        room_id: str | Unset = UNSET,
        session_id: str | Unset = UNSET,
        status: RecordingAssetStatusFilter | Unset = UNSET,
        limit: int | Unset = UNSET,
        start: str | Unset = UNSET,
        max_items: int | None = None,
        prefetch: bool = False,
    ) -> Page[RecordingAsset]:
        """List recording assets.

        The files that recordings, live streams and external streams of all rooms of the workspace have
        left behind, page by page. Filters can be combined; an asset must pass them all. Without
        filters, all are listed.

        It is the short way to all files of a room or a session. There is no documented filter for the
        type of asset: look at `type`.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/recording-assets/list-all-assets

        Args:
            room_id: Only the files recorded in this room.
            session_id: Only the files recorded in this session.
            status: Only the files with this status.
            limit: How many objects a page holds at most. A page with fewer objects means that no
                more were found. Default: 10. From 10 to 100.
            start: Where the page begins: the value of `last` from the answer before. The page holds
                the objects that follow the one it names. Left out: the first page.
            max_items: Stop after this many items, however many pages they take. Default: all of them.
            prefetch: Whether iterating fetches the next page while you work on one. Default: False.

        Returns:
            One page of recording assets.

        Raises:
            hms.BadRequestError: The request is wrong as it stands: a parameter or a member of the
                body is missing, of the wrong type, out of its range, or names something that does not
                exist.
            hms.AuthenticationError: There is no valid token in the request: none was sent, it is
                malformed or expired, it is of another type, or its signature is wrong.
            hms.PermissionDeniedError: The token is valid but the action is not allowed: the token
                lacks the permission, or the state of the object forbids it.
            hms.APIError: Any other error status; `hms.APIConnectionError` when no answer came.
        """
        return self._sender.paginate(
            list_recording_assets.build(
                room_id=room_id,
                session_id=session_id,
                status=status,
                limit=limit,
                start=start,
            ),
            list_recording_assets.PAGINATION,
            max_items=max_items,
            prefetch=prefetch,
        )

    def get(
        self,
        asset_id: str,
    ) -> RecordingAsset:
        """Retrieve a recording asset.

        What one recorded file is, where it is stored, and where it comes from. The file itself is
        downloaded with a pre-signed URL.

        `type` tells what kind of file it is, and what can be found in `metadata`.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/recording-assets/get-asset

        Args:
            asset_id: Identifies the recording asset, by its `id`. At least 1 characters.

        Returns:
            The recording asset.

        Raises:
            hms.AuthenticationError: There is no valid token in the request: none was sent, it is
                malformed or expired, it is of another type, or its signature is wrong.
            hms.PermissionDeniedError: The token is valid but the action is not allowed: the token
                lacks the permission, or the state of the object forbids it.
            hms.NotFoundError: There is no such object, or none that this workspace can see.
            hms.APIError: Any other error status; `hms.APIConnectionError` when no answer came.
        """
        return self._sender.send(
            get_recording_asset.build(
                asset_id,
            )
        ).parsed

    def get_presigned_url(
        self,
        asset_id: str,
        *,
        presign_duration: int | Unset = UNSET,
    ) -> PresignedUrl:
        """Make a pre-signed URL for a recording asset.

        Makes an address that the file can be downloaded from, without a token, until it expires. Every
        call makes a new one.

        For an asset of the type `room-vod`, what is found at the address depends on how it was uploaded
        and to where:

        * As a ZIP file, to any storage: the ZIP file, to download.
        * Not zipped, to the storage of 100ms: the playlist on a content delivery network, to put into
          any HLS player.
        * Not zipped, to your bucket: the playlist (M3U8) alone, which does not play, because the
          address opens none of its segments. Put a content delivery network in front of the bucket.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/recording-assets/get-presigned-url

        Args:
            asset_id: Identifies the recording asset, by its `id`. At least 1 characters.
            presign_duration: For how long the address is to be valid, in seconds. Left out: three
                days for files on Amazon S3 and Google Cloud Storage, nine hours for those on Alibaba
                OSS. At least 1.

        Returns:
            The address, and for how long it is valid.

        Raises:
            hms.BadRequestError: The request is wrong as it stands: a parameter or a member of the
                body is missing, of the wrong type, out of its range, or names something that does not
                exist.
            hms.AuthenticationError: There is no valid token in the request: none was sent, it is
                malformed or expired, it is of another type, or its signature is wrong.
            hms.PermissionDeniedError: The token is valid but the action is not allowed: the token
                lacks the permission, or the state of the object forbids it.
            hms.NotFoundError: There is no such object, or none that this workspace can see.
            hms.APIError: Any other error status; `hms.APIConnectionError` when no answer came.
        """
        return self._sender.send(
            get_recording_asset_presigned_url.build(
                asset_id,
                presign_duration=presign_duration,
            )
        ).parsed

    def download(
        self,
        asset: RecordingAsset | str,
        path: str | os.PathLike[str],
        *,
        presign_duration: int | Unset = UNSET,
        if_exists: IfExists = "raise",
        progress: Progress | None = None,
        total_timeout: float | None = None,
    ) -> DownloadedFile:
        """Download a file from its pre-signed URL.

        The file is streamed into `<path>.part` and gets its name once it is complete. A download that breaks off goes
        on where it was, with a new URL when the old one has expired; so does a later call for the same path, unless
        the file in the storage has changed.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/recording-assets/get-presigned-url

        Args:
            asset: What to download, or its identifier. With the identifier alone, the size of the file is
                checked against nothing but what the storage says.
            path: The name of the file to write, in a folder that exists; or a folder, in which the file is named
                after its identifier and the name it has in the storage.
            presign_duration: For how long the address is to be valid, in seconds. Left out: three
                days for files on Amazon S3 and Google Cloud Storage, nine hours for those on Alibaba
                OSS. At least 1.
            if_exists: What to do when there is such a file: `raise`, `replace` it when the new one is complete, or
                `skip` the download.
            progress: Is called with the bytes that are there and the bytes of the whole file (None when that is not
                known) whenever some arrive. What it raises ends the download.
            total_timeout: Seconds that all of it may take. Default: no limit; `timeout` and `retries` of the client
                hold for each request, and the next bytes must come within the read timeout.

        Returns:
            Where the file is, its size, and how it got there.

        Raises:
            hms.DownloadRefusedError: The storage does not give the file out.
            hms.DownloadInterruptedError: The connection to the storage kept breaking, or time was up.
            hms.DownloadMismatchError: The file does not have the size that it must have.
            hms.DownloadFileError: The file cannot be written, or is there already.
            hms.APIError: No URL was given out, see `get_presigned_url`; `hms.APIConnectionError` when no
                answer came.
            ValueError: An argument is out of bounds.
        """
        return self._sender.download(
            get_recording_asset_presigned_url.presigned_file(
                asset,
                presign_duration=presign_duration,
            ),
            path,
            if_exists=if_exists,
            progress=progress,
            total_timeout=total_timeout,
        )

    def download_many(
        self,
        assets: Iterable[RecordingAsset | str],
        directory: str | os.PathLike[str],
        *,
        concurrency: int = 4,
        presign_duration: int | Unset = UNSET,
        if_exists: IfExists = "raise",
        progress: FileProgress | None = None,
        total_timeout: float | None = None,
    ) -> DownloadReport:
        """Download several files into a folder, a few at once. One that fails does not stop the others.

        Each file is named after its identifier and the name it has in the storage, so no two have the same name. See
        `download` for how each is fetched.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/recording-assets/get-presigned-url

        Args:
            assets: What to download, or their identifiers; for example a list of this resource. They are
                read to their end before the first file is fetched. What is named twice is downloaded once.
            directory: The folder; it is made when it is missing.
            concurrency: How many files are fetched at once, each over a connection of its own. At least 1.
            presign_duration: For how long the address is to be valid, in seconds. Left out: three
                days for files on Amazon S3 and Google Cloud Storage, nine hours for those on Alibaba
                OSS. At least 1.
            if_exists: What to do about a file that is there already: report it as failed (`raise`), `replace` it when
                the new one is complete, or `skip` it.
            progress: Is called with an identifier, the bytes of that file that are there, and the bytes of the whole
                file, whenever some arrive; from several threads, but never twice at once.
                What it raises ends everything.
            total_timeout: Seconds that each of the files may take. Default: no limit.

        Returns:
            Which files are complete, and which failed with which error.

        Raises:
            OSError: The folder cannot be made.
            TypeError: `assets` is a single identifier.
            ValueError: An argument is out of bounds.
        """
        return self._sender.download_many(
            assets,
            lambda asset: get_recording_asset_presigned_url.presigned_file(
                asset,
                presign_duration=presign_duration,
            ),
            directory,
            concurrency=concurrency,
            if_exists=if_exists,
            progress=progress,
            total_timeout=total_timeout,
        )


class AsyncRecordingAssets:
    """The files that recordings and streams leave behind: videos, chat, transcripts, summaries. Look them
    up and get addresses to download them from.
    """

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    @property
    def with_response(self) -> AsyncRecordingAssetsWithResponse:
        """The same methods returning the whole response; lists have it as `page.response`."""
        return AsyncRecordingAssetsWithResponse(self._sender)

    def list(
        self,
        *,
        room_id: str | Unset = UNSET,
        session_id: str | Unset = UNSET,
        status: RecordingAssetStatusFilter | Unset = UNSET,
        limit: int | Unset = UNSET,
        start: str | Unset = UNSET,
        max_items: int | None = None,
        prefetch: bool = False,
    ) -> AsyncPages[RecordingAsset]:
        """List recording assets.

        The files that recordings, live streams and external streams of all rooms of the workspace have
        left behind, page by page. Filters can be combined; an asset must pass them all. Without
        filters, all are listed.

        It is the short way to all files of a room or a session. There is no documented filter for the
        type of asset: look at `type`.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/recording-assets/list-all-assets

        Args:
            room_id: Only the files recorded in this room.
            session_id: Only the files recorded in this session.
            status: Only the files with this status.
            limit: How many objects a page holds at most. A page with fewer objects means that no
                more were found. Default: 10. From 10 to 100.
            start: Where the page begins: the value of `last` from the answer before. The page holds
                the objects that follow the one it names. Left out: the first page.
            max_items: Stop after this many items, however many pages they take. Default: all of them.
            prefetch: Whether iterating fetches the next page while you work on one. Default: False.

        Returns:
            One page of recording assets.

        Raises:
            hms.BadRequestError: The request is wrong as it stands: a parameter or a member of the
                body is missing, of the wrong type, out of its range, or names something that does not
                exist.
            hms.AuthenticationError: There is no valid token in the request: none was sent, it is
                malformed or expired, it is of another type, or its signature is wrong.
            hms.PermissionDeniedError: The token is valid but the action is not allowed: the token
                lacks the permission, or the state of the object forbids it.
            hms.APIError: Any other error status; `hms.APIConnectionError` when no answer came.
        """
        return self._sender.paginate(
            list_recording_assets.build(
                room_id=room_id,
                session_id=session_id,
                status=status,
                limit=limit,
                start=start,
            ),
            list_recording_assets.PAGINATION,
            max_items=max_items,
            prefetch=prefetch,
        )

    async def get(
        self,
        asset_id: str,
    ) -> RecordingAsset:
        """Retrieve a recording asset.

        What one recorded file is, where it is stored, and where it comes from. The file itself is
        downloaded with a pre-signed URL.

        `type` tells what kind of file it is, and what can be found in `metadata`.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/recording-assets/get-asset

        Args:
            asset_id: Identifies the recording asset, by its `id`. At least 1 characters.

        Returns:
            The recording asset.

        Raises:
            hms.AuthenticationError: There is no valid token in the request: none was sent, it is
                malformed or expired, it is of another type, or its signature is wrong.
            hms.PermissionDeniedError: The token is valid but the action is not allowed: the token
                lacks the permission, or the state of the object forbids it.
            hms.NotFoundError: There is no such object, or none that this workspace can see.
            hms.APIError: Any other error status; `hms.APIConnectionError` when no answer came.
        """
        return (
            await self._sender.send(
                get_recording_asset.build(
                    asset_id,
                )
            )
        ).parsed

    async def get_presigned_url(
        self,
        asset_id: str,
        *,
        presign_duration: int | Unset = UNSET,
    ) -> PresignedUrl:
        """Make a pre-signed URL for a recording asset.

        Makes an address that the file can be downloaded from, without a token, until it expires. Every
        call makes a new one.

        For an asset of the type `room-vod`, what is found at the address depends on how it was uploaded
        and to where:

        * As a ZIP file, to any storage: the ZIP file, to download.
        * Not zipped, to the storage of 100ms: the playlist on a content delivery network, to put into
          any HLS player.
        * Not zipped, to your bucket: the playlist (M3U8) alone, which does not play, because the
          address opens none of its segments. Put a content delivery network in front of the bucket.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/recording-assets/get-presigned-url

        Args:
            asset_id: Identifies the recording asset, by its `id`. At least 1 characters.
            presign_duration: For how long the address is to be valid, in seconds. Left out: three
                days for files on Amazon S3 and Google Cloud Storage, nine hours for those on Alibaba
                OSS. At least 1.

        Returns:
            The address, and for how long it is valid.

        Raises:
            hms.BadRequestError: The request is wrong as it stands: a parameter or a member of the
                body is missing, of the wrong type, out of its range, or names something that does not
                exist.
            hms.AuthenticationError: There is no valid token in the request: none was sent, it is
                malformed or expired, it is of another type, or its signature is wrong.
            hms.PermissionDeniedError: The token is valid but the action is not allowed: the token
                lacks the permission, or the state of the object forbids it.
            hms.NotFoundError: There is no such object, or none that this workspace can see.
            hms.APIError: Any other error status; `hms.APIConnectionError` when no answer came.
        """
        return (
            await self._sender.send(
                get_recording_asset_presigned_url.build(
                    asset_id,
                    presign_duration=presign_duration,
                )
            )
        ).parsed

    async def download(
        self,
        asset: RecordingAsset | str,
        path: str | os.PathLike[str],
        *,
        presign_duration: int | Unset = UNSET,
        if_exists: IfExists = "raise",
        progress: Progress | None = None,
        total_timeout: float | None = None,
    ) -> DownloadedFile:
        """Download a file from its pre-signed URL.

        The file is streamed into `<path>.part` and gets its name once it is complete. A download that breaks off goes
        on where it was, with a new URL when the old one has expired; so does a later call for the same path, unless
        the file in the storage has changed.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/recording-assets/get-presigned-url

        Args:
            asset: What to download, or its identifier. With the identifier alone, the size of the file is
                checked against nothing but what the storage says.
            path: The name of the file to write, in a folder that exists; or a folder, in which the file is named
                after its identifier and the name it has in the storage.
            presign_duration: For how long the address is to be valid, in seconds. Left out: three
                days for files on Amazon S3 and Google Cloud Storage, nine hours for those on Alibaba
                OSS. At least 1.
            if_exists: What to do when there is such a file: `raise`, `replace` it when the new one is complete, or
                `skip` the download.
            progress: Is called with the bytes that are there and the bytes of the whole file (None when that is not
                known) whenever some arrive. What it raises ends the download.
            total_timeout: Seconds that all of it may take. Default: no limit; `timeout` and `retries` of the client
                hold for each request, and the next bytes must come within the read timeout.

        Returns:
            Where the file is, its size, and how it got there.

        Raises:
            hms.DownloadRefusedError: The storage does not give the file out.
            hms.DownloadInterruptedError: The connection to the storage kept breaking, or time was up.
            hms.DownloadMismatchError: The file does not have the size that it must have.
            hms.DownloadFileError: The file cannot be written, or is there already.
            hms.APIError: No URL was given out, see `get_presigned_url`; `hms.APIConnectionError` when no
                answer came.
            ValueError: An argument is out of bounds.
        """
        return await self._sender.download(
            get_recording_asset_presigned_url.presigned_file(
                asset,
                presign_duration=presign_duration,
            ),
            path,
            if_exists=if_exists,
            progress=progress,
            total_timeout=total_timeout,
        )

    async def download_many(
        self,
        assets: Iterable[RecordingAsset | str] | AsyncIterable[RecordingAsset | str],
        directory: str | os.PathLike[str],
        *,
        concurrency: int = 4,
        presign_duration: int | Unset = UNSET,
        if_exists: IfExists = "raise",
        progress: FileProgress | None = None,
        total_timeout: float | None = None,
    ) -> DownloadReport:
        """Download several files into a folder, a few at once. One that fails does not stop the others.

        Each file is named after its identifier and the name it has in the storage, so no two have the same name. See
        `download` for how each is fetched.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/recording-assets/get-presigned-url

        Args:
            assets: What to download, or their identifiers; for example a list of this resource. They are
                read to their end before the first file is fetched. What is named twice is downloaded once.
            directory: The folder; it is made when it is missing.
            concurrency: How many files are fetched at once, each over a connection of its own. At least 1.
            presign_duration: For how long the address is to be valid, in seconds. Left out: three
                days for files on Amazon S3 and Google Cloud Storage, nine hours for those on Alibaba
                OSS. At least 1.
            if_exists: What to do about a file that is there already: report it as failed (`raise`), `replace` it when
                the new one is complete, or `skip` it.
            progress: Is called with an identifier, the bytes of that file that are there, and the bytes of the whole
                file, whenever some arrive; never twice at once.
                What it raises ends everything.
            total_timeout: Seconds that each of the files may take. Default: no limit.

        Returns:
            Which files are complete, and which failed with which error.

        Raises:
            OSError: The folder cannot be made.
            TypeError: `assets` is a single identifier.
            ValueError: An argument is out of bounds.
        """
        return await self._sender.download_many(
            assets,
            lambda asset: get_recording_asset_presigned_url.presigned_file(
                asset,
                presign_duration=presign_duration,
            ),
            directory,
            concurrency=concurrency,
            if_exists=if_exists,
            progress=progress,
            total_timeout=total_timeout,
        )


class RecordingAssetsWithResponse:
    """The methods of `RecordingAssets` returning the status, headers and body as well."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def get(
        self,
        asset_id: str,
    ) -> Response[RecordingAsset]:
        """Like `RecordingAssets.get`, returning the whole response."""
        return self._sender.send(
            get_recording_asset.build(
                asset_id,
            )
        )

    def get_presigned_url(
        self,
        asset_id: str,
        *,
        presign_duration: int | Unset = UNSET,
    ) -> Response[PresignedUrl]:
        """Like `RecordingAssets.get_presigned_url`, returning the whole response."""
        return self._sender.send(
            get_recording_asset_presigned_url.build(
                asset_id,
                presign_duration=presign_duration,
            )
        )


class AsyncRecordingAssetsWithResponse:
    """The methods of `AsyncRecordingAssets` returning the status, headers and body as well."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def get(
        self,
        asset_id: str,
    ) -> Response[RecordingAsset]:
        """Like `AsyncRecordingAssets.get`, returning the whole response."""
        return await self._sender.send(
            get_recording_asset.build(
                asset_id,
            )
        )

    async def get_presigned_url(
        self,
        asset_id: str,
        *,
        presign_duration: int | Unset = UNSET,
    ) -> Response[PresignedUrl]:
        """Like `AsyncRecordingAssets.get_presigned_url`, returning the whole response."""
        return await self._sender.send(
            get_recording_asset_presigned_url.build(
                asset_id,
                presign_duration=presign_duration,
            )
        )
