"""Sessions and AsyncSessions: the operations of one family as methods."""

from __future__ import annotations

import datetime

from ..api.sessions import get_session, list_sessions
from ..models.session import Session
from ..operation import AsyncPages, AsyncSender, Page, Response, Sender
from ..types import UNSET, Unset


class Sessions:
    """The calls that took place or are taking place in rooms, and who took part from when to when."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    @property
    def with_response(self) -> SessionsWithResponse:
        """The same methods returning the whole response; lists have it as `page.response`."""
        return SessionsWithResponse(self._sender)

    def list(
        self,
        *,
        room_id: str | Unset = UNSET,
        active: bool | Unset = UNSET,
        after: datetime.datetime | Unset = UNSET,
        before: datetime.datetime | Unset = UNSET,
        limit: int | Unset = UNSET,
        start: str | Unset = UNSET,
        max_items: int | None = None,
        prefetch: bool = False,
    ) -> Page[Session]:
        """List sessions.

        The sessions of all rooms of the workspace, or of one room, newest first, page by page. Filters
        can be combined; a session must pass them all.

        Say `active` when it matters. The documentation has two answers to what is listed without it.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/Sessions/list-sessions

        Args:
            room_id: Only the sessions that took place in this room.
            active: True for the sessions that are running, false for those that are over.
            after: Only sessions that began at this time or later. Written in UTC with milliseconds:
                YYYY-MM-DDTHH:mm:ss.sssZ.
            before: Only sessions that began at this time or earlier. Written in UTC with
                milliseconds: YYYY-MM-DDTHH:mm:ss.sssZ.
            limit: How many objects a page holds at most. A page with fewer objects means that no
                more were found. Default: 10. From 10 to 100.
            start: Where the page begins: the value of `last` from the answer before. The page holds
                the objects that follow the one it names. Left out: the first page.
            max_items: Stop after this many items, however many pages they take. Default: all of them.
            prefetch: Whether iterating fetches the next page while you work on one. Default: False.

        Returns:
            One page of sessions.

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
            list_sessions.build(
                room_id=room_id,
                active=active,
                after=after,
                before=before,
                limit=limit,
                start=start,
            ),
            list_sessions.PAGINATION,
            max_items=max_items,
            prefetch=prefetch,
        )

    def get(
        self,
        session_id: str,
    ) -> Session:
        """Retrieve a session.

        One session with everyone who took part, also those who have left.

        Take attendance from it: the time between a peer's `joined_at` and `left_at` is one visit, and
        the visits with the same `user_id` together are that user's attendance. For a peer without
        `left_at` the visit goes on.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/Sessions/retrieve-a-session

        Args:
            session_id: Identifies the session, by its `id`. At least 1 characters.

        Returns:
            The session.

        Raises:
            hms.AuthenticationError: There is no valid token in the request: none was sent, it is
                malformed or expired, it is of another type, or its signature is wrong.
            hms.PermissionDeniedError: The token is valid but the action is not allowed: the token
                lacks the permission, or the state of the object forbids it.
            hms.NotFoundError: There is no such object, or none that this workspace can see.
            hms.APIError: Any other error status; `hms.APIConnectionError` when no answer came.
        """
        return self._sender.send(
            get_session.build(
                session_id,
            )
        ).parsed


class AsyncSessions:
    """The calls that took place or are taking place in rooms, and who took part from when to when."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    @property
    def with_response(self) -> AsyncSessionsWithResponse:
        """The same methods returning the whole response; lists have it as `page.response`."""
        return AsyncSessionsWithResponse(self._sender)

    def list(
        self,
        *,
        room_id: str | Unset = UNSET,
        active: bool | Unset = UNSET,
        after: datetime.datetime | Unset = UNSET,
        before: datetime.datetime | Unset = UNSET,
        limit: int | Unset = UNSET,
        start: str | Unset = UNSET,
        max_items: int | None = None,
        prefetch: bool = False,
    ) -> AsyncPages[Session]:
        """List sessions.

        The sessions of all rooms of the workspace, or of one room, newest first, page by page. Filters
        can be combined; a session must pass them all.

        Say `active` when it matters. The documentation has two answers to what is listed without it.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/Sessions/list-sessions

        Args:
            room_id: Only the sessions that took place in this room.
            active: True for the sessions that are running, false for those that are over.
            after: Only sessions that began at this time or later. Written in UTC with milliseconds:
                YYYY-MM-DDTHH:mm:ss.sssZ.
            before: Only sessions that began at this time or earlier. Written in UTC with
                milliseconds: YYYY-MM-DDTHH:mm:ss.sssZ.
            limit: How many objects a page holds at most. A page with fewer objects means that no
                more were found. Default: 10. From 10 to 100.
            start: Where the page begins: the value of `last` from the answer before. The page holds
                the objects that follow the one it names. Left out: the first page.
            max_items: Stop after this many items, however many pages they take. Default: all of them.
            prefetch: Whether iterating fetches the next page while you work on one. Default: False.

        Returns:
            One page of sessions.

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
            list_sessions.build(
                room_id=room_id,
                active=active,
                after=after,
                before=before,
                limit=limit,
                start=start,
            ),
            list_sessions.PAGINATION,
            max_items=max_items,
            prefetch=prefetch,
        )

    async def get(
        self,
        session_id: str,
    ) -> Session:
        """Retrieve a session.

        One session with everyone who took part, also those who have left.

        Take attendance from it: the time between a peer's `joined_at` and `left_at` is one visit, and
        the visits with the same `user_id` together are that user's attendance. For a peer without
        `left_at` the visit goes on.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/Sessions/retrieve-a-session

        Args:
            session_id: Identifies the session, by its `id`. At least 1 characters.

        Returns:
            The session.

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
                get_session.build(
                    session_id,
                )
            )
        ).parsed


class SessionsWithResponse:
    """The methods of `Sessions` returning the status, headers and body as well."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def get(
        self,
        session_id: str,
    ) -> Response[Session]:
        """Like `Sessions.get`, returning the whole response."""
        return self._sender.send(
            get_session.build(
                session_id,
            )
        )


class AsyncSessionsWithResponse:
    """The methods of `AsyncSessions` returning the status, headers and body as well."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def get(
        self,
        session_id: str,
    ) -> Response[Session]:
        """Like `AsyncSessions.get`, returning the whole response."""
        return await self._sender.send(
            get_session.build(
                session_id,
            )
        )
