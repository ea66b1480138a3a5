"""Rooms and AsyncRooms: the operations of one family as methods."""

from __future__ import annotations

import builtins
import datetime

from ..api.rooms import create_room, get_room, list_rooms, update_room
from ..models.create_room_request import CreateRoomRequest
from ..models.recording_info import RecordingInfo
from ..models.region import Region
from ..models.room import Room
from ..models.room_webhook import RoomWebhook
from ..models.update_room_request import UpdateRoomRequest
from ..operation import AsyncPages, AsyncSender, Page, Response, Sender
from ..types import UNSET, Unset


class Rooms:
    """Places to meet. Create a room, follow a template with it, limit its size and duration, and open or
    close it to participants.
    """

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    @property
    def with_response(self) -> RoomsWithResponse:
        """The same methods returning the whole response; lists have it as `page.response`."""
        return RoomsWithResponse(self._sender)

    def list(
        self,
        *,
        enabled: bool | Unset = UNSET,
        name: str | Unset = UNSET,
        template_id: str | Unset = UNSET,
        after: datetime.datetime | Unset = UNSET,
        before: datetime.datetime | Unset = UNSET,
        limit: int | Unset = UNSET,
        start: str | Unset = UNSET,
        max_items: int | None = None,
        prefetch: bool = False,
    ) -> Page[Room]:
        """List rooms.

        The rooms of the workspace, newest first, page by page. Filters can be combined; a room must
        pass them all.

        Without `enabled`, only enabled rooms are listed. Ask for the disabled ones separately.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/Rooms/list-rooms

        Args:
            enabled: True for the enabled rooms, false for the disabled ones. Default: True.
            name: Only the room of this name. A room that was created without a name has a UUID for
                a name.
            template_id: Only the rooms that follow this template.
            after: Only rooms created at this time or later. Written in UTC with milliseconds:
                YYYY-MM-DDTHH:mm:ss.sssZ.
            before: Only rooms created at this time or earlier. Written in UTC with milliseconds:
                YYYY-MM-DDTHH:mm:ss.sssZ.
            limit: How many objects a page holds at most. A page with fewer objects means that no
                more were found. Default: 10. From 10 to 100.
            start: Where the page begins: the value of `last` from the answer before. The page holds
                the objects that follow the one it names. Left out: the first page.
            max_items: Stop after this many items, however many pages they take. Default: all of them.
            prefetch: Whether iterating fetches the next page while you work on one. Default: False.

        Returns:
            One page of rooms.

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
            list_rooms.build(
                enabled=enabled,
                name=name,
                template_id=template_id,
                after=after,
                before=before,
                limit=limit,
                start=start,
            ),
            list_rooms.PAGINATION,
            max_items=max_items,
            prefetch=prefetch,
        )

    def create(
        self,
        *,
        name: str | Unset = UNSET,
        description: str | Unset = UNSET,
        template_id: str | Unset = UNSET,
        recording_info: RecordingInfo | Unset = UNSET,
        region: Region | Unset = UNSET,
        large_room: bool | Unset = UNSET,
        size: int | Unset = UNSET,
        max_duration_seconds: int | Unset = UNSET,
        polls: builtins.list[str] | Unset = UNSET,
        webhook: RoomWebhook | Unset = UNSET,
    ) -> Room:
        """Create a room.

        Creates a room. All settings are optional: `{}` makes an enabled room with a made-up name that
        follows the default template.

        A room is known by its name. If a room with this name exists, in whatever case, no second one is
        made: that room gets the settings of this request, another template included, and is returned
        under the `id` it had.

        Recording settings come from the template unless `recording_info` is sent;
        `recording_source_template` in the answer tells which. Create room codes next to let
        participants in by link.

        Refused with 400: an unknown template or region, the member `template`, a `size` out of range
        (over 2500 without `large_room`), a duration below 120 or above 43200 seconds, a bucket without
        its location, an upload that does not work.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/Rooms/create-via-api

        Args:
            name: The name of the room, unique in the workspace without regard to case: letters,
                digits, and `.`, `-`, `:` and `_`. If a room has this name already, that room is updated
                and returned. Left out: the server makes up a UUID.
            description: What the room is for, in your words.
            template_id: Identifies the template that the room is to follow. Left out: the default
                template of the workspace.
            recording_info: Whether a room is recorded, and where its recordings go. These settings
                count as one: giving any replaces all of them and cuts the room loose from the recording
                settings of its template. Setting them in the template is the better way for most, as
                the dashboard can then check them.
            region: Where the sessions of the room are to be hosted. Left out: in the region of the
                template. Default: 'auto'.
            large_room: Whether the room is built for more than 2500 peers. Such a room needs recent
                client SDKs, has at most 200 peers that may publish audio or video, and at most 200
                raised hands at a time. Default: False.
            size: How many peers are expected in the room at most. Up to 2500 in an ordinary room;
                more, up to 20000, only together with `large_room`. From 0 to 20000.
            max_duration_seconds: How long a session may last, in seconds, before it is ended
                automatically: from two minutes to twelve hours. Twelve hours is also the most that any
                session can last. From 120 to 43200.
            polls: The polls to link to the room, by their identifiers. A poll that is set to start
                automatically starts with the session.
            webhook: Where the events of one room are sent. A room with a webhook of its own no
                longer sends its events to the webhook of the workspace.

        Returns:
            The room, created or updated.

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
        return self._sender.send(
            create_room.build(
                body=CreateRoomRequest(
                    name=name,
                    description=description,
                    template_id=template_id,
                    recording_info=recording_info,
                    region=region,
                    large_room=large_room,
                    size=size,
                    max_duration_seconds=max_duration_seconds,
                    polls=polls,
                    webhook=webhook,
                ),
            )
        ).parsed

    def get(
        self,
        room_id: str,
    ) -> Room:
        """Retrieve a room.

        One room with its settings. To find a room by its name, list the rooms with the filter `name`.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/Rooms/retrieve-room

        Args:
            room_id: Identifies the room, by its `id`. At least 1 characters.

        Returns:
            The room.

        Raises:
            hms.AuthenticationError: There is no valid token in the request: none was sent, it is
                malformed or expired, it is of another type, or its signature is wrong.
            hms.PermissionDeniedError: The token is valid but the action is not allowed: the token
                lacks the permission, or the state of the object forbids it.
            hms.NotFoundError: There is no such object, or none that this workspace can see.
            hms.APIError: Any other error status; `hms.APIConnectionError` when no answer came.
        """
        return self._sender.send(
            get_room.build(
                room_id,
            )
        ).parsed

    def update(
        self,
        room_id: str,
        *,
        name: str | Unset = UNSET,
        description: str | Unset = UNSET,
        enabled: bool | Unset = UNSET,
        recording_info: RecordingInfo | Unset = UNSET,
        region: Region | Unset = UNSET,
        large_room: bool | Unset = UNSET,
        size: int | Unset = UNSET,
        max_duration_seconds: int | Unset = UNSET,
        polls: builtins.list[str] | Unset = UNSET,
        webhook: RoomWebhook | Unset = UNSET,
    ) -> Room:
        """Update, disable or enable a room.

        Changes the settings that are sent and leaves the others as they are.

        `enabled: false` disables the room: a running session goes on to its end, and nobody can join
        any more. `enabled: true` opens it again.

        `recording_info` counts as one setting. Sending it replaces all of it, and from then on the room
        no longer follows the recording settings of its template.

        The answer to disabling or enabling a room may leave `template_id`, `template` and `region`
        empty, and give `recording` in place of `recording_info`.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/Rooms/update-a-room

        Args:
            room_id: Identifies the room, by its `id`. At least 1 characters.
            name: The new name of the room, unique in the workspace without regard to case: letters,
                digits, and `.`, `-`, `:` and `_`. Take one that no other room has: with the name of
                another room, it is that room's `id` that comes back.
            description: What the room is for, in your words.
            enabled: False disables the room: a running session goes on to its end, and nobody can
                join after that. True enables it again.
            recording_info: Whether a room is recorded, and where its recordings go. These settings
                count as one: giving any replaces all of them and cuts the room loose from the recording
                settings of its template. Setting them in the template is the better way for most, as
                the dashboard can then check them.
            region: Where the sessions of the room are to be hosted. `auto` takes the region of the
                template.
            large_room: Whether the room is built for more than 2500 peers. Such a room needs recent
                client SDKs, has at most 200 peers that may publish audio or video, and at most 200
                raised hands at a time.
            size: How many peers are expected in the room at most. Up to 2500 in an ordinary room;
                more, up to 20000, only together with `large_room`. From 0 to 20000.
            max_duration_seconds: How long a session may last, in seconds, before it is ended
                automatically: from two minutes to twelve hours. Twelve hours is also the most that any
                session can last. From 120 to 43200.
            polls: The polls to link to the room, by their identifiers. A poll that is set to start
                automatically starts with the session.
            webhook: Where the events of one room are sent. A room with a webhook of its own no
                longer sends its events to the webhook of the workspace.

        Returns:
            The room after the change.

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
            update_room.build(
                room_id,
                body=UpdateRoomRequest(
                    name=name,
                    description=description,
                    enabled=enabled,
                    recording_info=recording_info,
                    region=region,
                    large_room=large_room,
                    size=size,
                    max_duration_seconds=max_duration_seconds,
                    polls=polls,
                    webhook=webhook,
                ),
            )
        ).parsed


class AsyncRooms:
    """Places to meet. Create a room, follow a template with it, limit its size and duration, and open or
    close it to participants.
    """

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    @property
    def with_response(self) -> AsyncRoomsWithResponse:
        """The same methods returning the whole response; lists have it as `page.response`."""
        return AsyncRoomsWithResponse(self._sender)

    def list(
        self,
        *,
        enabled: bool | Unset = UNSET,
        name: str | Unset = UNSET,
        template_id: str | Unset = UNSET,
        after: datetime.datetime | Unset = UNSET,
        before: datetime.datetime | Unset = UNSET,
        limit: int | Unset = UNSET,
        start: str | Unset = UNSET,
        max_items: int | None = None,
        prefetch: bool = False,
    ) -> AsyncPages[Room]:
        """List rooms.

        The rooms of the workspace, newest first, page by page. Filters can be combined; a room must
        pass them all.

        Without `enabled`, only enabled rooms are listed. Ask for the disabled ones separately.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/Rooms/list-rooms

        Args:
            enabled: True for the enabled rooms, false for the disabled ones. Default: True.
            name: Only the room of this name. A room that was created without a name has a UUID for
                a name.
            template_id: Only the rooms that follow this template.
            after: Only rooms created at this time or later. Written in UTC with milliseconds:
                YYYY-MM-DDTHH:mm:ss.sssZ.
            before: Only rooms created at this time or earlier. Written in UTC with milliseconds:
                YYYY-MM-DDTHH:mm:ss.sssZ.
            limit: How many objects a page holds at most. A page with fewer objects means that no
                more were found. Default: 10. From 10 to 100.
            start: Where the page begins: the value of `last` from the answer before. The page holds
                the objects that follow the one it names. Left out: the first page.
            max_items: Stop after this many items, however many pages they take. Default: all of them.
            prefetch: Whether iterating fetches the next page while you work on one. Default: False.

        Returns:
            One page of rooms.

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
            list_rooms.build(
                enabled=enabled,
                name=name,
                template_id=template_id,
                after=after,
                before=before,
                limit=limit,
                start=start,
            ),
            list_rooms.PAGINATION,
            max_items=max_items,
            prefetch=prefetch,
        )

    async def create(
        self,
        *,
        name: str | Unset = UNSET,
        description: str | Unset = UNSET,
        template_id: str | Unset = UNSET,
        recording_info: RecordingInfo | Unset = UNSET,
        region: Region | Unset = UNSET,
        large_room: bool | Unset = UNSET,
        size: int | Unset = UNSET,
        max_duration_seconds: int | Unset = UNSET,
        polls: builtins.list[str] | Unset = UNSET,
        webhook: RoomWebhook | Unset = UNSET,
    ) -> Room:
        """Create a room.

        Creates a room. All settings are optional: `{}` makes an enabled room with a made-up name that
        follows the default template.

        A room is known by its name. If a room with this name exists, in whatever case, no second one is
        made: that room gets the settings of this request, another template included, and is returned
        under the `id` it had.

        Recording settings come from the template unless `recording_info` is sent;
        `recording_source_template` in the answer tells which. Create room codes next to let
        participants in by link.

        Refused with 400: an unknown template or region, the member `template`, a `size` out of range
        (over 2500 without `large_room`), a duration below 120 or above 43200 seconds, a bucket without
        its location, an upload that does not work.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/Rooms/create-via-api

        Args:
            name: The name of the room, unique in the workspace without regard to case: letters,
                digits, and `.`, `-`, `:` and `_`. If a room has this name already, that room is updated
                and returned. Left out: the server makes up a UUID.
            description: What the room is for, in your words.
            template_id: Identifies the template that the room is to follow. Left out: the default
                template of the workspace.
            recording_info: Whether a room is recorded, and where its recordings go. These settings
                count as one: giving any replaces all of them and cuts the room loose from the recording
                settings of its template. Setting them in the template is the better way for most, as
                the dashboard can then check them.
            region: Where the sessions of the room are to be hosted. Left out: in the region of the
                template. Default: 'auto'.
            large_room: Whether the room is built for more than 2500 peers. Such a room needs recent
                client SDKs, has at most 200 peers that may publish audio or video, and at most 200
                raised hands at a time. Default: False.
            size: How many peers are expected in the room at most. Up to 2500 in an ordinary room;
                more, up to 20000, only together with `large_room`. From 0 to 20000.
            max_duration_seconds: How long a session may last, in seconds, before it is ended
                automatically: from two minutes to twelve hours. Twelve hours is also the most that any
                session can last. From 120 to 43200.
            polls: The polls to link to the room, by their identifiers. A poll that is set to start
                automatically starts with the session.
            webhook: Where the events of one room are sent. A room with a webhook of its own no
                longer sends its events to the webhook of the workspace.

        Returns:
            The room, created or updated.

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
        return (
            await self._sender.send(
                create_room.build(
                    body=CreateRoomRequest(
                        name=name,
                        description=description,
                        template_id=template_id,
                        recording_info=recording_info,
                        region=region,
                        large_room=large_room,
                        size=size,
                        max_duration_seconds=max_duration_seconds,
                        polls=polls,
                        webhook=webhook,
                    ),
                )
            )
        ).parsed

    async def get(
        self,
        room_id: str,
    ) -> Room:
        """Retrieve a room.

        One room with its settings. To find a room by its name, list the rooms with the filter `name`.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/Rooms/retrieve-room

        Args:
            room_id: Identifies the room, by its `id`. At least 1 characters.

        Returns:
            The room.

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
                get_room.build(
                    room_id,
                )
            )
        ).parsed

    async def update(
        self,
        room_id: str,
        *,
        name: str | Unset = UNSET,
        description: str | Unset = UNSET,
        enabled: bool | Unset = UNSET,
        recording_info: RecordingInfo | Unset = UNSET,
        region: Region | Unset = UNSET,
        large_room: bool | Unset = UNSET,
        size: int | Unset = UNSET,
        max_duration_seconds: int | Unset = UNSET,
        polls: builtins.list[str] | Unset = UNSET,
        webhook: RoomWebhook | Unset = UNSET,
    ) -> Room:
        """Update, disable or enable a room.

        Changes the settings that are sent and leaves the others as they are.

        `enabled: false` disables the room: a running session goes on to its end, and nobody can join
        any more. `enabled: true` opens it again.

        `recording_info` counts as one setting. Sending it replaces all of it, and from then on the room
        no longer follows the recording settings of its template.

        The answer to disabling or enabling a room may leave `template_id`, `template` and `region`
        empty, and give `recording` in place of `recording_info`.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/Rooms/update-a-room

        Args:
            room_id: Identifies the room, by its `id`. At least 1 characters.
            name: The new name of the room, unique in the workspace without regard to case: letters,
                digits, and `.`, `-`, `:` and `_`. Take one that no other room has: with the name of
                another room, it is that room's `id` that comes back.
            description: What the room is for, in your words.
            enabled: False disables the room: a running session goes on to its end, and nobody can
                join after that. True enables it again.
            recording_info: Whether a room is recorded, and where its recordings go. These settings
                count as one: giving any replaces all of them and cuts the room loose from the recording
                settings of its template. Setting them in the template is the better way for most, as
                the dashboard can then check them.
            region: Where the sessions of the room are to be hosted. `auto` takes the region of the
                template.
            large_room: Whether the room is built for more than 2500 peers. Such a room needs recent
                client SDKs, has at most 200 peers that may publish audio or video, and at most 200
                raised hands at a time.
            size: How many peers are expected in the room at most. Up to 2500 in an ordinary room;
                more, up to 20000, only together with `large_room`. From 0 to 20000.
            max_duration_seconds: How long a session may last, in seconds, before it is ended
                automatically: from two minutes to twelve hours. Twelve hours is also the most that any
                session can last. From 120 to 43200.
            polls: The polls to link to the room, by their identifiers. A poll that is set to start
                automatically starts with the session.
            webhook: Where the events of one room are sent. A room with a webhook of its own no
                longer sends its events to the webhook of the workspace.

        Returns:
            The room after the change.

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
                update_room.build(
                    room_id,
                    body=UpdateRoomRequest(
                        name=name,
                        description=description,
                        enabled=enabled,
                        recording_info=recording_info,
                        region=region,
                        large_room=large_room,
                        size=size,
                        max_duration_seconds=max_duration_seconds,
                        polls=polls,
                        webhook=webhook,
                    ),
                )
            )
        ).parsed


class RoomsWithResponse:
    """The methods of `Rooms` returning the status, headers and body as well."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def create(
        self,
        *,
        name: str | Unset = UNSET,
        description: str | Unset = UNSET,
        template_id: str | Unset = UNSET,
        recording_info: RecordingInfo | Unset = UNSET,
        region: Region | Unset = UNSET,
        large_room: bool | Unset = UNSET,
        size: int | Unset = UNSET,
        max_duration_seconds: int | Unset = UNSET,
        polls: builtins.list[str] | Unset = UNSET,
        webhook: RoomWebhook | Unset = UNSET,
    ) -> Response[Room]:
        """Like `Rooms.create`, returning the whole response."""
        return self._sender.send(
            create_room.build(
                body=CreateRoomRequest(
                    name=name,
                    description=description,
                    template_id=template_id,
                    recording_info=recording_info,
                    region=region,
                    large_room=large_room,
                    size=size,
                    max_duration_seconds=max_duration_seconds,
                    polls=polls,
                    webhook=webhook,
                ),
            )
        )

    def get(
        self,
        room_id: str,
    ) -> Response[Room]:
        """Like `Rooms.get`, returning the whole response."""
        return self._sender.send(
            get_room.build(
                room_id,
            )
        )

    def update(
        self,
        room_id: str,
        *,
        name: str | Unset = UNSET,
        description: str | Unset = UNSET,
        enabled: bool | Unset = UNSET,
        recording_info: RecordingInfo | Unset = UNSET,
        region: Region | Unset = UNSET,
        large_room: bool | Unset = UNSET,
        size: int | Unset = UNSET,
        max_duration_seconds: int | Unset = UNSET,
        polls: builtins.list[str] | Unset = UNSET,
        webhook: RoomWebhook | Unset = UNSET,
    ) -> Response[Room]:
        """Like `Rooms.update`, returning the whole response."""
        return self._sender.send(
            update_room.build(
                room_id,
                body=UpdateRoomRequest(
                    name=name,
                    description=description,
                    enabled=enabled,
                    recording_info=recording_info,
                    region=region,
                    large_room=large_room,
                    size=size,
                    max_duration_seconds=max_duration_seconds,
                    polls=polls,
                    webhook=webhook,
                ),
            )
        )


class AsyncRoomsWithResponse:
    """The methods of `AsyncRooms` returning the status, headers and body as well."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def create(
        self,
        *,
        name: str | Unset = UNSET,
        description: str | Unset = UNSET,
        template_id: str | Unset = UNSET,
        recording_info: RecordingInfo | Unset = UNSET,
        region: Region | Unset = UNSET,
        large_room: bool | Unset = UNSET,
        size: int | Unset = UNSET,
        max_duration_seconds: int | Unset = UNSET,
        polls: builtins.list[str] | Unset = UNSET,
        webhook: RoomWebhook | Unset = UNSET,
    ) -> Response[Room]:
        """Like `AsyncRooms.create`, returning the whole response."""
        return await self._sender.send(
            create_room.build(
                body=CreateRoomRequest(
                    name=name,
                    description=description,
                    template_id=template_id,
                    recording_info=recording_info,
                    region=region,
                    large_room=large_room,
                    size=size,
                    max_duration_seconds=max_duration_seconds,
                    polls=polls,
                    webhook=webhook,
                ),
            )
        )

    async def get(
        self,
        room_id: str,
    ) -> Response[Room]:
        """Like `AsyncRooms.get`, returning the whole response."""
        return await self._sender.send(
            get_room.build(
                room_id,
            )
        )

    async def update(
        self,
        room_id: str,
        *,
        name: str | Unset = UNSET,
        description: str | Unset = UNSET,
        enabled: bool | Unset = UNSET,
        recording_info: RecordingInfo | Unset = UNSET,
        region: Region | Unset = UNSET,
        large_room: bool | Unset = UNSET,
        size: int | Unset = UNSET,
        max_duration_seconds: int | Unset = UNSET,
        polls: builtins.list[str] | Unset = UNSET,
        webhook: RoomWebhook | Unset = UNSET,
    ) -> Response[Room]:
        """Like `AsyncRooms.update`, returning the whole response."""
        return await self._sender.send(
            update_room.build(
                room_id,
                body=UpdateRoomRequest(
                    name=name,
                    description=description,
                    enabled=enabled,
                    recording_info=recording_info,
                    region=region,
                    large_room=large_room,
                    size=size,
                    max_duration_seconds=max_duration_seconds,
                    polls=polls,
                    webhook=webhook,
                ),
            )
        )
