"""The resources of the API as attributes, each imported when it is first used."""

from __future__ import annotations

import abc
import functools
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    import os
    from collections.abc import AsyncIterable, Callable, Iterable

    from ..files import DownloadedFile, DownloadReport, FileProgress, IfExists, Progress
    from ..operation import (
        AsyncPages,
        Call,
        Page,
        Pagination,
        PresignedFile,
        Response,
        Waiting,
    )
    from .active_rooms import ActiveRooms, AsyncActiveRooms
    from .analytics import Analytics, AsyncAnalytics
    from .external_streams import AsyncExternalStreams, ExternalStreams
    from .live_streams import AsyncLiveStreams, LiveStreams
    from .polls import AsyncPolls, Polls
    from .recording_assets import AsyncRecordingAssets, RecordingAssets
    from .recordings import AsyncRecordings, Recordings
    from .room_codes import AsyncRoomCodes, RoomCodes
    from .rooms import AsyncRooms, Rooms
    from .sessions import AsyncSessions, Sessions
    from .sip import AsyncSip, Sip
    from .stream_keys import AsyncStreamKeys, StreamKeys
    from .templates import AsyncTemplates, Templates

T = TypeVar("T")
ItemT = TypeVar("ItemT")
ListT = TypeVar("ListT")
StateT = TypeVar("StateT", bound=str)

# The properties import inside their bodies so that a program that works with rooms does not load what
# templates need, and `import hms` loads neither.


class Resources(abc.ABC):
    """All resources over one sender: the base class of `hms.Client`."""

    @abc.abstractmethod
    def send(self, call: Call[T]) -> Response[T]:
        """Send one call; returns the answer to a 2xx status and raises for everything else."""

    @abc.abstractmethod
    def paginate(
        self,
        call: Call[ListT],
        pagination: Pagination[ListT, ItemT],
        *,
        max_items: int | None = None,
        prefetch: bool = False,
    ) -> Page[ItemT]:
        """Send the call of a list and return its first page."""

    @abc.abstractmethod
    def wait(
        self,
        call: Call[T],
        waiting: Waiting[T, StateT],
        *,
        timeout: float,
        until: StateT | None = None,
        on_poll: Callable[[T], object] | None = None,
    ) -> T:
        """Send a call again and again until the object has come to a state; returns it as it was then."""

    @abc.abstractmethod
    def download(
        self,
        file: PresignedFile,
        path: str | os.PathLike[str],
        *,
        if_exists: IfExists = "raise",
        progress: Progress | None = None,
        total_timeout: float | None = None,
    ) -> DownloadedFile:
        """Fetch a file and store it under a path, or in it if it is a folder."""

    @abc.abstractmethod
    def download_many(
        self,
        items: Iterable[ItemT],
        describe: Callable[[ItemT], PresignedFile],
        directory: str | os.PathLike[str],
        *,
        concurrency: int = 4,
        if_exists: IfExists = "raise",
        progress: FileProgress | None = None,
        total_timeout: float | None = None,
    ) -> DownloadReport:
        """Fetch the files of several items, a few at once, and store them in a folder."""

    @functools.cached_property
    def active_rooms(self) -> ActiveRooms:
        """Rooms with a running session. Look at the connected peers, change or remove them, send them
        messages, and end the session.
        """
        from .active_rooms import ActiveRooms

        return ActiveRooms(self)

    @functools.cached_property
    def analytics(self) -> Analytics:
        """What happened in rooms within the last 30 days, and how well it went: events of tracks,
        recordings and errors, the delivery of webhooks and its repetition, and the connection quality
        of peers.
        """
        from .analytics import Analytics

        return Analytics(self)

    @functools.cached_property
    def external_streams(self) -> ExternalStreams:
        """Streams of rooms over RTMP to other platforms, such as YouTube or Twitch. Start and stop them,
        record them, and look up earlier ones.
        """
        from .external_streams import ExternalStreams

        return ExternalStreams(self)

    @functools.cached_property
    def live_streams(self) -> LiveStreams:
        """Streams of rooms over HLS, for viewers who need not join. Start and stop them, send their
        players timed metadata, and record them.
        """
        from .live_streams import LiveStreams

        return LiveStreams(self)

    @functools.cached_property
    def polls(self) -> Polls:
        """Polls and quizzes to hold in rooms. Write the questions, link a poll to a room, and read
        afterwards what participants answered and scored.
        """
        from .polls import Polls

        return Polls(self)

    @functools.cached_property
    def recording_assets(self) -> RecordingAssets:
        """The files that recordings and streams leave behind: videos, chat, transcripts, summaries. Look
        them up and get addresses to download them from.
        """
        from .recording_assets import RecordingAssets

        return RecordingAssets(self)

    @functools.cached_property
    def recordings(self) -> Recordings:
        """Recordings of rooms. Start one, pause and resume it, stop it, follow it until its files are
        there, and look up earlier ones.
        """
        from .recordings import Recordings

        return Recordings(self)

    @functools.cached_property
    def room_codes(self) -> RoomCodes:
        """Short codes, each for one role in one room. Give a participant a code (or a link made from it)
        in place of a token.
        """
        from .room_codes import RoomCodes

        return RoomCodes(self)

    @functools.cached_property
    def rooms(self) -> Rooms:
        """Places to meet. Create a room, follow a template with it, limit its size and duration, and open
        or close it to participants.
        """
        from .rooms import Rooms

        return Rooms(self)

    @functools.cached_property
    def sessions(self) -> Sessions:
        """The calls that took place or are taking place in rooms, and who took part from when to when."""
        from .sessions import Sessions

        return Sessions(self)

    @functools.cached_property
    def sip(self) -> Sip:
        """The telephone network. Call people out of a room through the SIP trunk of a provider, and press
        keys in such calls.
        """
        from .sip import Sip

        return Sip(self)

    @functools.cached_property
    def stream_keys(self) -> StreamKeys:
        """Keys with which broadcasting programs, such as OBS Studio, stream into a room over RTMP."""
        from .stream_keys import StreamKeys

        return StreamKeys(self)

    @functools.cached_property
    def templates(self) -> Templates:
        """Settings that rooms share: roles with their permissions, what they publish and subscribe to, the
        default region, recording and streaming destinations.
        """
        from .templates import Templates

        return Templates(self)


class AsyncResources(abc.ABC):
    """All resources over one asynchronous sender: the base class of `hms.AsyncClient`."""

    @abc.abstractmethod
    async def send(self, call: Call[T]) -> Response[T]:
        """Send one call; returns the answer to a 2xx status and raises for everything else."""

    @abc.abstractmethod
    def paginate(
        self,
        call: Call[ListT],
        pagination: Pagination[ListT, ItemT],
        *,
        max_items: int | None = None,
        prefetch: bool = False,
    ) -> AsyncPages[ItemT]:
        """Prepare the call of a list; awaiting the result sends it."""

    @abc.abstractmethod
    async def wait(
        self,
        call: Call[T],
        waiting: Waiting[T, StateT],
        *,
        timeout: float,
        until: StateT | None = None,
        on_poll: Callable[[T], object] | None = None,
    ) -> T:
        """Send a call again and again until the object has come to a state; returns it as it was then."""

    @abc.abstractmethod
    async def download(
        self,
        file: PresignedFile,
        path: str | os.PathLike[str],
        *,
        if_exists: IfExists = "raise",
        progress: Progress | None = None,
        total_timeout: float | None = None,
    ) -> DownloadedFile:
        """Fetch a file and store it under a path, or in it if it is a folder."""

    @abc.abstractmethod
    async def download_many(
        self,
        items: Iterable[ItemT] | AsyncIterable[ItemT],
        describe: Callable[[ItemT], PresignedFile],
        directory: str | os.PathLike[str],
        *,
        concurrency: int = 4,
        if_exists: IfExists = "raise",
        progress: FileProgress | None = None,
        total_timeout: float | None = None,
    ) -> DownloadReport:
        """Fetch the files of several items, a few at once, and store them in a folder."""

    @functools.cached_property
    def active_rooms(self) -> AsyncActiveRooms:
        """Rooms with a running session. Look at the connected peers, change or remove them, send them
        messages, and end the session.
        """
        from .active_rooms import AsyncActiveRooms

        return AsyncActiveRooms(self)

    @functools.cached_property
    def analytics(self) -> AsyncAnalytics:
        """What happened in rooms within the last 30 days, and how well it went: events of tracks,
        recordings and errors, the delivery of webhooks and its repetition, and the connection quality
        of peers.
        """
        from .analytics import AsyncAnalytics

        return AsyncAnalytics(self)

    @functools.cached_property
    def external_streams(self) -> AsyncExternalStreams:
        """Streams of rooms over RTMP to other platforms, such as YouTube or Twitch. Start and stop them,
        record them, and look up earlier ones.
        """
        from .external_streams import AsyncExternalStreams

        return AsyncExternalStreams(self)

    @functools.cached_property
    def live_streams(self) -> AsyncLiveStreams:
        """Streams of rooms over HLS, for viewers who need not join. Start and stop them, send their
        players timed metadata, and record them.
        """
        from .live_streams import AsyncLiveStreams

        return AsyncLiveStreams(self)

    @functools.cached_property
    def polls(self) -> AsyncPolls:
        """Polls and quizzes to hold in rooms. Write the questions, link a poll to a room, and read
        afterwards what participants answered and scored.
        """
        from .polls import AsyncPolls

        return AsyncPolls(self)

    @functools.cached_property
    def recording_assets(self) -> AsyncRecordingAssets:
        """The files that recordings and streams leave behind: videos, chat, transcripts, summaries. Look
        them up and get addresses to download them from.
        """
        from .recording_assets import AsyncRecordingAssets

        return AsyncRecordingAssets(self)

    @functools.cached_property
    def recordings(self) -> AsyncRecordings:
        """Recordings of rooms. Start one, pause and resume it, stop it, follow it until its files are
        there, and look up earlier ones.
        """
        from .recordings import AsyncRecordings

        return AsyncRecordings(self)

    @functools.cached_property
    def room_codes(self) -> AsyncRoomCodes:
        """Short codes, each for one role in one room. Give a participant a code (or a link made from it)
        in place of a token.
        """
        from .room_codes import AsyncRoomCodes

        return AsyncRoomCodes(self)

    @functools.cached_property
    def rooms(self) -> AsyncRooms:
        """Places to meet. Create a room, follow a template with it, limit its size and duration, and open
        or close it to participants.
        """
        from .rooms import AsyncRooms

        return AsyncRooms(self)

    @functools.cached_property
    def sessions(self) -> AsyncSessions:
        """The calls that took place or are taking place in rooms, and who took part from when to when."""
        from .sessions import AsyncSessions

        return AsyncSessions(self)

    @functools.cached_property
    def sip(self) -> AsyncSip:
        """The telephone network. Call people out of a room through the SIP trunk of a provider, and press
        keys in such calls.
        """
        from .sip import AsyncSip

        return AsyncSip(self)

    @functools.cached_property
    def stream_keys(self) -> AsyncStreamKeys:
        """Keys with which broadcasting programs, such as OBS Studio, stream into a room over RTMP."""
        from .stream_keys import AsyncStreamKeys

        return AsyncStreamKeys(self)

    @functools.cached_property
    def templates(self) -> AsyncTemplates:
        """Settings that rooms share: roles with their permissions, what they publish and subscribe to, the
        default region, recording and streaming destinations.
        """
        from .templates import AsyncTemplates

        return AsyncTemplates(self)
