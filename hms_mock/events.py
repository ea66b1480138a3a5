"""Takes down what happens, and lets the webhooks go out that tell of it."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

from hms_mock import webhooks
from hms_mock.model.events import Event

if TYPE_CHECKING:
    from datetime import datetime

    from hms_mock.state import State, Workspace

Json = dict[str, Any]


def emit(
    state: State,
    workspace: Workspace,
    event_type: str,
    data: Json,
    *,
    room_id: str | None = None,
    at: datetime | None = None,
) -> None:
    """Take down that something happened. A webhook goes out when an endpoint is configured for it.

    Args:
        state: the mock's state.
        workspace: where it happened.
        event_type: the type of the webhook or of the analytics event, for example `peer.join.success`.
        data: what the event's `data` holds, as documented for its type.
        room_id: the room it is about. Left out: the `room_id` in `data`.
        at: when it happened. Left out: now. What is settled late happened before somebody looked.

    Raises:
        ContractError: the document has no such event, or other data in it (only while answers are checked).
    """
    event = Event(
        number=state.events_recorded,
        id=state.ids.uuid(),
        type=event_type,
        occurred_at=state.clock.now() if at is None else at,
        account_id=workspace.customer_id,
        app_id=workspace.app_id,
        room_id=data.get("room_id", "") if room_id is None else room_id,
        data=copy.deepcopy(data),
    )
    if event.is_webhook:
        state.check_event(event_type, event.webhook_json())
    state.events_recorded += 1
    workspace.events.append(event)
    if event.is_webhook:
        target = webhooks.target_of(workspace, event.room_id)
        if target is not None:
            webhooks.dispatch(state, workspace, event, target, due=event.occurred_at)
