"""StreamKeys and AsyncStreamKeys: the operations of one family as methods."""

from __future__ import annotations

from ..api.stream_keys import create_stream_key, disable_stream_key, get_stream_key
from ..models.acknowledgement import Acknowledgement
from ..models.stream_key import StreamKey
from ..operation import AsyncPages, AsyncSender, Page, Response, Sender


class StreamKeys:
    """Keys with which broadcasting programs, such as OBS Studio, stream into a room over RTMP."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    @property
    def with_response(self) -> StreamKeysWithResponse:
        """The same methods returning the whole response; lists have it as `page.response`."""
        return StreamKeysWithResponse(self._sender)

    def get(
        self,
        room_id: str,
        *,
        max_items: int | None = None,
    ) -> Page[StreamKey]:
        """Retrieve the stream key of a room.

        The stream key of a room, and the RTMP server to stream to. Fetch it before each stream: the
        server can change.

        Fails with 404 when the room has no key that can be used, and with 403 while the room is
        disabled.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/stream-key/get-rtmp-stream-key

        Args:
            room_id: Identifies the room, by its `id`. At least 1 characters.
            max_items: Stop after this many items, however many pages they take. Default: all of them.

        Returns:
            A list with the stream key.

        Raises:
            hms.AuthenticationError: There is no valid token in the request: none was sent, it is
                malformed or expired, it is of another type, or its signature is wrong.
            hms.PermissionDeniedError: The token is valid but the action is not allowed: the token
                lacks the permission, or the state of the object forbids it.
            hms.NotFoundError: There is no such room in this workspace, or the room has no stream
                key that can be used.
            hms.APIError: Any other error status; `hms.APIConnectionError` when no answer came.
        """
        return self._sender.paginate(
            get_stream_key.build(
                room_id,
            ),
            get_stream_key.PAGINATION,
            max_items=max_items,
        )

    def create(
        self,
        room_id: str,
    ) -> StreamKey:
        """Create a stream key.

        Makes the stream key with which a broadcasting program can stream into the room, and tells the
        RTMP server to send the stream to. Room and template have to allow live streams; what comes in
        is streamed on to the viewers over HLS and is not seen by peers in the room.

        The live stream starts by itself when the program connects; do not start it over this API. When
        the program stops or is cut off, the live stream waits for it to come back, for as long as
        `autoStopTimeout` of the template's destination says. To end it at once, stop the live stream.

        Fails with 400 when the room has a key already, and with 403 while the room is disabled. Until
        100ms has opened RTMP ingestion for an account, a stream may last 5 minutes in HD and 15 minutes
        otherwise, if it is taken at all.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/stream-key/create-rtmp-stream-key

        Args:
            room_id: Identifies the room, by its `id`. At least 1 characters.

        Returns:
            The stream key.

        Raises:
            hms.BadRequestError: The room has a stream key that is not disabled. Fetch it, or
                disable it first.
            hms.AuthenticationError: There is no valid token in the request: none was sent, it is
                malformed or expired, it is of another type, or its signature is wrong.
            hms.PermissionDeniedError: The token is valid but the action is not allowed: the token
                lacks the permission, or the state of the object forbids it.
            hms.NotFoundError: There is no such object, or none that this workspace can see.
            hms.APIError: Any other error status; `hms.APIConnectionError` when no answer came.
        """
        return self._sender.send(
            create_stream_key.build(
                room_id,
            )
        ).parsed

    def disable(
        self,
        room_id: str,
    ) -> Acknowledgement:
        """Disable the stream key of a room.

        Makes the stream key useless for good. To replace a key that got out, disable it and create
        another; the new one counts from the next connection of the broadcasting program.

        Fails with 404 when the room has no key that can be used, and with 403 while the room is
        disabled.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/stream-key/disable-rtmp-stream-key

        Args:
            room_id: Identifies the room, by its `id`. At least 1 characters.

        Returns:
            The stream key is disabled.

        Raises:
            hms.AuthenticationError: There is no valid token in the request: none was sent, it is
                malformed or expired, it is of another type, or its signature is wrong.
            hms.PermissionDeniedError: The token is valid but the action is not allowed: the token
                lacks the permission, or the state of the object forbids it.
            hms.NotFoundError: There is no such room in this workspace, or the room has no stream
                key that can be used.
            hms.APIError: Any other error status; `hms.APIConnectionError` when no answer came.
        """
        return self._sender.send(
            disable_stream_key.build(
                room_id,
            )
        ).parsed


class AsyncStreamKeys:
    """Keys with which broadcasting programs, such as OBS Studio, stream into a room over RTMP."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    @property
    def with_response(self) -> AsyncStreamKeysWithResponse:
        """The same methods returning the whole response; lists have it as `page.response`."""
        return AsyncStreamKeysWithResponse(self._sender)

    def get(
        self,
        room_id: str,
        *,
        max_items: int | None = None,
    ) -> AsyncPages[StreamKey]:
        """Retrieve the stream key of a room.

        The stream key of a room, and the RTMP server to stream to. Fetch it before each stream: the
        server can change.

        Fails with 404 when the room has no key that can be used, and with 403 while the room is
        disabled.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/stream-key/get-rtmp-stream-key

        Args:
            room_id: Identifies the room, by its `id`. At least 1 characters.
            max_items: Stop after this many items, however many pages they take. Default: all of them.

        Returns:
            A list with the stream key.

        Raises:
            hms.AuthenticationError: There is no valid token in the request: none was sent, it is
                malformed or expired, it is of another type, or its signature is wrong.
            hms.PermissionDeniedError: The token is valid but the action is not allowed: the token
                lacks the permission, or the state of the object forbids it.
            hms.NotFoundError: There is no such room in this workspace, or the room has no stream
                key that can be used.
            hms.APIError: Any other error status; `hms.APIConnectionError` when no answer came.
        """
        return self._sender.paginate(
            get_stream_key.build(
                room_id,
            ),
            get_stream_key.PAGINATION,
            max_items=max_items,
        )

    async def create(
        self,
        room_id: str,
    ) -> StreamKey:
        """Create a stream key.

        Makes the stream key with which a broadcasting program can stream into the room, and tells the
        RTMP server to send the stream to. Room and template have to allow live streams; what comes in
        is streamed on to the viewers over HLS and is not seen by peers in the room.

        The live stream starts by itself when the program connects; do not start it over this API. When
        the program stops or is cut off, the live stream waits for it to come back, for as long as
        `autoStopTimeout` of the template's destination says. To end it at once, stop the live stream.

        Fails with 400 when the room has a key already, and with 403 while the room is disabled. Until
        100ms has opened RTMP ingestion for an account, a stream may last 5 minutes in HD and 15 minutes
        otherwise, if it is taken at all.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/stream-key/create-rtmp-stream-key

        Args:
            room_id: Identifies the room, by its `id`. At least 1 characters.

        Returns:
            The stream key.

        Raises:
            hms.BadRequestError: The room has a stream key that is not disabled. Fetch it, or
                disable it first.
            hms.AuthenticationError: There is no valid token in the request: none was sent, it is
                malformed or expired, it is of another type, or its signature is wrong.
            hms.PermissionDeniedError: The token is valid but the action is not allowed: the token
                lacks the permission, or the state of the object forbids it.
            hms.NotFoundError: There is no such object, or none that this workspace can see.
            hms.APIError: Any other error status; `hms.APIConnectionError` when no answer came.
        """
        return (
            await self._sender.send(
                create_stream_key.build(
                    room_id,
                )
            )
        ).parsed

    async def disable(
        self,
        room_id: str,
    ) -> Acknowledgement:
        """Disable the stream key of a room.

        Makes the stream key useless for good. To replace a key that got out, disable it and create
        another; the new one counts from the next connection of the broadcasting program.

        Fails with 404 when the room has no key that can be used, and with 403 while the room is
        disabled.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/stream-key/disable-rtmp-stream-key

        Args:
            room_id: Identifies the room, by its `id`. At least 1 characters.

        Returns:
            The stream key is disabled.

        Raises:
            hms.AuthenticationError: There is no valid token in the request: none was sent, it is
                malformed or expired, it is of another type, or its signature is wrong.
            hms.PermissionDeniedError: The token is valid but the action is not allowed: the token
                lacks the permission, or the state of the object forbids it.
            hms.NotFoundError: There is no such room in this workspace, or the room has no stream
                key that can be used.
            hms.APIError: Any other error status; `hms.APIConnectionError` when no answer came.
        """
        return (
            await self._sender.send(
                disable_stream_key.build(
                    room_id,
                )
            )
        ).parsed


class StreamKeysWithResponse:
    """The methods of `StreamKeys` returning the status, headers and body as well."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def create(
        self,
        room_id: str,
    ) -> Response[StreamKey]:
        """Like `StreamKeys.create`, returning the whole response."""
        return self._sender.send(
            create_stream_key.build(
                room_id,
            )
        )

    def disable(
        self,
        room_id: str,
    ) -> Response[Acknowledgement]:
        """Like `StreamKeys.disable`, returning the whole response."""
        return self._sender.send(
            disable_stream_key.build(
                room_id,
            )
        )


class AsyncStreamKeysWithResponse:
    """The methods of `AsyncStreamKeys` returning the status, headers and body as well."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def create(
        self,
        room_id: str,
    ) -> Response[StreamKey]:
        """Like `AsyncStreamKeys.create`, returning the whole response."""
        return await self._sender.send(
            create_stream_key.build(
                room_id,
            )
        )

    async def disable(
        self,
        room_id: str,
    ) -> Response[Acknowledgement]:
        """Like `AsyncStreamKeys.disable`, returning the whole response."""
        return await self._sender.send(
            disable_stream_key.build(
                room_id,
            )
        )
