"""Mistakes about webhooks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from hms_mock import webhooks

from .sabotage import DefectTable

if TYPE_CHECKING:
    from hms_mock.model.deliveries import Delivery, Target
    from hms_mock.model.events import Event
    from hms_mock.state import State, Workspace

    from .lab import Lab
    from .sabotage import Sabotage

defect = DefectTable("webhooks")


def _sent(lab: Lab) -> list[dict[str, Any]]:
    """What is sent about somebody who joins and leaves."""
    lab.prop("history")
    found: list[dict[str, Any]] = lab.control.get("/webhooks").json()["deliveries"]
    return found


def _bodies(lab: Lab) -> list[Any]:
    return [(delivery["body"]["type"], sorted(delivery["body"]["data"])) for delivery in _sent(lab)]


@defect("Webhooks about peers that join are sent twice.", shows=_bodies)
def webhook_is_sent_twice(server: Sabotage) -> None:
    dispatch = webhooks.dispatch

    def twice(state: State, workspace: Workspace, event: Event, target: Target, **how: Any) -> Delivery:
        if event.type == "peer.join.success":
            dispatch(state, workspace, event, target, **how)
        return dispatch(state, workspace, event, target, **how)

    server.patch(webhooks, "dispatch", twice)


@defect("Webhooks about sessions that close are never sent.", shows=_bodies)
def webhook_is_lost(server: Sabotage) -> None:
    dispatch = webhooks.dispatch

    def lose(state: State, workspace: Workspace, event: Event, target: Target, **how: Any) -> Delivery | None:
        if event.type == "session.close.success":
            return None
        return dispatch(state, workspace, event, target, **how)

    server.patch(webhooks, "dispatch", lose)


@defect("Webhooks about peers that leave do not say when.", shows=_bodies)
def webhook_lacks_a_member(server: Sabotage) -> None:
    dispatch = webhooks.dispatch

    def cut(state: State, workspace: Workspace, event: Event, target: Target, **how: Any) -> Delivery:
        if event.type == "peer.leave.success":
            data = {name: value for name, value in event.data.items() if name != "left_at"}
            event = replace(event, data=data)
        return dispatch(state, workspace, event, target, **how)

    server.patch(webhooks, "dispatch", cut)


def _marks(lab: Lab) -> list[Any]:
    lab.prop("replay")
    lab.stage.props.advance(60)
    found = lab.control.get("/webhooks").json()["deliveries"]
    return [delivery["body"].get("is_replay") for delivery in found]


@defect("Webhooks that are sent again are not marked as such.", "replayWebhookEvents", shows=_marks)
def replay_is_not_marked(server: Sabotage) -> None:
    dispatch = webhooks.dispatch

    def unmarked(*what: Any, is_replay: bool = False, **how: Any) -> Delivery:
        return dispatch(*what, **how)

    server.patch(webhooks, "dispatch", unmarked)


def _endpoints(lab: Lab) -> list[str]:
    lab.stage.props.control("/webhooks/endpoint", {"url": "https://hooks.example.com/workspace"})
    room_id = lab.room(webhook={"url": "https://hooks.example.com/room"})["id"]
    lab.stage.props.join(room_id)
    found = lab.control.get("/webhooks").json()["deliveries"]
    return [delivery["url"] for delivery in found]


@defect("Webhooks of a room with an endpoint of its own go to that of the workspace.", shows=_endpoints)
def webhook_goes_elsewhere(server: Sabotage) -> None:
    def of_workspace(workspace: Workspace, room_id: str) -> Target | None:
        return workspace.webhook

    server.patch(webhooks, "target_of", of_workspace)
