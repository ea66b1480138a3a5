"""Mistakes of lists: their pages, limits, filters and defaults."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta, timezone
from typing import TYPE_CHECKING, Any, TypeVar

from hms_mock import pagination
from hms_mock.clock import parse_timestamp
from hms_mock.errors import bad_query
from hms_mock.handlers import _jobs, rooms, sessions
from hms_mock.pagination import Page
from hms_mock.registry import Reply

from .sabotage import DefectTable

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from hms_mock.registry import Handle, Request

    from .lab import Lab
    from .sabotage import Sabotage

T = TypeVar("T")

pages = DefectTable("pages")
filters = DefectTable("filters and defaults")

_MOST_PAGES = 10


def _walk(lab: Lab, path: str, name: str = "data", **query: Any) -> list[list[str]]:
    """The identifiers on each page of a list, up to a number of pages."""
    start: dict[str, str] = {}
    found: list[list[str]] = []
    while len(found) < _MOST_PAGES:
        body = lab.get(path, limit=10, **query, **start)
        found.append([item["id"] for item in body[name]])
        if not body["last"]:
            break
        start = {"start": body["last"]}
    return found


def _by_position(
    objects: dict[str, T], *, start: str | None, limit: int, keep: Callable[[T], bool] = lambda _: True
) -> Page[T]:
    """Pages whose cursors are positions."""
    kept = [each for each in reversed(objects.values()) if keep(each)]
    if start and not start.isdecimal():
        raise bad_query("start: is not the `last` of an earlier page")
    first = int(start or 0)
    page = kept[first : first + limit]
    return Page(page, str(first + len(page)) if page else "", more=first + limit < len(kept))


def _insert_between(lab: Lab) -> Any:
    for _ in range(11):
        lab.room()
    first = lab.get("/rooms", limit=10)
    lab.room()
    second = lab.get("/rooms", limit=10, start=first["last"])
    return bool({room["id"] for room in first["data"]} & {room["id"] for room in second["data"]})


@pages("A new room moves the others on to the next page.", "listRooms", shows=_insert_between)
def new_object_shifts_the_pages(server: Sabotage) -> None:
    server.patch(rooms, "paginate", _by_position)


def _walk_sessions(lab: Lab) -> list[list[str]]:
    for _ in range(12):
        lab.stage.props.join(lab.room()["id"])
    return _walk(lab, "/sessions")


def _repeating(
    objects: dict[str, T], *, start: str | None, limit: int, keep: Callable[[T], bool] = lambda _: True
) -> Page[T]:
    page = pagination.paginate(objects, start=start, limit=limit, keep=keep)
    if start and page.items:
        return Page([objects[start], *page.items[: limit - 1]], page.last, page.more)
    return page


@pages("A page begins with the last object of the page before.", "listSessions", shows=_walk_sessions)
def border_object_is_repeated(server: Sabotage) -> None:
    server.patch(sessions, "paginate", _repeating)


def _walk_streams(lab: Lab) -> list[list[str]]:
    for _ in range(12):
        lab.stage.props.start("live-streams", lab.room()["id"])
    return _walk(lab, "/live-streams")


def _skipping(
    objects: dict[str, T], *, start: str | None, limit: int, keep: Callable[[T], bool] = lambda _: True
) -> Page[T]:
    page = pagination.paginate(objects, start=start, limit=limit, keep=keep)
    return Page(page.items[1:], page.last, page.more) if start else page


@pages(
    "The first object of each page but the first is left out.",
    "listRecordings",
    "listLiveStreams",
    "listExternalStreams",
    shows=_walk_streams,
)
def border_object_is_skipped(server: Sabotage) -> None:
    server.patch(_jobs, "paginate", _skipping)


def _page_of_templates(lab: Lab) -> int:
    for _ in range(12):
        lab.post("/templates", {})
    return len(lab.get("/templates", limit=10)["data"])


@pages("A page holds a hundred objects, whatever its limit.", "listTemplates", shows=_page_of_templates)
def limit_is_ignored(server: Sabotage) -> None:
    @server.wrap("listTemplates")
    def fill(request: Request, handle: Handle) -> Reply:
        reply = handle(replace(request, query={**request.query, "limit": 100}))
        return Reply(reply.body | {"limit": request.query["limit"]})


def _walk_assets(lab: Lab) -> int:
    lab.prop("asset")
    return len(_walk(lab, "/recording-assets"))


@pages("The last page leads to the first one.", "listRecordingAssets", shows=_walk_assets)
def walk_never_ends(server: Sabotage) -> None:
    @server.wrap("listRecordingAssets")
    def lead_back(request: Request, handle: Handle) -> Reply:
        reply = handle(request)
        newest = next(reversed(request.workspace.assets), "")
        return Reply(reply.body | {"last": reply.body["last"] or newest})


def _pagination_of_webhooks(lab: Lab) -> Any:
    return lab.get("/analytics/webhooks", room_id=lab.prop("webhooks")["room_id"])["pagination"]["has_next"]


@pages(
    "Every page of webhooks is said to have a next one.", "listWebhookEvents", shows=_pagination_of_webhooks
)
def next_page_is_promised(server: Sabotage) -> None:
    @server.wrap("listWebhookEvents")
    def promise(request: Request, handle: Handle) -> Reply:
        reply = handle(request)
        reply.body["pagination"]["has_next"] = True
        return reply


def _without(server: Sabotage, operation: str, parameter: str) -> None:
    """Let an operation not see a parameter."""

    @server.wrap(operation)
    def ignore(request: Request, handle: Handle) -> Reply:
        return handle(replace(request, query={k: v for k, v in request.query.items() if k != parameter}))


def _sessions_of_one_room(lab: Lab) -> int:
    room_ids = [lab.room()["id"] for _ in range(2)]
    for room_id in room_ids:
        lab.stage.props.join(room_id)
    return len(lab.get("/sessions", room_id=room_ids[0])["data"])


@filters("The filter for a room is ignored.", "listSessions", shows=_sessions_of_one_room)
def filter_is_ignored(server: Sabotage) -> None:
    _without(server, "listSessions", "room_id")


def _rooms_before(lab: Lab) -> int:
    lab.room()
    return len(lab.get("/rooms", before="2025-01-01T00:00:00.000Z")["data"])


@filters("The filter for the latest time is ignored.", "listRooms", shows=_rooms_before)
def filter_of_time_is_ignored(server: Sabotage) -> None:
    _without(server, "listRooms", "before")


def _peers_of_a_role(lab: Lab) -> int:
    room_id = lab.room()["id"]
    lab.stage.props.join(room_id)
    return len(lab.get(f"/active-rooms/{room_id}/peers", role="role-2")["peers"])


@filters("The filter for a role is ignored.", "listPeers", shows=_peers_of_a_role)
def filter_of_peers_is_ignored(server: Sabotage) -> None:
    _without(server, "listPeers", "role")


def _failed_assets(lab: Lab) -> int:
    lab.prop("asset")
    return len(lab.get("/recording-assets", status="failed")["data"])


@filters("The filter for a status is ignored.", "listRecordingAssets", shows=_failed_assets)
def filter_of_a_status_is_ignored(server: Sabotage) -> None:
    _without(server, "listRecordingAssets", "status")


def _events_of_a_peer(lab: Lab) -> int:
    history = lab.prop("history")
    found: int = lab.get("/analytics/events", room_id=history["room_id"], peer_id="nobody")["total"]
    return found


@filters("The filter for a peer is ignored.", "listAnalyticsEvents", shows=_events_of_a_peer)
def filter_of_events_is_ignored(server: Sabotage) -> None:
    _without(server, "listAnalyticsEvents", "peer_id")


def _usual_page(lab: Lab) -> int:
    for _ in range(12):
        lab.room()
    return len(lab.get("/rooms")["data"])


@filters("Without a limit, a page holds 20 objects, not 10.", "listRooms", shows=_usual_page)
def default_of_the_limit_is_wrong(server: Sabotage) -> None:
    server.parameter("listRooms", "limit")["default"] = 20


def _usual_responses(lab: Lab) -> int:
    poll = lab.prop("poll")
    peer = lab.stage.props.join(poll["room_id"], "somebody")
    lab.stage.props.answer(poll["poll_id"], peer["id"])
    return len(lab.get(f"/polls/{poll['poll_id']}/responses")["responses"])


@filters(
    "Without `all`, responses that were changed are listed, too.", "listPollResponses", shows=_usual_responses
)
def default_of_a_flag_is_wrong(server: Sabotage) -> None:
    server.parameter("listPollResponses", "all")["default"] = True


def _codes_by_two_filters(lab: Lab) -> int:
    path = f"/room-codes/room/{lab.room()['id']}"
    lab.post(path)
    return len(lab.get(path, role="role-1", enabled="true")["data"])


@filters("Of two filters, it is enough to pass one.", "listRoomCodes", shows=_codes_by_two_filters)
def one_filter_is_enough(server: Sabotage) -> None:
    @server.wrap("listRoomCodes")
    def either(request: Request, handle: Handle) -> Reply:
        query = request.query
        if not query.get("role") or "enabled" not in query:
            return handle(request)
        handle(request)
        codes = {
            code.code: code
            for code in request.workspace.room_codes.values()
            if code.room_id == request.path["room_id"]
        }
        page = pagination.paginate(
            codes,
            start=query.get("start"),
            limit=query["limit"],
            keep=lambda code: code.role == query["role"] or code.enabled == query["enabled"],
        )
        data = [code.to_json() for code in page.items]
        return Reply({"limit": query["limit"], "data": data, "last": page.last if page.more else ""})


def _summary(lab: Lab) -> Any:
    return lab.get("/analytics/webhooks", room_id=lab.prop("history")["room_id"], limit=1)["summary"]


@pages("The summary counts the webhooks of the page alone.", "listWebhookEvents", shows=_summary)
def summary_counts_the_page(server: Sabotage) -> None:
    @server.wrap("listWebhookEvents")
    def count(request: Request, handle: Handle) -> Reply:
        reply = handle(request)
        return Reply(reply.body | {"summary": {"total_events": len(reply.body["events"])}})


def _sessions_after(lab: Lab) -> int:
    room_id = lab.room()["id"]
    lab.stage.props.join(room_id)
    now = lab.stage.now().astimezone(timezone(timedelta(hours=-5)))
    later = (now + timedelta(hours=1)).isoformat()
    return len(lab.get("/sessions", room_id=room_id, after=later)["data"])


@filters("The time zone of a filter of sessions is ignored.", "listSessions", shows=_sessions_after)
def zone_is_ignored(server: Sabotage) -> None:
    def in_utc(text: str) -> datetime:
        return parse_timestamp(re.sub(r"[+-]\d\d:\d\d$", "Z", text))

    server.patch(sessions, "parse_timestamp", in_utc)
