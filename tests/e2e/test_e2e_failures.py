"""What a caller sees when the server, the network or the credentials are not well."""

from __future__ import annotations

import logging
import pickle
import time
from typing import TYPE_CHECKING, Any

import pytest

import hms
from hms_generated_client.api.rooms import list_rooms

if TYPE_CHECKING:
    from hms_mock import MockServer

    from .conftest import Connect

pytestmark = pytest.mark.anyio

ROOM = {
    "id": "66f0c5b1a4d23e0019b7d512",
    "name": "physics",
    "enabled": True,
    "description": "",
    "customer_id": "627cda81ab4f3b56a077dc33",
    "template_id": "",
    "region": "eu",
    "created_at": "2024-09-23T01:33:37.082123456Z",
    "updated_at": "0001-01-01T00:00:00Z",
}


@pytest.mark.undocumented_answers
async def test_a_wrong_type_is_survived_and_logged_once(
    connect: Connect, hms_mock: MockServer, caplog: pytest.LogCaptureFixture
) -> None:
    client = connect(strict=False)
    hms_mock.control.fail(200, body={**ROOM, "enabled": "yes", "size": "many"}, times=2)
    with caplog.at_level(logging.WARNING, logger="hms"):
        room = await client.rooms.get(ROOM["id"])
        await client.rooms.get(ROOM["id"])
    assert (room.enabled, room.size, room.name) == ("yes", "many", "physics")
    assert [(record.levelname, "getRoom" in record.getMessage()) for record in caplog.records] == [
        ("WARNING", True)
    ] * 2
    assert "$.enabled" in caplog.text
    assert "$.size" in caplog.text
    assert "many" not in caplog.text


@pytest.mark.undocumented_answers
async def test_a_missing_member_is_survived_and_logged(
    connect: Connect, hms_mock: MockServer, caplog: pytest.LogCaptureFixture
) -> None:
    hms_mock.control.fail(200, body={name: value for name, value in ROOM.items() if name != "name"})
    room = await connect(strict=False).rooms.get(ROOM["id"])
    assert room.name is hms.UNSET
    assert room.region == "eu"
    assert "$.name" in caplog.text


@pytest.mark.undocumented_answers
async def test_strict_raises_for_both(client: Any, hms_mock: MockServer) -> None:
    hms_mock.control.fail(200, body={**ROOM, "enabled": "yes"})
    with pytest.raises(hms.DecodeError) as caught:
        await client.rooms.get(ROOM["id"])
    assert (caught.value.operation, caught.value.json_path) == ("getRoom", "$.enabled")
    assert b'"enabled":"yes"' in caught.value.body


async def test_odd_timestamps_are_as_documented(client: Any, hms_mock: MockServer) -> None:
    hms_mock.control.fail(200, body=ROOM)
    room = await client.rooms.get(ROOM["id"])
    assert room.updated_at.year == 1
    assert room.created_at.microsecond == 82123


@pytest.mark.undocumented_answers
async def test_unknown_values_and_members_are_a_problem_to_strict_clients_alone(
    connect: Connect, hms_mock: MockServer, caplog: pytest.LogCaptureFixture
) -> None:
    hms_mock.control.fail(200, body={**ROOM, "region": "mars", "brand_new": {"a": 1}}, times=2)
    room = await connect(strict=False).rooms.get(ROOM["id"])
    assert (room.region, room.region.is_known) == ("mars", False)
    assert not caplog.records
    with pytest.raises(hms.DecodeError) as caught:
        await connect(strict=True).rooms.get(ROOM["id"])
    assert [problem.path for problem in caught.value.problems] == ["$.region", "$.brand_new"]
    assert "getRoom" in str(caught.value)
    assert "mars" not in str(caught.value)


@pytest.mark.undocumented_answers
@pytest.mark.parametrize("strict", [False, True])
@pytest.mark.parametrize("text", ['{"id": "66f0', "", "<html>"])
async def test_a_body_that_is_no_json_always_raises(
    connect: Connect, hms_mock: MockServer, strict: bool, text: str
) -> None:
    hms_mock.control.fail(200, text=text)
    with pytest.raises(hms.DecodeError) as caught:
        await connect(strict=strict).rooms.get(ROOM["id"])
    assert caught.value.body == text.encode()


@pytest.mark.undocumented_answers
@pytest.mark.parametrize(
    ("status", "error"),
    [
        (400, hms.BadRequestError),
        (403, hms.PermissionDeniedError),
        (404, hms.NotFoundError),
        (409, hms.ConflictError),
        (422, hms.UnprocessableEntityError),
        (418, hms.APIError),
        (500, hms.ServerError),
        (503, hms.ServerError),
    ],
)
async def test_each_status_has_its_error(
    client: Any, hms_mock: MockServer, status: int, error: type[hms.APIError]
) -> None:
    hms_mock.control.fail(status, body={"code": status, "message": "no", "details": ["because"]})
    with pytest.raises(error) as caught:
        await client.rooms.get(ROOM["id"])
    assert type(caught.value) is error
    assert (caught.value.status, caught.value.message, caught.value.details) == (status, "no", ("because",))
    copy = pickle.loads(pickle.dumps(caught.value))  # our own bytes
    assert (str(copy), copy.status, copy.body) == (str(caught.value), status, caught.value.body)


@pytest.mark.undocumented_answers
async def test_a_rate_limit_says_how_long_to_wait(client: Any, hms_mock: MockServer) -> None:
    hms_mock.control.fail(429, headers={"Retry-After": "7"})
    with pytest.raises(hms.RateLimitError) as caught:
        await client.rooms.get(ROOM["id"])
    assert caught.value.retry_after == 7


@pytest.mark.undocumented_answers
async def test_a_web_page_in_place_of_an_error(client: Any, hms_mock: MockServer) -> None:
    hms_mock.control.fail(
        502, text="<html><title>Bad gateway</title></html>", headers={"Content-Type": "text/html"}
    )
    with pytest.raises(hms.ServerError, match="Bad gateway"):
        await client.rooms.get(ROOM["id"])


async def test_a_dropped_connection_and_a_slow_answer(connect: Connect, hms_mock: MockServer) -> None:
    hms_mock.control.fail(drop=True)
    with pytest.raises(hms.APIConnectionError):
        await connect().rooms.get(ROOM["id"])
    hms_mock.control.fail(delay_seconds=0.5)
    with pytest.raises(hms.APITimeoutError):
        await connect(timeout=0.05).rooms.get(ROOM["id"])


async def test_a_wrong_secret_is_refused_after_one_more_try(connect: Connect, hms_mock: MockServer) -> None:
    secret = "not-the-secret-of-the-mock-server-at-all"
    with pytest.raises(hms.AuthenticationError) as caught:
        await connect(secret=secret).rooms.list()
    assert len(hms_mock.control.requests()) == 2
    assert secret not in str(caught.value) + repr(caught.value)


async def test_a_ready_token_is_sent_once_and_cannot_be_renewed(
    connect: Connect, hms_mock: MockServer
) -> None:
    token = hms.create_management_token(access_key=hms_mock.access_key, secret=hms_mock.secret)
    await connect(management_token=token).rooms.list()
    with pytest.raises(hms.AuthenticationError, match="cannot be renewed"):
        await connect(management_token=f"{token}x").rooms.list()
    assert [request["status"] for request in hms_mock.control.requests()] == [200, 401]


async def test_a_token_refused_before_its_time_is_minted_anew_once(
    connect: Connect, hms_mock: MockServer
) -> None:
    client = connect()
    await client.rooms.list()
    hms_mock.control.fail(401)
    await client.rooms.list()
    assert [request["status"] for request in hms_mock.control.requests()] == [200, 401, 200]


async def test_an_expired_token_is_renewed_before_it_is_refused(
    connect: Connect, hms_mock: MockServer
) -> None:
    ahead = [0.0]
    client = connect(clock=lambda: time.time() + ahead[0])
    await client.rooms.list()
    ahead[0] = 2 * 86400
    hms_mock.control.advance(ahead[0])
    await client.rooms.list()
    assert [request["status"] for request in hms_mock.control.requests()] == [200, 200]


async def test_the_functions_of_the_generated_package_go_the_same_way(
    hms_mock: MockServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HMS_ACCESS_KEY", hms_mock.access_key)
    monkeypatch.setenv("HMS_SECRET", hms_mock.secret)
    monkeypatch.setenv("HMS_BASE_URL", hms_mock.url)
    with hms.Client() as client:
        for number in range(12):
            client.rooms.create(name=f"room-{number}")
        assert len(list_rooms.sync(client=client, limit=10).data) == 10
        response = list_rooms.sync_detailed(client=client)
        assert (response.status, response.headers["content-type"]) == (200, "application/json")
        assert b'"last"' in response.content
        assert len(list(hms.paginate(list_rooms, client=client, limit=10))) == 12
        hms_mock.control.fail(503)
        with pytest.raises(hms.ServerError):
            list_rooms.sync(client=client.with_options(retries=0))
    async with hms.AsyncClient() as asynchronous:
        assert len((await list_rooms.asyncio(client=asynchronous)).data) == 10
        assert len([room async for room in hms.paginate(list_rooms, client=asynchronous)]) == 12
