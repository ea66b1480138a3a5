"""ActiveRooms and AsyncActiveRooms: the operations of one family as methods."""

from __future__ import annotations

from ..api.active_rooms import (
    end_room,
    get_active_room,
    get_peer,
    list_peers,
    remove_peers,
    send_message,
    update_peer,
)
from ..models.acknowledgement import Acknowledgement
from ..models.active_room import ActiveRoom
from ..models.end_room_request import EndRoomRequest
from ..models.peer import Peer
from ..models.remove_peers_request import RemovePeersRequest
from ..models.send_message_request import SendMessageRequest
from ..models.update_peer_request import UpdatePeerRequest
from ..operation import AsyncPages, AsyncSender, Page, Response, Sender
from ..types import UNSET, Unset


class ActiveRooms:
    """Rooms with a running session. Look at the connected peers, change or remove them, send them
    messages, and end the session.
    """

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    @property
    def with_response(self) -> ActiveRoomsWithResponse:
        """The same methods returning the whole response; lists have it as `page.response`."""
        return ActiveRoomsWithResponse(self._sender)

    def get(
        self,
        room_id: str,
    ) -> ActiveRoom:
        """Retrieve an active room.

        The running session of a room and the identifiers of the peers in it. Tells whether a room is
        active: it answers 404 when no session is running.

        For all running sessions of the workspace, list the sessions with the filter `active`.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/active-rooms/retrieve-active-room

        Args:
            room_id: Identifies the room, by its `id`. At least 1 characters.

        Returns:
            The room and its running session.

        Raises:
            hms.AuthenticationError: There is no valid token in the request: none was sent, it is
                malformed or expired, it is of another type, or its signature is wrong.
            hms.PermissionDeniedError: The token is valid but the action is not allowed: the token
                lacks the permission, or the state of the object forbids it.
            hms.NotFoundError: There is no such object, or none that this workspace can see.
            hms.APIError: Any other error status; `hms.APIConnectionError` when no answer came.
        """
        return self._sender.send(
            get_active_room.build(
                room_id,
            )
        ).parsed

    def list_peers(
        self,
        room_id: str,
        *,
        user_id: str | Unset = UNSET,
        role: str | Unset = UNSET,
        max_items: int | None = None,
    ) -> Page[Peer]:
        """List peers.

        The peers that are connected to an active room, all in one answer, without their tracks. Filters
        can be combined; when no peer passes them, the answer is empty.

        For peers who have left, retrieve the session.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/active-rooms/list-peers

        Args:
            room_id: Identifies the room, by its `id`. At least 1 characters.
            user_id: Only the peers of this user, by the `user_id` of the client token that they
                joined with.
            role: Only the peers of this role, by its name in the room's template.
            max_items: Stop after this many items, however many pages they take. Default: all of them.

        Returns:
            The connected peers.

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
            list_peers.build(
                room_id,
                user_id=user_id,
                role=role,
            ),
            list_peers.PAGINATION,
            max_items=max_items,
        )

    def get_peer(
        self,
        room_id: str,
        peer_id: str,
    ) -> Peer:
        """Retrieve a peer.

        One connected peer with the tracks it publishes: whether its camera is on, whether it is muted,
        whether it shares its screen.

        Answers 404 once the peer has left. Retrieve the session for peers who did.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/active-rooms/retrieve-peer

        Args:
            room_id: Identifies the room, by its `id`. At least 1 characters.
            peer_id: Identifies the peer, by its `id`. It must be connected to the room at present.
                At least 1 characters.

        Returns:
            The peer.

        Raises:
            hms.AuthenticationError: There is no valid token in the request: none was sent, it is
                malformed or expired, it is of another type, or its signature is wrong.
            hms.PermissionDeniedError: The token is valid but the action is not allowed: the token
                lacks the permission, or the state of the object forbids it.
            hms.NotFoundError: There is no such object, or none that this workspace can see.
            hms.APIError: Any other error status; `hms.APIConnectionError` when no answer came.
        """
        return self._sender.send(
            get_peer.build(
                room_id,
                peer_id,
            )
        ).parsed

    def update_peer(
        self,
        room_id: str,
        peer_id: str,
        *,
        name: str | Unset = UNSET,
        role: str | Unset = UNSET,
        metadata: str | Unset = UNSET,
    ) -> Peer:
        """Update a peer.

        Changes the name, the role or the metadata of a connected peer, for the rest of its stay. The
        members that are sent are changed and the others are kept.

        A role decides what a peer may do, so changing it moves the peer: onto the stage, into a
        breakout group. Metadata is shown to everyone in the room: a raised hand, a picture to show in
        place of the video.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/active-rooms/update-a-peer

        Args:
            room_id: Identifies the room, by its `id`. At least 1 characters.
            peer_id: Identifies the peer, by its `id`. It must be connected to the room at present.
                At least 1 characters.
            name: The new name of the peer for the rest of the session.
            role: The new role of the peer, by its name in the room's template. Takes effect without
                asking the peer.
            metadata: What your application keeps with the peer, in place of what it kept before: a
                JSON text by custom.

        Returns:
            The peer after the change.

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
            update_peer.build(
                room_id,
                peer_id,
                body=UpdatePeerRequest(
                    name=name,
                    role=role,
                    metadata=metadata,
                ),
            )
        ).parsed

    def send_message(
        self,
        room_id: str,
        *,
        message: str,
        peer_id: str | Unset = UNSET,
        role: str | Unset = UNSET,
        type: str | Unset = UNSET,
    ) -> Acknowledgement:
        """Send a message.

        Sends a message into an active room: to one peer with `peer_id`, to the peers of a role with
        `role`, to everybody with neither. `peer_id` wins over `role`.

        Clients get it like a message from another participant, together with its `type`, and decide
        what to do: show it as chat, as an emoji, or act on it (a card dealt, a poll opened).

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/active-rooms/send-message

        Args:
            room_id: Identifies the room, by its `id`. At least 1 characters.
            message: What is delivered, passed on as it is.
            peer_id: Deliver to this peer only.
            role: Deliver to the peers of this role, by its name in the room's template.
            type: What kind of message it is, so that clients know what to do with it: `chat`,
                `emoji`, or a name of your own.

        Returns:
            The message is on its way.

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
            send_message.build(
                room_id,
                body=SendMessageRequest(
                    message=message,
                    peer_id=peer_id,
                    role=role,
                    type=type,
                ),
            )
        ).parsed

    def remove_peers(
        self,
        room_id: str,
        *,
        peer_id: str | Unset = UNSET,
        role: str | Unset = UNSET,
        reason: str | Unset = UNSET,
    ) -> Acknowledgement:
        """Remove peers.

        Disconnects one peer with `peer_id`, or all peers of a role with `role`. One of the two must be
        sent, else the answer is 400; `peer_id` wins over `role`.

        A removed participant can join again with a valid token or code. To keep somebody out, issue
        them no further tokens and disable their room code.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/active-rooms/remove-peers

        Args:
            room_id: Identifies the room, by its `id`. At least 1 characters.
            peer_id: Remove this peer. Needed unless `role` is given.
            role: Remove all peers of this role, by its name in the room's template. Needed unless
                `peer_id` is given.
            reason: Why, as a message for the connected peers.

        Returns:
            The peers are being removed.

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
            remove_peers.build(
                room_id,
                body=RemovePeersRequest(
                    peer_id=peer_id,
                    role=role,
                    reason=reason,
                ),
            )
        ).parsed

    def end(
        self,
        room_id: str,
        *,
        reason: str | Unset = UNSET,
        lock: bool | Unset = UNSET,
    ) -> Acknowledgement:
        """End an active room.

        Ends the running session and disconnects all peers. The room stays as it is, and the next one to
        join begins a new session.

        With `lock` set to true the room is disabled too: nobody can join until an update of the room
        enables it. Answers 404 when no session is running.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/active-rooms/end-active-room

        Args:
            room_id: Identifies the room, by its `id`. At least 1 characters.
            reason: Why the session ends.
            lock: Whether to disable the room as well, so that nobody can join again until it is
                enabled. False ends the running session only. Default: False.

        Returns:
            The session is being ended.

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
            end_room.build(
                room_id,
                body=EndRoomRequest(
                    reason=reason,
                    lock=lock,
                ),
            )
        ).parsed


class AsyncActiveRooms:
    """Rooms with a running session. Look at the connected peers, change or remove them, send them
    messages, and end the session.
    """

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    @property
    def with_response(self) -> AsyncActiveRoomsWithResponse:
        """The same methods returning the whole response; lists have it as `page.response`."""
        return AsyncActiveRoomsWithResponse(self._sender)

    async def get(
        self,
        room_id: str,
    ) -> ActiveRoom:
        """Retrieve an active room.

        The running session of a room and the identifiers of the peers in it. Tells whether a room is
        active: it answers 404 when no session is running.

        For all running sessions of the workspace, list the sessions with the filter `active`.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/active-rooms/retrieve-active-room

        Args:
            room_id: Identifies the room, by its `id`. At least 1 characters.

        Returns:
            The room and its running session.

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
                get_active_room.build(
                    room_id,
                )
            )
        ).parsed

    def list_peers(
        self,
        room_id: str,
        *,
        user_id: str | Unset = UNSET,
        role: str | Unset = UNSET,
        max_items: int | None = None,
    ) -> AsyncPages[Peer]:
        """List peers.

        The peers that are connected to an active room, all in one answer, without their tracks. Filters
        can be combined; when no peer passes them, the answer is empty.

        For peers who have left, retrieve the session.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/active-rooms/list-peers

        Args:
            room_id: Identifies the room, by its `id`. At least 1 characters.
            user_id: Only the peers of this user, by the `user_id` of the client token that they
                joined with.
            role: Only the peers of this role, by its name in the room's template.
            max_items: Stop after this many items, however many pages they take. Default: all of them.

        Returns:
            The connected peers.

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
            list_peers.build(
                room_id,
                user_id=user_id,
                role=role,
            ),
            list_peers.PAGINATION,
            max_items=max_items,
        )

    async def get_peer(
        self,
        room_id: str,
        peer_id: str,
    ) -> Peer:
        """Retrieve a peer.

        One connected peer with the tracks it publishes: whether its camera is on, whether it is muted,
        whether it shares its screen.

        Answers 404 once the peer has left. Retrieve the session for peers who did.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/active-rooms/retrieve-peer

        Args:
            room_id: Identifies the room, by its `id`. At least 1 characters.
            peer_id: Identifies the peer, by its `id`. It must be connected to the room at present.
                At least 1 characters.

        Returns:
            The peer.

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
                get_peer.build(
                    room_id,
                    peer_id,
                )
            )
        ).parsed

    async def update_peer(
        self,
        room_id: str,
        peer_id: str,
        *,
        name: str | Unset = UNSET,
        role: str | Unset = UNSET,
        metadata: str | Unset = UNSET,
    ) -> Peer:
        """Update a peer.

        Changes the name, the role or the metadata of a connected peer, for the rest of its stay. The
        members that are sent are changed and the others are kept.

        A role decides what a peer may do, so changing it moves the peer: onto the stage, into a
        breakout group. Metadata is shown to everyone in the room: a raised hand, a picture to show in
        place of the video.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/active-rooms/update-a-peer

        Args:
            room_id: Identifies the room, by its `id`. At least 1 characters.
            peer_id: Identifies the peer, by its `id`. It must be connected to the room at present.
                At least 1 characters.
            name: The new name of the peer for the rest of the session.
            role: The new role of the peer, by its name in the room's template. Takes effect without
                asking the peer.
            metadata: What your application keeps with the peer, in place of what it kept before: a
                JSON text by custom.

        Returns:
            The peer after the change.

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
                update_peer.build(
                    room_id,
                    peer_id,
                    body=UpdatePeerRequest(
                        name=name,
                        role=role,
                        metadata=metadata,
                    ),
                )
            )
        ).parsed

    async def send_message(
        self,
        room_id: str,
        *,
        message: str,
        peer_id: str | Unset = UNSET,
        role: str | Unset = UNSET,
        type: str | Unset = UNSET,
    ) -> Acknowledgement:
        """Send a message.

        Sends a message into an active room: to one peer with `peer_id`, to the peers of a role with
        `role`, to everybody with neither. `peer_id` wins over `role`.

        Clients get it like a message from another participant, together with its `type`, and decide
        what to do: show it as chat, as an emoji, or act on it (a card dealt, a poll opened).

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/active-rooms/send-message

        Args:
            room_id: Identifies the room, by its `id`. At least 1 characters.
            message: What is delivered, passed on as it is.
            peer_id: Deliver to this peer only.
            role: Deliver to the peers of this role, by its name in the room's template.
            type: What kind of message it is, so that clients know what to do with it: `chat`,
                `emoji`, or a name of your own.

        Returns:
            The message is on its way.

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
                send_message.build(
                    room_id,
                    body=SendMessageRequest(
                        message=message,
                        peer_id=peer_id,
                        role=role,
                        type=type,
                    ),
                )
            )
        ).parsed

    async def remove_peers(
        self,
        room_id: str,
        *,
        peer_id: str | Unset = UNSET,
        role: str | Unset = UNSET,
        reason: str | Unset = UNSET,
    ) -> Acknowledgement:
        """Remove peers.

        Disconnects one peer with `peer_id`, or all peers of a role with `role`. One of the two must be
        sent, else the answer is 400; `peer_id` wins over `role`.

        A removed participant can join again with a valid token or code. To keep somebody out, issue
        them no further tokens and disable their room code.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/active-rooms/remove-peers

        Args:
            room_id: Identifies the room, by its `id`. At least 1 characters.
            peer_id: Remove this peer. Needed unless `role` is given.
            role: Remove all peers of this role, by its name in the room's template. Needed unless
                `peer_id` is given.
            reason: Why, as a message for the connected peers.

        Returns:
            The peers are being removed.

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
                remove_peers.build(
                    room_id,
                    body=RemovePeersRequest(
                        peer_id=peer_id,
                        role=role,
                        reason=reason,
                    ),
                )
            )
        ).parsed

    async def end(
        self,
        room_id: str,
        *,
        reason: str | Unset = UNSET,
        lock: bool | Unset = UNSET,
    ) -> Acknowledgement:
        """End an active room.

        Ends the running session and disconnects all peers. The room stays as it is, and the next one to
        join begins a new session.

        With `lock` set to true the room is disabled too: nobody can join until an update of the room
        enables it. Answers 404 when no session is running.

        Documentation: https://www.100ms.live/docs/server-side/v2/api-reference/active-rooms/end-active-room

        Args:
            room_id: Identifies the room, by its `id`. At least 1 characters.
            reason: Why the session ends.
            lock: Whether to disable the room as well, so that nobody can join again until it is
                enabled. False ends the running session only. Default: False.

        Returns:
            The session is being ended.

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
                end_room.build(
                    room_id,
                    body=EndRoomRequest(
                        reason=reason,
                        lock=lock,
                    ),
                )
            )
        ).parsed


class ActiveRoomsWithResponse:
    """The methods of `ActiveRooms` returning the status, headers and body as well."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def get(
        self,
        room_id: str,
    ) -> Response[ActiveRoom]:
        """Like `ActiveRooms.get`, returning the whole response."""
        return self._sender.send(
            get_active_room.build(
                room_id,
            )
        )

    def get_peer(
        self,
        room_id: str,
        peer_id: str,
    ) -> Response[Peer]:
        """Like `ActiveRooms.get_peer`, returning the whole response."""
        return self._sender.send(
            get_peer.build(
                room_id,
                peer_id,
            )
        )

    def update_peer(
        self,
        room_id: str,
        peer_id: str,
        *,
        name: str | Unset = UNSET,
        role: str | Unset = UNSET,
        metadata: str | Unset = UNSET,
    ) -> Response[Peer]:
        """Like `ActiveRooms.update_peer`, returning the whole response."""
        return self._sender.send(
            update_peer.build(
                room_id,
                peer_id,
                body=UpdatePeerRequest(
                    name=name,
                    role=role,
                    metadata=metadata,
                ),
            )
        )

    def send_message(
        self,
        room_id: str,
        *,
        message: str,
        peer_id: str | Unset = UNSET,
        role: str | Unset = UNSET,
        type: str | Unset = UNSET,
    ) -> Response[Acknowledgement]:
        """Like `ActiveRooms.send_message`, returning the whole response."""
        return self._sender.send(
            send_message.build(
                room_id,
                body=SendMessageRequest(
                    message=message,
                    peer_id=peer_id,
                    role=role,
                    type=type,
                ),
            )
        )

    def remove_peers(
        self,
        room_id: str,
        *,
        peer_id: str | Unset = UNSET,
        role: str | Unset = UNSET,
        reason: str | Unset = UNSET,
    ) -> Response[Acknowledgement]:
        """Like `ActiveRooms.remove_peers`, returning the whole response."""
        return self._sender.send(
            remove_peers.build(
                room_id,
                body=RemovePeersRequest(
                    peer_id=peer_id,
                    role=role,
                    reason=reason,
                ),
            )
        )

    def end(
        self,
        room_id: str,
        *,
        reason: str | Unset = UNSET,
        lock: bool | Unset = UNSET,
    ) -> Response[Acknowledgement]:
        """Like `ActiveRooms.end`, returning the whole response."""
        return self._sender.send(
            end_room.build(
                room_id,
                body=EndRoomRequest(
                    reason=reason,
                    lock=lock,
                ),
            )
        )


class AsyncActiveRoomsWithResponse:
    """The methods of `AsyncActiveRooms` returning the status, headers and body as well."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def get(
        self,
        room_id: str,
    ) -> Response[ActiveRoom]:
        """Like `AsyncActiveRooms.get`, returning the whole response."""
        return await self._sender.send(
            get_active_room.build(
                room_id,
            )
        )

    async def get_peer(
        self,
        room_id: str,
        peer_id: str,
    ) -> Response[Peer]:
        """Like `AsyncActiveRooms.get_peer`, returning the whole response."""
        return await self._sender.send(
            get_peer.build(
                room_id,
                peer_id,
            )
        )

    async def update_peer(
        self,
        room_id: str,
        peer_id: str,
        *,
        name: str | Unset = UNSET,
        role: str | Unset = UNSET,
        metadata: str | Unset = UNSET,
    ) -> Response[Peer]:
        """Like `AsyncActiveRooms.update_peer`, returning the whole response."""
        return await self._sender.send(
            update_peer.build(
                room_id,
                peer_id,
                body=UpdatePeerRequest(
                    name=name,
                    role=role,
                    metadata=metadata,
                ),
            )
        )

    async def send_message(
        self,
        room_id: str,
        *,
        message: str,
        peer_id: str | Unset = UNSET,
        role: str | Unset = UNSET,
        type: str | Unset = UNSET,
    ) -> Response[Acknowledgement]:
        """Like `AsyncActiveRooms.send_message`, returning the whole response."""
        return await self._sender.send(
            send_message.build(
                room_id,
                body=SendMessageRequest(
                    message=message,
                    peer_id=peer_id,
                    role=role,
                    type=type,
                ),
            )
        )

    async def remove_peers(
        self,
        room_id: str,
        *,
        peer_id: str | Unset = UNSET,
        role: str | Unset = UNSET,
        reason: str | Unset = UNSET,
    ) -> Response[Acknowledgement]:
        """Like `AsyncActiveRooms.remove_peers`, returning the whole response."""
        return await self._sender.send(
            remove_peers.build(
                room_id,
                body=RemovePeersRequest(
                    peer_id=peer_id,
                    role=role,
                    reason=reason,
                ),
            )
        )

    async def end(
        self,
        room_id: str,
        *,
        reason: str | Unset = UNSET,
        lock: bool | Unset = UNSET,
    ) -> Response[Acknowledgement]:
        """Like `AsyncActiveRooms.end`, returning the whole response."""
        return await self._sender.send(
            end_room.build(
                room_id,
                body=EndRoomRequest(
                    reason=reason,
                    lock=lock,
                ),
            )
        )
