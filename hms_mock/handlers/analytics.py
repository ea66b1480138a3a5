"""Analytics: what happened in a room, how good it was, which webhooks told of it, and sending them again."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from hms_mock import webhooks
from hms_mock.clock import format_nanoseconds, parse_timestamp
from hms_mock.errors import BriefError, not_found
from hms_mock.model.deliveries import FAILED, Delivery, Replay
from hms_mock.model.events import ERRORS
from hms_mock.peer_stats import peer_stats
from hms_mock.registry import HandlerTable, Reply, Request
from hms_mock.snapshots import snapshot_page

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from hms_mock.model.events import Event
    from hms_mock.state import Workspace

Json = dict[str, Any]

handler = HandlerTable()

KEPT = timedelta(days=30)
"""How long ago events may lie to be listed or sent again."""
_LONGEST_RANGE = timedelta(days=14)
_USUAL_RANGE = timedelta(hours=24)
_REPLAY_INTERVAL = timedelta(seconds=0.1)
_MOST_REPLAYS = 100
_IDENTIFIERS = ("session_id", "peer_id", "user_id", "beam_id")
_PEOPLE = ("session_id", "peer_id", "user_id")


@handler("listAnalyticsEvents")
def list_analytics_events(request: Request) -> Reply:
    """One page of the events of a room, as they were when the first page was asked for."""
    workspace, state, query = request.workspace, request.state, request.query
    filters = {name: value for name, value in query.items() if name not in {"start", "limit"}}
    wanted = {name: query[name] for name in _IDENTIFIERS if query.get(name)}

    def keep(event: Event) -> bool:
        return (
            event.is_analytics
            and event.room_id == query["room_id"]
            and (not query.get("type") or event.type in query["type"])
            and (not query["error"] or event.type in ERRORS)
            and all(event.data.get(name) == value for name, value in wanted.items())
        )

    page = snapshot_page(
        workspace.events,
        keep,
        filters=filters,
        start=query.get("start"),
        limit=query["limit"],
        now=state.clock.now(),
        end=state.events_recorded,
        age=KEPT,
        key=state.credentials[workspace.access_key],
    )
    return Reply(
        {
            "limit": len(page.events),
            "total": page.total,
            "next": page.next,
            "events": [event.analytics_json() for event in page.events],
        }
    )


@handler("getPeerStats")
def get_peer_stats(request: Request) -> Reply:
    """The quality statistics of a peer."""
    workspace, query = request.workspace, request.query
    session = workspace.sessions.get(query["session_id"])
    if session is None:
        raise not_found("Session", query["session_id"])
    peer = session.peers.get(query["peer_id"])
    if peer is None:
        raise not_found("Peer", query["peer_id"])
    roles = workspace.template_of(workspace.rooms[session.room_id]).roles
    return Reply(peer_stats(session, peer, roles))


@handler("listWebhookEvents")
def list_webhook_events(request: Request) -> Reply:
    """One page of the webhooks whose delivery is over, newest event first."""
    query = request.query
    start, end = _time_range(query, request.state.clock.now())
    found = _deliveries(request.workspace, query, start, end)[::-1]
    page, size = int(query["page"]), int(query["limit"])
    pages = -(-len(found) // size)
    return Reply(
        {
            "events": [_record(delivery) for delivery in found[(page - 1) * size : page * size]],
            "pagination": {
                "current_page": page,
                "page_size": size,
                "total_pages": pages,
                "total_items": len(found),
                "has_next": page < pages,
                "has_prev": page > 1,
            },
            "summary": {"total_events": len(found)},
        }
    )


@handler("replayWebhookEvents")
def replay_webhook_events(request: Request) -> Reply:
    """Send webhooks again, ten a second."""
    workspace, state, body = request.workspace, request.state, request.members
    now = state.clock.now()
    start, end = _time_range(body, now)
    limit, offset = int(body.get("limit", 50000)), int(body.get("offset", 0))
    shown: Json = {
        "start_time": format_nanoseconds(start),
        "end_time": format_nanoseconds(end),
        "room_id": body.get("room_id", ""),
        "event_types": sorted(set(body.get("event_names", ()))) or None,
    }
    filters = shown | {"limit": limit, "offset": offset}
    status = body.get("status", FAILED)
    for replay in workspace.replays.values():
        if replay.is_running and (replay.filters, replay.status_filter) == (filters, status):
            return _started(replay, "already_running", "Webhook replay is already in progress", shown)
    unique = state.ids.uuid().partition("-")[0]
    replay = Replay(f"webhook-replay-{workspace.customer_id}-{unique}", now, filters, status)
    found = _deliveries(workspace, {"status": FAILED} | dict(body), start, end)
    for number, delivery in enumerate(found[offset : offset + limit], start=1):
        target = webhooks.target_of(workspace, delivery.event.room_id) or delivery.target
        due = now + number * _REPLAY_INTERVAL
        replay.deliveries.append(
            webhooks.dispatch(state, workspace, delivery.event, target, due=due, is_replay=True)
        )
    workspace.replays[replay.id] = replay
    if len(workspace.replays) > _MOST_REPLAYS:
        del workspace.replays[next(iter(workspace.replays))]
    return _started(replay, "started", "Webhook replay has been queued for processing", shown)


@handler("getWebhookReplay")
def get_webhook_replay(request: Request) -> Reply:
    """How far a replay is."""
    replay = request.workspace.replays.get(request.path["workflow_id"])
    if replay is None:
        raise BriefError(404, "workflow not found")
    return Reply(replay.to_json())


def _time_range(given: Mapping[str, Any], now: datetime) -> tuple[datetime, datetime]:
    start = parse_timestamp(given["start_time"]) if "start_time" in given else now - _USUAL_RANGE
    end = parse_timestamp(given["end_time"]) if "end_time" in given else now
    if start < now - KEPT:
        raise BriefError(400, "start_time must be within the last 30 days")
    if end <= start:
        raise BriefError(400, "end_time must be after start_time")
    if end - start > _LONGEST_RANGE:
        raise BriefError(400, "end_time must be within 14 days after start_time")
    return start, end


def _deliveries(
    workspace: Workspace, filters: Mapping[str, Any], start: datetime, end: datetime
) -> list[Delivery]:
    """The deliveries that pass the filters, oldest event first. Of an event sent again, the last one."""
    room_id, names, status = filters.get("room_id"), filters.get("event_names"), filters["status"]
    latest: dict[int, Delivery] = {}
    for delivery in workspace.deliveries:
        event = delivery.event
        if (
            start <= event.occurred_at <= end
            and (not room_id or event.room_id == room_id)
            and (not names or event.type in names)
            and delivery.outcome is not None
        ):
            latest[event.number] = delivery
    found = [each for each in latest.values() if status in {"all", each.outcome}]
    return sorted(found, key=lambda delivery: (delivery.event.occurred_at, delivery.event.number))


def _record(delivery: Delivery) -> Json:
    event = delivery.event
    payload: Json = {
        "event_data": {name: event.data[name] for name in _PEOPLE if name in event.data},
        "webhook_url": delivery.target.url,
        "original_event_name": event.type,
    }
    if delivery.outcome == FAILED:
        payload["error_reason"] = delivery.attempts[-1].reason
    return {
        "event_id": event.id,
        "event_name": f"reporter.webhook.delivery.{delivery.outcome}",
        "room_id": event.room_id,
        "event_timestamp": format_nanoseconds(event.occurred_at),
        "payload": payload,
    }


def _started(replay: Replay, status: str, message: str, filters: Json) -> Reply:
    return Reply({"workflow_id": replay.id, "status": status, "message": message, "filters": filters})
