from __future__ import annotations

import asyncio
import gc
import weakref
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import attrs
import pytest
from hms_fakes import (
    BASE_URL,
    LIST_THINGS,
    THINGS,
    AsyncFakeEngine,
    Driver,
    FakeEngine,
    Server,
    Thing,
    ThingList,
    ThingMap,
    answer,
    law,
    operation,
    start_of,
    things,
)
from hypothesis import given
from hypothesis import strategies as st

from hms import AsyncClient, Call, Client, EngineRequest, EngineResponse, Pagination, PaginationError
from hms import _pages as pages_module
from hms_generated_client.model import Model
from hms_generated_client.types import UNSET, Unset

if TYPE_CHECKING:
    from collections.abc import Callable


SIZES = st.lists(st.integers(min_value=0, max_value=4), min_size=1, max_size=12)
ENDS = st.sampled_from(["", None, "absent"])


@pytest.mark.parametrize("asynchronous", [False, True])
@law
@given(
    sizes=SIZES,
    end=ENDS,
    max_items=st.none() | st.integers(min_value=0, max_value=60),
    prefetch=st.booleans(),
)
def test_the_items_of_all_pages_are_the_list(
    asynchronous: bool, sizes: list[int], end: Any, max_items: int | None, prefetch: bool
) -> None:
    server = Server(sizes, end=end)
    driver = Driver(server, asynchronous=asynchronous)
    found = driver.items(LIST_THINGS, THINGS, max_items=max_items, prefetch=prefetch)
    assert [thing.id for thing in found] == server.ids[:max_items]
    assert len(driver.engine.requests) <= len(sizes)

    first = driver.first_page(LIST_THINGS, THINGS, prefetch=prefetch)
    pages = driver.pages(first)
    assert [[thing.id for thing in page.items] for page in pages] == server.slices
    assert [page.has_next for page in pages] == [True] * (len(sizes) - 1) + [False]


@pytest.mark.parametrize("asynchronous", [False, True])
@law
@given(sizes=SIZES, stop=st.integers(min_value=0))
def test_a_saved_cursor_resumes_where_it_was_saved(asynchronous: bool, sizes: list[int], stop: int) -> None:
    server = Server(sizes)
    driver = Driver(server, asynchronous=asynchronous)
    page = driver.first_page(LIST_THINGS, THINGS)
    seen = [thing.id for thing in page.items]
    for _ in range(stop % len(sizes)):
        page = driver.next_page(page)
        seen += [thing.id for thing in page.items]
    if page.cursor is not None:
        seen += [thing.id for thing in driver.items(LIST_THINGS.with_query("start", page.cursor), THINGS)]
    assert seen == server.ids


@pytest.mark.parametrize("asynchronous", [False, True])
@law
@given(sizes=SIZES, max_items=st.integers(min_value=0, max_value=60), prefetch=st.booleans())
def test_no_page_is_fetched_beyond_max_items(
    asynchronous: bool, sizes: list[int], max_items: int, prefetch: bool
) -> None:
    driver = Driver(Server(sizes), asynchronous=asynchronous)
    driver.items(LIST_THINGS, THINGS, max_items=max_items, prefetch=prefetch)
    needed, total = 0, 0
    for size in sizes:
        needed, total = needed + 1, total + size
        if total >= max_items:
            break
    assert len(driver.engine.requests) == needed


def test_pages_stop_with_max_items_and_a_page_keeps_all_its_items(drive: Callable[..., Driver]) -> None:
    driver = drive(Server([3, 3, 3]))
    first = driver.first_page(LIST_THINGS, THINGS, max_items=4)
    pages = driver.pages(first)
    assert [len(page.items) for page in pages] == [3, 3]
    assert len(driver.engine.requests) == 2


def test_a_negative_max_items_is_refused(drive: Callable[..., Driver]) -> None:
    with pytest.raises(ValueError, match="max_items"):
        drive(Server([1])).first_page(LIST_THINGS, THINGS, max_items=-1)


@pytest.mark.parametrize("prefetch", [False, True])
@pytest.mark.parametrize("tail", [0, 1, 2, 5])
@pytest.mark.parametrize("circle", [1, 2, 3, 7])
def test_a_circle_is_found_before_any_page_comes_twice(
    drive: Callable[..., Driver], tail: int, circle: int, prefetch: bool
) -> None:
    def respond(request: EngineRequest) -> EngineResponse:
        index = int(start_of(request) or 0)
        following = index + 1 if index < tail + circle else tail + 1
        return answer({"data": things(f"t{index}"), "last": str(following)})

    driver = drive(respond)
    with pytest.raises(PaginationError, match="circle") as caught:
        driver.items(LIST_THINGS, THINGS, prefetch=prefetch)
    starts = [start_of(request) for request in driver.engine.requests]
    assert len(starts) == len(set(starts)) == tail + circle + 1
    assert caught.value.cursor == str(tail + 1)
    assert caught.value.operation == "listThings"


def test_a_server_that_ignores_the_cursor_is_found_out(drive: Callable[..., Driver]) -> None:
    driver = drive(lambda _: answer({"data": things("t1"), "last": "same"}))
    with pytest.raises(PaginationError, match="circle"):
        driver.items(LIST_THINGS, THINGS)
    assert len(driver.engine.requests) == 2


def test_the_cursor_that_a_walk_began_with_counts_as_seen(drive: Callable[..., Driver]) -> None:
    driver = drive(lambda _: answer({"data": things("t1"), "last": "same"}))
    with pytest.raises(PaginationError, match="circle"):
        driver.items(LIST_THINGS.with_query("start", "same"), THINGS)
    assert len(driver.engine.requests) == 1


@pytest.mark.parametrize("circle", [5, 8, 23])
def test_a_circle_longer_than_the_memory_is_found_too(
    drive: Callable[..., Driver], monkeypatch: pytest.MonkeyPatch, circle: int
) -> None:
    monkeypatch.setattr(pages_module, "_REMEMBERED", 4)
    driver = drive(
        lambda request: answer({"data": [], "last": str((int(start_of(request) or 0) + 1) % circle)})
    )
    with pytest.raises(PaginationError):
        driver.items(LIST_THINGS, THINGS)
    assert len(driver.engine.requests) < 5 * circle


def test_a_page_can_be_walked_from_more_than_once(drive: Callable[..., Driver]) -> None:
    driver = drive(Server([2, 2, 1]))
    first = driver.first_page(LIST_THINGS, THINGS)
    assert len(driver.pages(first)) == len(driver.pages(first)) == 3
    second = driver.next_page(first)
    assert driver.next_page(second).cursor is None
    assert len(driver.pages(second)) == 2


def test_there_is_no_page_after_the_last(drive: Callable[..., Driver]) -> None:
    driver = drive(Server([1]))
    page = driver.first_page(LIST_THINGS, THINGS)
    assert not page.has_next
    with pytest.raises(PaginationError, match="no next page"):
        driver.next_page(page)


def test_an_empty_page_with_a_cursor_goes_on(drive: Callable[..., Driver]) -> None:
    driver = drive(Server([0, 0, 2]))
    assert [thing.id for thing in driver.items(LIST_THINGS, THINGS)] == ["t0", "t1"]


def test_an_empty_page_that_repeats_the_cursor_it_was_asked_for_is_the_last(
    drive: Callable[..., Driver],
) -> None:
    def respond(request: EngineRequest) -> EngineResponse:
        start = start_of(request)
        return answer({"data": [] if start else things("t1"), "last": start or "t1"})

    driver = drive(respond)
    assert [thing.id for thing in driver.items(LIST_THINGS, THINGS)] == ["t1"]
    assert len(driver.engine.requests) == 2


def test_the_other_parameters_stay_in_every_request(drive: Callable[..., Driver]) -> None:
    driver = drive(Server([1, 1]))
    driver.items(LIST_THINGS.with_query("limit", "50").with_query("name", "a b&c"), THINGS)
    assert [request.url for request in driver.engine.requests] == [
        f"{BASE_URL}/things?limit=50&name=a+b%26c",
        f"{BASE_URL}/things?limit=50&name=a+b%26c&start=page-1",
    ]


def list_call(response: type[Any]) -> Call[Any]:
    return Call(operation=operation(response, id="listThings", path="/things"), path="/things")


def test_the_items_can_be_the_values_of_a_map(drive: Callable[..., Driver]) -> None:
    pagination: Pagination[Any, Any] = Pagination(items="things")
    driver = drive([answer({"things": {"a": {"id": "1"}, "b": {"id": "2"}}})])
    page = driver.first_page(list_call(ThingMap), pagination)
    assert [thing.id for thing in page.items] == ["1", "2"]
    assert not page.has_next


@pytest.mark.parametrize("body", [{}, {"data": None}, {"data": []}, {"data": {}}, None])
def test_absent_items_are_none(drive: Callable[..., Driver], body: Any) -> None:
    driver = drive([answer(body if body is not None else b"null")])
    assert driver.items(LIST_THINGS, THINGS) == []


def test_items_that_are_no_list_raise(drive: Callable[..., Driver]) -> None:
    with pytest.raises(PaginationError, match="no list"):
        drive([answer({"data": "abc"})]).items(LIST_THINGS, THINGS)


def test_a_cursor_that_is_a_number_is_sent_as_text(drive: Callable[..., Driver]) -> None:
    driver = drive([answer({"data": things("a"), "last": 7}), answer({"data": things("b"), "last": False})])
    assert len(driver.items(LIST_THINGS, THINGS)) == 2
    assert start_of(driver.engine.requests[1]) == "7"


def test_a_page_has_its_response(drive: Callable[..., Driver]) -> None:
    page = drive(Server([1])).first_page(LIST_THINGS, THINGS)
    assert page.response.status == 200
    assert isinstance(page.response.parsed, ThingList)
    assert "listThings: 1 items" in repr(page).replace("of ", "").replace("<SyncPage ", "").replace(
        "<AsyncPage ", ""
    )


class Tracker:
    """Counts how many parsed lists are alive."""

    def __init__(self) -> None:
        self.alive: weakref.WeakSet[Any] = weakref.WeakSet()
        self.most = 0

    def note(self, page: Any) -> None:
        self.alive.add(page)
        gc.collect()
        self.most = max(self.most, len(self.alive))


@pytest.mark.parametrize("prefetch", [False, True])
def test_a_walk_holds_one_page_at_a_time(prefetch: bool) -> None:
    tracker = Tracker()
    client = Client(management_token="tok", engine=FakeEngine(Server([1] * 10)))
    walk = client.paginate(LIST_THINGS, THINGS, prefetch=prefetch).pages()
    for page in walk:
        tracker.note(page)
        del page
    assert tracker.most == 1


@pytest.mark.parametrize("prefetch", [False, True])
def test_an_asynchronous_walk_holds_one_page_at_a_time(prefetch: bool) -> None:
    async def scenario() -> int:
        tracker = Tracker()
        client = AsyncClient(management_token="tok", engine=AsyncFakeEngine(Server([1] * 10)))
        walk = (await client.paginate(LIST_THINGS, THINGS, prefetch=prefetch)).pages()
        async for page in walk:
            tracker.note(page)
            del page
        return tracker.most

    assert asyncio.run(scenario()) == 1


def test_nothing_is_sent_before_an_asynchronous_list_is_awaited() -> None:
    engine = AsyncFakeEngine(Server([1]))
    AsyncClient(management_token="tok", engine=engine).paginate(LIST_THINGS, THINGS)
    assert engine.requests == []


@attrs.define(kw_only=True)
class Numbers(Model):
    current_page: int
    has_next: bool


@attrs.define(kw_only=True)
class NumberedList(Model):
    data: list[Thing]
    pages: Numbers | Unset = UNSET


def test_pages_that_have_numbers_are_walked_too(drive: Callable[..., Driver]) -> None:
    pagination: Pagination[NumberedList, Thing] = Pagination(items="data", pages="pages", parameter="page")

    def respond(request: EngineRequest) -> EngineResponse:
        number = int(parse_qs(urlsplit(request.url).query).get("page", ["1"])[0])
        return answer(
            {"data": things(f"t{number}"), "pages": {"current_page": number, "has_next": number < 3}}
        )

    driver = drive(respond)
    assert [thing.id for thing in driver.items(list_call(NumberedList), pagination)] == ["t1", "t2", "t3"]
    assert driver.first_page(list_call(NumberedList), pagination).cursor == "2"


def test_pages_without_their_numbers_are_the_last(drive: Callable[..., Driver]) -> None:
    pagination: Pagination[NumberedList, Thing] = Pagination(items="data", pages="pages", parameter="page")
    driver = drive(lambda _: answer({"data": things("t1")}))
    assert not driver.first_page(list_call(NumberedList), pagination).has_next
