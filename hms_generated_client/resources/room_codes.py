"""RoomCodes and AsyncRoomCodes: the operations of one family as methods."""

from __future__ import annotations

from ..api.room_codes import (
    create_role_room_code,
    create_room_codes,
    list_room_codes,
    update_room_code,
)
from ..models.room_code import RoomCode
from ..models.update_room_code_request import UpdateRoomCodeRequest
from ..operation import AsyncPages, AsyncSender, Page, Response, Sender
from ..types import UNSET, Unset


class RoomCodes:
    """Short codes, each for one role in one room. Give a participant a code (or a link made from it) in
    place of a token.
    """

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    @property
    def with_response(self) -> RoomCodesWithResponse:
        """The same methods returning the whole response; lists have it as `page.response`."""
        return RoomCodesWithResponse(self._sender)

    def list(
        self,
        room_id: str,
        *,
        role: str | Unset = UNSET,
        enabled: bool | Unset = UNSET,
        limit: int | Unset = UNSET,
        start: str | Unset = UNSET,
        max_items: int | None = None,
        prefetch: bool = False,
    ) -> Page[RoomCode]:
        """List room codes.

        The codes of a room, enabled and disabled, page by page. Filters can be combined.

        Fails with 403 while the room is disabled, and with 404 when `role` is not a role of the room.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/room-codes/get-room-code-api

        Args:
            room_id: Identifies the room, by its `id`. At least 1 characters.
            role: Only the codes for this role, by its name.
            enabled: True for the enabled codes, false for the disabled ones. Left out, both.
            limit: How many objects a page holds at most. A page with fewer objects means that no
                more were found. Default: 10. From 10 to 100.
            start: Where the page begins: the value of `last` from the answer before. The page holds
                the objects that follow the one it names. Left out: the first page.
            max_items: Stop after this many items, however many pages they take. Default: all of them.
            prefetch: Whether iterating fetches the next page while you work on one. Default: False.

        Returns:
            One page of codes.

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
        return self._sender.paginate(
            list_room_codes.build(
                room_id,
                role=role,
                enabled=enabled,
                limit=limit,
                start=start,
            ),
            list_room_codes.PAGINATION,
            max_items=max_items,
            prefetch=prefetch,
        )

    def create(
        self,
        room_id: str,
        *,
        max_items: int | None = None,
    ) -> Page[RoomCode]:
        """Create room codes for all roles.

        Makes a code for every role of the room's template. A room has none until then, unless it was
        created on the dashboard.

        Call it again after changing the roles of the template: new roles get a code, the codes of roles
        that are gone are disabled, and the other codes stay as they are.

        A room takes up to 100 codes. Fails with 403 while the room is disabled.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/room-codes/create-room-code-api

        Args:
            room_id: Identifies the room, by its `id`. At least 1 characters.
            max_items: Stop after this many items, however many pages they take. Default: all of them.

        Returns:
            The codes of the room.

        Raises:
            hms.AuthenticationError: There is no valid token in the request: none was sent, it is
                malformed or expired, it is of another type, or its signature is wrong.
            hms.PermissionDeniedError: The token is valid but the action is not allowed: the token
                lacks the permission, or the state of the object forbids it.
            hms.NotFoundError: There is no such object, or none that this workspace can see.
            hms.APIError: Any other error status; `hms.APIConnectionError` when no answer came.
        """
        return self._sender.paginate(
            create_room_codes.build(
                room_id,
            ),
            create_room_codes.PAGINATION,
            max_items=max_items,
        )

    def create_for_role(
        self,
        room_id: str,
        role: str,
    ) -> RoomCode:
        """Create a room code for one role.

        Makes a code for one role of the room. A room may have several codes for the same role, up to
        100 codes in all: with a code for each person, one can be disabled without shutting out the
        others.

        Fails with 403 while the room is disabled, and with 404 when there is no such room or role.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/room-codes/create-room-code-api

        Args:
            room_id: Identifies the room, by its `id`. At least 1 characters.
            role: The name of a role of the room's template. At least 1 characters.

        Returns:
            The code.

        Raises:
            hms.AuthenticationError: There is no valid token in the request: none was sent, it is
                malformed or expired, it is of another type, or its signature is wrong.
            hms.PermissionDeniedError: The token is valid but the action is not allowed: the token
                lacks the permission, or the state of the object forbids it.
            hms.NotFoundError: There is no such object, or none that this workspace can see.
            hms.APIError: Any other error status; `hms.APIConnectionError` when no answer came.
        """
        return self._sender.send(
            create_role_room_code.build(
                room_id,
                role,
            )
        ).parsed

    def update(
        self,
        *,
        code: str,
        enabled: bool,
    ) -> RoomCode:
        """Enable or disable a room code.

        Decides whether participants can join with a code. Those who have joined already stay.

        Fails with 404 when there is no such code, and with 403 when a code is to be enabled whose room
        or role no longer exists. A body with any other member than `code` and `enabled` is refused with
        400.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/room-codes/update-room-code-api

        Args:
            code: The code to change. At least 1 characters.
            enabled: True to let participants join with the code, false to stop that.

        Returns:
            The code after the change.

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
            update_room_code.build(
                body=UpdateRoomCodeRequest(
                    code=code,
                    enabled=enabled,
                ),
            )
        ).parsed


class AsyncRoomCodes:
    """Short codes, each for one role in one room. Give a participant a code (or a link made from it) in
    place of a token.
    """

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    @property
    def with_response(self) -> AsyncRoomCodesWithResponse:
        """The same methods returning the whole response; lists have it as `page.response`."""
        return AsyncRoomCodesWithResponse(self._sender)

    def list(
        self,
        room_id: str,
        *,
        role: str | Unset = UNSET,
        enabled: bool | Unset = UNSET,
        limit: int | Unset = UNSET,
        start: str | Unset = UNSET,
        max_items: int | None = None,
        prefetch: bool = False,
    ) -> AsyncPages[RoomCode]:
        """List room codes.

        The codes of a room, enabled and disabled, page by page. Filters can be combined.

        Fails with 403 while the room is disabled, and with 404 when `role` is not a role of the room.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/room-codes/get-room-code-api

        Args:
            room_id: Identifies the room, by its `id`. At least 1 characters.
            role: Only the codes for this role, by its name.
            enabled: True for the enabled codes, false for the disabled ones. Left out, both.
            limit: How many objects a page holds at most. A page with fewer objects means that no
                more were found. Default: 10. From 10 to 100.
            start: Where the page begins: the value of `last` from the answer before. The page holds
                the objects that follow the one it names. Left out: the first page.
            max_items: Stop after this many items, however many pages they take. Default: all of them.
            prefetch: Whether iterating fetches the next page while you work on one. Default: False.

        Returns:
            One page of codes.

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
        return self._sender.paginate(
            list_room_codes.build(
                room_id,
                role=role,
                enabled=enabled,
                limit=limit,
                start=start,
            ),
            list_room_codes.PAGINATION,
            max_items=max_items,
            prefetch=prefetch,
        )

    def create(
        self,
        room_id: str,
        *,
        max_items: int | None = None,
    ) -> AsyncPages[RoomCode]:
        """Create room codes for all roles.

        Makes a code for every role of the room's template. A room has none until then, unless it was
        created on the dashboard.

        Call it again after changing the roles of the template: new roles get a code, the codes of roles
        that are gone are disabled, and the other codes stay as they are.

        A room takes up to 100 codes. Fails with 403 while the room is disabled.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/room-codes/create-room-code-api

        Args:
            room_id: Identifies the room, by its `id`. At least 1 characters.
            max_items: Stop after this many items, however many pages they take. Default: all of them.

        Returns:
            The codes of the room.

        Raises:
            hms.AuthenticationError: There is no valid token in the request: none was sent, it is
                malformed or expired, it is of another type, or its signature is wrong.
            hms.PermissionDeniedError: The token is valid but the action is not allowed: the token
                lacks the permission, or the state of the object forbids it.
            hms.NotFoundError: There is no such object, or none that this workspace can see.
            hms.APIError: Any other error status; `hms.APIConnectionError` when no answer came.
        """
        return self._sender.paginate(
            create_room_codes.build(
                room_id,
            ),
            create_room_codes.PAGINATION,
            max_items=max_items,
        )

    async def create_for_role(
        self,
        room_id: str,
        role: str,
    ) -> RoomCode:
        """Create a room code for one role.

        Makes a code for one role of the room. A room may have several codes for the same role, up to
        100 codes in all: with a code for each person, one can be disabled without shutting out the
        others.

        Fails with 403 while the room is disabled, and with 404 when there is no such room or role.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/room-codes/create-room-code-api

        Args:
            room_id: Identifies the room, by its `id`. At least 1 characters.
            role: The name of a role of the room's template. At least 1 characters.

        Returns:
            The code.

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
                create_role_room_code.build(
                    room_id,
                    role,
                )
            )
        ).parsed

    async def update(
        self,
        *,
        code: str,
        enabled: bool,
    ) -> RoomCode:
        """Enable or disable a room code.

        Decides whether participants can join with a code. Those who have joined already stay.

        Fails with 404 when there is no such code, and with 403 when a code is to be enabled whose room
        or role no longer exists. A body with any other member than `code` and `enabled` is refused with
        400.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/room-codes/update-room-code-api

        Args:
            code: The code to change. At least 1 characters.
            enabled: True to let participants join with the code, false to stop that.

        Returns:
            The code after the change.

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
                update_room_code.build(
                    body=UpdateRoomCodeRequest(
                        code=code,
                        enabled=enabled,
                    ),
                )
            )
        ).parsed


class RoomCodesWithResponse:
    """The methods of `RoomCodes` returning the status, headers and body as well."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def create_for_role(
        self,
        room_id: str,
        role: str,
    ) -> Response[RoomCode]:
        """Like `RoomCodes.create_for_role`, returning the whole response."""
        return self._sender.send(
            create_role_room_code.build(
                room_id,
                role,
            )
        )

    def update(
        self,
        *,
        code: str,
        enabled: bool,
    ) -> Response[RoomCode]:
        """Like `RoomCodes.update`, returning the whole response."""
        return self._sender.send(
            update_room_code.build(
                body=UpdateRoomCodeRequest(
                    code=code,
                    enabled=enabled,
                ),
            )
        )


class AsyncRoomCodesWithResponse:
    """The methods of `AsyncRoomCodes` returning the status, headers and body as well."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def create_for_role(
        self,
        room_id: str,
        role: str,
    ) -> Response[RoomCode]:
        """Like `AsyncRoomCodes.create_for_role`, returning the whole response."""
        return await self._sender.send(
            create_role_room_code.build(
                room_id,
                role,
            )
        )

    async def update(
        self,
        *,
        code: str,
        enabled: bool,
    ) -> Response[RoomCode]:
        """Like `AsyncRoomCodes.update`, returning the whole response."""
        return await self._sender.send(
            update_room_code.build(
                body=UpdateRoomCodeRequest(
                    code=code,
                    enabled=enabled,
                ),
            )
        )
