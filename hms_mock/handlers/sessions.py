"""Sessions: read only; peers make them by joining and leaving."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hms_mock.clock import parse_timestamp
from hms_mock.errors import not_found
from hms_mock.pagination import paginate
from hms_mock.registry import HandlerTable, Reply, Request

if TYPE_CHECKING:
    from hms_mock.model.sessions import Session

handler = HandlerTable()


@handler("listSessions")
def list_sessions(request: Request) -> Reply:
    """One page of sessions."""
    workspace, query = request.workspace, request.query
    after = parse_timestamp(query["after"]) if "after" in query else None
    before = parse_timestamp(query["before"]) if "before" in query else None

    def keep(session: Session) -> bool:
        return (
            ("active" not in query or session.active == query["active"])
            and ("room_id" not in query or session.room_id == query["room_id"])
            and (after is None or session.listed_at >= after)
            and (before is None or session.listed_at <= before)
        )

    page = paginate(workspace.sessions, start=query.get("start"), limit=query["limit"], keep=keep)
    data = [session.to_json(workspace.customer_id) for session in page.items]
    return Reply({"limit": query["limit"], "data": data, "last": page.last})


@handler("getSession")
def get_session(request: Request) -> Reply:
    """One session with everybody who was in it."""
    workspace = request.workspace
    session = workspace.sessions.get(request.path["session_id"])
    if session is None:
        raise not_found("Session", request.path["session_id"])
    return Reply(session.to_json(workspace.customer_id))
