"""Messages in a room: sent through the API, or by peers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hms_mock.clock import format_milliseconds
from hms_mock.presence import addressed

if TYPE_CHECKING:
    from hms_mock.model.sessions import Peer, Session
    from hms_mock.state import State, Workspace

Json = dict[str, Any]


def send(
    state: State,
    workspace: Workspace,
    session: Session,
    message: str,
    *,
    type: str | None = None,
    role: str | None = None,
    peer_id: str | None = None,
    sender: Peer | None = None,
) -> Json:
    """Record a message for a peer, for the peers of a role, or for all.

    Args:
        state: the mock's state.
        workspace: the workspace of the session.
        session: a running session.
        message: what is said.
        type: what kind of message it is.
        role: whom it is for. "" is as good as left out.
        peer_id: whom it is for; it counts before a role.
        sender: the peer who sends it; None for the API. It does not get its own message.

    Raises:
        ApiError: 404, there is no such peer or role.
    """
    recipients = addressed(workspace, session, peer_id=peer_id, role=role)
    sent: Json = {
        "id": state.ids.uuid(),
        "room_id": session.room_id,
        "session_id": session.id,
        "peer_id": peer_id or None,
        "role": role or None,
        "type": type or None,
        "message": message,
        "sender": sender and {"peer_id": sender.id, "name": sender.name, "user_id": sender.user_id},
        "recipients": [peer.id for peer in recipients if peer is not sender],
        "sent_at": format_milliseconds(state.clock.now()),
    }
    state.messages.append(sent)
    return sent
