"""LiveStreams and AsyncLiveStreams: the operations of one family as methods."""

from __future__ import annotations

from collections.abc import Callable

from ..api.live_streams import (
    get_live_stream,
    list_live_streams,
    pause_live_stream_recording,
    resume_live_stream_recording,
    send_timed_metadata,
    start_live_stream,
    stop_live_stream,
    stop_room_live_streams,
)
from ..models.job_status import JobStatus
from ..models.live_stream import LiveStream
from ..models.live_stream_recording import LiveStreamRecording
from ..models.live_stream_transcription import LiveStreamTranscription
from ..models.send_timed_metadata_request import SendTimedMetadataRequest
from ..models.start_live_stream_request import StartLiveStreamRequest
from ..operation import AsyncPages, AsyncSender, Page, Response, Sender
from ..types import UNSET, Unset


class LiveStreams:
    """Streams of rooms over HLS, for viewers who need not join. Start and stop them, send their players
    timed metadata, and record them.
    """

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    @property
    def with_response(self) -> LiveStreamsWithResponse:
        """The same methods returning the whole response; lists have it as `page.response`."""
        return LiveStreamsWithResponse(self._sender)

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
    ) -> Page[LiveStream]:
        """List live streams.

        The live streams of all rooms of the workspace, page by page. Filters can be combined; a live
        stream must pass them all. Without filters, all are listed, those that run and those that are
        over.

        Their recorded files are not in the list: fetch a live stream, or list the recording assets of a
        session.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/live-streams/list-all-live-streams

        Args:
            room_id: Only the live streams of this room.
            session_id: Only the live streams of this session.
            status: Only the live streams with this status.
            limit: How many objects a page holds at most. A page with fewer objects means that no
                more were found. Default: 10. From 10 to 100.
            start: Where the page begins: the value of `last` from the answer before. The page holds
                the objects that follow the one it names. Left out: the first page.
            max_items: Stop after this many items, however many pages they take. Default: all of them.
            prefetch: Whether iterating fetches the next page while you work on one. Default: False.

        Returns:
            One page of live streams.

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
            list_live_streams.build(
                room_id=room_id,
                session_id=session_id,
                status=status,
                limit=limit,
                start=start,
            ),
            list_live_streams.PAGINATION,
            max_items=max_items,
            prefetch=prefetch,
        )

    def get(
        self,
        stream_id: str,
    ) -> LiveStream:
        """Retrieve a live stream.

        One live stream, whether it runs or is over. It can be fetched from the moment that it was
        started.

        The recorded files are in it once it is `completed`.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/live-streams/get-live-stream

        Args:
            stream_id: Identifies the live stream, by its `id`. At least 1 characters.

        Returns:
            The live stream.

        Raises:
            hms.AuthenticationError: There is no valid token in the request: none was sent, it is
                malformed or expired, it is of another type, or its signature is wrong.
            hms.PermissionDeniedError: The token is valid but the action is not allowed: the token
                lacks the permission, or the state of the object forbids it.
            hms.NotFoundError: There is no such object, or none that this workspace can see.
            hms.APIError: Any other error status; `hms.APIConnectionError` when no answer came.
        """
        return self._sender.send(
            get_live_stream.build(
                stream_id,
            )
        ).parsed

    def wait(
        self,
        stream_id: str,
        *,
        until: JobStatus | None = None,
        timeout: float = 900,
        on_poll: Callable[[LiveStream], object] | None = None,
    ) -> LiveStream:
        """Wait until a live stream is over and its files are there.

        Waiting stops nothing: a stream is over some time after somebody stopped it, or after the last
        participant left. Until `running`, viewers find nothing to play.

        It is read at once, and then after pauses that grow, each time as `get` reads it.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/live-streams/get-live-stream

        Args:
            stream_id: Identifies the live stream, by its `id`. At least 1 characters.
            until: The state to wait for: `starting`, `running`, `stopping`, `post_processing` or
                `completed`. It need not be seen: any state after it will do. Default: `completed`.
            timeout: Seconds to wait at most; `math.inf` for no limit. Default: 900.
            on_poll: Called with each answer, for example to show progress.

        Returns:
            The live stream.

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
            get_live_stream.build(
                stream_id,
            ),
            get_live_stream.WAITING,
            until=until,
            timeout=timeout,
            on_poll=on_poll,
        )

    def stop(
        self,
        stream_id: str,
    ) -> LiveStream:
        """Stop a live stream.

        Ends one live stream. Its recordings come later: fetch the live stream until it is `completed`.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/live-streams/stop-live-stream-by-id

        Args:
            stream_id: Identifies the live stream, by its `id`. At least 1 characters.

        Returns:
            The live stream, which is about to stop.

        Raises:
            hms.AuthenticationError: There is no valid token in the request: none was sent, it is
                malformed or expired, it is of another type, or its signature is wrong.
            hms.PermissionDeniedError: The token is valid but the action is not allowed: the token
                lacks the permission, or the state of the object forbids it.
            hms.NotFoundError: There is no such object, or none that this workspace can see.
            hms.APIError: Any other error status; `hms.APIConnectionError` when no answer came.
        """
        return self._sender.send(
            stop_live_stream.build(
                stream_id,
            )
        ).parsed

    def send_timed_metadata(
        self,
        stream_id: str,
        *,
        payload: str,
        duration: int,
    ) -> LiveStream:
        """Send timed metadata to the viewers of a live stream.

        Puts a short text into a live stream that runs. The players of the viewers get it in time with
        the picture, and can act on it: show a question, a product, the score.

        Sending the same text twice makes the players act twice.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/live-streams/send-timed-metadata

        Args:
            stream_id: Identifies the live stream, by its `id`. At least 1 characters.
            payload: The text that the players of the viewers get. What it means is up to your
                player; JSON will do, if it is short. At most 100 characters.
            duration: For how long the text holds, in seconds. At least 1.

        Returns:
            The live stream that the text was put into.

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
            send_timed_metadata.build(
                stream_id,
                body=SendTimedMetadataRequest(
                    payload=payload,
                    duration=duration,
                ),
            )
        ).parsed

    def pause_recording(
        self,
        stream_id: str,
    ) -> LiveStream:
        """Pause the recording of a live stream.

        Leaves what happens from now on out of the recording, until it is resumed; the viewers see the
        stream go on. Use it while the broadcaster is away, so that the recording is fit to be watched
        later.

        Nothing in the answer tells that the recording is paused.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/live-streams/pause-live-stream-recording

        Args:
            stream_id: Identifies the live stream, by its `id`. At least 1 characters.

        Returns:
            The live stream, whose recording is now paused.

        Raises:
            hms.AuthenticationError: There is no valid token in the request: none was sent, it is
                malformed or expired, it is of another type, or its signature is wrong.
            hms.PermissionDeniedError: The token is valid but the action is not allowed: the token
                lacks the permission, or the state of the object forbids it.
            hms.NotFoundError: There is no such object, or none that this workspace can see.
            hms.APIError: Any other error status; `hms.APIConnectionError` when no answer came.
        """
        return self._sender.send(
            pause_live_stream_recording.build(
                stream_id,
            )
        ).parsed

    def resume_recording(
        self,
        stream_id: str,
    ) -> LiveStream:
        """Resume the recording of a live stream.

        Goes on with the recording of a live stream that was paused.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/live-streams/resume-live-stream-recording

        Args:
            stream_id: Identifies the live stream, by its `id`. At least 1 characters.

        Returns:
            The live stream, whose recording is no longer paused.

        Raises:
            hms.AuthenticationError: There is no valid token in the request: none was sent, it is
                malformed or expired, it is of another type, or its signature is wrong.
            hms.PermissionDeniedError: The token is valid but the action is not allowed: the token
                lacks the permission, or the state of the object forbids it.
            hms.NotFoundError: There is no such object, or none that this workspace can see.
            hms.APIError: Any other error status; `hms.APIConnectionError` when no answer came.
        """
        return self._sender.send(
            resume_live_stream_recording.build(
                stream_id,
            )
        ).parsed

    def start(
        self,
        room_id: str,
        *,
        meeting_url: str | Unset = UNSET,
        recording: LiveStreamRecording | Unset = UNSET,
        destination: str | Unset = UNSET,
        transcription: LiveStreamTranscription | Unset = UNSET,
    ) -> LiveStream:
        """Start a live stream of a room.

        Sends a bot into the room, with a browser, and streams what it sees and hears over HLS. All
        settings are optional: `{}` streams as the room's template says. Give the address in `playback`
        to the viewers' players.

        The answer comes at once, while the stream is `starting`; it is `running` shortly after. Fetch
        the live stream to follow it, or wait for the events `hls.started.success`,
        `hls.stopped.success`, `hls.recording.success` and `hls.failure`.

        Do not call it for a room that a broadcaster streams into with a stream key: there the live
        stream starts by itself when the broadcaster connects.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/live-streams/start-live-stream-for-room

        Args:
            room_id: Identifies the room, by its `id`. At least 1 characters.
            meeting_url: The address at which the browser gets into the room without anybody
                clicking: a link of 100ms with `skip_preview=true`, or the page of a web app of your
                own, which then decides how the stream looks. The role in the link decides who is seen
                and heard in it.

                Left out, the server makes the address. It is needed when live streaming is switched off
                on the dashboard, and when the template has no subdomain, as those made over this API do
                not.

                Links of 100ms take these query parameters:

                * `skip_preview=true`: join at once, without the controls of the page.
                * `skip_preview_headful=true`: join at once, with the controls.
                * `auth_token`: a client token to join with. Whoever may read the live stream can read
                  it, too.
                * `ui_mode=activespeaker`: show the one who speaks in large.
                * `name`: the name of the bot.
            recording: What is recorded of the stream. Left out: what the template says.
            destination: The destination of the template to take settings from, by its name. Needed
                only when the template has several for live streams.
            transcription: How the stream, or its recording, is turned into text. Left out: as the
                template says.

        Returns:
            The live stream, which is about to start.

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
            start_live_stream.build(
                room_id,
                body=StartLiveStreamRequest(
                    meeting_url=meeting_url,
                    recording=recording,
                    destination=destination,
                    transcription=transcription,
                ),
            )
        ).parsed

    def stop_for_room(
        self,
        room_id: str,
        *,
        max_items: int | None = None,
    ) -> Page[LiveStream]:
        """Stop all live streams of a room.

        Ends every live stream that runs in the room, also one that a broadcaster feeds with a stream
        key, and answers with these live streams. Recordings come later: fetch each stream until it is
        `completed`.

        The answer has the form of a page and is complete; there is no way to ask for another. Look at
        its `error`, too.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/live-streams/stop-live-stream-for-room

        Args:
            room_id: Identifies the room, by its `id`. At least 1 characters.
            max_items: Stop after this many items, however many pages they take. Default: all of them.

        Returns:
            The live streams that were told to stop.

        Raises:
            hms.AuthenticationError: There is no valid token in the request: none was sent, it is
                malformed or expired, it is of another type, or its signature is wrong.
            hms.PermissionDeniedError: The token is valid but the action is not allowed: the token
                lacks the permission, or the state of the object forbids it.
            hms.NotFoundError: There is no such object, or none that this workspace can see.
            hms.APIError: Any other error status; `hms.APIConnectionError` when no answer came.
        """
        return self._sender.paginate(
            stop_room_live_streams.build(
                room_id,
            ),
            stop_room_live_streams.PAGINATION,
            max_items=max_items,
        )


class AsyncLiveStreams:
    """Streams of rooms over HLS, for viewers who need not join. Start and stop them, send their players
    timed metadata, and record them.
    """

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    @property
    def with_response(self) -> AsyncLiveStreamsWithResponse:
        """The same methods returning the whole response; lists have it as `page.response`."""
        return AsyncLiveStreamsWithResponse(self._sender)

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
    ) -> AsyncPages[LiveStream]:
        """List live streams.

        The live streams of all rooms of the workspace, page by page. Filters can be combined; a live
        stream must pass them all. Without filters, all are listed, those that run and those that are
        over.

        Their recorded files are not in the list: fetch a live stream, or list the recording assets of a
        session.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/live-streams/list-all-live-streams

        Args:
            room_id: Only the live streams of this room.
            session_id: Only the live streams of this session.
            status: Only the live streams with this status.
            limit: How many objects a page holds at most. A page with fewer objects means that no
                more were found. Default: 10. From 10 to 100.
            start: Where the page begins: the value of `last` from the answer before. The page holds
                the objects that follow the one it names. Left out: the first page.
            max_items: Stop after this many items, however many pages they take. Default: all of them.
            prefetch: Whether iterating fetches the next page while you work on one. Default: False.

        Returns:
            One page of live streams.

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
            list_live_streams.build(
                room_id=room_id,
                session_id=session_id,
                status=status,
                limit=limit,
                start=start,
            ),
            list_live_streams.PAGINATION,
            max_items=max_items,
            prefetch=prefetch,
        )

    async def get(
        self,
        stream_id: str,
    ) -> LiveStream:
        """Retrieve a live stream.

        One live stream, whether it runs or is over. It can be fetched from the moment that it was
        started.

        The recorded files are in it once it is `completed`.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/live-streams/get-live-stream

        Args:
            stream_id: Identifies the live stream, by its `id`. At least 1 characters.

        Returns:
            The live stream.

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
                get_live_stream.build(
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
        on_poll: Callable[[LiveStream], object] | None = None,
    ) -> LiveStream:
        """Wait until a live stream is over and its files are there.

        Waiting stops nothing: a stream is over some time after somebody stopped it, or after the last
        participant left. Until `running`, viewers find nothing to play.

        It is read at once, and then after pauses that grow, each time as `get` reads it.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/live-streams/get-live-stream

        Args:
            stream_id: Identifies the live stream, by its `id`. At least 1 characters.
            until: The state to wait for: `starting`, `running`, `stopping`, `post_processing` or
                `completed`. It need not be seen: any state after it will do. Default: `completed`.
            timeout: Seconds to wait at most; `math.inf` for no limit. Default: 900.
            on_poll: Called with each answer, for example to show progress.

        Returns:
            The live stream.

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
            get_live_stream.build(
                stream_id,
            ),
            get_live_stream.WAITING,
            until=until,
            timeout=timeout,
            on_poll=on_poll,
        )

    async def stop(
        self,
        stream_id: str,
    ) -> LiveStream:
        """Stop a live stream.

        Ends one live stream. Its recordings come later: fetch the live stream until it is `completed`.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/live-streams/stop-live-stream-by-id

        Args:
            stream_id: Identifies the live stream, by its `id`. At least 1 characters.

        Returns:
            The live stream, which is about to stop.

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
                stop_live_stream.build(
                    stream_id,
                )
            )
        ).parsed

    async def send_timed_metadata(
        self,
        stream_id: str,
        *,
        payload: str,
        duration: int,
    ) -> LiveStream:
        """Send timed metadata to the viewers of a live stream.

        Puts a short text into a live stream that runs. The players of the viewers get it in time with
        the picture, and can act on it: show a question, a product, the score.

        Sending the same text twice makes the players act twice.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/live-streams/send-timed-metadata

        Args:
            stream_id: Identifies the live stream, by its `id`. At least 1 characters.
            payload: The text that the players of the viewers get. What it means is up to your
                player; JSON will do, if it is short. At most 100 characters.
            duration: For how long the text holds, in seconds. At least 1.

        Returns:
            The live stream that the text was put into.

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
                send_timed_metadata.build(
                    stream_id,
                    body=SendTimedMetadataRequest(
                        payload=payload,
                        duration=duration,
                    ),
                )
            )
        ).parsed

    async def pause_recording(
        self,
        stream_id: str,
    ) -> LiveStream:
        """Pause the recording of a live stream.

        Leaves what happens from now on out of the recording, until it is resumed; the viewers see the
        stream go on. Use it while the broadcaster is away, so that the recording is fit to be watched
        later.

        Nothing in the answer tells that the recording is paused.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/live-streams/pause-live-stream-recording

        Args:
            stream_id: Identifies the live stream, by its `id`. At least 1 characters.

        Returns:
            The live stream, whose recording is now paused.

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
                pause_live_stream_recording.build(
                    stream_id,
                )
            )
        ).parsed

    async def resume_recording(
        self,
        stream_id: str,
    ) -> LiveStream:
        """Resume the recording of a live stream.

        Goes on with the recording of a live stream that was paused.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/live-streams/resume-live-stream-recording

        Args:
            stream_id: Identifies the live stream, by its `id`. At least 1 characters.

        Returns:
            The live stream, whose recording is no longer paused.

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
                resume_live_stream_recording.build(
                    stream_id,
                )
            )
        ).parsed

    async def start(
        self,
        room_id: str,
        *,
        meeting_url: str | Unset = UNSET,
        recording: LiveStreamRecording | Unset = UNSET,
        destination: str | Unset = UNSET,
        transcription: LiveStreamTranscription | Unset = UNSET,
    ) -> LiveStream:
        """Start a live stream of a room.

        Sends a bot into the room, with a browser, and streams what it sees and hears over HLS. All
        settings are optional: `{}` streams as the room's template says. Give the address in `playback`
        to the viewers' players.

        The answer comes at once, while the stream is `starting`; it is `running` shortly after. Fetch
        the live stream to follow it, or wait for the events `hls.started.success`,
        `hls.stopped.success`, `hls.recording.success` and `hls.failure`.

        Do not call it for a room that a broadcaster streams into with a stream key: there the live
        stream starts by itself when the broadcaster connects.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/live-streams/start-live-stream-for-room

        Args:
            room_id: Identifies the room, by its `id`. At least 1 characters.
            meeting_url: The address at which the browser gets into the room without anybody
                clicking: a link of 100ms with `skip_preview=true`, or the page of a web app of your
                own, which then decides how the stream looks. The role in the link decides who is seen
                and heard in it.

                Left out, the server makes the address. It is needed when live streaming is switched off
                on the dashboard, and when the template has no subdomain, as those made over this API do
                not.

                Links of 100ms take these query parameters:

                * `skip_preview=true`: join at once, without the controls of the page.
                * `skip_preview_headful=true`: join at once, with the controls.
                * `auth_token`: a client token to join with. Whoever may read the live stream can read
                  it, too.
                * `ui_mode=activespeaker`: show the one who speaks in large.
                * `name`: the name of the bot.
            recording: What is recorded of the stream. Left out: what the template says.
            destination: The destination of the template to take settings from, by its name. Needed
                only when the template has several for live streams.
            transcription: How the stream, or its recording, is turned into text. Left out: as the
                template says.

        Returns:
            The live stream, which is about to start.

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
                start_live_stream.build(
                    room_id,
                    body=StartLiveStreamRequest(
                        meeting_url=meeting_url,
                        recording=recording,
                        destination=destination,
                        transcription=transcription,
                    ),
                )
            )
        ).parsed

    def stop_for_room(
        self,
        room_id: str,
        *,
        max_items: int | None = None,
    ) -> AsyncPages[LiveStream]:
        """Stop all live streams of a room.

        Ends every live stream that runs in the room, also one that a broadcaster feeds with a stream
        key, and answers with these live streams. Recordings come later: fetch each stream until it is
        `completed`.

        The answer has the form of a page and is complete; there is no way to ask for another. Look at
        its `error`, too.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/live-streams/stop-live-stream-for-room

        Args:
            room_id: Identifies the room, by its `id`. At least 1 characters.
            max_items: Stop after this many items, however many pages they take. Default: all of them.

        Returns:
            The live streams that were told to stop.

        Raises:
            hms.AuthenticationError: There is no valid token in the request: none was sent, it is
                malformed or expired, it is of another type, or its signature is wrong.
            hms.PermissionDeniedError: The token is valid but the action is not allowed: the token
                lacks the permission, or the state of the object forbids it.
            hms.NotFoundError: There is no such object, or none that this workspace can see.
            hms.APIError: Any other error status; `hms.APIConnectionError` when no answer came.
        """
        return self._sender.paginate(
            stop_room_live_streams.build(
                room_id,
            ),
            stop_room_live_streams.PAGINATION,
            max_items=max_items,
        )


class LiveStreamsWithResponse:
    """The methods of `LiveStreams` returning the status, headers and body as well."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def get(
        self,
        stream_id: str,
    ) -> Response[LiveStream]:
        """Like `LiveStreams.get`, returning the whole response."""
        return self._sender.send(
            get_live_stream.build(
                stream_id,
            )
        )

    def stop(
        self,
        stream_id: str,
    ) -> Response[LiveStream]:
        """Like `LiveStreams.stop`, returning the whole response."""
        return self._sender.send(
            stop_live_stream.build(
                stream_id,
            )
        )

    def send_timed_metadata(
        self,
        stream_id: str,
        *,
        payload: str,
        duration: int,
    ) -> Response[LiveStream]:
        """Like `LiveStreams.send_timed_metadata`, returning the whole response."""
        return self._sender.send(
            send_timed_metadata.build(
                stream_id,
                body=SendTimedMetadataRequest(
                    payload=payload,
                    duration=duration,
                ),
            )
        )

    def pause_recording(
        self,
        stream_id: str,
    ) -> Response[LiveStream]:
        """Like `LiveStreams.pause_recording`, returning the whole response."""
        return self._sender.send(
            pause_live_stream_recording.build(
                stream_id,
            )
        )

    def resume_recording(
        self,
        stream_id: str,
    ) -> Response[LiveStream]:
        """Like `LiveStreams.resume_recording`, returning the whole response."""
        return self._sender.send(
            resume_live_stream_recording.build(
                stream_id,
            )
        )

    def start(
        self,
        room_id: str,
        *,
        meeting_url: str | Unset = UNSET,
        recording: LiveStreamRecording | Unset = UNSET,
        destination: str | Unset = UNSET,
        transcription: LiveStreamTranscription | Unset = UNSET,
    ) -> Response[LiveStream]:
        """Like `LiveStreams.start`, returning the whole response."""
        return self._sender.send(
            start_live_stream.build(
                room_id,
                body=StartLiveStreamRequest(
                    meeting_url=meeting_url,
                    recording=recording,
                    destination=destination,
                    transcription=transcription,
                ),
            )
        )


class AsyncLiveStreamsWithResponse:
    """The methods of `AsyncLiveStreams` returning the status, headers and body as well."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def get(
        self,
        stream_id: str,
    ) -> Response[LiveStream]:
        """Like `AsyncLiveStreams.get`, returning the whole response."""
        return await self._sender.send(
            get_live_stream.build(
                stream_id,
            )
        )

    async def stop(
        self,
        stream_id: str,
    ) -> Response[LiveStream]:
        """Like `AsyncLiveStreams.stop`, returning the whole response."""
        return await self._sender.send(
            stop_live_stream.build(
                stream_id,
            )
        )

    async def send_timed_metadata(
        self,
        stream_id: str,
        *,
        payload: str,
        duration: int,
    ) -> Response[LiveStream]:
        """Like `AsyncLiveStreams.send_timed_metadata`, returning the whole response."""
        return await self._sender.send(
            send_timed_metadata.build(
                stream_id,
                body=SendTimedMetadataRequest(
                    payload=payload,
                    duration=duration,
                ),
            )
        )

    async def pause_recording(
        self,
        stream_id: str,
    ) -> Response[LiveStream]:
        """Like `AsyncLiveStreams.pause_recording`, returning the whole response."""
        return await self._sender.send(
            pause_live_stream_recording.build(
                stream_id,
            )
        )

    async def resume_recording(
        self,
        stream_id: str,
    ) -> Response[LiveStream]:
        """Like `AsyncLiveStreams.resume_recording`, returning the whole response."""
        return await self._sender.send(
            resume_live_stream_recording.build(
                stream_id,
            )
        )

    async def start(
        self,
        room_id: str,
        *,
        meeting_url: str | Unset = UNSET,
        recording: LiveStreamRecording | Unset = UNSET,
        destination: str | Unset = UNSET,
        transcription: LiveStreamTranscription | Unset = UNSET,
    ) -> Response[LiveStream]:
        """Like `AsyncLiveStreams.start`, returning the whole response."""
        return await self._sender.send(
            start_live_stream.build(
                room_id,
                body=StartLiveStreamRequest(
                    meeting_url=meeting_url,
                    recording=recording,
                    destination=destination,
                    transcription=transcription,
                ),
            )
        )
