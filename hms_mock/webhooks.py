"""Sends webhooks, or notes them as delivered when there is nothing to send them with.

An event is sent when it happens, and again 1, 3 and 10 seconds after the attempt before, until the
endpoint answers 200. Times are those of the mock's clock, and attempts are made when somebody asks for
those that are due: after the clock was moved by an hour, all four of them follow each other at once.
"""

from __future__ import annotations

import json
import logging
from typing import TYPE_CHECKING, Any, Protocol

from hms_mock.model.deliveries import Attempt, Delivery, Target

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from hms_mock.model.events import Event
    from hms_mock.state import State, Workspace

Json = dict[str, Any]

_ACCEPTED = 200
_logger = logging.getLogger("hms_mock")


class WebhookSender(Protocol):
    """Sends one webhook. It is called in the thread that asks for the delivery, never on the event loop."""

    def __call__(self, url: str, headers: Mapping[str, str], body: bytes, /) -> int | str:
        """Post a body.

        Args:
            url: the endpoint.
            headers: all headers that are part of the delivery.
            body: the event, in JSON.

        Returns:
            The HTTP status of the answer, or, when none came, why in a few words, for example `timeout`.
        """
        ...


def target_of(workspace: Workspace, room_id: str) -> Target | None:
    """Where webhooks about a room go: to its own endpoint, else to that of the workspace, if there is one."""
    room = workspace.rooms.get(room_id)
    webhook = room.webhook if room is not None else None
    if webhook and webhook.get("url"):
        return Target(webhook["url"], dict(webhook.get("headers") or {}))
    return workspace.webhook


def dispatch(
    state: State,
    workspace: Workspace,
    event: Event,
    target: Target,
    *,
    due: datetime,
    is_replay: bool = False,
) -> Delivery:
    """Put an event on its way.

    Args:
        state: the mock's state.
        workspace: where the event happened.
        event: what to send.
        target: where to.
        due: when to send it for the first time.
        is_replay: whether somebody asked to send it again.
    """
    delivery = Delivery(event, target, due, is_replay)
    workspace.deliveries.append(delivery)
    state.outbox.add(delivery)
    settle(state)
    state.wake_worker()
    return delivery


def settle(state: State) -> bool:
    """Where nothing can be sent: note what is due by now as delivered. With a sender, does nothing.

    Returns:
        Whether anything was.
    """
    if state.webhook_sender is not None:
        return False
    now, before = state.clock.now(), state.outbox.next_due()
    while taken := state.outbox.take(now):
        number, _, due = taken
        state.outbox.finish(number, Attempt(due, _ACCEPTED))
    return before is not None and before <= now


def deliver(state: State, *, stop: Callable[[], bool] = lambda: False) -> int:
    """Make the attempts that are due by now, in their order, one after the other.

    The lock of the state must not be held: endpoints may take their time, and call the mock meanwhile.

    Args:
        state: the mock's state.
        stop: asked before each attempt whether to leave it and those after it for later.

    Returns:
        How many attempts were made with the sender.
    """
    made = 0
    with state.sending:
        while not stop():
            with state.journal.transaction():
                outbox, sender = state.outbox, state.webhook_sender
                taken = None if sender is None else outbox.take(state.clock.now())
                if taken is not None:
                    state.journal.record("take_webhook")
            if taken is None or sender is None:
                break
            number, delivery, due = taken
            attempt = _attempt(sender, delivery, due)
            made += 1
            with state.journal.transaction():
                # Otherwise the mock was reset meanwhile, and has forgotten the event.
                if outbox is state.outbox:
                    state.journal.record("finish_webhook", number, attempt)
                    outbox.finish(number, attempt)
    return made


def _attempt(sender: WebhookSender, delivery: Delivery, due: datetime) -> Attempt:
    headers = dict(delivery.target.headers)
    if not any(name.lower() == "content-type" for name in headers):
        headers["Content-Type"] = "application/json"
    body = json.dumps(delivery.body(), ensure_ascii=False, separators=(",", ":")).encode()
    try:
        answer = sender(delivery.target.url, headers, body)
    except Exception as error:
        # A sender that fails is an endpoint that was not reached; other webhooks must still go out.
        _logger.exception("the sender of webhooks failed")
        answer = type(error).__name__
    if isinstance(answer, str):
        return Attempt(due, None, answer)
    return Attempt(due, answer)
