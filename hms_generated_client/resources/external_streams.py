"""ExternalStreams and AsyncExternalStreams: the operations of one family as methods."""

from __future__ import annotations

import builtins
from collections.abc import Callable

from ..api.external_streams import (
    get_external_stream,
    list_external_streams,
    start_external_stream,
    stop_external_stream,
    stop_room_external_streams,
)
from ..masking import masked
from ..models.external_stream import ExternalStream
from ..models.external_stream_resolution import ExternalStreamResolution
from ..models.job_status import JobStatus
from ..models.start_external_stream_request import StartExternalStreamRequest
from ..operation import AsyncPages, AsyncSender, Page, Response, Sender
from ..types import UNSET, Unset


class ExternalStreams:
    """Streams of rooms over RTMP to other platforms, such as YouTube or Twitch. Start and stop them,
    record them, and look up earlier ones.
    """

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    @property
    def with_response(self) -> ExternalStreamsWithResponse:
        """The same methods returning the whole response; lists have it as `page.response`."""
        return ExternalStreamsWithResponse(self._sender)

    def list(
        self,
        *,
        room_id: str | Unset = UNSET,
        session_id: str | Unset = UNSET,
        status: JobStatus | Unset = UNSET,
        limit: int | Unset = UNSET,
        start: str | Unset = UNSET,
        max_items: int | None = None,
        prefetch: bool = False,
    ) -> Page[ExternalStream]:
        """List external streams.

        The external streams of all rooms of the workspace, page by page. Filters can be combined; an
        external stream must pass them all. Without filters, all are listed, those that run and those
        that are over.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/external-streams/list-all-external-streams

        Args:
            room_id: Only the external streams of this room.
            session_id: Only the external streams of this session.
            status: Only the external streams with this status.
            limit: How many objects a page holds at most. A page with fewer objects means that no
                more were found. Default: 10. From 10 to 100.
            start: Where the page begins: the value of `last` from the answer before. The page holds
                the objects that follow the one it names. Left out: the first page.
            max_items: Stop after this many items, however many pages they take. Default: all of them.
            prefetch: Whether iterating fetches the next page while you work on one. Default: False.

        Returns:
            One page of external streams.

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
            list_external_streams.build(
                room_id=room_id,
                session_id=session_id,
                status=status,
                limit=limit,
                start=start,
            ),
            list_external_streams.PAGINATION,
            max_items=max_items,
            prefetch=prefetch,
        )

    def get(
        self,
        stream_id: str,
    ) -> ExternalStream:
        """Retrieve an external stream.

        One external stream, whether it runs or is over. It can be fetched from the moment that it was
        started.

        If it was recorded, the file is in it once it is `completed`.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/external-streams/get-external-stream

        Args:
            stream_id: Identifies the external stream, by its `id`. At least 1 characters.

        Returns:
            The external stream.

        Raises:
            hms.AuthenticationError: There is no valid token in the request: none was sent, it is
                malformed or expired, it is of another type, or its signature is wrong.
            hms.PermissionDeniedError: The token is valid but the action is not allowed: the token
                lacks the permission, or the state of the object forbids it.
            hms.NotFoundError: There is no such object, or none that this workspace can see.
            hms.APIError: Any other error status; `hms.APIConnectionError` when no answer came.
        """
        return self._sender.send(
            get_external_stream.build(
                stream_id,
            )
        ).parsed

    def wait(
        self,
        stream_id: str,
        *,
        until: JobStatus | None = None,
        timeout: float = 900,
        on_poll: Callable[[ExternalStream], object] | None = None,
    ) -> ExternalStream:
        """Wait until an external stream is over and its file is there.

        Waiting stops nothing: a stream is over some time after somebody stopped it, or after the last
        participant left. It has a file if it was to be recorded.

        It is read at once, and then after pauses that grow, each time as `get` reads it.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/external-streams/get-external-stream

        Args:
            stream_id: Identifies the external stream, by its `id`. At least 1 characters.
            until: The state to wait for: `starting`, `running`, `stopping`, `post_processing` or
                `completed`. It need not be seen: any state after it will do. Default: `completed`.
            timeout: Seconds to wait at most; `math.inf` for no limit. Default: 900.
            on_poll: Called with each answer, for example to show progress.

        Returns:
            The external stream.

        Raises:
            hms.JobFailedError: It is `failed`; the error has the last answer.
            hms.WaitTimeoutError: It has not come so far in time; the error has the last answer.
            ValueError: `until` is no state to wait for, or `timeout` is not above 0.
            hms.AuthenticationError: There is no valid token in the request: none was sent, it is
                malformed or expired, it is of another type, or its signature is wrong.
            hms.PermissionDeniedError: The token is valid but the action is not allowed: the token
                lacks the permission, or the state of the object forbids it.
            hms.NotFoundError: There is no such object, or none that this workspace can see.
            hms.APIError: Any other error status; `hms.APIConnectionError` when no answer came.
        """
        return self._sender.wait(
            get_external_stream.build(
                stream_id,
            ),
            get_external_stream.WAITING,
            until=until,
            timeout=timeout,
            on_poll=on_poll,
        )

    def stop(
        self,
        stream_id: str,
    ) -> ExternalStream:
        """Stop an external stream.

        Ends one external stream and leaves the others of the room alone. A recording comes later: fetch
        the external stream until it is `completed`.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/external-streams/stop-external-stream-by-id

        Args:
            stream_id: Identifies the external stream, by its `id`. At least 1 characters.

        Returns:
            The external stream, which is about to stop.

        Raises:
            hms.AuthenticationError: There is no valid token in the request: none was sent, it is
                malformed or expired, it is of another type, or its signature is wrong.
            hms.PermissionDeniedError: The token is valid but the action is not allowed: the token
                lacks the permission, or the state of the object forbids it.
            hms.NotFoundError: There is no such object, or none that this workspace can see.
            hms.APIError: Any other error status; `hms.APIConnectionError` when no answer came.
        """
        return self._sender.send(
            stop_external_stream.build(
                stream_id,
            )
        ).parsed

    def start(
        self,
        room_id: str,
        *,
        meeting_url: str | Unset = UNSET,
        rtmp_urls: builtins.list[str],
        recording: bool | Unset = UNSET,
        resolution: ExternalStreamResolution | Unset = UNSET,
        destination: str | Unset = UNSET,
    ) -> ExternalStream:
        """Start streaming a room to other platforms.

        Sends a bot into the room, with a browser, and streams what it sees and hears to the RTMP
        servers of other platforms, five at most.

        The answer comes at once, while the stream is `starting`; it is `running` shortly after. Fetch
        the external stream to follow it, or wait for the events `beam.started.success`,
        `beam.stopped.success` and `beam.failure`; a URL that does not take the stream shows in the
        last.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/external-streams/start-external-stream-for-room

        Args:
            room_id: Identifies the room, by its `id`. At least 1 characters.
            meeting_url: The address at which the browser gets into the room without anybody
                clicking: a link of 100ms with `skip_preview=true`, or the page of a web app of your
                own, which then decides how the stream looks. The role in the link decides who is seen
                and heard in it.

                Left out, the server makes the address. It is needed when external streaming is switched
                off on the dashboard, and when the template has no subdomain, as those made over this
                API do not.

                Links of 100ms take these query parameters:

                * `skip_preview=true`: join at once, without the controls of the page.
                * `skip_preview_headful=true`: join at once, with the controls.
                * `auth_token`: a client token to join with. Whoever may read the external stream can
                  read it, too.
                * `ui_mode=activespeaker`: show the one who speaks in large.
                * `name`: the name of the bot.
            rtmp_urls: Where to stream to, five at most. Another page of the documentation says
                three. At most 5 items.
            recording: Whether to record the stream, too: one asset of the type `room-composite`
                when it is over.
            resolution: The size of the streamed picture. Left out: that of the template, or 1280 x
                720 pixels.
            destination: The destination of the template to take settings from, by its name. Needed
                only when the template has several for external streams.

        Returns:
            The external stream, which is about to start.

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
        rtmp_urls = masked(rtmp_urls)
        return self._sender.send(
            start_external_stream.build(
                room_id,
                body=StartExternalStreamRequest(
                    meeting_url=meeting_url,
                    rtmp_urls=rtmp_urls,
                    recording=recording,
                    resolution=resolution,
                    destination=destination,
                ),
            )
        ).parsed

    def stop_for_room(
        self,
        room_id: str,
        *,
        max_items: int | None = None,
    ) -> Page[ExternalStream]:
        """Stop all external streams of a room.

        Ends every external stream that runs in the room, and answers with these external streams.
        Recordings come later: fetch each stream until it is `completed`.

        The answer has the form of a page and is complete; there is no way to ask for another. Look at
        its `error`, too.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/external-streams/stop-external-stream-for-room

        Args:
            room_id: Identifies the room, by its `id`. At least 1 characters.
            max_items: Stop after this many items, however many pages they take. Default: all of them.

        Returns:
            The external streams that were told to stop.

        Raises:
            hms.AuthenticationError: There is no valid token in the request: none was sent, it is
                malformed or expired, it is of another type, or its signature is wrong.
            hms.PermissionDeniedError: The token is valid but the action is not allowed: the token
                lacks the permission, or the state of the object forbids it.
            hms.NotFoundError: There is no such object, or none that this workspace can see.
            hms.APIError: Any other error status; `hms.APIConnectionError` when no answer came.
        """
        return self._sender.paginate(
            stop_room_external_streams.build(
                room_id,
            ),
            stop_room_external_streams.PAGINATION,
            max_items=max_items,
        )


class AsyncExternalStreams:
    """Streams of rooms over RTMP to other platforms, such as YouTube or Twitch. Start and stop them,
    record them, and look up earlier ones.
    """

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    @property
    def with_response(self) -> AsyncExternalStreamsWithResponse:
        """The same methods returning the whole response; lists have it as `page.response`."""
        return AsyncExternalStreamsWithResponse(self._sender)

    def list(
        self,
        *,
        room_id: str | Unset = UNSET,
        session_id: str | Unset = UNSET,
        status: JobStatus | Unset = UNSET,
        limit: int | Unset = UNSET,
        start: str | Unset = UNSET,
        max_items: int | None = None,
        prefetch: bool = False,
    ) -> AsyncPages[ExternalStream]:
        """List external streams.

        The external streams of all rooms of the workspace, page by page. Filters can be combined; an
        external stream must pass them all. Without filters, all are listed, those that run and those
        that are over.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/external-streams/list-all-external-streams

        Args:
            room_id: Only the external streams of this room.
            session_id: Only the external streams of this session.
            status: Only the external streams with this status.
            limit: How many objects a page holds at most. A page with fewer objects means that no
                more were found. Default: 10. From 10 to 100.
            start: Where the page begins: the value of `last` from the answer before. The page holds
                the objects that follow the one it names. Left out: the first page.
            max_items: Stop after this many items, however many pages they take. Default: all of them.
            prefetch: Whether iterating fetches the next page while you work on one. Default: False.

        Returns:
            One page of external streams.

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
            list_external_streams.build(
                room_id=room_id,
                session_id=session_id,
                status=status,
                limit=limit,
                start=start,
            ),
            list_external_streams.PAGINATION,
            max_items=max_items,
            prefetch=prefetch,
        )

    async def get(
        self,
        stream_id: str,
    ) -> ExternalStream:
        """Retrieve an external stream.

        One external stream, whether it runs or is over. It can be fetched from the moment that it was
        started.

        If it was recorded, the file is in it once it is `completed`.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/external-streams/get-external-stream

        Args:
            stream_id: Identifies the external stream, by its `id`. At least 1 characters.

        Returns:
            The external stream.

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
                get_external_stream.build(
                    stream_id,
                )
            )
        ).parsed

    async def wait(
        self,
        stream_id: str,
        *,
        until: JobStatus | None = None,
        timeout: float = 900,
        on_poll: Callable[[ExternalStream], object] | None = None,
    ) -> ExternalStream:
        """Wait until an external stream is over and its file is there.

        Waiting stops nothing: a stream is over some time after somebody stopped it, or after the last
        participant left. It has a file if it was to be recorded.

        It is read at once, and then after pauses that grow, each time as `get` reads it.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/external-streams/get-external-stream

        Args:
            stream_id: Identifies the external stream, by its `id`. At least 1 characters.
            until: The state to wait for: `starting`, `running`, `stopping`, `post_processing` or
                `completed`. It need not be seen: any state after it will do. Default: `completed`.
            timeout: Seconds to wait at most; `math.inf` for no limit. Default: 900.
            on_poll: Called with each answer, for example to show progress.

        Returns:
            The external stream.

        Raises:
            hms.JobFailedError: It is `failed`; the error has the last answer.
            hms.WaitTimeoutError: It has not come so far in time; the error has the last answer.
            ValueError: `until` is no state to wait for, or `timeout` is not above 0.
            hms.AuthenticationError: There is no valid token in the request: none was sent, it is
                malformed or expired, it is of another type, or its signature is wrong.
            hms.PermissionDeniedError: The token is valid but the action is not allowed: the token
                lacks the permission, or the state of the object forbids it.
            hms.NotFoundError: There is no such object, or none that this workspace can see.
            hms.APIError: Any other error status; `hms.APIConnectionError` when no answer came.
        """
        return await self._sender.wait(
            get_external_stream.build(
                stream_id,
            ),
            get_external_stream.WAITING,
            until=until,
            timeout=timeout,
            on_poll=on_poll,
        )

    async def stop(
        self,
        stream_id: str,
    ) -> ExternalStream:
        """Stop an external stream.

        Ends one external stream and leaves the others of the room alone. A recording comes later: fetch
        the external stream until it is `completed`.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/external-streams/stop-external-stream-by-id

        Args:
            stream_id: Identifies the external stream, by its `id`. At least 1 characters.

        Returns:
            The external stream, which is about to stop.

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
                stop_external_stream.build(
                    stream_id,
                )
            )
        ).parsed

    async def start(
        self,
        room_id: str,
        *,
        meeting_url: str | Unset = UNSET,
        rtmp_urls: builtins.list[str],
        recording: bool | Unset = UNSET,
        resolution: ExternalStreamResolution | Unset = UNSET,
        destination: str | Unset = UNSET,
    ) -> ExternalStream:
        """Start streaming a room to other platforms.

        Sends a bot into the room, with a browser, and streams what it sees and hears to the RTMP
        servers of other platforms, five at most.

        The answer comes at once, while the stream is `starting`; it is `running` shortly after. Fetch
        the external stream to follow it, or wait for the events `beam.started.success`,
        `beam.stopped.success` and `beam.failure`; a URL that does not take the stream shows in the
        last.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/external-streams/start-external-stream-for-room

        Args:
            room_id: Identifies the room, by its `id`. At least 1 characters.
            meeting_url: The address at which the browser gets into the room without anybody
                clicking: a link of 100ms with `skip_preview=true`, or the page of a web app of your
                own, which then decides how the stream looks. The role in the link decides who is seen
                and heard in it.

                Left out, the server makes the address. It is needed when external streaming is switched
                off on the dashboard, and when the template has no subdomain, as those made over this
                API do not.

                Links of 100ms take these query parameters:

                * `skip_preview=true`: join at once, without the controls of the page.
                * `skip_preview_headful=true`: join at once, with the controls.
                * `auth_token`: a client token to join with. Whoever may read the external stream can
                  read it, too.
                * `ui_mode=activespeaker`: show the one who speaks in large.
                * `name`: the name of the bot.
            rtmp_urls: Where to stream to, five at most. Another page of the documentation says
                three. At most 5 items.
            recording: Whether to record the stream, too: one asset of the type `room-composite`
                when it is over.
            resolution: The size of the streamed picture. Left out: that of the template, or 1280 x
                720 pixels.
            destination: The destination of the template to take settings from, by its name. Needed
                only when the template has several for external streams.

        Returns:
            The external stream, which is about to start.

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
        rtmp_urls = masked(rtmp_urls)
        return (
            await self._sender.send(
                start_external_stream.build(
                    room_id,
                    body=StartExternalStreamRequest(
                        meeting_url=meeting_url,
                        rtmp_urls=rtmp_urls,
                        recording=recording,
                        resolution=resolution,
                        destination=destination,
                    ),
                )
            )
        ).parsed

    def stop_for_room(
        self,
        room_id: str,
        *,
        max_items: int | None = None,
    ) -> AsyncPages[ExternalStream]:
        """Stop all external streams of a room.

        Ends every external stream that runs in the room, and answers with these external streams.
        Recordings come later: fetch each stream until it is `completed`.

        The answer has the form of a page and is complete; there is no way to ask for another. Look at
        its `error`, too.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/external-streams/stop-external-stream-for-room

        Args:
            room_id: Identifies the room, by its `id`. At least 1 characters.
            max_items: Stop after this many items, however many pages they take. Default: all of them.

        Returns:
            The external streams that were told to stop.

        Raises:
            hms.AuthenticationError: There is no valid token in the request: none was sent, it is
                malformed or expired, it is of another type, or its signature is wrong.
            hms.PermissionDeniedError: The token is valid but the action is not allowed: the token
                lacks the permission, or the state of the object forbids it.
            hms.NotFoundError: There is no such object, or none that this workspace can see.
            hms.APIError: Any other error status; `hms.APIConnectionError` when no answer came.
        """
        return self._sender.paginate(
            stop_room_external_streams.build(
                room_id,
            ),
            stop_room_external_streams.PAGINATION,
            max_items=max_items,
        )


class ExternalStreamsWithResponse:
    """The methods of `ExternalStreams` returning the status, headers and body as well."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def get(
        self,
        stream_id: str,
    ) -> Response[ExternalStream]:
        """Like `ExternalStreams.get`, returning the whole response."""
        return self._sender.send(
            get_external_stream.build(
                stream_id,
            )
        )

    def stop(
        self,
        stream_id: str,
    ) -> Response[ExternalStream]:
        """Like `ExternalStreams.stop`, returning the whole response."""
        return self._sender.send(
            stop_external_stream.build(
                stream_id,
            )
        )

    def start(
        self,
        room_id: str,
        *,
        meeting_url: str | Unset = UNSET,
        rtmp_urls: builtins.list[str],
        recording: bool | Unset = UNSET,
        resolution: ExternalStreamResolution | Unset = UNSET,
        destination: str | Unset = UNSET,
    ) -> Response[ExternalStream]:
        """Like `ExternalStreams.start`, returning the whole response."""
        rtmp_urls = masked(rtmp_urls)
        return self._sender.send(
            start_external_stream.build(
                room_id,
                body=StartExternalStreamRequest(
                    meeting_url=meeting_url,
                    rtmp_urls=rtmp_urls,
                    recording=recording,
                    resolution=resolution,
                    destination=destination,
                ),
            )
        )


class AsyncExternalStreamsWithResponse:
    """The methods of `AsyncExternalStreams` returning the status, headers and body as well."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def get(
        self,
        stream_id: str,
    ) -> Response[ExternalStream]:
        """Like `AsyncExternalStreams.get`, returning the whole response."""
        return await self._sender.send(
            get_external_stream.build(
                stream_id,
            )
        )

    async def stop(
        self,
        stream_id: str,
    ) -> Response[ExternalStream]:
        """Like `AsyncExternalStreams.stop`, returning the whole response."""
        return await self._sender.send(
            stop_external_stream.build(
                stream_id,
            )
        )

    async def start(
        self,
        room_id: str,
        *,
        meeting_url: str | Unset = UNSET,
        rtmp_urls: builtins.list[str],
        recording: bool | Unset = UNSET,
        resolution: ExternalStreamResolution | Unset = UNSET,
        destination: str | Unset = UNSET,
    ) -> Response[ExternalStream]:
        """Like `AsyncExternalStreams.start`, returning the whole response."""
        rtmp_urls = masked(rtmp_urls)
        return await self._sender.send(
            start_external_stream.build(
                room_id,
                body=StartExternalStreamRequest(
                    meeting_url=meeting_url,
                    rtmp_urls=rtmp_urls,
                    recording=recording,
                    resolution=resolution,
                    destination=destination,
                ),
            )
        )
