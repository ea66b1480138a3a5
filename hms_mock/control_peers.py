"""What tests do as participants: join and leave, publish and mute, and chat."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

from hms_mock import messaging, presence, timeline, tracks

if TYPE_CHECKING:
    from hms_mock.state import State

Json = dict[str, Any]


class PeerControl:
    """The part of `hms_mock.control.Control` that is about peers."""

    _state: State

    def join(
        self,
        room_id: str,
        *,
        role: str | None = None,
        token: str | None = None,
        code: str | None = None,
        name: str = "",
        user_id: str | None = None,
        metadata: str = "",
    ) -> Json:
        """Let a peer join a room, as a client SDK would. The first one starts a session.

        Args:
            room_id: the room.
            role: the role to join in. Give this or `token` or `code`.
            token: a client token. It is verified, and says the role and the user.
            code: a room code. It says the role.
            name: the name that others see.
            user_id: your identifier of the user; made up when left out.
            metadata: any text about the peer.

        Returns:
            The peer as `getPeer` shows it, with its `session_id`.

        Raises:
            ApiError: the status is 400, 401, 403 or 404, as it would be over HTTP.
        """
        with self._state.lock:
            timeline.settle(self._state)
            peer = presence.join(
                self._state,
                room_id,
                role=role,
                token=token,
                code=code,
                name=name,
                user_id=user_id,
                metadata=metadata,
            )
            return {"session_id": peer.session_id} | peer.to_active_json(tracks=True)

    def leave(self, room_id: str, peer_id: str) -> None:
        """Let a peer leave. With the last one, the session ends.

        Raises:
            ApiError: 404, the room has no running session or the peer is not in it.
        """
        with self._state.lock:
            timeline.settle(self._state)
            presence.hang_up(self._state, room_id, peer_id)

    def publish(self, peer_id: str, track: str) -> Json:
        """Let a connected peer publish a track: share its screen, or what it has stopped to publish.

        Audio and video it publishes from the moment when it joins, as far as its role does.

        Args:
            peer_id: the peer.
            track: `audio`, `video` or `screen`. One that it publishes already stays as it is.

        Returns:
            The peer as `getPeer` shows it.

        Raises:
            ApiError: 400, there is no such kind of track; 403, the role of the peer does not publish it;
                404, no such peer is connected.
        """
        with self._state.lock:
            timeline.settle(self._state)
            workspace, _, peer = presence.find_peer(self._state, peer_id)
            tracks.publish(self._state, workspace, peer, track)
            return peer.to_active_json(tracks=True)

    def unpublish(self, peer_id: str, track: str) -> Json:
        """Let a connected peer stop to publish a track.

        Args:
            peer_id: the peer.
            track: `audio`, `video` or `screen`.

        Returns:
            The peer as `getPeer` shows it.

        Raises:
            ApiError: 404, no such peer is connected, or it does not publish that track.
        """
        with self._state.lock:
            timeline.settle(self._state)
            workspace, _, peer = presence.find_peer(self._state, peer_id)
            tracks.unpublish(self._state, workspace, peer, track)
            return peer.to_active_json(tracks=True)

    def mute(self, peer_id: str, track: str, *, mute: bool = True) -> Json:
        """Mute or unmute a track of a connected peer.

        Args:
            peer_id: the peer.
            track: `audio`, `video` or `screen`.
            mute: False to unmute.

        Returns:
            The peer as `getPeer` shows it.

        Raises:
            ApiError: 404, no such peer is connected, or it does not publish that track.
        """
        with self._state.lock:
            timeline.settle(self._state)
            workspace, _, peer = presence.find_peer(self._state, peer_id)
            tracks.mute(self._state, workspace, peer, track, muted=mute)
            return peer.to_active_json(tracks=True)

    def chat(
        self,
        peer_id: str,
        message: str,
        *,
        role: str | None = None,
        recipient_id: str | None = None,
        type: str = "chat",
    ) -> Json:
        """Let a connected peer send a message, as a client SDK would: to everybody unless it says to whom.

        What is not for one peer alone is in the recorded chat.

        Args:
            peer_id: the peer who sends it.
            message: the text.
            role: only for the peers with this role.
            recipient_id: only for this peer; it counts before a role.
            type: what kind of message it is.

        Returns:
            The message as `messages` shows it.

        Raises:
            ApiError: 404, no such peer is connected, or there is no such role.
        """
        with self._state.lock:
            timeline.settle(self._state)
            workspace, session, peer = presence.find_peer(self._state, peer_id)
            sent = messaging.send(
                self._state,
                workspace,
                session,
                message,
                type=type,
                role=role,
                peer_id=recipient_id,
                sender=peer,
            )
            return copy.deepcopy(sent)

    def messages(self, room_id: str | None = None) -> list[Json]:
        """The messages that peers and the API sent, oldest first, with the peers that got them.

        The `sender` of what came from the API is None.

        Args:
            room_id: only those of one room.
        """
        with self._state.lock:
            return [copy.deepcopy(m) for m in self._state.messages if room_id in {None, m["room_id"]}]
