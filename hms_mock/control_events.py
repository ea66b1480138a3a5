"""What tests do with events: look at them, have webhooks delivered, and let clients report errors."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

from hms_mock import client_errors, timeline, webhooks
from hms_mock.model.deliveries import Target

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hms_mock.state import State
    from hms_mock.webhooks import WebhookSender

Json = dict[str, Any]


class EventControl:
    """The part of `hms_mock.control.Control` that is about events and webhooks."""

    _state: State

    def events(self, room_id: str | None = None) -> list[Json]:
        """What happened, in the order in which the mock took it down: webhooks and analytics events.

        A workspace keeps its last 10000 events.

        Args:
            room_id: only those of one room.

        Returns:
            Each event as the API has it: with `type`, `timestamp`, `id` and `data`.
        """
        with self._state.lock:
            timeline.settle(self._state)
            events = [
                event
                for workspace in self._state.workspaces.values()
                for event in workspace.events
                if room_id in {None, event.room_id}
            ]
            events.sort(key=lambda event: event.number)
            return [
                copy.deepcopy(event.webhook_json() if event.is_webhook else event.analytics_json())
                for event in events
            ]

    def deliveries(self, room_id: str | None = None) -> list[Json]:
        """The webhooks that were sent, or are to be sent, with every attempt, oldest first.

        Args:
            room_id: only those about one room.

        Returns:
            For each: `url`, the names of its `headers`, `body`, `is_replay`, `status` (`pending`, `success`
            or `failed`), `due` (when the next attempt is) and `attempts`, each with `at`, `status`, `error`.
        """
        with self._state.lock:
            timeline.settle(self._state)
            return [
                copy.deepcopy(delivery.to_json())
                for workspace in self._state.workspaces.values()
                for delivery in workspace.deliveries
                if room_id in {None, delivery.event.room_id}
            ]

    def deliver_webhooks(self) -> int:
        """Make the attempts that are due by now, and wait for their answers. Do not call it in a sender.

        Attempts are due at the moment of the event and, as long as the answer is not 200, 1, 3 and 10
        seconds after the attempt before: `advance` the clock to get there. Without a sender everything
        counts as delivered when it is due, and there is nothing to do.

        Returns:
            How many attempts were made.
        """
        timeline.catch_up(self._state)
        return webhooks.deliver(self._state)

    def set_webhook(
        self, url: str | None, headers: Mapping[str, str] | None = None, *, access_key: str | None = None
    ) -> None:
        """Configure the endpoint of a workspace. Rooms with an endpoint of their own do not use it.

        Args:
            url: where events are sent from now on; None for nowhere.
            headers: headers to send along.
            access_key: whose workspace; the first one when left out.

        Raises:
            ApiError: 400, no workspace has this access key.
        """
        with self._state.lock:
            workspace = self._state.workspace_for(access_key)
            workspace.webhook = None if url is None else Target(url, dict(headers or {}))

    def set_webhook_sender(self, sender: WebhookSender | None) -> None:
        """Have webhooks sent by a function, or by nothing. A reset brings the first sender back.

        Args:
            sender: what sends; see `hms_mock.webhooks.WebhookSender`. None to note them as delivered.
        """
        with self._state.lock:
            self._state.webhook_sender = sender

    def report_error(
        self,
        event_type: str,
        room_id: str,
        *,
        peer_id: str | None = None,
        name: str = "",
        user_id: str = "",
        role: str = "",
        code: int | None = None,
        error: str | None = None,
        message: str | None = None,
        description: str | None = None,
        terminal: bool = False,
    ) -> Json:
        """Let a client report an error, as client SDKs do. It is an event of the analytics.

        Args:
            event_type: `client.publish.failed`, `client.subscribe.failed`, `client.join.failed`,
                `client.disconnected` or `client.connect.failed`.
            room_id: the room.
            peer_id: a peer that is or was in the room; it says name, user and role. Left out: somebody who
                did not get as far as that.
            name: the name of that somebody.
            user_id: your identifier of the user.
            role: the role that the user asked for.
            code: the number of the error. Like the rest, left out: that of a typical error of the type.
            error: the name that goes with `code`.
            message: what went wrong, in a few words.
            description: what went wrong, in detail.
            terminal: whether the client has given up.

        Returns:
            The event.

        Raises:
            ApiError: 400, there is no such type; 404, no such room or peer.
        """
        details = {
            "error_code": code,
            "error_name": error,
            "error_message": message,
            "error_description": description,
        }
        with self._state.lock:
            timeline.settle(self._state)
            client_errors.report(
                self._state,
                event_type,
                room_id,
                peer_id=peer_id,
                person={"user_id": user_id, "user_name": name, "role": role},
                details={key: value for key, value in details.items() if value is not None},
                terminal=terminal,
            )
            return self.events(room_id)[-1]
