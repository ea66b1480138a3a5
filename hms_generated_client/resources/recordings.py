"""Recordings and AsyncRecordings: the operations of one family as methods."""

from __future__ import annotations

from collections.abc import Callable

from ..api.recordings import (
    get_recording,
    list_recordings,
    pause_room_recording,
    resume_room_recording,
    start_recording,
    stop_recording,
    stop_room_recordings,
)
from ..models.job_status import JobStatus
from ..models.recording import Recording
from ..models.recording_resolution import RecordingResolution
from ..models.recording_transcription import RecordingTranscription
from ..models.start_recording_request import StartRecordingRequest
from ..operation import AsyncPages, AsyncSender, Page, Response, Sender
from ..types import UNSET, Unset


class Recordings:
    """Recordings of rooms. Start one, pause and resume it, stop it, follow it until its files are there,
    and look up earlier ones.
    """

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    @property
    def with_response(self) -> RecordingsWithResponse:
        """The same methods returning the whole response; lists have it as `page.response`."""
        return RecordingsWithResponse(self._sender)

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
    ) -> Page[Recording]:
        """List recordings.

        The recordings of all rooms of the workspace, page by page. Filters can be combined; a recording
        must pass them all. Without filters, all are listed, those that run and those that are over.

        The assets are not in the list. For the files of a room or a session, list the recording assets
        with its `room_id` or `session_id`; for those of one recording, fetch it.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/recordings/list-all-recordings

        Args:
            room_id: Only the recordings of this room.
            session_id: Only the recordings of this session.
            status: Only the recordings with this status.
            limit: How many objects a page holds at most. A page with fewer objects means that no
                more were found. Default: 10. From 10 to 100.
            start: Where the page begins: the value of `last` from the answer before. The page holds
                the objects that follow the one it names. Left out: the first page.
            max_items: Stop after this many items, however many pages they take. Default: all of them.
            prefetch: Whether iterating fetches the next page while you work on one. Default: False.

        Returns:
            One page of recordings.

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
            list_recordings.build(
                room_id=room_id,
                session_id=session_id,
                status=status,
                limit=limit,
                start=start,
            ),
            list_recordings.PAGINATION,
            max_items=max_items,
            prefetch=prefetch,
        )

    def get(
        self,
        recording_id: str,
    ) -> Recording:
        """Retrieve a recording.

        One recording, whether it was started over this API or by a participant. It can be fetched from
        the moment that it was started.

        The assets are in it as soon as there are any. Those of a transcription may still be
        `processing` when the recording is `completed`.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/recordings/get-recording

        Args:
            recording_id: Identifies the recording, by its `id`. At least 1 characters.

        Returns:
            The recording.

        Raises:
            hms.AuthenticationError: There is no valid token in the request: none was sent, it is
                malformed or expired, it is of another type, or its signature is wrong.
            hms.PermissionDeniedError: The token is valid but the action is not allowed: the token
                lacks the permission, or the state of the object forbids it.
            hms.NotFoundError: There is no such object, or none that this workspace can see.
            hms.APIError: Any other error status; `hms.APIConnectionError` when no answer came.
        """
        return self._sender.send(
            get_recording.build(
                recording_id,
            )
        ).parsed

    def wait(
        self,
        recording_id: str,
        *,
        until: JobStatus | None = None,
        timeout: float = 900,
        on_poll: Callable[[Recording], object] | None = None,
    ) -> Recording:
        """Wait until a recording is over and its files are there.

        Waiting stops nothing: a recording is over some time after somebody stopped it, or after the
        last participant left. Assets of a transcription may still be `processing` then.

        It is read at once, and then after pauses that grow, each time as `get` reads it.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/recordings/get-recording

        Args:
            recording_id: Identifies the recording, by its `id`. At least 1 characters.
            until: The state to wait for: `starting`, `running`, `stopping`, `post_processing` or
                `completed`. It need not be seen: any state after it will do. Default: `completed`.
            timeout: Seconds to wait at most; `math.inf` for no limit. Default: 900.
            on_poll: Called with each answer, for example to show progress.

        Returns:
            The recording.

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
            get_recording.build(
                recording_id,
            ),
            get_recording.WAITING,
            until=until,
            timeout=timeout,
            on_poll=on_poll,
        )

    def stop(
        self,
        recording_id: str,
    ) -> Recording:
        """Stop a recording.

        Ends one recording and leaves the others of the room alone. Its assets come later: fetch the
        recording until it is `completed`.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/recordings/stop-recording-by-id

        Args:
            recording_id: Identifies the recording, by its `id`. At least 1 characters.

        Returns:
            The recording, which is about to stop.

        Raises:
            hms.AuthenticationError: There is no valid token in the request: none was sent, it is
                malformed or expired, it is of another type, or its signature is wrong.
            hms.PermissionDeniedError: The token is valid but the action is not allowed: the token
                lacks the permission, or the state of the object forbids it.
            hms.NotFoundError: There is no such object, or none that this workspace can see.
            hms.APIError: Any other error status; `hms.APIConnectionError` when no answer came.
        """
        return self._sender.send(
            stop_recording.build(
                recording_id,
            )
        ).parsed

    def start(
        self,
        room_id: str,
        *,
        meeting_url: str | Unset = UNSET,
        resolution: RecordingResolution | Unset = UNSET,
        destination: str | Unset = UNSET,
        audio_only: bool | Unset = UNSET,
        transcription: RecordingTranscription | Unset = UNSET,
    ) -> Recording:
        """Start recording a room.

        Sends a bot into the room, with a browser, to record what a participant sees and hears (room
        composite recording). All settings are optional: `{}` records as the room's template says.

        The answer comes at once, while the recording is `starting`; it is `running` shortly after.
        Fetch the recording to follow it, or wait for the events `beam.started.success`,
        `beam.recording.success` and `beam.failure`. It ends by itself some minutes after the last
        participant has left, five unless the template says otherwise; stop it to end it earlier.

        A transcript is made when the recording is over. It takes a fifth of the time that was recorded,
        and five minutes at least; until then its assets are `processing`. Summaries of recordings
        longer than 90 minutes can be incomplete.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/recordings/start-recording-for-room

        Args:
            room_id: Identifies the room, by its `id`. At least 1 characters.
            meeting_url: The address at which the browser gets into the room without anybody
                clicking: a link of 100ms with `skip_preview=true`, or the page of a web app of your
                own, which then decides how the recording looks. The role in the link decides who is
                seen and heard in it.

                Left out, the server makes the address. It is needed when composite recording is
                switched off on the dashboard, and when the template has no subdomain, as those made
                over this API do not.

                Links of 100ms take these query parameters:

                * `skip_preview=true`: join at once, without the controls of the page.
                * `skip_preview_headful=true`: join at once, with the controls.
                * `auth_token`: a client token to join with. Whoever may read the recording can read it,
                  too.
                * `ui_mode=activespeaker`: show the one who speaks in large.
                * `name`: the name of the bot.
            resolution: The size of the recorded picture. Left out: that of the template, which is
                1280 x 720 pixels unless it says otherwise.
            destination: The destination of the template to take settings from, by its name. Needed
                only when the template has several for recording.
            audio_only: True to record sound alone: one file with the audio of all peers. Left out,
                the picture is recorded as well.
            transcription: How the recording is turned into text. Left out: as the template says.

        Returns:
            The recording, which is about to start.

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
            start_recording.build(
                room_id,
                body=StartRecordingRequest(
                    meeting_url=meeting_url,
                    resolution=resolution,
                    destination=destination,
                    audio_only=audio_only,
                    transcription=transcription,
                ),
            )
        ).parsed

    def stop_for_room(
        self,
        room_id: str,
        *,
        max_items: int | None = None,
    ) -> Page[Recording]:
        """Stop all recordings of a room.

        Ends every recording that runs in the room, and answers with these recordings. Their assets come
        later: fetch each recording until it is `completed`.

        The answer has the form of a page and is complete; there is no way to ask for another.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/recordings/stop-recording-for-room

        Args:
            room_id: Identifies the room, by its `id`. At least 1 characters.
            max_items: Stop after this many items, however many pages they take. Default: all of them.

        Returns:
            The recordings that were told to stop.

        Raises:
            hms.AuthenticationError: There is no valid token in the request: none was sent, it is
                malformed or expired, it is of another type, or its signature is wrong.
            hms.PermissionDeniedError: The token is valid but the action is not allowed: the token
                lacks the permission, or the state of the object forbids it.
            hms.NotFoundError: There is no such object, or none that this workspace can see.
            hms.APIError: Any other error status; `hms.APIConnectionError` when no answer came.
        """
        return self._sender.paginate(
            stop_room_recordings.build(
                room_id,
            ),
            stop_room_recordings.PAGINATION,
            max_items=max_items,
        )

    def pause(
        self,
        room_id: str,
    ) -> Recording:
        """Pause the recording of a room.

        Pauses the recording that runs in the room. What happens from then on is left out of it, until
        it is resumed.

        Nothing in the answer or in the recording tells that it is paused: its `status` stays `running`.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/recordings/pause-recording-for-room

        Args:
            room_id: Identifies the room, by its `id`. At least 1 characters.

        Returns:
            The recording, now paused.

        Raises:
            hms.AuthenticationError: There is no valid token in the request: none was sent, it is
                malformed or expired, it is of another type, or its signature is wrong.
            hms.PermissionDeniedError: The token is valid but the action is not allowed: the token
                lacks the permission, or the state of the object forbids it.
            hms.NotFoundError: There is no such object, or none that this workspace can see.
            hms.APIError: Any other error status; `hms.APIConnectionError` when no answer came.
        """
        return self._sender.send(
            pause_room_recording.build(
                room_id,
            )
        ).parsed

    def resume(
        self,
        room_id: str,
    ) -> Recording:
        """Resume the recording of a room.

        Goes on with the recording of the room that was paused. It stays one recording, with the same
        `id`.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/recordings/resume-recording-for-room

        Args:
            room_id: Identifies the room, by its `id`. At least 1 characters.

        Returns:
            The recording, no longer paused.

        Raises:
            hms.AuthenticationError: There is no valid token in the request: none was sent, it is
                malformed or expired, it is of another type, or its signature is wrong.
            hms.PermissionDeniedError: The token is valid but the action is not allowed: the token
                lacks the permission, or the state of the object forbids it.
            hms.NotFoundError: There is no such object, or none that this workspace can see.
            hms.APIError: Any other error status; `hms.APIConnectionError` when no answer came.
        """
        return self._sender.send(
            resume_room_recording.build(
                room_id,
            )
        ).parsed


class AsyncRecordings:
    """Recordings of rooms. Start one, pause and resume it, stop it, follow it until its files are there,
    and look up earlier ones.
    """

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    @property
    def with_response(self) -> AsyncRecordingsWithResponse:
        """The same methods returning the whole response; lists have it as `page.response`."""
        return AsyncRecordingsWithResponse(self._sender)

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
    ) -> AsyncPages[Recording]:
        """List recordings.

        The recordings of all rooms of the workspace, page by page. Filters can be combined; a recording
        must pass them all. Without filters, all are listed, those that run and those that are over.

        The assets are not in the list. For the files of a room or a session, list the recording assets
        with its `room_id` or `session_id`; for those of one recording, fetch it.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/recordings/list-all-recordings

        Args:
            room_id: Only the recordings of this room.
            session_id: Only the recordings of this session.
            status: Only the recordings with this status.
            limit: How many objects a page holds at most. A page with fewer objects means that no
                more were found. Default: 10. From 10 to 100.
            start: Where the page begins: the value of `last` from the answer before. The page holds
                the objects that follow the one it names. Left out: the first page.
            max_items: Stop after this many items, however many pages they take. Default: all of them.
            prefetch: Whether iterating fetches the next page while you work on one. Default: False.

        Returns:
            One page of recordings.

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
            list_recordings.build(
                room_id=room_id,
                session_id=session_id,
                status=status,
                limit=limit,
                start=start,
            ),
            list_recordings.PAGINATION,
            max_items=max_items,
            prefetch=prefetch,
        )

    async def get(
        self,
        recording_id: str,
    ) -> Recording:
        """Retrieve a recording.

        One recording, whether it was started over this API or by a participant. It can be fetched from
        the moment that it was started.

        The assets are in it as soon as there are any. Those of a transcription may still be
        `processing` when the recording is `completed`.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/recordings/get-recording

        Args:
            recording_id: Identifies the recording, by its `id`. At least 1 characters.

        Returns:
            The recording.

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
                get_recording.build(
                    recording_id,
                )
            )
        ).parsed

    async def wait(
        self,
        recording_id: str,
        *,
        until: JobStatus | None = None,
        timeout: float = 900,
        on_poll: Callable[[Recording], object] | None = None,
    ) -> Recording:
        """Wait until a recording is over and its files are there.

        Waiting stops nothing: a recording is over some time after somebody stopped it, or after the
        last participant left. Assets of a transcription may still be `processing` then.

        It is read at once, and then after pauses that grow, each time as `get` reads it.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/recordings/get-recording

        Args:
            recording_id: Identifies the recording, by its `id`. At least 1 characters.
            until: The state to wait for: `starting`, `running`, `stopping`, `post_processing` or
                `completed`. It need not be seen: any state after it will do. Default: `completed`.
            timeout: Seconds to wait at most; `math.inf` for no limit. Default: 900.
            on_poll: Called with each answer, for example to show progress.

        Returns:
            The recording.

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
            get_recording.build(
                recording_id,
            ),
            get_recording.WAITING,
            until=until,
            timeout=timeout,
            on_poll=on_poll,
        )

    async def stop(
        self,
        recording_id: str,
    ) -> Recording:
        """Stop a recording.

        Ends one recording and leaves the others of the room alone. Its assets come later: fetch the
        recording until it is `completed`.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/recordings/stop-recording-by-id

        Args:
            recording_id: Identifies the recording, by its `id`. At least 1 characters.

        Returns:
            The recording, which is about to stop.

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
                stop_recording.build(
                    recording_id,
                )
            )
        ).parsed

    async def start(
        self,
        room_id: str,
        *,
        meeting_url: str | Unset = UNSET,
        resolution: RecordingResolution | Unset = UNSET,
        destination: str | Unset = UNSET,
        audio_only: bool | Unset = UNSET,
        transcription: RecordingTranscription | Unset = UNSET,
    ) -> Recording:
        """Start recording a room.

        Sends a bot into the room, with a browser, to record what a participant sees and hears (room
        composite recording). All settings are optional: `{}` records as the room's template says.

        The answer comes at once, while the recording is `starting`; it is `running` shortly after.
        Fetch the recording to follow it, or wait for the events `beam.started.success`,
        `beam.recording.success` and `beam.failure`. It ends by itself some minutes after the last
        participant has left, five unless the template says otherwise; stop it to end it earlier.

        A transcript is made when the recording is over. It takes a fifth of the time that was recorded,
        and five minutes at least; until then its assets are `processing`. Summaries of recordings
        longer than 90 minutes can be incomplete.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/recordings/start-recording-for-room

        Args:
            room_id: Identifies the room, by its `id`. At least 1 characters.
            meeting_url: The address at which the browser gets into the room without anybody
                clicking: a link of 100ms with `skip_preview=true`, or the page of a web app of your
                own, which then decides how the recording looks. The role in the link decides who is
                seen and heard in it.

                Left out, the server makes the address. It is needed when composite recording is
                switched off on the dashboard, and when the template has no subdomain, as those made
                over this API do not.

                Links of 100ms take these query parameters:

                * `skip_preview=true`: join at once, without the controls of the page.
                * `skip_preview_headful=true`: join at once, with the controls.
                * `auth_token`: a client token to join with. Whoever may read the recording can read it,
                  too.
                * `ui_mode=activespeaker`: show the one who speaks in large.
                * `name`: the name of the bot.
            resolution: The size of the recorded picture. Left out: that of the template, which is
                1280 x 720 pixels unless it says otherwise.
            destination: The destination of the template to take settings from, by its name. Needed
                only when the template has several for recording.
            audio_only: True to record sound alone: one file with the audio of all peers. Left out,
                the picture is recorded as well.
            transcription: How the recording is turned into text. Left out: as the template says.

        Returns:
            The recording, which is about to start.

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
                start_recording.build(
                    room_id,
                    body=StartRecordingRequest(
                        meeting_url=meeting_url,
                        resolution=resolution,
                        destination=destination,
                        audio_only=audio_only,
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
    ) -> AsyncPages[Recording]:
        """Stop all recordings of a room.

        Ends every recording that runs in the room, and answers with these recordings. Their assets come
        later: fetch each recording until it is `completed`.

        The answer has the form of a page and is complete; there is no way to ask for another.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/recordings/stop-recording-for-room

        Args:
            room_id: Identifies the room, by its `id`. At least 1 characters.
            max_items: Stop after this many items, however many pages they take. Default: all of them.

        Returns:
            The recordings that were told to stop.

        Raises:
            hms.AuthenticationError: There is no valid token in the request: none was sent, it is
                malformed or expired, it is of another type, or its signature is wrong.
            hms.PermissionDeniedError: The token is valid but the action is not allowed: the token
                lacks the permission, or the state of the object forbids it.
            hms.NotFoundError: There is no such object, or none that this workspace can see.
            hms.APIError: Any other error status; `hms.APIConnectionError` when no answer came.
        """
        return self._sender.paginate(
            stop_room_recordings.build(
                room_id,
            ),
            stop_room_recordings.PAGINATION,
            max_items=max_items,
        )

    async def pause(
        self,
        room_id: str,
    ) -> Recording:
        """Pause the recording of a room.

        Pauses the recording that runs in the room. What happens from then on is left out of it, until
        it is resumed.

        Nothing in the answer or in the recording tells that it is paused: its `status` stays `running`.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/recordings/pause-recording-for-room

        Args:
            room_id: Identifies the room, by its `id`. At least 1 characters.

        Returns:
            The recording, now paused.

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
                pause_room_recording.build(
                    room_id,
                )
            )
        ).parsed

    async def resume(
        self,
        room_id: str,
    ) -> Recording:
        """Resume the recording of a room.

        Goes on with the recording of the room that was paused. It stays one recording, with the same
        `id`.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/recordings/resume-recording-for-room

        Args:
            room_id: Identifies the room, by its `id`. At least 1 characters.

        Returns:
            The recording, no longer paused.

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
                resume_room_recording.build(
                    room_id,
                )
            )
        ).parsed


class RecordingsWithResponse:
    """The methods of `Recordings` returning the status, headers and body as well."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def get(
        self,
        recording_id: str,
    ) -> Response[Recording]:
        """Like `Recordings.get`, returning the whole response."""
        return self._sender.send(
            get_recording.build(
                recording_id,
            )
        )

    def stop(
        self,
        recording_id: str,
    ) -> Response[Recording]:
        """Like `Recordings.stop`, returning the whole response."""
        return self._sender.send(
            stop_recording.build(
                recording_id,
            )
        )

    def start(
        self,
        room_id: str,
        *,
        meeting_url: str | Unset = UNSET,
        resolution: RecordingResolution | Unset = UNSET,
        destination: str | Unset = UNSET,
        audio_only: bool | Unset = UNSET,
        transcription: RecordingTranscription | Unset = UNSET,
    ) -> Response[Recording]:
        """Like `Recordings.start`, returning the whole response."""
        return self._sender.send(
            start_recording.build(
                room_id,
                body=StartRecordingRequest(
                    meeting_url=meeting_url,
                    resolution=resolution,
                    destination=destination,
                    audio_only=audio_only,
                    transcription=transcription,
                ),
            )
        )

    def pause(
        self,
        room_id: str,
    ) -> Response[Recording]:
        """Like `Recordings.pause`, returning the whole response."""
        return self._sender.send(
            pause_room_recording.build(
                room_id,
            )
        )

    def resume(
        self,
        room_id: str,
    ) -> Response[Recording]:
        """Like `Recordings.resume`, returning the whole response."""
        return self._sender.send(
            resume_room_recording.build(
                room_id,
            )
        )


class AsyncRecordingsWithResponse:
    """The methods of `AsyncRecordings` returning the status, headers and body as well."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def get(
        self,
        recording_id: str,
    ) -> Response[Recording]:
        """Like `AsyncRecordings.get`, returning the whole response."""
        return await self._sender.send(
            get_recording.build(
                recording_id,
            )
        )

    async def stop(
        self,
        recording_id: str,
    ) -> Response[Recording]:
        """Like `AsyncRecordings.stop`, returning the whole response."""
        return await self._sender.send(
            stop_recording.build(
                recording_id,
            )
        )

    async def start(
        self,
        room_id: str,
        *,
        meeting_url: str | Unset = UNSET,
        resolution: RecordingResolution | Unset = UNSET,
        destination: str | Unset = UNSET,
        audio_only: bool | Unset = UNSET,
        transcription: RecordingTranscription | Unset = UNSET,
    ) -> Response[Recording]:
        """Like `AsyncRecordings.start`, returning the whole response."""
        return await self._sender.send(
            start_recording.build(
                room_id,
                body=StartRecordingRequest(
                    meeting_url=meeting_url,
                    resolution=resolution,
                    destination=destination,
                    audio_only=audio_only,
                    transcription=transcription,
                ),
            )
        )

    async def pause(
        self,
        room_id: str,
    ) -> Response[Recording]:
        """Like `AsyncRecordings.pause`, returning the whole response."""
        return await self._sender.send(
            pause_room_recording.build(
                room_id,
            )
        )

    async def resume(
        self,
        room_id: str,
    ) -> Response[Recording]:
        """Like `AsyncRecordings.resume`, returning the whole response."""
        return await self._sender.send(
            resume_room_recording.build(
                room_id,
            )
        )
