"""Tokens for those who call the API by hand, from the console or with curl, where no client makes them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hms_mock.auth import CLIENT, MANAGEMENT, mint
from hms_mock.errors import not_found

if TYPE_CHECKING:
    from hms_mock.state import State

Json = dict[str, Any]


class TokenControl:
    """The part of `hms_mock.control.Control` that makes tokens. It never tells a secret."""

    _state: State

    def management_token(self, access_key: str | None = None) -> Json:
        """Make a management token, which the API takes for the next 24 hours of the mock's clock.

        Args:
            access_key: whose workspace; the first one when left out.

        Returns:
            The `token`, and when it expires, as `expires_at`.

        Raises:
            ApiError: 400, no workspace has this access key.
        """
        with self._state.lock:
            workspace = self._state.workspace_for(access_key)
            return mint(self._state, workspace, MANAGEMENT).to_json()

    def client_token(self, room_id: str, role: str, user_id: str = "console") -> Json:
        """Make the token with which somebody joins a room, good for the next 24 hours of the mock's clock.

        Args:
            room_id: the room.
            role: the role to join in.
            user_id: your identifier of the user.

        Returns:
            The `token`, and when it expires, as `expires_at`.

        Raises:
            ApiError: 404, there is no such room, or its template has no such role.
        """
        with self._state.lock:
            workspace = self._state.workspace_of_room(room_id)
            if role not in workspace.template_of(workspace.rooms[room_id]).roles:
                raise not_found("Role", role)
            claims = {"room_id": room_id, "role": role, "user_id": user_id}
            return mint(self._state, workspace, CLIENT, **claims).to_json()
