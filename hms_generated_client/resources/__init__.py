"""The resources of the API as attributes, each imported when it is first used."""

from __future__ import annotations

import abc
import functools
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from ..operation import AsyncPages, Call, Page, Pagination, Response
    from .active_rooms import ActiveRooms, AsyncActiveRooms
    from .room_codes import AsyncRoomCodes, RoomCodes
    from .rooms import AsyncRooms, Rooms
    from .sessions import AsyncSessions, Sessions
    from .templates import AsyncTemplates, Templates

T = TypeVar("T")
ItemT = TypeVar("ItemT")
ListT = TypeVar("ListT")

# The properties import inside their bodies so that a program that works with rooms does not load what
# templates need, and `import hms` loads neither.


class Resources(abc.ABC):
    """All resources over one sender: the base class of `hms.Client`."""

    @abc.abstractmethod
    def send(self, call: Call[T]) -> Response[T]:
        """Send one call; returns the answer to a 2xx status and raises for everything else."""

    @abc.abstractmethod
    def paginate(
        self, call: Call[ListT], pagination: Pagination[ListT, ItemT], *, max_items: int | None = None
    ) -> Page[ItemT]:
        """Send the call of a list and return its first page."""

    @functools.cached_property
    def active_rooms(self) -> ActiveRooms:
        """Rooms with a running session. Look at the connected peers, change or remove them, send them
        messages, and end the session.
        """
        from .active_rooms import ActiveRooms

        return ActiveRooms(self)

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
        self, call: Call[ListT], pagination: Pagination[ListT, ItemT], *, max_items: int | None = None
    ) -> AsyncPages[ItemT]:
        """Prepare the call of a list; awaiting the result sends it."""

    @functools.cached_property
    def active_rooms(self) -> AsyncActiveRooms:
        """Rooms with a running session. Look at the connected peers, change or remove them, send them
        messages, and end the session.
        """
        from .active_rooms import AsyncActiveRooms

        return AsyncActiveRooms(self)

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
    def templates(self) -> AsyncTemplates:
        """Settings that rooms share: roles with their permissions, what they publish and subscribe to, the
        default region, recording and streaming destinations.
        """
        from .templates import AsyncTemplates

        return AsyncTemplates(self)
