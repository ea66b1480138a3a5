"""The laws of pages, for every list of the document that is walked with a cursor or by page numbers."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest

from .calls import Call
from .lists import LISTS, bounds_of, key_of, pages, whole
from .picking import the_first
from .scene import ROLES, Depth

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from typing import Any

    import httpx

    from .document import Operation
    from .scene import Stage
    from .target import Target

    Grow = Callable[[httpx.Client, Stage], str]

_NUMBER = itertools.count(1)
OBJECTS = 57
"""Not a multiple of any limit below; more than half of the largest page, and five of the smallest."""
MOST = 200
"""As many objects of a list are looked at, where it is not ours and may be long."""

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
    code: str = api.post(path).raise_for_status().json()["code"]
    assert api.post("/room-codes/code", json={"code": code, "enabled": False}).status_code == 200
    return code


def _start(collection: str) -> Grow:
    return lambda api, stage: _key(stage.props.start(collection, _new_room(api, stage)))


def _grow_assets(api: httpx.Client, stage: Stage) -> str:
    recording = stage.props.start("recordings", _new_room(api, stage))
    stage.props.finish(recording["id"])
    assets = api.get(f"/recordings/{recording['id']}").raise_for_status().json()["recording_assets"]
    return _key(the_first(assets, "a finished recording has files"))


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
    results = api.get(f"/polls/{poll_id}/results", params={"limit": 10}).raise_for_status().json()["results"]
    return _key(the_first(results, "who has answered has a result"))


def _grow_events(api: httpx.Client, stage: Stage) -> str:
    history = stage.props.once("history")
    body = {"type": "client.disconnected", "peer_id": history["peer_id"]}
    return _key(stage.props.control(f"/rooms/{history['room_id']}/errors", body))


def _grow_webhooks(api: httpx.Client, stage: Stage) -> str:
    # Whoever joins a session that runs already is the subject of one webhook.
    room_id = stage.props.once("webhooks")["room_id"]
    stage.props.join(room_id)
    events = api.get("/analytics/webhooks", params={"room_id": room_id}).raise_for_status().json()["events"]
    return _key(the_first(events, "a webhook that was sent is listed"))


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
    return {"room_id": stage.room_of(kind)} if kind else {}


def _new_room(api: httpx.Client, stage: Stage) -> str:
    return _key(api.post("/rooms", json={"template_id": stage.scene(Depth.TEMPLATE).template_id}))


def _key(item: httpx.Response | dict[str, Any]) -> str:
    return key_of(item if isinstance(item, dict) else item.json())


def _call(stage: Stage, operation: Operation, query: Mapping[str, str] | None = None) -> Call:
    return Call(
        operation,
        _values(stage, operation),
        {**_narrowed(stage, operation), **(query or {})},
        may_be_absent=stage.only_finds,
    )


def _get(api: httpx.Client, stage: Stage, operation: Operation, query: Mapping[str, str]) -> httpx.Response:
    return _call(stage, operation, query).send(api)


def _pages(api: httpx.Client, stage: Stage, operation: Operation, limit: int) -> Iterator[list[str]]:
    for page in pages(api, _call(stage, operation), limit):
        yield [key_of(item) for item in page]


def _everything(api: httpx.Client, stage: Stage, operation: Operation) -> list[str]:
    return [key for page in _pages(api, stage, operation, bounds_of(operation)["maximum"]) for key in page]


def _first(pages: Iterable[list[str]]) -> list[list[str]]:
    """The first pages of a walk, until there are enough objects on them."""
    found: list[list[str]] = []
    for page in pages:
        found.append(page)
        if sum(map(len, found)) >= MOST:
            break
    return found


@pytest.fixture(scope="module", params=LISTS, ids=[each.id for each in LISTS])
def grown(
    request: pytest.FixtureRequest, server: Target, api: httpx.Client, stage: Stage
) -> tuple[Operation, list[str]]:
    """A list, and the objects that were added to it, oldest first. Those of the lists before are gone.

    To a list of a server that is only read nothing is added.
    """
    operation: Operation = request.param
    if server.reads_only:
        return operation, []
    stage.reset()
    return operation, [GROW[operation.id](api, stage) for _ in range(OBJECTS)]


def test_every_list_is_tested() -> None:
    assert {operation.id for operation in LISTS} == GROW.keys()


@pytest.mark.reads
@pytest.mark.parametrize("limit", [10, 11, 56, 99])
def test_the_pages_are_the_list(
    api: httpx.Client, stage: Stage, grown: tuple[Operation, list[str]], limit: int
) -> None:
    operation, added = grown
    largest = _first(_pages(api, stage, operation, bounds_of(operation)["maximum"]))
    walked = _first(_pages(api, stage, operation, limit))
    everything, found = ([key for page in pages for key in page] for pages in (largest, walked))
    assert set(added) <= set(everything)
    assert found[:MOST] == everything[:MOST]
    assert len(found) == len(set(found))
    full = len(found) // limit
    assert [len(page) for page in walked[:full]] == [limit] * full
    assert all(len(page) < limit for page in walked[full:])


def test_a_list_is_in_the_order_of_time(
    api: httpx.Client, stage: Stage, grown: tuple[Operation, list[str]]
) -> None:
    """Items come in the order in which they were made: newest first, events of analytics oldest first."""
    operation, added = grown
    everything = _everything(api, stage, operation)
    oldest_first = operation.id == "listAnalyticsEvents"
    assert [key for key in everything if key in added] == (added if oldest_first else added[::-1])


def test_the_default_limit_is_the_documented_one(
    api: httpx.Client, stage: Stage, grown: tuple[Operation, list[str]]
) -> None:
    operation, _ = grown
    body = _get(api, stage, operation, {}).json()
    assert operation.pagination is not None
    documented = bounds_of(operation)["default"]
    available = len(whole(api, _call(stage, operation)))
    assert len(body[operation.pagination["items"]]) == min(documented, available)
    if "pages" in operation.pagination:
        # The default is more than what there is.
        assert body[operation.pagination["pages"]]["page_size"] == documented
    else:
        assert available > documented


# Pages that have numbers move on when the list grows; cursors are there to hold.
@pytest.mark.parametrize("grown", BY_CURSOR, ids=[each.id for each in BY_CURSOR], indirect=True)
def test_a_walk_is_stable_while_the_list_grows(
    api: httpx.Client, stage: Stage, grown: tuple[Operation, list[str]]
) -> None:
    operation, _ = grown
    before = _everything(api, stage, operation)
    walked: list[str] = []
    for page in _pages(api, stage, operation, 10):
        walked += page
        assert len(walked) <= 2 * len(before), "the walk runs after the list, and never ends"
        GROW[operation.id](api, stage)
    assert [key for key in walked if key in before] == before


def test_the_smallest_pages(api: httpx.Client, stage: Stage, grown: tuple[Operation, list[str]]) -> None:
    operation, _ = grown
    smallest = bounds_of(operation)["minimum"]
    everything = _everything(api, stage, operation)
    walked = list(_pages(api, stage, operation, smallest))
    assert [key for page in walked for key in page] == everything
    # Some lists tell only by an empty page that the one before was the last.
    assert {len(page) for page in walked[: len(everything) // smallest]} == {smallest}


@pytest.mark.reads
@each_list
@pytest.mark.parametrize("limit", ["below", "above", "0", "-10", "10.5", "ten", ""])
def test_a_limit_out_of_bounds(api: httpx.Client, stage: Stage, operation: Operation, limit: str) -> None:
    bounds = bounds_of(operation)
    given = {"below": str(bounds["minimum"] - 1), "above": str(bounds["maximum"] + 1)}.get(limit, limit)
    _is_refused(_call(stage, operation, {"limit": given}), api)


def _is_refused(call: Call, api: httpx.Client) -> None:
    response = call.send(api)
    assert response.status_code in call.or_absent(400), response.text


@pytest.mark.reads
@each_list
def test_a_page_that_no_page_led_to(api: httpx.Client, stage: Stage, operation: Operation) -> None:
    assert operation.pagination is not None
    _is_refused(_call(stage, operation, {operation.pagination["parameter"]: "not-a-cursor"}), api)


@pytest.mark.parametrize("operation", BY_NUMBER, ids=[each.id for each in BY_NUMBER])
def test_a_page_after_the_last_one(api: httpx.Client, stage: Stage, operation: Operation) -> None:
    assert operation.pagination is not None
    response = _get(api, stage, operation, {operation.pagination["parameter"]: "1000000"})
    assert response.status_code == 200, response.text
    assert response.json()[operation.pagination["items"]] == []
