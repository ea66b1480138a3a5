"""The laws of pages, for every list of the document that is walked with a cursor or by page numbers."""

from __future__ import annotations

import itertools
import math
from typing import TYPE_CHECKING, Any

import pytest

from .document import Operation, operations_of, read_document
from .scene import ROLES, Depth

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    import httpx

    from .scene import Stage

    Grow = Callable[[httpx.Client, Stage], str]

_NUMBER = itertools.count(1)
LISTS = [operation for operation in operations_of(read_document()) if operation.pagination]
OBJECTS = 33
"""Not a multiple of any limit below; more than three of the smallest pages."""

BY_CURSOR = [each for each in LISTS if each.pagination and "cursor" in each.pagination]
BY_NUMBER = [operation for operation in LISTS if "pages" in (operation.pagination or {})]

each_list = pytest.mark.parametrize("operation", LISTS, ids=[each.id for each in LISTS])


def _values(stage: Stage, operation: Operation) -> dict[str, str]:
    return stage.values(operation.method, operation.path)


def _grow_rooms(api: httpx.Client, stage: Stage) -> str:
    return _key(api.post("/rooms", json={}))


def _grow_templates(api: httpx.Client, stage: Stage) -> str:
    return _key(api.post("/templates", json={}))


def _grow_sessions(api: httpx.Client, stage: Stage) -> str:
    session: str = stage.props.join(_new_room(api, stage))["session_id"]
    return session


def _grow_room_codes(api: httpx.Client, stage: Stage) -> str:
    # A role whose code is disabled gets another one.
    path = f"/room-codes/room/{stage.scene(Depth.ROOM).room_id}/role/{ROLES[0]}"
    code: str = api.post(path).json()["code"]
    assert api.post("/room-codes/code", json={"code": code, "enabled": False}).status_code == 200
    return code


def _start(collection: str) -> Grow:
    return lambda api, stage: _key(stage.props.start(collection, _new_room(api, stage)))


def _grow_assets(api: httpx.Client, stage: Stage) -> str:
    recording = stage.props.start("recordings", _new_room(api, stage))
    stage.props.finish(recording["id"])
    assets = api.get(f"/recordings/{recording['id']}").json()["recording_assets"]
    return _key(assets[0])


def _grow_runs(api: httpx.Client, stage: Stage) -> str:
    poll = stage.props.once("poll")
    room_id = _new_room(api, stage)
    stage.props.join(room_id)
    return _key(stage.props.control(f"/rooms/{room_id}/polls/{poll['poll_id']}/start"))


def _grow_responses(api: httpx.Client, stage: Stage) -> str:
    poll = stage.props.once("poll")
    # A participant has one response that stands to a question.
    peer = stage.props.join(poll["room_id"], f"participant-{next(_NUMBER)}")
    return _key(stage.props.answer(poll["poll_id"], peer["id"]))


def _grow_results(api: httpx.Client, stage: Stage) -> str:
    _grow_responses(api, stage)
    poll_id = stage.props.once("poll")["poll_id"]
    return _key(api.get(f"/polls/{poll_id}/results").json()["results"][0])


def _grow_events(api: httpx.Client, stage: Stage) -> str:
    history = stage.props.once("history")
    body = {"type": "client.disconnected", "peer_id": history["peer_id"]}
    return _key(stage.props.control(f"/rooms/{history['room_id']}/errors", body))


def _grow_webhooks(api: httpx.Client, stage: Stage) -> str:
    # Whoever joins a session that runs already is the subject of one webhook.
    room_id = stage.props.once("webhooks")["room_id"]
    stage.props.join(room_id)
    return _key(api.get("/analytics/webhooks", params={"room_id": room_id}).json()["events"][0])


GROW: dict[str, Grow] = {
    "listRooms": _grow_rooms,
    "listTemplates": _grow_templates,
    "listSessions": _grow_sessions,
    "listRoomCodes": _grow_room_codes,
    "listRecordings": _start("recordings"),
    "listRecordingAssets": _grow_assets,
    "listLiveStreams": _start("live-streams"),
    "listExternalStreams": _start("external-streams"),
    "listPollSessions": _grow_runs,
    "listPollResponses": _grow_responses,
    "listPollResults": _grow_results,
    "listAnalyticsEvents": _grow_events,
    "listWebhookEvents": _grow_webhooks,
}
"""How each list gets another object. Each function makes one and returns its key."""


def _narrowed(stage: Stage, operation: Operation) -> dict[str, str]:
    """The query that a list is asked for with on every page."""
    kind = {"listAnalyticsEvents": "history", "listWebhookEvents": "webhooks"}.get(operation.id)
    return {"room_id": stage.props.once(kind)["room_id"]} if kind else {}


def _new_room(api: httpx.Client, stage: Stage) -> str:
    return _key(api.post("/rooms", json={"template_id": stage.scene(Depth.TEMPLATE).template_id}))


def _key(item: httpx.Response | dict[str, Any]) -> str:
    members = item if isinstance(item, dict) else item.json()
    key: str = next(members[name] for name in ("id", "event_id", "code") if name in members)
    return key


def _get(api: httpx.Client, stage: Stage, operation: Operation, query: Mapping[str, str]) -> httpx.Response:
    path = operation.request_path(_values(stage, operation))
    return api.get(path, params={**_narrowed(stage, operation), **query})


def _bounds(operation: Operation) -> dict[str, int]:
    schema: dict[str, int] = next(each for each in operation.parameters if each["name"] == "limit")["schema"]
    return schema


def _pages(api: httpx.Client, stage: Stage, operation: Operation, limit: int) -> Iterator[list[str]]:
    pagination = operation.pagination
    assert pagination is not None
    start, seen = "", set[str]()
    while True:
        query = {"limit": str(limit)} | ({pagination["parameter"]: start} if start else {})
        response = _get(api, stage, operation, query)
        assert response.status_code == 200, response.text
        body = response.json()
        items = [_key(item) for item in body[pagination["items"]]]
        if "pages" in pagination:
            following = _next_number(body[pagination["pages"]], len(items), limit, int(start or 1))
        else:
            following = body[pagination["cursor"]]
            # Lists of events tell how many there are on the page, the others how many could be.
            assert body["limit"] == (len(items) if "total" in body else limit)
        yield items
        if not following:
            return
        assert following not in seen, "the walk would never end"
        seen.add(following)
        start = following


def _next_number(pages: Mapping[str, Any], items: int, limit: int, number: int) -> str:
    """The number of the page after this one, or "", after a look at what a page tells of itself."""
    assert (pages["current_page"], pages["page_size"]) == (number, limit)
    assert pages["total_pages"] == math.ceil(pages["total_items"] / limit)
    assert items == min(limit, pages["total_items"] - (number - 1) * limit)
    assert pages["has_prev"] == (number > 1)
    assert pages["has_next"] == (number < pages["total_pages"])
    return str(number + 1) if pages["has_next"] else ""


@pytest.fixture(scope="module", params=LISTS, ids=[each.id for each in LISTS])
def grown(request: pytest.FixtureRequest, api: httpx.Client, stage: Stage) -> tuple[Operation, list[str]]:
    """A list, and the objects that were added to it, oldest first."""
    operation: Operation = request.param
    return operation, [GROW[operation.id](api, stage) for _ in range(OBJECTS)]


def test_every_list_is_tested() -> None:
    assert {operation.id for operation in LISTS} == GROW.keys()


@pytest.mark.parametrize("limit", [10, 11, 32, 99])
def test_the_pages_are_the_list(
    api: httpx.Client, stage: Stage, grown: tuple[Operation, list[str]], limit: int
) -> None:
    operation, added = grown
    (whole, *rest) = _pages(api, stage, operation, 100)
    assert not any(rest), "the test is made for lists that fit on the largest page"
    assert set(added) <= set(whole)
    pages = list(_pages(api, stage, operation, limit))
    assert [key for page in pages for key in page] == whole
    assert len(whole) == len(set(whole))
    full = len(whole) // limit
    assert [len(page) for page in pages[:full]] == [limit] * full
    assert all(len(page) < limit for page in pages[full:])


def test_the_default_limit_is_the_documented_one(
    api: httpx.Client, stage: Stage, grown: tuple[Operation, list[str]]
) -> None:
    operation, _ = grown
    body = _get(api, stage, operation, {}).json()
    assert operation.pagination is not None
    documented = _bounds(operation)["default"]
    # Where the default is more than what there is, the page with the number of all objects tells.
    whole = len(next(_pages(api, stage, operation, _bounds(operation)["maximum"])))
    assert len(body[operation.pagination["items"]]) == min(documented, whole)


# Pages that have numbers move on when the list grows; cursors are there to hold.
@pytest.mark.parametrize("grown", BY_CURSOR, ids=[each.id for each in BY_CURSOR], indirect=True)
def test_a_walk_is_stable_while_the_list_grows(
    api: httpx.Client, stage: Stage, grown: tuple[Operation, list[str]]
) -> None:
    operation, _ = grown
    (before, *_) = _pages(api, stage, operation, 100)
    walked: list[str] = []
    for page in _pages(api, stage, operation, 10):
        walked += page
        GROW[operation.id](api, stage)
    assert [key for key in walked if key in before] == before


def test_the_smallest_pages(api: httpx.Client, stage: Stage, grown: tuple[Operation, list[str]]) -> None:
    operation, _ = grown
    smallest = _bounds(operation)["minimum"]
    (whole, *_) = _pages(api, stage, operation, 100)
    pages = list(_pages(api, stage, operation, smallest))
    assert [key for page in pages for key in page][: len(whole)] == whole
    # Some lists tell only by an empty page that the one before was the last.
    assert {len(page) for page in pages[: len(whole) // smallest]} == {smallest}


@each_list
@pytest.mark.parametrize("limit", ["below", "above", "0", "-10", "10.5", "ten", ""])
def test_a_limit_out_of_bounds(api: httpx.Client, stage: Stage, operation: Operation, limit: str) -> None:
    bounds = _bounds(operation)
    given = {"below": str(bounds["minimum"] - 1), "above": str(bounds["maximum"] + 1)}.get(limit, limit)
    response = _get(api, stage, operation, {"limit": given})
    assert response.status_code == 400, response.text


@each_list
def test_a_page_that_no_page_led_to(api: httpx.Client, stage: Stage, operation: Operation) -> None:
    assert operation.pagination is not None
    response = _get(api, stage, operation, {operation.pagination["parameter"]: "not-a-cursor"})
    assert response.status_code == 400, response.text


@pytest.mark.parametrize("operation", BY_NUMBER, ids=[each.id for each in BY_NUMBER])
def test_a_page_after_the_last_one(api: httpx.Client, stage: Stage, operation: Operation) -> None:
    assert operation.pagination is not None
    response = _get(api, stage, operation, {operation.pagination["parameter"]: "1000000"})
    assert response.status_code == 200, response.text
    assert response.json()[operation.pagination["items"]] == []
