from __future__ import annotations

import asyncio
import functools
import logging
from typing import TYPE_CHECKING, Any

import pytest
from hms_fakes import (
    GET_THING,
    LIST_THINGS,
    THINGS,
    AsyncFakeEngine,
    Driver,
    FakeEngine,
    answer,
)

import hms
from hms import AsyncClient, Client, ConfigurationError, Retry, Timeout
from hms._options import ExtraHeaders

if TYPE_CHECKING:
    from collections.abc import Callable

ROOM = {
    "id": "66f0c5b1a4d23e0019b7d512",
    "name": "physics",
    "enabled": True,
    "description": "",
    "customer_id": "627cda81ab4f3b56a077dc33",
    "template_id": "",
    "region": "eu",
    "created_at": "2024-09-23T01:33:37.082123456Z",
    "updated_at": "2024-09-23T01:33:37.082123456Z",
    "brand_new": 1,
}


def test_options_of_one_call_leave_the_client_as_it_was(drive: Callable[..., Driver]) -> None:
    driver = drive(lambda _: answer())
    driver.send(GET_THING, timeout=2, headers={"X-Trace": "one"}, retries=Retry(max_elapsed=9))
    driver.send(GET_THING)
    with_options, without = driver.engine.requests
    assert with_options.timeout == Timeout(connect=2, read=2, write=2, pool=2)
    assert with_options.headers["X-Trace"] == "one"
    assert with_options.time_left == 9
    assert without.timeout == Timeout()
    assert "X-Trace" not in without.headers
    assert without.time_left == 60


def test_options_not_given_stay_as_they_are(drive: Callable[..., Driver]) -> None:
    driver = drive(
        lambda _: answer({"id": 1}), timeout=7, retries=Retry(max_retries=4, max_elapsed=3), strict=True
    )
    view = driver.client.with_options(headers={"X-Trace": "one"}).with_options()
    assert view._pipeline.timeout == Timeout(connect=7, read=7, write=7, pool=7)
    assert view._pipeline.retry == Retry(max_retries=4, max_elapsed=3)
    with pytest.raises(hms.DecodeError):
        driver.send(GET_THING, timeout=1)
    assert driver.send(GET_THING, strict=False).parsed.id == 1


def test_headers_of_views_add_up_and_the_latest_wins(drive: Callable[..., Driver]) -> None:
    driver = drive(lambda _: answer())
    driver.client = driver.client.with_options(headers={"X-Trace": "one", "X-Team": "a"})
    driver.send(GET_THING, headers={"x-trace": "two", "User-Agent": "mine", "Accept": "text/plain"})
    headers = driver.engine.requests[0].headers
    assert headers["X-Trace"] == "two"
    assert headers["X-Team"] == "a"
    assert headers["User-Agent"] == "mine"
    assert headers["Accept"] == "text/plain"
    assert headers["Authorization"].startswith("Bearer eyJ")


@pytest.mark.parametrize("name", ["Authorization", "authorization", "Content-Type", "Content-Length"])
def test_headers_that_follow_from_the_call_are_refused(name: str) -> None:
    with pytest.raises(ConfigurationError, match=name):
        Client(management_token="tok", engine=FakeEngine([])).with_options(headers={name: "x"})


@pytest.mark.parametrize("headers", [{"": "x"}, {"X Y": "x"}, {"X:": "x"}, {"X": "a\r\nY: b"}, {"X": "ü"}])
def test_headers_that_cannot_be_sent_are_refused(headers: dict[str, str]) -> None:
    with pytest.raises(ConfigurationError, match="headers="):
        Client(management_token="tok", engine=FakeEngine([])).with_options(headers=headers)


@pytest.mark.parametrize("options", [{"timeout": 0}, {"retries": -1}, {"timeout": "5"}])
def test_invalid_options_are_refused(options: dict[str, Any]) -> None:
    with pytest.raises(ConfigurationError):
        Client(management_token="tok", engine=FakeEngine([])).with_options(**options)


def test_extra_headers_show_their_names_alone() -> None:
    assert repr(ExtraHeaders({"X-Key": "planted"})) == "ExtraHeaders(X-Key)"


def test_a_view_shares_the_token_and_the_connections(drive: Callable[..., Driver]) -> None:
    driver = drive(lambda _: answer())
    driver.send(GET_THING, timeout=1)
    driver.send(GET_THING)
    driver.send(GET_THING, headers={"X-Trace": "one"})
    assert len({*driver.engine.tokens}) == 1
    view = driver.client.with_options(timeout=1)
    assert type(view) is type(driver.client)
    assert view.base_url == driver.client.base_url
    assert view.create_client_token(room_id="r", role="host", user_id="u")


def test_closing_a_view_closes_nothing() -> None:
    client = Client(management_token="tok", base_url="https://api.test/v2")
    with client.with_options(timeout=1) as view:
        pass
    view.close()
    assert not client._engine._client.get().is_closed  # type: ignore[attr-defined]
    client.close()
    assert client._engine._client.get().is_closed  # type: ignore[attr-defined]
    with pytest.raises(ConfigurationError, match="closed"):
        view.send(GET_THING)


def test_closing_an_asynchronous_view_closes_nothing() -> None:
    async def scenario() -> None:
        engine = AsyncFakeEngine(lambda _: answer())
        async with AsyncClient(management_token="tok", engine=engine) as client:
            async with client.with_options(timeout=1) as view:
                await view.send(GET_THING)
            await view.send(GET_THING)
            await client.send(GET_THING)
        with pytest.raises(ConfigurationError, match="closed"):
            await view.send(GET_THING)

    asyncio.run(scenario())


def test_the_resources_of_a_view_send_with_its_options() -> None:
    engine = FakeEngine(lambda _: answer(ROOM))
    client = Client(management_token="tok", engine=engine)
    client.rooms.get("r1")
    assert client.with_options(headers={"X-Trace": "one"}).rooms.get("r1").name == "physics"
    client.rooms.get("r1")
    assert ["X-Trace" in request.headers for request in engine.requests] == [False, True, False]


def test_all_pages_of_a_walk_go_by_the_options(drive: Callable[..., Driver]) -> None:
    driver = drive([answer({"data": [{"id": "a"}], "last": "a"}), answer({"data": []})])
    driver.client = driver.client.with_options(headers={"X-Trace": "one"})
    assert len(driver.items(LIST_THINGS, THINGS)) == 1
    assert [request.headers["X-Trace"] for request in driver.engine.requests] == ["one", "one"]


def test_a_client_of_a_users_own_class_keeps_what_it_has() -> None:
    class Mine(Client):
        def __init__(self, team: str, **arguments: Any) -> None:
            super().__init__(**arguments)
            self.team = team

        @functools.cached_property
        def sender(self) -> Client:
            return self

    mine = Mine("physics", management_token="tok", engine=FakeEngine([]))
    assert mine.sender is mine
    view = mine.with_options(timeout=1)
    assert view.team == "physics"
    assert view.sender is view


def test_a_place_is_reported_once_for_all_views(
    drive: Callable[..., Driver], caplog: pytest.LogCaptureFixture
) -> None:
    driver = drive(lambda _: answer({"id": 1}))
    with caplog.at_level(logging.WARNING, "hms"):
        driver.send(GET_THING, timeout=1)
        driver.send(GET_THING, strict=False)
        driver.send(GET_THING)
    assert len(caplog.records) == 1


def test_raw_access_gives_the_whole_response(drive: Callable[..., Driver]) -> None:
    headers = {"X-Request-Id": "r1"}
    script = [answer({}, status=503), answer(ROOM, status=201, headers=headers), answer(ROOM), answer(ROOM)]
    driver = drive([*script, answer(b"")], retries=1)
    raw = driver.client.rooms.with_response
    response = driver.finish(raw.get("r1"))
    assert (response.status, response.headers["x-request-id"], response.attempts) == (201, "r1", 2)
    assert response.elapsed >= 0
    assert response.parsed.name == "physics"
    assert b"brand_new" in response.content
    created = driver.finish(raw.create(name="physics"))
    assert created.parsed == driver.finish(driver.client.rooms.create(name="physics"))
    assert driver.engine.requests[2].body == driver.engine.requests[3].body == b'{"name":"physics"}'
    assert driver.finish(driver.client.templates.with_response.delete_role("t1", "host")).parsed is None


def test_raw_access_has_every_method_but_lists() -> None:
    client = Client(management_token="tok", engine=FakeEngine([]))
    for resource in (client.rooms, client.room_codes, client.sessions, client.active_rooms, client.templates):
        names = {name for name in dir(resource) if not name.startswith("_")} - {"with_response"}
        raw = {name for name in dir(resource.with_response) if not name.startswith("_")}
        lists = {name for name in names if "Page[" in vars(type(resource))[name].__annotations__["return"]}
        assert raw == names - lists
